/** Annahmen: every value of the input that nobody has verified, by file, equal ones together. */
import type { Assumption, Plan } from "../../../domain/plan/plan.ts";
import { markup, type Html } from "../html.ts";
import { plural } from "../words.ts";

interface Group {
  readonly field: string;
  readonly text: string;
  readonly source: string;
  readonly ids: readonly string[];
}

function byKey<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list === undefined) groups.set(key(item), [item]);
    else list.push(item);
  }
  return groups;
}

/** Rows that differ by their id alone are one line of the table. */
function merged(assumptions: readonly Assumption[]): Group[] {
  const groups = byKey(assumptions, ({ field, text, source }) => JSON.stringify([field, text, source]));
  return [...groups.values()].flatMap((list) => {
    const [first] = list;
    return first === undefined
      ? []
      : [{ field: first.field, text: first.text, source: first.source, ids: list.map((one) => one.id) }];
  });
}

/** A list and not a table: the sentences are long, and on a phone or on paper columns would squeeze them. */
function groupItem({ field, text, source, ids }: Group): Html {
  const named = ids.filter((id) => id !== "");
  return markup`<li>${text}<br><span class="small muted"><code>${field}</code>${named.length === 0 ? null : ` (${named.join(", ")})`}. Quelle: ${source === "" ? "keine" : source}</span></li>
`;
}

function fileDetails([file, assumptions]: readonly [string, readonly Assumption[]]): Html {
  return markup`<details><summary><strong>${file}</strong> <span class="muted">${plural(assumptions.length, "Annahme", "Annahmen")}</span></summary>
<ul class="sentences is-wide">${merged(assumptions).map(groupItem)}</ul></details>
`;
}

export function assumptionsSection(plan: Plan): Html {
  const files = [...byKey(plan.assumptions, (one) => one.file)];
  const notices =
    plan.notices.length === 0
      ? null
      : markup`<h3>Hinweise</h3><ul class="sentences">${plan.notices.map(
          (notice) => markup`<li>${notice}</li>
`,
        )}</ul>`;
  const intro =
    files.length === 0
      ? markup`<p>Alle Eingaben sind belegt.</p>`
      : markup`<p>${plural(plan.assumptions.length, "Wert ist", "Werte sind")} nicht belegt und als Annahme geführt. Vor einem Beschluss sollten die wichtigsten gemessen oder ausgeschrieben werden.</p>`;
  return markup`${intro}
${files.map(fileDetails)}
${notices}`;
}
