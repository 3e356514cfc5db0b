/** The receipt on the page of who decided, and the public page that confirms it to anybody who holds the paper. */
import { html } from "hono/html";
import type { Decision } from "../../domain/agreement/ballot.ts";
import type { Certificate } from "../../functions/usecases/agreements/certificate.ts";
import { confirmationPath } from "../../functions/usecases/agreements/paths.ts";
import { localDate } from "../../domain/localTime.ts";
import { HELP } from "../help/targets.ts";
import { inLanguage } from "../language/choose.ts";
import type { Html, PageParts } from "../page.ts";
import { PASSKEY_WORDS } from "./passkeyWords.ts";
import { qrSvg } from "./qrSvg.ts";
import type { Asked, Standing } from "./view.ts";
import type { ApprovalSpeech } from "./words/index.ts";

const row = (term: string, said: Html | string): Html =>
  html`<div>
    <dt>${term}</dt>
    <dd>${said}</dd>
  </div>`;

const stamp = (decision: Decision, { words }: ApprovalSpeech): Html =>
  html`<p class="stamp${decision === "approved" ? "" : " is-no"}">${words.verdict[decision]}</p>`;

export function receiptCard(
  asked: Asked,
  { decided, again, mine }: Extract<Standing, { kind: "decided" }>,
  speech: ApprovalSpeech,
): Html {
  const { ballot, receiptId, verifyUrl, identity, passkeyOf } = decided;
  const { identity: identified, since, named } = PASSKEY_WORDS[speech.language];
  const { member, path } = asked;
  const { figures, terms, language } = speech;
  const day = figures.date(localDate(passkeyOf?.createdAt ?? ballot.at));
  const passkey =
    passkeyOf === undefined ? identified.of.passkey : passkeyOf.name === null ? since(day) : named(passkeyOf.name, day);
  const { receipt: words } = speech.words;
  return html`<h2>${mine ? words.mine : words.decided}</h2>
    ${again ? html`<p class="miss" role="status">${words.once}</p>` : ""} ${stamp(ballot.decision, speech)}
    <div class="receipt">
      <dl class="terms">
        ${row(words.for, `${member.name}, ${terms.roles[ballot.role]}${ballot.deputy ? ` (${words.deputy})` : ""}`)}
        ${row(words.share, html`<strong>${figures.money(ballot.amountCents)}</strong>`)}
        ${row(words.recordedOn, figures.moment(ballot.at))}
        ${identity === undefined ? "" : row(identified.term, identity === "passkey" ? passkey : identified.of[identity])}
        ${
          ballot.reason === null
            ? ""
            : html`<div>
                <dt>${words.reason}</dt>
                <dd class="said">${ballot.reason}</dd>
              </div>`
        }
        ${row(words.number, html`<code>${receiptId}</code>`)}
      </dl>
      ${qrSvg(verifyUrl, words.qr)}
      <p class="hint">${words.qrHelp}</p>
      <p class="links">
        <a href="${path}/beleg.pdf">${words.pdf}</a>
        <a href="${path}/beleg.json" download>${words.file}</a>
        <a href="${inLanguage(confirmationPath(receiptId), language)}">${words.page}</a>
      </p>
    </div>`;
}

export function certificatePage(of: Certificate, speech: ApprovalSpeech): PageParts {
  const { figures, terms } = speech;
  const { certificate: words } = speech.words;
  const { rows } = words;
  const { title, text } = of.entry.holds ? words.genuine : words.altered;
  const period = figures.weeks(of.period.firstWeek, of.period.lastWeek);
  const version = speech.words.version(of.version);
  return {
    title: words.title(of.receiptId),
    help: HELP.certificate,
    main: html`<p class="eyebrow">${of.regionName} · ${words.eyebrow}</p>
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      ${stamp(of.decision, speech)}
      <dl class="verify">
        ${row(rows.municipality, `${of.memberName}, ${terms.roles[of.role]}`)}
        ${row(rows.recordedOn, figures.moment(of.at))}
        ${row(rows.agreement, html`${period}, <code>${of.agreementId}</code>, ${version}`)}
        ${row(rows.state, words.state(terms.states[of.state]))} ${row(rows.number, html`<code>${of.receiptId}</code>`)}
        ${row(rows.proposalHash, html`<code>${of.proposalSha256}</code>`)}
        ${row(rows.entry, html`${words.entry(of.entry.seq)}, <code>${of.entry.sha256}</code>`)}
      </dl>
      <section>
        <h2>${words.selfHead}</h2>
        <p>${words.self}</p>
        <p><code class="hash">gruenverbund verify beleg.json --keys schluessel.json</code></p>
        <p>${words.keys(html`<a href="/api/keys">/api/keys</a>`)}</p>
      </section>`,
  };
}

export function unknownReceiptPage({ words: { certificate } }: ApprovalSpeech): PageParts {
  const { title, head, text } = certificate.unknown;
  return {
    title,
    main: html`<h1>${head}</h1>
      <p class="lead">${text}</p>`,
  };
}
