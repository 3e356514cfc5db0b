/**
 * German sentences made from figures, for mayors and councils. Every sentence stands on its own, names amounts to the
 * cent, and says so where there is no saving to speak of.
 */
import type { BlockingCoalition, RuleResult } from "../../domain/plan/plan.ts";
import type { AllocationRule } from "../../domain/sharing/keys.ts";
import type { RuleProof } from "../../domain/sharing/ruleProof.ts";
import { NO_PROVABLE_SAVING, savingKind } from "../report/saving.ts";
import { listed, money, percent, plural } from "../report/words.ts";
import type { Membership } from "./membership.ts";
import type { TonnageChange } from "./tonnage.ts";

/** Name of a municipality by AGS. */
export type NameOf = (ags: string) => string;

/** As the rule is spoken of inside a sentence. */
const SPOKEN: Readonly<Record<AllocationRule, string>> = {
  tonnes: "dem Schlüssel nach Tonnen",
  inhabitants: "dem Schlüssel nach Einwohnern",
  twoPart: "dem Zwei-Teil-Schlüssel",
  equal: "dem Schlüssel zu gleichen Teilen",
  standAlone: "dem Schlüssel nach Alleinkosten",
  scrb: "dem Schlüssel nach Grenzkosten und Nutzen",
  egnsc: "dem Schlüssel nach Grenzkosten und gleichen Teilen",
  tau: "dem τ-Wert",
  shapley: "dem Shapley-Schlüssel",
  nucleolus: "dem Nucleolus",
  perCapitaNucleolus: "dem Nucleolus je Mitglied",
  equalProfit: "der stabilen Aufteilung mit ähnlichster Ersparnis",
  nearestStable: "der nächsten stabilen Aufteilung",
};

export function spokenRule(rule: AllocationRule): string {
  return SPOKEN[rule];
}

export function savingSentence(name: string, shareCents: number, aloneCents: number): string {
  const saving = aloneCents - shareCents;
  const kind = savingKind(saving, aloneCents);
  const pays = `${name} zahlt gemeinsam ${money(shareCents)}, allein wären es ${money(aloneCents)}`;
  if (kind === "none") return `${pays}: ${NO_PROVABLE_SAVING}.`;
  const amount = `${money(Math.abs(saving))} (${percent(Math.abs(saving), Math.abs(aloneCents))})`;
  return kind === "gain" ? `${pays}: eine Einsparung von ${amount}.` : `${pays}: Mehrkosten von ${amount}.`;
}

/** What the member adds at the end, and what it pays beyond or below that. */
export function marginalSentence(name: string, shareCents: number, marginalCents: number): string {
  const beyond = shareCents - marginalCents;
  const added =
    marginalCents >= 0
      ? `Weil ${name} dabei ist, steigen die gemeinsamen Kosten um ${money(marginalCents)}`
      : `Weil ${name} dabei ist, sinken die gemeinsamen Kosten um ${money(-marginalCents)}`;
  if (beyond === 0) return `${added}; genau das trägt die Kommune.`;
  if (beyond < 0) return `${added}; die Kommune trägt ${money(-beyond)} weniger.`;
  return `${added}; die Kommune trägt ${money(beyond)} mehr und entlastet damit die anderen.`;
}

/** The test that every rule must stand. */
export function stabilitySentence(result: RuleResult, nameOf: NameOf): string {
  const { worstBlocking, blockingCount, withinAccuracyCount } = result;
  if (worstBlocking !== null) return `${blockingSentence(worstBlocking, nameOf)}${furtherGroups(blockingCount)}`;
  const calm = "Keine Gruppe zahlt mehr als ohne die anderen.";
  if (withinAccuracyCount === 0) return calm;
  const [groups, verb] =
    withinAccuracyCount === 1 ? ["eine Gruppe", "läge"] : [plural(withinAccuracyCount, "", "Gruppen"), "lägen"];
  return `Keine Gruppe zahlt nachweisbar mehr als ohne die anderen; ${groups} ${verb} um weniger darüber, als die Kosten genau bekannt sind.`;
}

