/** Kosten nach Kostenart, and what relaxing a limit would be worth. */
import type { Plan, ShadowPrice } from "../../../domain/plan/plan.ts";
import { pairBars } from "../bars.ts";
import { markup, type Html } from "../html.ts";
import { dataTable } from "../table.ts";
import { COST_LINE_NAMES, listed, money, periodName, plural, weekName } from "../words.ts";

function used(plan: Plan): Plan["costLines"] {
  return plan.costLines.filter((line) => line.jointCents !== 0 || line.standAloneCents !== 0);
}

function chart(plan: Plan): Html {
  const rows = used(plan)
    .filter((line) => line.jointCents > 0 || line.standAloneCents > 0)
    .map(({ line, jointCents, standAloneCents }) => ({
      name: COST_LINE_NAMES[line],
      joint: jointCents,
      alone: standAloneCents,
      value: markup`${money(jointCents)}<small>statt ${money(standAloneCents)}</small>`,
    }));
  return pairBars(rows, "Kostenarten, gemeinsam und allein. Genaue Zahlen in der Tabelle darunter.");
}

function costTable(plan: Plan): Html {
  return dataTable({
    id: "costs-table",
    caption: `Kosten nach Kostenart, ${periodName(plan.period.firstWeek, plan.period.lastWeek)}`,
    columns: [
      { head: "Kostenart" },
      ...["gemeinsam", "allein", "Unterschied"].map((head) => ({ head, numeric: true })),
    ],
    rows: used(plan).map(({ line, jointCents, standAloneCents }) => [
      COST_LINE_NAMES[line],
      money(jointCents),
      money(standAloneCents),
      money(jointCents - standAloneCents),
    ]),
    total: [
      "Summe",
      money(plan.jointCostCents),
      money(plan.standAloneTotalCents),
      money(plan.jointCostCents - plan.standAloneTotalCents),
    ],
  });
}

/** The dearest limits are read; the rest can be opened. */
const SHOWN = 6;

interface PricedLimit {
  readonly sentence: string;
  readonly centsPerUnit: number;
  readonly laterWeeks: readonly string[];
}

/** The same price in several weeks is one sentence with the other weeks named. */
function pricedLimits(prices: readonly ShadowPrice[]): PricedLimit[] {
  const groups = new Map<string, ShadowPrice[]>();
  for (const price of prices) {
    const key = JSON.stringify([price.kind, price.id, price.unit, Math.round(price.centsPerUnit)]);
    groups.set(key, [...(groups.get(key) ?? []), price]);
  }
  const limits = [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ sentence: first.sentence, centsPerUnit: first.centsPerUnit, laterWeeks: others.map((one) => one.week) }],
  );
  return limits.sort((a, b) => b.centsPerUnit - a.centsPerUnit);
}

function limitItem({ sentence, laterWeeks }: PricedLimit): Html {
  const weeks =
    laterWeeks.length === 0 ? null : ` Ebenso in ${listed(laterWeeks.map((week) => `KW ${Number(week.slice(6))}`))}.`;
  return markup`<li>${sentence}${weeks}</li>
`;
}

function shadowPrices(plan: Plan): Html {
  const limits = pricedLimits(plan.shadowPrices);
  if (limits.length === 0) return markup`<p>Keine Grenze bindet so, dass eine Einheit mehr die Kosten senkte.</p>`;
  const rest = limits.slice(SHOWN);
  return markup`<ul class="sentences">${limits.slice(0, SHOWN).map(limitItem)}</ul>
${rest.length === 0 ? null : markup`<details><summary>${plural(rest.length, "weitere Grenze", "weitere Grenzen")}</summary><ul class="sentences">${rest.map(limitItem)}</ul></details>`}`;
}

/** What came of letting tours give the quantities their prices. */
function loopWords({ haulage: { loop } }: Plan): string {
  if (loop === undefined || loop.passes.length === 1) return "";
  const { passes, chosen } = loop;
  const [first, taken] = [passes[0]!, passes[chosen]!];
  const count = plural(passes.length, "Durchgang", "Durchgänge");
  const saved = first.realCents - taken.realCents;
  const result =
    chosen === 0
      ? "Kein weiterer war günstiger als der erste."
      : `Der ${chosen + 1}. gilt: Gefahren kostet er ${money(saved)} weniger als der erste (${taken.loads} statt ${first.loads} Fuhren, davon ${taken.left} statt ${first.left} unbedient).`;
  return ` Mengen und Touren aller Wochen wurden aufeinander abgestimmt, ${count}. ${result}`;
}

export function costsSection(plan: Plan): Html {
  const { routedWeekCents } = plan.haulage;
  return markup`${chart(plan)}
${costTable(plan)}
<p class="muted small">Die Touren der ${weekName(plan.week)} kosten ${money(routedWeekCents)}; danach ist der Transport der übrigen Wochen geeicht
(Faktor ${plan.haulage.calibration.toFixed(3).replace(".", ",")}).${loopWords(plan)}</p>
<h3>Was wäre eine Einheit mehr wert?</h3>
${shadowPrices(plan)}`;
}
