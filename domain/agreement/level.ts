/** Which level of consent a member's part needs: computed from the agreement, never chosen by whoever approves. */
import type { Agreement, ApproverRole, Level } from "./agreement.ts";

export interface LevelQuestion {
  readonly kind: Agreement["kind"];
  readonly shareCents: number;
  readonly valueLimitCents: number;
  /** A weekly plan whose share stays within what the period's agreement foresees for the week needs no release of its own. */
  readonly withinFrame: boolean;
}

export function levelOf({ kind, shareCents, valueLimitCents, withinFrame }: LevelQuestion): Level {
  if (kind === "frame") return "L3";
  if (kind === "week" && withinFrame) return "L0";
  return shareCents <= valueLimitCents ? "L1" : "L2";
}

/** Nobody is asked: every part stays inside what is agreed. */
export function isNotice(members: readonly { readonly level: Level }[]): boolean {
  return members.every(({ level }) => level === "L0");
}

const DECIDERS: Readonly<Record<Level, readonly ApproverRole[]>> = {
  L0: [],
  L1: ["mayor"],
  L2: ["mayor", "finance"],
  // The council decides on paper; what is asked for here is that mayor and finance bring it before the council.
  L3: ["mayor", "finance"],
};

/** Whose consent a level needs; every one of them. */
export function decidersOf(level: Level): readonly ApproverRole[] {
  return DECIDERS[level];
}
