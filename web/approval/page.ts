/** The approval page in each of its states. Pure: from a view to markup. */
import { html } from "hono/html";
import type { Agreement } from "../../domain/agreement/agreement.ts";
import { STATE_WORDS, type AgreementState } from "../../domain/agreement/stateMachine.ts";
import { momentOf, money, namesOf, periodOf } from "../../functions/usecases/agreements/words.ts";
import { differenceText } from "../../functions/usecases/agreements/differenceText.ts";
import type { Html, PageParts } from "../page.ts";
import { receiptCard } from "./receipt.ts";
import { voices } from "./voices.ts";
import { story, storyHead, terms } from "./story.ts";
import type { Asked, Standing } from "./view.ts";

/** @param form what stands in the card while the vote is open */
export function approvalPage(asked: Asked, standing: Standing, form?: Html): PageParts {
  const title = `${asked.member.name}, ${periodOf(asked.agreement)}`;
  if (standing.kind === "superseded") return { title, main: superseded(asked, standing.now) };
  const open = standing.kind === "open";
  const quiet = standing.kind === "early" ? standing.comment === "over" : !open && standing.kind !== "decided";
  const main = html`${(asked.synthetic ?? null) === null ? "" : html`<p class="note" role="note">${asked.synthetic}</p>`}
    ${storyHead(asked)}
    <p><a class="button to-decision" href="#entscheiden">${open ? "Zur Entscheidung" : "Zum Stand"}</a></p>
    <div class="columns">
      <div>${story(asked)} ${voices(asked)}</div>
      <div class="side">
        <div class="card${quiet ? " is-closed" : ""}" id="entscheiden">${card(asked, standing, form)}</div>
      </div>
    </div>`;
  return { title, main, footer: footer() };
}

function card(asked: Asked, standing: Exclude<Standing, { kind: "superseded" }>, form: Html | undefined): Html {
  switch (standing.kind) {
    case "open":
      return html`<h2>Ihre Entscheidung</h2>
        ${standing.told === undefined ? "" : html`<p class="told" role="status">${standing.told}</p>`} ${terms(asked)}
        ${form ?? ""}`;
    case "early":
      return standing.comment === "over"
        ? html`<h2>Über diesen Link wird nicht entschieden</h2>
            <p>
              Stellung nehmen konnten Verwaltung und Kämmerei bis ${momentOf(asked.agreement.commentUntil)}. Wer
              entscheidet, bekommt eine eigene Mail mit dem Link dazu.
            </p>
            ${terms(asked)}`
        : html`<h2>Noch wird nicht entschieden</h2>
            ${standing.told === undefined ? "" : html`<p class="told" role="status">${standing.told}</p>`}
            <p>
              Verwaltung und Kämmerei können bis ${momentOf(asked.agreement.commentUntil)} Stellung nehmen. Danach
              werden die Bürgermeisterinnen und Bürgermeister gefragt.
            </p>
            ${terms(asked)} ${form ?? ""}`;
    case "decided":
      return receiptCard(asked, standing);
    case "closed":
      return html`<h2>Hier ist nichts mehr zu entscheiden</h2>
        <p>Der Vorschlag ist ${STATE_WORDS[standing.state]}.${againstWords(standing.state, standing.against ?? [])}</p>
        ${(standing.next ?? null) === null ? "" : html`<p>Es gibt eine neue Fassung (${standing.next}); ihr Link kam mit einer eigenen Mail.</p>`}
        ${terms(asked)}`;
    case "expired":
      return html`<h2>Die Frist ist abgelaufen</h2>
        <p>
          Entscheiden war bis ${momentOf(asked.agreement.deadline)} möglich. Schweigen ist keine Zustimmung: Für
          ${asked.member.name} gilt der Vorschlag nicht. Ist das ein Versehen, rufen Sie bitte die Disposition an; sie
          kann einen neuen Vorschlag machen.
        </p>`;
  }
}

function againstWords(state: AgreementState, names: readonly string[]): string {
  if (names.length === 0) return "";
  return state === "lapsed" ? ` Ohne Entscheidung blieb: ${namesOf(names)}.` : ` Abgelehnt hat: ${namesOf(names)}.`;
}

/** Shows the difference and no way to decide: the new version has its own link, which came by its own mail. */
function superseded({ agreement, member }: Asked, now: Agreement): Html {
  return html`<p class="eyebrow">${agreement.regionName} · ${periodOf(agreement)} · Fassung ${agreement.version}</p>
    <h1>Diese Fassung gilt nicht mehr.</h1>
    <p class="lead">
      Fassung ${now.version} ist an ihre Stelle getreten. Dieser Link entscheidet nichts mehr; der neue kam mit einer
      eigenen Mail.
    </p>
    <section aria-labelledby="changes">
      <h2 id="changes">Was sich für ${member.name} ändert</h2>
      <ul class="changes">
        ${differenceText(agreement, now, member.ags).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </section>
    ${
      now.members.some(({ ags }) => ags === member.ags)
        ? html`<p>Entschieden wird über die neue Fassung bis ${momentOf(now.deadline)}.</p>`
        : html`<p>
            ${member.name} ist in der neuen Fassung nicht dabei und zahlt allein ${money(member.standAloneCostCents)}.
          </p>`
    }`;
}

export function unknownPage(): PageParts {
  return {
    title: "Link unbekannt",
    main: html`<h1>Diesen Link gibt es nicht.</h1>
      <p class="lead">Vielleicht fehlt am Ende ein Stück: Manche Mailprogramme brechen lange Links um.</p>
      <p>
        Bitte öffnen Sie ihn noch einmal aus der Mail, oder kopieren Sie ihn ganz. Hilft das nicht, rufen Sie die
        Disposition Ihres Verbunds an; sie kann die Mail noch einmal schicken.
      </p>`,
  };
}

export function noticePage(title: string, words: string, back: string): PageParts {
  return {
    title,
    main: html`<h1>${title}</h1>
      <p class="lead">${words}</p>
      <p><a class="button" href="${back}">Zurück zum Vorschlag</a></p>`,
  };
}

function footer(): Html {
  return html`<p>
    Diese Seite zu öffnen entscheidet nichts und wird nicht aufgezeichnet. Jede Entscheidung steht im Protokoll, das
    jeder nachprüfen kann.
  </p>`;
}
