/**
 * Choosing the rule behind the veil: how each rule did over many weeks, with members and rules under cover, so that
 * nobody can tell what a rule would mean for oneself. The key that uncovers them is handed over apart.
 *
 * The thought: J. C. Harsanyi 1955 and J. Rawls 1971; whoever does not know their own place chooses what is fair.
 */
import type { Plan } from "../../domain/plan/plan.ts";
import type { AllocationRule } from "../../domain/sharing/keys.ts";

/** One week, or one game, divided by several rules. */
export interface VeilWeek {
  readonly members: readonly VeilMember[];
  readonly rules: readonly VeilWeekRule[];
}

export interface VeilMember {
  readonly id: string;
  /** Above 0 for whoever has a cost; others are left out of the parts. */
  readonly aloneCents: number;
}

export interface VeilWeekRule {
  readonly rule: AllocationRule;
  /** In the order of the members. */
  readonly shares: readonly number[];
  /** No known group would leave. */
  readonly stable: boolean;
  /** The rule itself would have let somebody pay more than alone; the cap had to step in. */
  readonly capped: boolean;
}

/** All parts are of the stand-alone cost, 0.1 for 10 %. */
export interface VeilMethod {
  /** `Verfahren 1`, in an order that the seed decides. */
  readonly label: string;
  readonly weeks: number;
  readonly stableWeeks: number;
  /** Weeks in which the rule let nobody pay more than alone by itself. */
  readonly neverWorseWeeks: number;
  /** Over all members and weeks. */
  readonly savingPart: { readonly lowest: number; readonly median: number; readonly highest: number };
  /** Mean over the weeks of the largest less the smallest saving part: 0 is the same for everybody. */
  readonly spread: number;
  /** Mean over the weeks of the Gini coefficient of the savings in money: 0 is the same for everybody, 1 all for one. */
  readonly gini: number;
  /** Mean over the members of the standard deviation of their saving part from week to week. */
  readonly unsteadiness: number;
  /** Mean saving part of each member, under cover. */
  readonly members: readonly { readonly label: string; readonly savingPart: number }[];
}

export interface Veil {
  readonly methods: readonly VeilMethod[];
  /** To be opened after the choice. */
  readonly key: {
    readonly methods: Readonly<Record<string, AllocationRule>>;
    readonly members: Readonly<Record<string, string>>;
  };
}

/** A whole number in [0, limit); the project's generator has it. */
export interface Chance {
  below(limit: number): number;
}

/** Only rules that have an answer in every week are compared; members may come and go. */
export function behindTheVeil(weeks: readonly VeilWeek[], chance: Chance): Veil {
  const ids = shuffled([...new Set(weeks.flatMap((week) => week.members.map((m) => m.id)))].sort(), chance);
  const memberLabels = new Map(ids.map((id, i) => [id, `Mitglied ${i + 1}`]));
  const everywhere = (weeks[0]?.rules ?? [])
    .map(({ rule }) => rule)
    .filter((rule) => weeks.every((week) => week.rules.some((r) => r.rule === rule)));
  const rules = shuffled(everywhere, chance);
  return {
    methods: rules.map((rule, i) => methodOf(`Verfahren ${i + 1}`, rule, weeks, memberLabels)),
    key: {
      methods: Object.fromEntries(rules.map((rule, i) => [`Verfahren ${i + 1}`, rule])),
      members: Object.fromEntries(ids.map((id) => [memberLabels.get(id)!, id])),
    },
  };
}

export function veilWeekOf(plan: Plan): VeilWeek {
  return {
    members: plan.municipalities.map((m) => ({ id: m.ags, aloneCents: m.standAloneCostCents })),
    rules: plan.allocation.rules.map(({ rule, shares, stable, cappedAtStandAlone }) => ({
      rule,
      shares: plan.municipalities.map((m) => shares[m.ags]!),
      stable,
      capped: cappedAtStandAlone.length > 0,
    })),
  };
}

function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

interface Saving {
  readonly id: string;
  readonly cents: number;
  readonly part: number;
}

function methodOf(
  label: string,
  rule: AllocationRule,
  weeks: readonly VeilWeek[],
  memberLabels: ReadonlyMap<string, string>,
): VeilMethod {
  const results = weeks.map((week) => ({ week, result: week.rules.find((r) => r.rule === rule)! }));
  const savings = results.map(({ week, result }) => savingsOf(week, result));
  const all = savings.flat().map(({ part }) => part);
  const ordered = all.toSorted((a, b) => a - b);
  const ofMember = (id: string) => savings.flatMap((list) => list.filter((s) => s.id === id).map(({ part }) => part));
  const present = [...memberLabels].filter(([id]) => ofMember(id).length > 0);
  return {
    label,
    weeks: weeks.length,
    stableWeeks: results.filter(({ result }) => result.stable).length,
    neverWorseWeeks: results.filter(({ result }) => !result.capped).length,
    savingPart: { lowest: ordered[0] ?? 0, median: median(ordered), highest: ordered.at(-1) ?? 0 },
    spread: mean(savings.map((list) => range(list.map(({ part }) => part)))),
    gini: mean(savings.map((list) => gini(list.map(({ cents }) => cents)))),
    unsteadiness: mean(present.map(([id]) => deviation(ofMember(id)))),
    members: present.map(([id, name]) => ({ label: name, savingPart: mean(ofMember(id)) })),
  };
}

function savingsOf({ members }: VeilWeek, { shares }: VeilWeekRule): Saving[] {
  return members.flatMap(({ id, aloneCents }, i) => {
    const cents = aloneCents - shares[i]!;
    return aloneCents > 0 ? [{ id, cents, part: cents / aloneCents }] : [];
  });
}

function mean(list: readonly number[]): number {
  return list.length === 0 ? 0 : list.reduce((a, b) => a + b, 0) / list.length;
}

function range(list: readonly number[]): number {
  return list.length === 0 ? 0 : Math.max(...list) - Math.min(...list);
}

function median(ordered: readonly number[]): number {
  if (ordered.length === 0) return 0;
  const middle = (ordered.length - 1) / 2;
  return (ordered[Math.floor(middle)]! + ordered[Math.ceil(middle)]!) / 2;
}

/** Of the population, not of a sample. */
function deviation(list: readonly number[]): number {
  const centre = mean(list);
  return Math.sqrt(mean(list.map((value) => (value - centre) ** 2)));
}

/** `Σ_i Σ_j |s_i − s_j| / (2 n Σ s)`; 0 when nothing is saved. Savings below 0 count as 0. */
function gini(savings: readonly number[]): number {
  const gains = savings.map((saving) => Math.max(0, saving));
  const sum = gains.reduce((a, b) => a + b, 0);
  if (sum === 0) return 0;
  const differences = gains.reduce((total, a) => total + gains.reduce((inner, b) => inner + Math.abs(a - b), 0), 0);
  return differences / (2 * gains.length * sum);
}
