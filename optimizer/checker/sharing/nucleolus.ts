/**
 * Whether shares are the nucleolus, by Kohlberg's criterion in whole numbers; no linear program is solved.
 *
 * Level by level: outside the coalitions fixed so far none has an excess above the stated one; the named ones have it
 * exactly; their weights above 0 add up to something already fixed, so lowering one excess raises another, and they are
 * fixed as well. In the end nothing is left open. E. Kohlberg 1971, DOI 10.1137/0120009.
 */
import type { Problem } from "../../../domain/problem.ts";
import type { NucleolusProof } from "../../../domain/sharing/certificate.ts";
import { differs, finding } from "../finding.ts";
import { OpenDirections } from "./openDirections.ts";
import {
  commonDenominator,
  excessesUnder,
  isIn,
  readAll,
  scaled,
  sizeOf,
  type Excesses,
  type Ratio,
  type StatedGame,
} from "./wholeGame.ts";

const AGAIN = "Compute the division again; a certificate is not edited by hand.";

/** All that does not hold, at the first level where something does not; empty when the proof stands. */
export function checkNucleolus(game: StatedGame, proof: NucleolusProof): Problem[] {
  const stated = readAll(proof.levels.map((level) => level.excess));
  const excesses = stated && excessesUnder(game, proof.shares, stated);
  if (stated === null || excesses === null)
    return [
      finding("check.share.unreadable", { field: "shares" }, "The table, a share or an excess cannot be read.", AGAIN),
    ];
  const problems = [...sumProblems(excesses), ...(proof.capped ? capProblems(excesses) : [])];
  if (problems.length > 0) return problems;
  return levelProblems(game.players, proof, excesses, stated);
}

export function sumProblems({ of }: Excesses): Problem[] {
  if (of.at(-1) === 0n) return [];
  return [finding("check.share.sum", { field: "shares" }, "The shares do not sum to the joint cost.", AGAIN)];
}

function capProblems({ of, shares }: Excesses): Problem[] {
  const above = shares.findIndex((_, i) => of[2 ** i]! > 0n);
  if (above < 0) return [];
  return [finding("check.share.cap", { field: `shares[${above}]` }, "The share is above the stand-alone cost.", AGAIN)];
}

function levelProblems(
  players: number,
  proof: NucleolusProof,
  excesses: Excesses,
  stated: readonly Ratio[],
): Problem[] {
  const open = new OpenDirections(players);
  open.fix(Array.from({ length: players }, () => 1n));
  const settled = new Uint8Array(excesses.of.length);
  const perCapita = proof.measure === "perCapita";
  for (const [k, level] of proof.levels.entries()) {
    const place = { field: `levels[${k}]` };
    const excess = scaled(stated[k]!, excesses.denominator);
    const limit = (coalition: number) => (perCapita ? excess * BigInt(sizeOf(coalition)) : excess);
    const worse = worseThan(excesses.of, limit, settled, open);
    if (worse !== null)
      return [
        finding("check.share.worseExcess", place, `Coalition ${worse} pays more over its cost than stated.`, AGAIN),
      ];
    const problems = namedProblems(level, excesses, limit, proof.capped, place.field);
    if (problems.length > 0) return problems;
    const sum = weightedSum(level, players);
    if (sum === null || !open.isFixed(sum))
      return [finding("check.share.balance", place, "The weights do not add up to what is fixed already.", AGAIN)];
    for (const coalition of level.coalitions) open.fix(ofMembers(coalition, players));
    for (const player of level.cappedPlayers) open.fix(ofMembers(2 ** player, players));
  }
  if (open.count === 0) return [];
  return [
    differs("check.share.open", { field: "levels" }, 0, open.count, "the directions in which shares can still move"),
  ];
}

/** A coalition above the limit whose sum is not fixed; `null` when there is none. */
function worseThan(
  of: readonly bigint[],
  limit: (coalition: number) => bigint,
  settled: Uint8Array,
  open: OpenDirections,
): number | null {
  for (let coalition = 1; coalition < of.length - 1; coalition++) {
    if (settled[coalition] === 1 || of[coalition]! <= limit(coalition)) continue;
    if (!open.isCoalitionFixed(coalition)) return coalition;
    settled[coalition] = 1;
  }
  return null;
}

type Level = NucleolusProof["levels"][number];

function namedProblems(
  level: Level,
  { of, shares }: Excesses,
  limit: (coalition: number) => bigint,
  capped: boolean,
  field: string,
): Problem[] {
  const place = { field };
  if (!level.coalitions.every((s) => s > 0 && s < of.length - 1) || level.coalitions.length === 0)
    return [finding("check.share.coalition", place, "A level needs coalitions, neither empty nor everybody.", AGAIN)];
  const off = level.coalitions.find((s) => of[s] !== limit(s));
  if (off !== undefined)
    return [finding("check.share.excess", place, `Coalition ${off} does not have the stated excess.`, AGAIN)];
  const loose = level.cappedPlayers.find((i) => !capped || i >= shares.length || of[2 ** i] !== 0n);
  if (loose !== undefined)
    return [finding("check.share.cap", place, `Player ${loose} is not at the stand-alone cost.`, AGAIN)];
  return [];
}

/** `Σ weight · coalition` over a common denominator; `null` when a weight is missing or not above 0. */
function weightedSum(level: Level, players: number): bigint[] | null {
  const weights = readAll([...level.weights, ...level.cappedWeights]);
  const coalitions = [...level.coalitions, ...level.cappedPlayers.map((i) => 2 ** i)];
  if (weights?.length !== coalitions.length) return null;
  if (level.weights.length !== level.coalitions.length || weights.some(({ top }) => top <= 0n)) return null;
  const denominator = commonDenominator(weights);
  const whole = weights.map((weight) => scaled(weight, denominator));
  return Array.from({ length: players }, (_, i) =>
    whole.reduce((sum, weight, k) => (isIn(coalitions[k]!, i) ? sum + weight : sum), 0n),
  );
}

function ofMembers(coalition: number, players: number): bigint[] {
  return Array.from({ length: players }, (_, i) => (isIn(coalition, i) ? 1n : 0n));
}
