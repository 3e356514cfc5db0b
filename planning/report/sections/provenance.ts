/** Herkunft: what is needed to make the same plan again, and to check it without trusting us. */
import type { Plan } from "../../../domain/plan/plan.ts";
import { formatNumber } from "../../../domain/money.ts";
import { markup, type Html } from "../html.ts";
import { dataTable } from "../table.ts";
import { PHASE_NAMES } from "../words.ts";

function facts(plan: Plan): Html {
  const { seed, iterations, inputsSha256, travelMatrix, versions, seconds, phases } = plan.provenance;
  const software = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const parts = phases.map((one) => `${PHASE_NAMES[one.phase] ?? one.phase} ${formatNumber(one.seconds, 1)} s`);
  return markup`<dl class="record">
<dt>Startwert</dt><dd>${seed}</dd>
<dt>Durchläufe</dt><dd>${formatNumber(iterations)}</dd>
<dt>Eingaben (SHA-256)</dt><dd><code>${inputsSha256}</code></dd>
<dt>Fahrzeiten</dt><dd>${travelMatrix}</dd>
<dt>Programme</dt><dd>${software.join(", ")}</dd>
<dt>Rechenzeit</dt><dd>${formatNumber(seconds, 1)} s${parts.length === 0 ? null : ` (${parts.join(", ")})`}</dd>
</dl>`;
}

export function provenanceSection(plan: Plan): Html {
  const { inputs } = plan.provenance;
  return markup`${facts(plan)}
<h3>Selbst nachrechnen</h3>
<p>Ein unabhängiges Prüfprogramm rechnet Machbarkeit, jede Kostenzeile, die Anteile und „nie schlechter als allein“ aus
<code>plan.json</code> und dem Ordner der Eingaben nach. Es nennt, was nicht stimmt:</p>
<p><code>gruenverbund verify plan.json ORDNER</code></p>
<p>Gleiche Eingaben, gleicher Startwert und gleich viele Durchläufe ergeben denselben Plan.</p>
<details><summary>Prüfsummen der ${formatNumber(inputs.length)} Eingabedateien</summary>
${dataTable({
  id: "inputs-table",
  caption: "Eingabedateien",
  columns: [{ head: "Datei" }, { head: "SHA-256" }],
  rows: inputs.map(({ file, sha256 }) => [file, markup`<code>${sha256}</code>`]),
})}</details>`;
}
