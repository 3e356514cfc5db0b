/** CO₂: by line, with the factor set named, because methods differ by more than transport weighs. */
import type { Plan } from "../../../domain/plan/plan.ts";
import { formatNumber } from "../../../domain/money.ts";
import { markup, type Html } from "../html.ts";
import { dataTable } from "../table.ts";
import { EMISSION_LINE_NAMES, percent } from "../words.ts";

const kg = (value: number): string => `${formatNumber(value)} kg`;

export function emissionsSection(plan: Plan): Html {
  const { lines, jointKgCo2e, standAloneKgCo2e, factorSet } = plan.emissions;
  const saved = standAloneKgCo2e - jointKgCo2e;
  const words = saved >= 0 ? "weniger" : "mehr";
  return markup`<p>Der gemeinsame Plan verursacht ${kg(Math.abs(saved))} CO₂e ${words} als getrennte Pläne (${percent(Math.abs(saved), standAloneKgCo2e)}).
Gerechnet mit dem Faktorensatz <strong>${factorSet}</strong>; ein anderer Satz kann mehr ändern als der ganze Transport ausmacht.</p>
${dataTable({
  id: "emissions-table",
  caption: "Treibhausgase in kg CO₂e",
  columns: [{ head: "Quelle" }, ...["gemeinsam", "allein", "Unterschied"].map((head) => ({ head, numeric: true }))],
  rows: lines.map((line) => [
    EMISSION_LINE_NAMES[line.line] ?? line.line,
    kg(line.jointKgCo2e),
    kg(line.standAloneKgCo2e),
    kg(line.jointKgCo2e - line.standAloneKgCo2e),
  ]),
  total: ["Summe", kg(jointKgCo2e), kg(standAloneKgCo2e), kg(-saved)],
})}`;
}
