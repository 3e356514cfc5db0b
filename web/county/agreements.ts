/** Agreements of a region: all of them, and one with shares, votes, questions and what is on paper. Pure: from records to markup. */
import { html } from "hono/html";
import type { AgreementLine } from "../../functions/usecases/county/agreements.ts";
import type { readStatus } from "../../functions/usecases/agreements/status.ts";
import type { Html } from "../page.ts";
import { faultSummary, field, hidden, notice, type Fault } from "./frame.ts";
import { pathOf, type Shown } from "./seat.ts";
import { table } from "./table.ts";
import type { CountySpeech } from "./words/index.ts";

type Status = Awaited<ReturnType<typeof readStatus>>;

const GOOD: ReadonlySet<string> = new Set(["approved", "inForce", "settled"]);
const BAD: ReadonlySet<string> = new Set(["refused", "lapsed"]);

const stateOf = (state: Status["versions"][number]["state"], { words }: CountySpeech): Html =>
  html`<span class="state ${GOOD.has(state) ? "is-good" : BAD.has(state) ? "is-warn" : ""}"
    >${words.agreements.states[state]}</span
  >`;

export function agreementsPage(region: string, lines: readonly AgreementLine[], speech: CountySpeech): Shown {
  const { words, figures } = speech;
  const { agreements } = words;
  const { columns } = agreements;
  const rows = lines.map(({ id, kind, version, state, period, deadline, decided, asked, jointCostCents }) => [
    html`<a href="${pathOf(region, `vereinbarungen/${id}`)}"
        >${agreements.kinds[kind]} ${figures.weeks(period.firstWeek, period.lastWeek)}</a
      ><small>${id}, ${agreements.version(version)}</small>`,
    stateOf(state, speech),
    figures.weeks(period.firstWeek, period.lastWeek),
    figures.moment(deadline),
    agreements.votes(decided, asked),
    figures.money(jointCostCents),
  ]);
  const heads = [columns.agreement, columns.state, columns.period, columns.deadline, columns.votes, columns.cost];
  const main = html`<h1>${words.sections.vereinbarungen}</h1>
    <p class="lead">${agreements.lead}</p>
    ${rows.length === 0 ? html`<p>${agreements.none}</p>` : table({ caption: agreements.caption, heads, rows, numbers: [4, 5] })}`;
  return { head: words.sections.vereinbarungen, main };
}

export interface AgreementView {
  readonly region: string;
  readonly csrf: string;
  readonly status: Status;
  /** Whether it must be signed on paper. */
  readonly onPaper: boolean;
  readonly said?: string | undefined;
  readonly faults: readonly Fault[];
  readonly typed?: Readonly<Record<string, string>>;
}

export function agreementPage(view: AgreementView, speech: CountySpeech): Shown {
  const { region, status } = view;
  const { agreements } = speech.words;
  const current = status.versions.at(-1)!;
  const { period, plan } = status.agreement;
  const { figures } = speech;
  const head = `${agreements.kinds[status.kind]} ${figures.weeks(period.firstWeek, period.lastWeek)}`;
  const main = html`<h1>${head}</h1>
    ${notice(view.said)} ${faultSummary(view.faults, speech)}
    <p class="lead">${stateOf(current.state, speech)} ${agreements.version(current.version)}, ${status.id}</p>
    ${current.against.length === 0 ? "" : html`<p>${agreements.against(figures.list(current.against))}</p>`}
    ${current.reason === null ? "" : html`<p lang="de">${current.reason}</p>`}
    <dl class="facts">
      ${fact(agreements.columns.deadline, figures.moment(status.agreement.deadline))}
      ${fact(agreements.columns.cost, figures.money(status.agreement.jointCostCents))}
    </dl>
    ${ballots(status, speech)} ${shares(status, speech)} ${questions(view, speech)} ${paper(view, speech)}
    <p class="actions">
      <a class="button quiet" href="${pathOf(region, "vereinbarungen")}">${agreements.back}</a>
      <a href="/finanzen?region=${region}&woche=${plan.week}">${figures.weeks(plan.week)}</a>
      <a href="/api/regions/${region}/agreements/${status.id}">${agreements.api} (JSON)</a>
    </p>`;
  return { head, main };
}

