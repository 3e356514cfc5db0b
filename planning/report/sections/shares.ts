/** Kostenaufteilung: who pays what, why it is fair, and what other rules would give. */
import type { Plan, PlanMunicipality } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { nearestSentences, stabilitySentence, type NameOf } from "../../explain/sentences.ts";
import { savingBars } from "../bars.ts";
import { markup, type Content, type Html } from "../html.ts";
import { savingKind, savingWords } from "../saving.ts";
import { dataTable } from "../table.ts";
import { money, percent, periodName, RULES, tonnes } from "../words.ts";
import { leavingTable, leavingWords, memberSentences } from "./memberSentences.ts";
import { rulesSideBySide } from "./rules.ts";

function savingLine(m: PlanMunicipality): string {
  const words = savingWords(m.savingCents, m.standAloneCostCents);
  return savingKind(m.savingCents, m.standAloneCostCents) === "gain" ? `spart ${words}` : words;
}

function chart(plan: Plan): Html {
  const rows = plan.municipalities.map((m) => ({
    name: markup`<strong>${m.name}</strong><small>${savingLine(m)}</small>`,
    joint: m.shareCents,
    alone: m.standAloneCostCents,
    value: markup`${money(m.shareCents)}<small>statt ${money(m.standAloneCostCents)}</small>`,
  }));
  const period = periodName(plan.period.firstWeek, plan.period.lastWeek);
  return savingBars(
    rows,
    `Was jede Kommune zahlt und was sie gegenüber dem Alleingang spart, ${period}. Genaue Zahlen in der Tabelle darunter.`,
  );
}

function savingCells(m: { readonly savingCents: number; readonly standAloneCostCents: number }): Content[] {
  const kind = savingKind(m.savingCents, m.standAloneCostCents);
  if (kind === "none") return [markup`<span class="muted">nicht nachweisbar</span>`, "–"];
  return [money(m.savingCents), percent(m.savingCents, m.standAloneCostCents)];
}

function municipalityRow(m: PlanMunicipality): Content[] {
  const contribution = m.contributionCents === 0 ? "–" : money(m.contributionCents);
  return [
    m.name,
    money(m.standAloneCostCents),
    markup`<strong>${money(m.shareCents)}</strong>`,
    ...savingCells(m),
    tonnes(m.forecastKg),
    contribution,
    money(m.paymentCents),
  ];
}

function municipalityTable(plan: Plan): Html {
  const sum = (pick: (m: PlanMunicipality) => number) => plan.municipalities.reduce((total, m) => total + pick(m), 0);
  const all = {
    savingCents: plan.standAloneTotalCents - plan.jointCostCents,
    standAloneCostCents: plan.standAloneTotalCents,
  };
  const heads = ["Alleinkosten", "Anteil", "Einsparung", "in %", "Menge", "Eingebracht", "Zahlung"];
  return dataTable({
    id: "shares-table",
    caption: "Was jede Kommune allein zahlte, was sie gemeinsam trägt und was sie überweist",
    columns: [{ head: "Kommune" }, ...heads.map((head) => ({ head, numeric: true }))],
    rows: plan.municipalities.map(municipalityRow),
    total: [
      "Summe",
      money(plan.standAloneTotalCents),
      money(plan.jointCostCents),
      ...savingCells(all),
      tonnes(sum((m) => m.forecastKg)),
      money(sum((m) => m.contributionCents)),
      money(sum((m) => m.paymentCents)),
    ],
  });
}

/** Members without a saving are told so in words, not left to find a dash. */
function withoutSaving(plan: Plan): Html | null {
  const members = plan.municipalities.filter((m) => savingKind(m.savingCents, m.standAloneCostCents) !== "gain");
  if (members.length === 0) return null;
  const entries = members.map((m) => `${m.name}: ${savingWords(m.savingCents, m.standAloneCostCents)}`);
  return markup`<p>${entries.join("; ")}. Unterschiede bis 0,1 % der Alleinkosten liegen unter der Genauigkeit der Rechnung.</p>`;
}

/** The test that a rule must stand: would any group be better off on its own? */
function verdict(plan: Plan, nameOf: NameOf): Html | null {
  const result = plan.allocation.rules.find((one) => one.rule === plan.allocation.rule);
  if (result === undefined) return null;
  const sentence = stabilitySentence(result, nameOf);
  if (result.stable)
    return markup`<div class="verdict"><p><strong>Stabile Aufteilung.</strong> ${sentence}
${
  plan.game.values.length > 0
    ? "Untersucht ist, was jede Gruppe von Kommunen zahlte, wenn sie ohne die anderen plante."
    : "Untersucht sind nicht alle Gruppen, sondern die unten genannten."
}</p></div>`;
  return markup`<div class="verdict is-open"><p><strong>Nicht stabil.</strong> ${sentence}</p></div>`;
}

function ruleSentence(plan: Plan, region: Region, nameOf: NameOf): Html {
  const { rule, rules, nearestTo } = plan.allocation;
  const { name, sentence } = RULES[rule];
  const { capacityShare } = region.settings.allocation;
  const parts = `Hier sind das ${percent(capacityShare, 1)} nach Lagerfläche und ${percent(1 - capacityShare, 1)} nach Tonnen.`;
  const proof = rules.find((one) => one.rule === rule)?.proof;
  const nearest = proof?.kind === "nearest" ? nearestSentences(proof, nearestTo, nameOf).join(" ") : null;
  return markup`<p><strong>Verteilungsschlüssel: ${name}.</strong> ${sentence} ${rule === "twoPart" ? parts : nearest}
Niemand zahlt mehr als seine Alleinkosten: Was darüber läge, wird gekappt und von den anderen getragen.</p>`;
}

export function sharesSection(plan: Plan, region: Region): Html {
  const names = new Map(plan.municipalities.map((m) => [m.ags, m.name]));
  const nameOf = (ags: string) => names.get(ags) ?? ags;
  const leaving = leavingTable(plan, nameOf);
  return markup`${ruleSentence(plan, region, nameOf)}
${verdict(plan, nameOf)}
${chart(plan)}
${municipalityTable(plan)}
${withoutSaving(plan)}
<p class="muted small">Zahlung = Anteil − eingebrachte Leistung (Personal, Geräte, Flächen). Grundlage der Stabilität: ${plan.game.method}.</p>
<h3>Für jede Kommune</h3>
${memberSentences(plan, region, nameOf)}
${leaving === null ? null : markup`<h3>Und wenn eine nicht mitmacht?</h3><p>${leavingWords(plan, nameOf)}</p>${leaving}`}
<h3>Und nach anderen Schlüsseln?</h3>
${rulesSideBySide(plan, nameOf)}`;
}