export function blockingSentence(worst: BlockingCoalition, nameOf: NameOf): string {
  const { members, excessCents, sharesCents, costCents } = worst;
  const verb = members.length === 1 ? "zahlt" : "zahlen zusammen";
  return `${listed(members.map(nameOf))} ${verb} ${money(excessCents)} mehr als ohne die anderen (${money(sharesCents)} statt ${money(costCents)}).`;
}

function furtherGroups(count: number): string {
  if (count <= 1) return "";
  return count === 2
    ? " Für eine weitere Gruppe gilt das ebenso."
    : ` Für ${plural(count - 1, "", "weitere Gruppen")} gilt das ebenso.`;
}

/** What moves when a member brings ten percent more or less; amounts to the euro, because they are estimates. */
export function tonnageSentence(name: string, more: TonnageChange, less: TonnageChange): string {
  const up = more.shareAfterCents - more.shareBeforeCents;
  const down = less.shareAfterCents - less.shareBeforeCents;
  return `Bringt ${name} 10 % mehr, ${movement(up)}; bringt die Kommune 10 % weniger, ${movement(down)}.`;
}

function movement(cents: number): string {
  const euros = Math.round(Math.abs(cents) / 100);
  if (euros === 0) return "bleibt ihr Anteil etwa gleich";
  return `${cents > 0 ? "steigt" : "sinkt"} ihr Anteil um etwa ${money(euros * 100).replace(",00", "")}`;
}

/** Whether the entry of a member harms anybody, and whom. */
export function entrySentence(change: Membership, nameOf: NameOf): string {
  const { ags, worseByEntry, others } = change;
  const name = nameOf(ags);
  if (others.length === 0) return `Außer ${name} ist niemand dabei.`;
  if (worseByEntry.length === 0) return `Niemand zahlt mehr, weil ${name} dabei ist.`;
  const named = worseByEntry.map((other) => `${nameOf(other.ags)} (${money(other.withCents - other.withoutCents)})`);
  return `Weil ${name} dabei ist, ${worseByEntry.length === 1 ? "zahlt" : "zahlen"} mehr: ${listed(named)}.`;
}

/** What happens to the others if a member leaves. */
export function leavingSentence(change: Membership, nameOf: NameOf): string {
  const { ags, othersJointCents, others, shareCents, aloneCents } = change;
  const more = others.reduce((sum, other) => sum + Math.max(0, other.withoutCents - other.withCents), 0);
  const name = nameOf(ags);
  const gains = `${name} zahlte allein ${money(aloneCents)} statt ${money(shareCents)}`;
  const cost = `Ohne ${name} kostet es die anderen zusammen ${money(othersJointCents)}`;
  return more === 0
    ? `${cost}; niemand von ihnen zahlt dann mehr. ${gains}.`
    : `${cost}; wer dann mehr zahlt, zahlt zusammen ${money(more)} mehr. ${gains}.`;
}

/** How far the stable split had to move from the agreed key, and why no less would do. */
export function nearestSentences(
  proof: Extract<RuleProof, { kind: "nearest" }>,
  nearestTo: AllocationRule,
  nameOf: NameOf,
): string[] {
  const moved = Math.round(proof.movedCents);
  const key = spokenRule(nearestTo);
  if (moved === 0) return [`Die Aufteilung gemäß ${key} ist schon stabil und wird nicht verändert.`];
  const first = `Gegenüber ${key} werden ${money(moved)} umverteilt, damit keine Gruppe mehr zahlt als ohne die anderen.`;
  const groups = proof.groups.map(({ members }) => shortGroup(members, nameOf));
  if (groups.length === 0) return [first];
  const who = groups.length === 1 ? "die Gruppe" : "die Gruppen";
  return [
    first,
    `Weniger genügt nicht, denn sonst zahlten ${who === "die Gruppe" ? "diese Kommunen" : "diese Gruppen"} zu viel: ${groups.join("; ")}.`,
  ];
}

/** Large groups are named by those who are missing. */
function shortGroup(members: readonly string[], nameOf: NameOf): string {
  return listed(members.map(nameOf));
}
