/** The rules side by side: those that people discuss in sight, the others to be opened. */
import type { Plan, RuleResult } from "../../../domain/plan/plan.ts";
import type { AllocationRule } from "../../../domain/sharing/keys.ts";
import { stabilitySentence, type NameOf } from "../../explain/sentences.ts";
import { markup, type Content, type Html } from "../html.ts";
import { dataTable } from "../table.ts";
import { money, plural, RULES } from "../words.ts";

/** What councils argue about; the rule in force is always among them. */
const DISCUSSED: readonly AllocationRule[] = [
  "tonnes",
  "twoPart",
  "standAlone",
  "shapley",
  "nucleolus",
  "nearestStable",
];

export function rulesSideBySide(plan: Plan, nameOf: NameOf): Html {
  const { rules, rule } = plan.allocation;
  // The rule in force comes first, so that no narrow screen hides it.
  const shown = [
    ...rules.filter((one) => one.rule === rule),
    ...rules.filter((one) => one.rule !== rule && DISCUSSED.includes(one.rule)),
  ];
  const others = rules.filter((one) => !shown.includes(one));
  const capped = rules.some((one) => one.cappedAtStandAlone.length > 0);
  return markup`${rulesList(plan, shown, nameOf)}
${rulesTable(plan, shown, "rules-table", "Die meistbesprochenen Schlüssel nebeneinander")}
${
  others.length === 0
    ? null
    : markup`<details class="more"><summary>${plural(others.length, "weiterer Schlüssel", "weitere Schlüssel")}</summary>
${rulesList(plan, others, nameOf)}
${rulesTable(plan, others, "rules-more-table", "Weitere Schlüssel nebeneinander")}</details>`
}
${capped ? markup`<p class="muted small">* auf die Alleinkosten begrenzt, damit niemand schlechter steht als allein.</p>` : null}`;
}

function nameOfRule({ rule }: RuleResult, plan: Plan): string {
  const { name } = RULES[rule];
  return rule === "nearestStable" ? `${name} (zu: ${RULES[plan.allocation.nearestTo].name})` : name;
}

function rulesList(plan: Plan, rules: readonly RuleResult[], nameOf: NameOf): Html {
  const entries = rules.map((result) => {
    const chosen = result.rule === plan.allocation.rule;
    const verdict = result.stable ? "Stabil" : "Nicht stabil";
    return markup`<div${chosen ? markup` class="is-chosen"` : null}><dt>${nameOfRule(result, plan)}${chosen ? " (gilt)" : null}</dt><dd>${RULES[result.rule].sentence}</dd><dd><strong>${verdict}.</strong> ${stabilitySentence(result, nameOf)}</dd></div>
`;
  });
  return markup`<dl class="rules">${entries}</dl>`;
}

function rulesTable(plan: Plan, rules: readonly RuleResult[], id: string, caption: string): Html {
  const inForce = plan.allocation.rule;
  const cents = (result: RuleResult, ags: string) =>
    markup`${money(result.shares[ags] ?? 0)}${result.cappedAtStandAlone.includes(ags) ? markup`<abbr title="auf die Alleinkosten begrenzt">*</abbr>` : null}`;
  const rows = plan.municipalities.map((m): Content[] => [
    m.name,
    money(m.standAloneCostCents),
    ...rules.map((result) =>
      result.rule === inForce ? markup`<strong>${cents(result, m.ags)}</strong>` : cents(result, m.ags),
    ),
  ]);
  return dataTable({
    id,
    caption,
    columns: [
      { head: "Kommune" },
      { head: "Alleinkosten", numeric: true },
      ...rules.map((result) => ({
        head: markup`${RULES[result.rule].name}${result.rule === inForce ? markup`<br><strong>(gilt)</strong>` : null}`,
        numeric: true,
      })),
    ],
    rows,
    total: [
      "Summe",
      money(plan.standAloneTotalCents),
      ...rules.map((result) => money(Object.values(result.shares).reduce((a, b) => a + b, 0))),
    ],
  });
}