const fact = (label: string, value: string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

function ballots({ ballots: list }: Status, speech: CountySpeech): Html {
  const { agreements } = speech.words;
  const { columns } = agreements;
  if (list.length === 0) return html``;
  const rows = list.map(({ name, role, decision, at, deputy, undeliverable }) => [
    name,
    agreements.roles[role],
    decision === null
      ? html`${agreements.waiting}${undeliverable ? html` <span class="state is-warn">${agreements.undeliverable}</span>` : ""}`
      : html`<span class="state ${decision === "approved" ? "is-good" : "is-warn"}"
            >${agreements.decisions[decision]}</span
          >${deputy === true ? html`<small>${agreements.deputy}</small>` : ""}`,
    at === null ? "–" : speech.figures.moment(at),
  ]);
  return html`<section aria-labelledby="stimmen">
    <h2 id="stimmen">${agreements.ballots}</h2>
    ${table({ caption: agreements.ballots, quiet: true, heads: [columns.member, columns.role, columns.decision, columns.at], rows })}
  </section>`;
}

function shares({ agreement }: Status, { words: { agreements }, figures }: CountySpeech): Html {
  const { columns } = agreements;
  const rows = agreement.members.map(({ name, shareCents, level }) => [name, figures.money(shareCents), level]);
  return html`<section aria-labelledby="anteile">
    <h2 id="anteile">${agreements.shares}</h2>
    ${table({ caption: agreements.shares, quiet: true, heads: [columns.member, columns.share, columns.level], rows, numbers: [1] })}
  </section>`;
}

function questions({ region, csrf, status }: AgreementView, { words: { agreements }, figures }: CountySpeech): Html {
  const words = agreements.questions;
  if (status.questions.length === 0) return html``;
  const nameOf = (ags: string): string => status.agreement.members.find((one) => one.ags === ags)?.name ?? ags;
  return html`<section aria-labelledby="fragen">
    <h2 id="fragen">${words.head}</h2>
    <ul class="tasks">
      ${status.questions.map(
        ({ id, ags, at, text, answer }) =>
          html`<li>
            <strong>${nameOf(ags)}, ${figures.moment(at)}</strong>
            <p>${text}</p>
            ${
              answer === null
                ? html`<form
                    class="screen-only"
                    method="post"
                    action="${pathOf(region, `vereinbarungen/${status.id}/antwort`)}"
                  >
                    ${hidden("csrf", csrf)} ${hidden("frage", id)}
                    ${field({ id: `antwort-${id}`, label: words.answer, input: { required: true, maxlength: 2000, autocomplete: "off" } })}
                    <p class="actions"><button class="button quiet">${words.send}</button></p>
                  </form>`
                : html`<p class="muted">${answer}</p>`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

function paper({ region, csrf, status, onPaper, faults, typed = {} }: AgreementView, speech: CountySpeech): Html {
  const { paper: words } = speech.words.agreements;
  const { figures } = speech;
  const { paper: held } = status;
  const { state, version } = status.versions.at(-1)!;
  const date = (id: string, label: string) =>
    field({ id, label, faults, input: { type: "date", required: true, value: typed[id] } });
  const form = html`<form
    class="screen-only"
    method="post"
    enctype="multipart/form-data"
    action="${pathOf(region, `vereinbarungen/${status.id}/papier`)}"
    novalidate
  >
    ${hidden("csrf", csrf)} ${hidden("fassung", String(version))}
    <div class="fields">
      ${field({ id: "scan", label: words.scan, help: words.scanHelp, faults, input: { type: "file", required: true, accept: "application/pdf,image/jpeg,image/png,image/tiff" } })}
      ${date("resolutionDate", words.resolution)} ${date("supervisoryDate", words.supervisory)}
      ${date("publicationDate", words.publication)}
    </div>
    <p class="actions"><button class="button">${words.send}</button></p>
  </form>`;
  return html`<section aria-labelledby="papier">
    <h2 id="papier">${words.head}</h2>
    <p>${onPaper ? words.lead : words.notNeeded}</p>
    ${
      held === null
        ? ""
        : html`<dl class="record">
            <dt>${words.resolution}</dt>
            <dd>${figures.date(held.resolutionDate)}</dd>
            <dt>${words.supervisory}</dt>
            <dd>${figures.date(held.supervisoryDate)}</dd>
            <dt>${words.publication}</dt>
            <dd>${figures.date(held.publicationDate)}</dd>
            <dt>${words.hash}</dt>
            <dd><code>${held.scanSha256}</code></dd>
          </dl>`
    }
    ${!onPaper ? "" : state === "approved" ? form : held === null ? html`<p>${words.notYet}</p>` : ""}
  </section>`;
}
