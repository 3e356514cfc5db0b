/** The approval page in each of its states. Pure: from a view to markup. */
import { html } from "hono/html";
import type { Agreement } from "../../domain/agreement/agreement.ts";
import { differenceText } from "../../functions/usecases/agreements/differenceText.ts";
import { HELP } from "../help/targets.ts";
import type { Html, PageParts } from "../page.ts";
import { receiptCard } from "./receipt.ts";
import { eyebrow, periodOf, story, storyHead, terms } from "./story.ts";
import type { Asked, Standing } from "./view.ts";
import { voices } from "./voices.ts";
import type { ApprovalSpeech } from "./words/index.ts";

const HELP_OF = {
  open: HELP.approval,
  early: HELP.approvalEarly,
  decided: HELP.receipt,
  closed: HELP.superseded,
  expired: HELP.linkUnknown,
} as const;

/** @param form what stands in the card while the vote is open */
export function approvalPage(asked: Asked, standing: Standing, speech: ApprovalSpeech, form?: Html): PageParts {
  const { words } = speech;
  const title = `${asked.member.name}, ${periodOf(asked.agreement, speech)}`;
  if (standing.kind === "superseded")
    return { title, main: superseded(asked, standing.now, speech), help: HELP.superseded };
  const open = standing.kind === "open";
  const quiet = standing.kind === "early" ? standing.comment === "over" : !open && standing.kind !== "decided";
  const main = html`${(asked.synthetic ?? null) === null ? "" : html`<p class="note" role="note">${asked.synthetic}</p>`}
    ${storyHead(asked, speech)}
    <p><a class="button to-decision" href="#entscheiden">${open ? words.toDecision : words.toStanding}</a></p>
    <div class="columns">
      <div>${story(asked, speech)} ${voices(asked, speech)}</div>
      <div class="side">
        <div class="card${quiet ? " is-closed" : ""}" id="entscheiden">${card(asked, standing, speech, form)}</div>
      </div>
    </div>`;
  return { title, main, help: HELP_OF[standing.kind], footer: html`<p>${words.footer}</p>` };
}

function card(
  asked: Asked,
  standing: Exclude<Standing, { kind: "superseded" }>,
  speech: ApprovalSpeech,
  form: Html | undefined,
): Html {
  const { words, figures } = speech;
  const { agreement, member } = asked;
  switch (standing.kind) {
    case "open":
      return html`<h2>${words.decision}</h2>
        ${standing.told === undefined ? "" : html`<p class="told" role="status">${standing.told}</p>`}
        ${terms(asked, speech)} ${form ?? ""}`;
    case "early":
      if (standing.comment === "over")
        return html`<h2>${words.early.over.head}</h2>
          <p>${words.early.over.text(figures.moment(agreement.commentUntil))}</p>
          ${terms(asked, speech)}`;
      return html`<h2>${words.early.head}</h2>
        ${standing.told === undefined ? "" : html`<p class="told" role="status">${standing.told}</p>`}
        <p>${words.early.text(figures.moment(agreement.commentUntil))}</p>
        ${terms(asked, speech)} ${form ?? ""}`;
    case "decided":
      return receiptCard(asked, standing, speech);
    case "closed":
      return html`<h2>${words.closed.head}</h2>
        <p>${words.closed.state(speech.terms.states[standing.state])} ${againstWords(standing, speech)}</p>
        ${(standing.next ?? null) === null ? "" : html`<p>${words.closed.next(standing.next!)}</p>`}
        ${terms(asked, speech)}`;
    case "expired":
      return html`<h2>${words.expired.head}</h2>
        <p>${words.expired.text(figures.moment(agreement.deadline), member.name)}</p>`;
  }
}

function againstWords(
  { state, against = [] }: Extract<Standing, { kind: "closed" }>,
  { words: { closed }, figures }: ApprovalSpeech,
): string {
  if (against.length === 0) return "";
  const names = figures.list(against);
  return state === "lapsed" ? closed.lapsed(names) : closed.rejected(names);
}

/** Shows the difference and no way to decide: the new version has its own link, which came by its own mail. */
function superseded({ agreement, member }: Asked, now: Agreement, speech: ApprovalSpeech): Html {
  const { words, figures, language } = speech;
  const { superseded: said } = words;
  return html`${eyebrow(agreement, speech)}
    <h1>${said.head}</h1>
    <p class="lead">${said.lead(now.version)}</p>
    <section aria-labelledby="changes">
      <h2 id="changes">${said.changes(member.name)}</h2>
      <ul class="changes">
        ${differenceText(agreement, now, member.ags, language).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </section>
    ${
      now.members.some(({ ags }) => ags === member.ags)
        ? html`<p>${said.until(figures.moment(now.deadline))}</p>`
        : html`<p>${said.left(member.name, figures.money(member.standAloneCostCents))}</p>`
    }`;
}

export function unknownPage({ words: { unknown } }: ApprovalSpeech): PageParts {
  return {
    title: unknown.title,
    help: HELP.linkUnknown,
    main: html`<h1>${unknown.head}</h1>
      <p class="lead">${unknown.text}</p>
      <p>${unknown.help}</p>`,
  };
}

export function noticePage(title: string, text: string, back: string, { words }: ApprovalSpeech): PageParts {
  return {
    title,
    main: html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      <p><a class="button" href="${back}">${words.back}</a></p>`,
  };
}
