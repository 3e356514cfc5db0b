/** What each municipality will be asked at home: why this amount, what if it brings more, what if it stays away. */
import type { Plan, PlanMunicipality } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { compareMembership, type Membership } from "../../explain/membership.ts";
import {
  entrySentence,
  leavingSentence,
  marginalSentence,
  savingSentence,
  spokenRule,
  tonnageSentence,
  type NameOf,
} from "../../explain/sentences.ts";
import { tonnageChangeByRule } from "../../explain/tonnage.ts";
import type { CountyGame } from "../../sharing/countyGame.ts";
import { countyOfPlan } from "../../sharing/countyOfPlan.ts";
import { markup, type Html } from "../html.ts";
import { savingKind } from "../saving.ts";
import { dataTable } from "../table.ts";
import { money } from "../words.ts";

/** With and without each member, as the plan holds it. */
export function memberships(plan: Plan): Membership[] {
  const { shares, without } = plan.allocation;
  return without.map((entry) =>
    compareMembership({
      ags: entry.ags,
      shareCents: shares[entry.ags]!,
      aloneCents: plan.municipalities.find((m) => m.ags === entry.ags)!.standAloneCostCents,
      jointCents: plan.jointCostCents,
      othersJointCents: entry.jointCostCents,
      others: plan.municipalities
        .filter((m) => m.ags !== entry.ags)
        .map(({ ags }) => ({ ags, withCents: shares[ags]!, withoutCents: entry.shares[ags]! })),
    }),
  );
}

export function memberSentences(plan: Plan, region: Region, nameOf: NameOf): Html {
  const game = countyOfPlan(plan, region);
  const changes = new Map(memberships(plan).map((change) => [change.ags, change]));
  const entries = plan.municipalities.map((m, i) => {
    const sentences = sentencesOf(plan, game, m, i, changes.get(m.ags), nameOf);
    return markup`<details class="member"><summary><strong>${m.name}</strong> <span>${money(m.shareCents)}</span></summary>
<ul class="sentences">${sentences.map((sentence) => markup`<li>${sentence}</li>`)}</ul></details>
`;
  });
  return markup`<div class="members">${entries}</div>`;
}

function sentencesOf(
  plan: Plan,
  game: CountyGame,
  m: PlanMunicipality,
  player: number,
  change: Membership | undefined,
  nameOf: NameOf,
): string[] {
  const sentences = [savingSentence(m.name, m.shareCents, m.standAloneCostCents)];
  if (change !== undefined) {
    const marginal = plan.jointCostCents - change.othersJointCents;
    sentences.push(marginalSentence(m.name, m.shareCents, marginal), entrySentence(change, nameOf));
  }
  const tonnage = tonnageWords(plan, game, m, player);
  return tonnage === null ? sentences : [...sentences, tonnage];
}

/** By the rule in force, or by the key it stays near to where only an engine could say. */
function tonnageWords(plan: Plan, game: CountyGame, m: PlanMunicipality, player: number): string | null {
  const { rule, nearestTo } = plan.allocation;
  const reckoned = rule === "nearestStable" ? nearestTo : rule;
  const change = (factor: number) => tonnageChangeByRule(game, player, factor, reckoned, m.shareCents);
  const [more, less] = [change(1.1), change(0.9)];
  if (more === null || less === null) return null;
  const sentence = tonnageSentence(m.name, more, less);
  return reckoned === rule ? sentence : `Nach ${spokenRule(reckoned)} allein gilt: ${sentence}`;
}

/** What if one says no: a row each, the dearest loss for the others first. */
export function leavingTable(plan: Plan, nameOf: NameOf): Html | null {
  const changes = memberships(plan);
  if (changes.length === 0) return null;
  const more = (change: Membership) =>
    change.others.map((other) => ({ ags: other.ags, cents: other.withoutCents - other.withCents }));
  const rows = changes.map((change) => {
    const differences = more(change);
    const sum = differences.reduce((total, { cents }) => total + cents, 0);
    const hardest = differences.toSorted((a, b) => b.cents - a.cents)[0];
    const gain = change.aloneCents - change.shareCents;
    return {
      sum,
      cells: [
        nameOf(change.ags),
        money(change.othersJointCents),
        sum > 0 ? money(sum) : markup`<span class="muted">${money(sum)}</span>`,
        hardest === undefined || hardest.cents <= 0
          ? markup`<span class="muted">niemand</span>`
          : markup`${nameOf(hardest.ags)} (${money(hardest.cents)})`,
        savingKind(gain, change.aloneCents) === "none"
          ? markup`<span class="muted">nicht nachweisbar</span>`
          : money(gain),
      ],
    };
  });
  return dataTable({
    id: "leaving-table",
    caption: "Wenn eine Kommune nicht mitmacht und die anderen nach demselben Schlüssel teilen",
    columns: [
      { head: "Ohne" },
      { head: "Kosten der anderen", numeric: true },
      { head: "Die anderen zahlen mehr", numeric: true },
      { head: "am meisten mehr" },
      { head: "Sie selbst zahlte allein mehr", numeric: true },
    ],
    rows: rows.toSorted((a, b) => b.sum - a.sum).map(({ cells }) => cells),
  });
}

/** One sentence that sums the table up: is there anybody whom the others would rather do without? */
export function leavingWords(plan: Plan, nameOf: NameOf): string | null {
  const changes = memberships(plan);
  if (changes.length === 0) return null;
  const harmful = changes.filter(({ worseByEntry }) => worseByEntry.length > 0);
  if (harmful.length === 0)
    return "Von jeder Kommune haben alle anderen etwas: Niemand zahlt mehr, weil eine andere dabei ist.";
  const [first] = harmful.toSorted((a, b) => harm(b) - harm(a));
  return `Bei ${howMany(harmful.length, changes.length)} zahlen einzelne andere mehr, weil sie dabei ist. ${entrySentence(first!, nameOf)} ${leavingSentence(first!, nameOf)}`;
}

function howMany(some: number, all: number): string {
  if (some === all) return "jeder Kommune";
  return some === 1 ? "einer Kommune" : `${some} von ${all} Kommunen`;
}

function harm({ worseByEntry }: Membership): number {
  return worseByEntry.reduce((sum, other) => sum + other.withCents - other.withoutCents, 0);
}
