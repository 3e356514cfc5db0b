/** Forms and lists around a settlement: period, upload, closing, corrections, what is closed, the year. Pure. */
import { html } from "hono/html";
import type { Ledger } from "../../domain/settlement/ledger.ts";
import type { MappingProfile } from "../../domain/settlement/profile.ts";
import type { ClosedSettlement, Correction } from "../../domain/settlement/settlement.ts";
import type { FilePreview } from "../../functions/usecases/weighings/filePreview.ts";
import { field, hidden, select } from "../county/frame.ts";
import { table } from "../county/table.ts";
import type { Html } from "../page.ts";
import { hiddenAdvances, type Advances } from "./advances.ts";
import { pathOf } from "./seat.ts";
import type { SettlementSpeech } from "./words/index.ts";

interface Around {
  readonly region: string;
  readonly csrf: string;
  readonly weeks: readonly string[];
}

/** @param known published weeks, newest first */
export function periodForm(
  region: string,
  weeks: readonly string[],
  known: readonly string[],
  speech: SettlementSpeech,
): Html {
  const { period } = speech.words;
  const choices = [...new Set([...known, ...weeks])]
    .sort()
    .map((week) => ({ value: week, text: speech.figures.weeks(week) }));
  return html`<form class="picker" method="get" action="${pathOf(region)}" aria-label="${period.head}">
    ${select({ id: "von", label: period.first }, choices, weeks[0]!)}
    ${select({ id: "bis", label: period.last }, choices, weeks.at(-1)!)}
    <button class="button quiet">${period.show}</button>
  </form>`;
}

export function uploadForm(
  { region, csrf, weeks }: Around,
  profiles: readonly MappingProfile[],
  fault: string | undefined,
  { words: { upload, buttons } }: SettlementSpeech,
): Html {
  const faults = fault === undefined ? [] : [{ field: "datei", text: fault }];
  const choices = profiles.map(({ id, name }) => ({ value: id, text: name }));
  return html`<section aria-labelledby="einlesen" class="screen-only">
    <h2 id="einlesen">${upload.head}</h2>
    <p>${upload.lead}</p>
    <form method="post" action="${pathOf(region, "vorschau")}" enctype="multipart/form-data">
      ${hidden("csrf", csrf)} ${hidden("von", weeks[0]!)} ${hidden("bis", weeks.at(-1)!)}
      <div class="fields">
        ${field({ id: "datei", label: upload.file, faults, input: { type: "file", accept: ".csv,text/csv", required: true } })}
        ${select({ id: "profil", label: upload.profile, help: upload.profileHelp }, choices, choices.at(-1)!.value)}
      </div>
      <p class="actions"><button class="button">${buttons.upload}</button></p>
    </form>
  </section>`;
}

export function previewTable(
  { region, csrf, weeks }: Around,
  preview: FilePreview,
  { words: { upload, buttons } }: SettlementSpeech,
): Html {
  const counts = Object.entries(upload.fates).map(([fate, text]) => {
    const count = preview.rows.filter((row) => row.fate === fate).length;
    return html`<div>
      <dt>${text}</dt>
      <dd>${String(count)}</dd>
    </div>`;
  });
  return html`<h1>${upload.preview}</h1>
    <p class="lead">${upload.previewLead}</p>
    <dl class="facts">${counts}</dl>
    <section>
      ${table({
        caption: preview.file,
        heads: [upload.row, upload.ticket, upload.fate, upload.why],
        rows: preview.rows
          .slice(0, 300)
          .map(({ row, ticketId, fate, cause }) => [
            String(row),
            ticketId ?? "–",
            upload.fates[fate],
            html`<span lang="de">${cause === "" ? "–" : cause}</span>`,
          ]),
      })}
      <form method="post" action="${pathOf(region, "einlesen")}">
        ${hidden("csrf", csrf)} ${hidden("von", weeks[0]!)} ${hidden("bis", weeks.at(-1)!)}
        ${hidden("vorschau", preview.id)}
        <p class="actions"><button class="button">${buttons.takeFile}</button></p>
      </form>
    </section>`;
}

