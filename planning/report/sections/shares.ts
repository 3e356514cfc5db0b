/** Kostenaufteilung: who pays what, why it is fair, and what other rules would give. */
import type { Plan, PlanMunicipality, RuleResult } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { pairBars } from "../bars.ts";
import { markup, type Content, type Html } from "../html.ts";
import { savingKind, savingWords } from "../saving.ts";
import { dataTable } from "../table.ts";
import { listed, money, percent, periodName, plural, RULES, tonnes } from "../words.ts";

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
  return pairBars(
    rows,
    `Anteil an den gemeinsamen Kosten und Alleinkosten je Kommune, ${period}. Genaue Zahlen in der Tabelle darunter.`,
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

type Names = ReadonlyMap<string, string>;

const namesOf = (plan: Plan): Names => new Map(plan.municipalities.map((m) => [m.ags, m.name]));

function groupWords(members: readonly string[], names: Names): string {
  return listed(members.map((ags) => names.get(ags) ?? ags));
}

/** The test that a rule must stand: would any group be better off on its own? */
function verdict(result: RuleResult | undefined, names: Names): Html | null {
  if (result === undefined) return null;
  const worst = result.worstBlocking;
  if (worst === null || worst.excessCents <= 0) {
    return markup`<div class="verdict"><p><strong>Stabile Aufteilung: keine Gruppe zahlt mehr als allein.</strong>
Keine der untersuchten Gruppen von Kommunen käme billiger weg, wenn sie ohne die anderen plante.</p></div>`;
  }
  return markup`<div class="verdict is-open"><p><strong>Nicht stabil: ${groupWords(worst.members, names)}</strong>
${worst.members.length === 1 ? "zahlt" : "zahlen zusammen"} ${money(worst.excessCents)} mehr als ohne die anderen
(${money(worst.sharesCents)} statt ${money(worst.costCents)}). Das ist die am stärksten benachteiligte Gruppe
von ${plural(result.blockingCount, "Gruppe", "Gruppen")}, für die das gilt.</p></div>`;
}

function stabilityWords(result: RuleResult, names: Names): Html {
  const worst = result.worstBlocking;
  if (worst === null || worst.excessCents <= 0) return markup`Stabil: keine Gruppe zahlt mehr als allein.`;
  const groups = plural(result.blockingCount, "Gruppe zahlte", "Gruppen zahlten");
  return markup`Nicht stabil: ${groups} mehr als allein, am meisten ${groupWords(worst.members, names)} (${money(worst.excessCents)} zu viel).`;
}

function ruleHead({ rule }: RuleResult, chosen: string): Content {
  return markup`${RULES[rule].name}${rule === chosen ? markup`<br><strong>(gilt)</strong>` : null}`;
}

function rulesTable(plan: Plan): Html {
  const { rules, rule } = plan.allocation;
  const cents = (result: RuleResult, ags: string) =>
    markup`${money(result.shares[ags] ?? 0)}${result.cappedAtStandAlone.includes(ags) ? markup`<abbr title="auf die Alleinkosten begrenzt">*</abbr>` : null}`;
  const rows = plan.municipalities.map((m): Content[] => [
    m.name,
    money(m.standAloneCostCents),
    ...rules.map((result) =>
      result.rule === rule ? markup`<strong>${cents(result, m.ags)}</strong>` : cents(result, m.ags),
    ),
  ]);
  return dataTable({
    id: "rules-table",
    caption: "Alle Verteilungsschlüssel nebeneinander",
    columns: [
      { head: "Kommune" },
      { head: "Alleinkosten", numeric: true },
      ...rules.map((result) => ({ head: ruleHead(result, rule), numeric: true })),
    ],
    rows,
    total: [
      "Summe",
      money(plan.standAloneTotalCents),
      ...rules.map((result) => money(Object.values(result.shares).reduce((a, b) => a + b, 0))),
    ],
  });
}

function rulesList(plan: Plan): Html {
  const names = namesOf(plan);
  const entries = plan.allocation.rules.map((result) => {
    const { name, sentence } = RULES[result.rule];
    const chosen = result.rule === plan.allocation.rule;
    return markup`<div${chosen ? markup` class="is-chosen"` : null}><dt>${name}${chosen ? " (gilt)" : null}</dt><dd>${sentence}</dd><dd>${stabilityWords(result, names)}</dd></div>
`;
  });
  return markup`<dl class="rules">${entries}</dl>`;
}

function ruleSentence(plan: Plan, region: Region): Html {
  const { name, sentence } = RULES[plan.allocation.rule];
  const { capacityShare } = region.settings.allocation;
  const parts = `Hier sind das ${percent(capacityShare, 1)} nach Lagerfläche und ${percent(1 - capacityShare, 1)} nach Tonnen.`;
  return markup`<p><strong>Verteilungsschlüssel: ${name}.</strong> ${sentence} ${plan.allocation.rule === "twoPart" ? parts : null}
Niemand zahlt mehr als seine Alleinkosten: Was darüber läge, wird gekappt und von den anderen getragen.</p>`;
}

export function sharesSection(plan: Plan, region: Region): Html {
  const result = plan.allocation.rules.find((one) => one.rule === plan.allocation.rule);
  const capped = plan.allocation.rules.some((one) => one.cappedAtStandAlone.length > 0);
  return markup`${ruleSentence(plan, region)}
${verdict(result, namesOf(plan))}
${chart(plan)}
${municipalityTable(plan)}
${withoutSaving(plan)}
<p class="muted small">Zahlung = Anteil − eingebrachte Leistung (Personal, Geräte, Flächen). Grundlage der Stabilität: ${plan.game.method}.</p>
<h3>Und nach anderen Schlüsseln?</h3>
${rulesList(plan)}
${rulesTable(plan)}
${capped ? markup`<p class="muted small">* auf die Alleinkosten begrenzt, damit niemand schlechter steht als allein.</p>` : null}`;
}
