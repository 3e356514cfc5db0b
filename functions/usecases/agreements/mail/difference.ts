/** What a new version of a proposal changes, as far as one member is concerned. */
import type { Agreement } from "../../../../domain/agreement/agreement.ts";
import type { Facts } from "./facts.ts";
import { oneLine } from "./safeText.ts";

export interface Difference {
  /** Before and now; undefined where nothing changed. */
  readonly share?: readonly [number, number];
  readonly alone?: readonly [number, number];
  readonly jointCost?: readonly [number, number];
  readonly deadline?: readonly [string, string];
  readonly period?: readonly [Agreement["period"], Agreement["period"]];
  readonly rule?: readonly [Agreement["rule"], Agreement["rule"]];
  /** Names of members. */
  readonly left: readonly string[];
  readonly joined: readonly string[];
}

const pair = <T>(a: T | undefined, b: T | undefined): readonly [T, T] | undefined =>
  a === undefined || b === undefined || JSON.stringify(a) === JSON.stringify(b) ? undefined : [a, b];

export function differenceOf(before: Agreement, now: Agreement, ags: string): Difference {
  const was = before.members.find((member) => member.ags === ags);
  const is = now.members.find((member) => member.ags === ags);
  const names = (of: Agreement, others: Agreement): string[] =>
    of.members.filter((one) => !others.members.some((other) => other.ags === one.ags)).map(({ name }) => name);
  const changes = {
    share: pair(was?.shareCents, is?.shareCents),
    alone: pair(was?.standAloneCostCents, is?.standAloneCostCents),
    jointCost: pair(before.jointCostCents, now.jointCostCents),
    deadline: pair(before.deadline, now.deadline),
    period: pair(before.period, now.period),
    rule: pair(before.rule, now.rule),
  };
  const changed = Object.fromEntries(Object.entries(changes).filter(([, change]) => change !== undefined));
  return { ...(changed as Partial<Difference>), left: names(before, now), joined: names(now, before) };
}

export function differenceSentences(difference: Difference, { words, euros, moment }: Facts): string[] {
  const { share, alone, jointCost, deadline, period, rule, left, joined } = difference;
  const { changed } = words;
  const sentences = [
    ...left.map((name) => changed.left(oneLine(name))),
    ...joined.map((name) => changed.joined(oneLine(name))),
    share && changed.share(euros(share[0]), euros(share[1])),
    alone && changed.alone(euros(alone[0]), euros(alone[1])),
    jointCost && changed.jointCost(euros(jointCost[0]), euros(jointCost[1])),
    period && changed.period,
    rule && changed.rule,
    deadline && changed.deadline(moment(deadline[0]), moment(deadline[1])),
  ].filter((sentence) => sentence !== undefined);
  return sentences.length === 0 ? [changed.nothing] : sentences;
}