export function closeForm(
  { region, csrf, weeks, advances }: Around & { readonly advances: Advances },
  inputsSha256: string,
  fault: string | undefined,
  { words: { closing, buttons } }: SettlementSpeech,
): Html {
  return html`<section aria-labelledby="abschliessen" class="screen-only">
    <h2 id="abschliessen">${closing.head}</h2>
    <p>${closing.lead}</p>
    <form method="post" action="${pathOf(region, "abschliessen")}">
      ${hidden("csrf", csrf)} ${hidden("von", weeks[0]!)} ${hidden("bis", weeks.at(-1)!)}
      ${hidden("stand", inputsSha256)} ${hiddenAdvances(advances)}
      ${fault === undefined ? "" : html`<p class="fault" id="geprueft-fault" role="alert">${fault}</p>`}
      <p>
        <label class="check" for="geprueft"
          ><input
            id="geprueft"
            name="geprueft"
            type="checkbox"
            value="ja"
            required
            ${fault === undefined ? "" : html`aria-describedby="geprueft-fault"`}
          />
          ${closing.confirm}</label
        >
      </p>
      <p class="actions"><button class="button grave">${buttons.close}</button></p>
    </form>
  </section>`;
}

export function correctionsSection(
  { region, csrf }: Pick<Around, "region" | "csrf">,
  view: {
    readonly id: string;
    readonly corrections: readonly Correction[];
    readonly names: ReadonlyMap<string, string>;
  },
  closes: boolean,
  { words: { correction, settlement, buttons }, figures: { money, moment } }: SettlementSpeech,
): Html {
  return html`<section aria-labelledby="berichtigungen">
    <h2 id="berichtigungen">${correction.head}</h2>
    ${view.corrections.length === 0 ? html`<p>${correction.none}</p>` : ""}
    ${view.corrections.map(
      ({ number, reason, at, bookings }) =>
        html`<h3>${correction.number} ${number}, ${moment(at)}</h3>
          <p>${reason}</p>
          ${table({
            caption: `${correction.head} ${number}`,
            quiet: true,
            heads: [
              settlement.member,
              correction.figure,
              correction.reversed,
              correction.booked,
              correction.difference,
            ],
            rows: bookings.map((one) => [
              view.names.get(one.ags) ?? one.ags,
              correction.figures[one.figure],
              money(one.reversedCents),
              money(one.bookedCents),
              money(one.differenceCents),
            ]),
            numbers: [2, 3, 4],
          })}`,
    )}
    ${
      closes
        ? html`<p>${correction.lead}</p>
            <form class="picker" method="post" action="${pathOf(region, `${view.id}/berichtigen`)}">
              ${hidden("csrf", csrf)}
              ${field({ id: "anlass", label: correction.reason, input: { required: true, minlength: 3, maxlength: 1000 } })}
              <button class="button quiet">${buttons.correct}</button>
            </form>`
        : ""
    }
  </section>`;
}

export function closedList(
  region: string,
  all: readonly ClosedSettlement[],
  year: string,
  { words: { list, settlement, ledger }, figures }: SettlementSpeech,
): Html {
  return html`<section aria-labelledby="abgeschlossen">
    <h2 id="abgeschlossen">${list.head}</h2>
    ${
      all.length === 0
        ? html`<p>${list.none}</p>`
        : table({
            caption: list.head,
            quiet: true,
            heads: [list.period, list.closedAt, list.joint, list.saving, settlement.open],
            rows: all.map((one) => {
              const name = figures.weeks(one.period.firstWeek, one.period.lastWeek);
              return [
                name,
                figures.moment(one.closedAt),
                figures.money(one.jointCostCents),
                figures.money(one.soloTotalCents - one.jointCostCents),
                html`<a href="${pathOf(region, one.id)}" aria-label="${settlement.open}: ${name}"
                  >${settlement.open}</a
                >`,
              ];
            }),
            numbers: [2, 3],
          })
    }
    <p class="actions"><a class="button quiet" href="${pathOf(region, `jahr/${year}`)}">${ledger.show} ${year}</a></p>
  </section>`;
}

export function ledgerPage(
  account: Ledger,
  { words: { ledger, settlement }, figures: { money, tonnes } }: SettlementSpeech,
): Html {
  const columns = [
    ["soloCents", ledger.solo],
    ["shareCents", ledger.share],
    ["yearShareCents", ledger.yearShare],
    ["equalisationCents", ledger.equalisation],
    ["estimationCents", settlement.estimation],
    ["balanceCents", ledger.balance],
  ] as const;
  return html`<h1>${ledger.head} ${account.year}</h1>
    <p class="lead">${ledger.lead}</p>
    ${
      account.settlementIds.length === 0
        ? html`<p>${ledger.none}</p>`
        : table({
            caption: `${ledger.head} ${account.year}`,
            quiet: true,
            heads: [settlement.member, settlement.tonnes, ...columns.map(([, name]) => name)],
            rows: account.members.map((m) => [m.name, tonnes(m.weighedKg), ...columns.map(([one]) => money(m[one]))]),
            numbers: [1, 2, 3, 4, 5, 6, 7],
          })
    }`;
}
