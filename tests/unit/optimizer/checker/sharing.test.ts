import { describe, expect, test } from "vitest";
import type { LeastCoreProof, NucleolusProof } from "../../../../domain/sharing/certificate.ts";
import {
  checkCore,
  checkEqualProfit,
  checkLeastCore,
  checkNucleolus,
  checkShapley,
  checkStable,
  checkWithin,
  type StatedGame,
} from "../../../../optimizer/checker/index.ts";
import { highsSolver } from "../../../../optimizer/lp/index.ts";
import { allRules, coreProof, leastCoreProof, nucleolusProof } from "../../../../optimizer/sharing/index.ts";
import { statedGames } from "../sharing/expected.ts";

/**
 * c(0)=6, c(1)=10, c(2)=14, c(01)=12, c(02)=16, c(12)=18, c(012)=20: the three singles save 10 together.
 * Nucleolus: excesses of singles and of pairs balance. Pairs: x0+x1−12, x0+x2−16, x1+x2−18, summing to 40−46=−6, so −2 each:
 * x = (20−20, 20−18 …): x2 = 20−10 = 10, x1 = 20−14 = 6, x0 = 20−16 = 4. Singles: −2, −4, −4; nothing above −2.
 */
const GAME: StatedGame = { players: 3, kind: "cost", values: [0, 6, 10, 12, 14, 16, 18, 20] };
const PROOF: NucleolusProof = {
  measure: "excess",
  capped: false,
  shares: ["4", "6", "10"],
  levels: [
    {
      excess: "-2",
      coalitions: [3, 5, 6],
      weights: ["1/3", "1/3", "1/3"],
      cappedPlayers: [],
      cappedWeights: [],
    },
  ],
};
const level = (change: Partial<NucleolusProof["levels"][number]>): NucleolusProof => ({
  ...PROOF,
  levels: [{ ...PROOF.levels[0]!, ...change }],
});
const codes = (problems: readonly { code: string }[]) => problems.map((p) => p.code);

describe("the nucleolus by hand", () => {
  test("is accepted, and as a profit game with the signs turned", () => {
    expect(checkNucleolus(GAME, PROOF)).toEqual([]);
    const values = Array.from(GAME.values, (value) => -Number(value));
    expect(checkNucleolus({ ...GAME, kind: "profit", values }, PROOF)).toEqual([]);
  });

  test.each<[string, NucleolusProof, string]>([
    ["shares that sum to 21", { ...PROOF, shares: ["5", "6", "10"] }, "check.share.sum"],
    ["a share that is no number", { ...PROOF, shares: ["x", "6", "10"] }, "check.share.unreadable"],
    ["a share above the stand-alone cost", { ...PROOF, capped: true, shares: ["7", "5", "8"] }, "check.share.cap"],
    ["another point of the core", { ...PROOF, shares: ["5", "6", "9"] }, "check.share.worseExcess"],
    ["an excess stated too high", level({ excess: "-1" }), "check.share.excess"],
    ["an excess stated too low", level({ excess: "-3" }), "check.share.worseExcess"],
    ["weights out of balance", level({ weights: ["1/3", "1/3", "1/2"] }), "check.share.balance"],
    ["a weight below 0", level({ weights: ["-1/3", "-1/3", "-1/3"] }), "check.share.balance"],
    ["a coalition without the excess", level({ coalitions: [3, 5, 2] }), "check.share.excess"],
    ["everybody as a coalition", level({ coalitions: [7], weights: ["1"] }), "check.share.coalition"],
    ["no levels", { ...PROOF, levels: [] }, "check.share.open"],
    ["somebody capped who is not", level({ cappedPlayers: [0], cappedWeights: ["1"] }), "check.share.cap"],
  ])("is refused: %s", (_, proof, code) => {
    expect(codes(checkNucleolus(GAME, proof))).toContain(code);
  });
});

describe("the core by hand", () => {
  // Pairs cost 4, all cost 7: half of each pair costs 6 < 7, so nobody keeps the three together.
  const empty: StatedGame = { players: 3, kind: "cost", values: [0, 3, 3, 4, 3, 4, 4, 7] };
  const halves = { empty: true as const, coalitions: [3, 5, 6], weights: ["1/2", "1/2", "1/2"], balancedCost: "6" };

  test("is empty by balanced weights", () => {
    expect(checkCore(empty, halves)).toEqual([]);
    expect(codes(checkCore(empty, { ...halves, balancedCost: "5" }))).toEqual(["check.share.balancedCost"]);
    expect(codes(checkCore(empty, { ...halves, weights: ["1/2", "1/2", "1/3"] }))).toEqual(["check.share.balance"]);
    expect(codes(checkCore(empty, { ...halves, weights: ["1", "1", "-1"] }))).toEqual(["check.share.unreadable"]);
    // In the other game the halves cost 23, more than 20: they prove nothing.
    expect(codes(checkCore(GAME, { ...halves, balancedCost: "23" }))).toEqual(["check.share.balancedCost"]);
  });

  test("is not empty by shares that nobody objects to", () => {
    expect(checkCore(GAME, { empty: false, shares: ["4", "6", "10"] })).toEqual([]);
    // Players 0 and 1 pay 13 for what costs 12.
    expect(codes(checkStable(GAME, ["5", "8", "7"]))).toEqual(["check.share.blocks"]);
    expect(codes(checkStable(GAME, ["4", "6", "9"]))).toEqual(["check.share.sum"]);
  });

  // ε: thirds of the pairs, μ = 2/3: 2/3·7 − 1/3·12 = 2/3; 7/3 each reaches it: 14/3 − 4.
  const proof: LeastCoreProof = {
    measure: "excess",
    epsilon: "2/3",
    coalitions: [3, 5, 6],
    weights: ["1/3", "1/3", "1/3"],
    shares: ["7/3", "7/3", "7/3"],
  };

  test("the least core's ε is proved from both sides", () => {
    expect(checkLeastCore(empty, proof)).toEqual([]);
    expect(codes(checkLeastCore(empty, { ...proof, epsilon: "1" }))).toEqual(["check.share.epsilon"]);
    expect(codes(checkLeastCore(empty, { ...proof, shares: ["3", "2", "2"] }))).toEqual(["check.share.worseExcess"]);
    expect(codes(checkLeastCore(empty, { ...proof, weights: ["1/2", "1/2", "1/2"] }))).toEqual(["check.share.balance"]);
    // Per capita the weights count twice: 1/6 each, μ = 1/3: 7/3 − 2 = 1/3.
    const sixths = ["1/6", "1/6", "1/6"];
    expect(checkLeastCore(empty, { ...proof, measure: "perCapita", epsilon: "1/3", weights: sixths })).toEqual([]);
  });
});

test("Shapley and equal-profit figures are derived from the table", () => {
  // Two players, c = 6, 10, 12: 4 saved, 2 each. Relative: 4/6 and 8/10 differ by 2/15.
  const two: StatedGame = { players: 2, kind: "cost", values: [0, 6, 10, 12] };
  expect(checkShapley(two, [4, 8], 1e-12)).toEqual([]);
  expect(codes(checkShapley(two, [5, 7], 1e-12))).toEqual(["check.share.shapley", "check.share.shapley"]);
  expect(checkEqualProfit(two, { shares: [4, 8], epsilon: 0, f: 2 / 15 }, 1e-12)).toEqual([]);
  expect(codes(checkEqualProfit(two, { shares: [4, 8], epsilon: 0, f: 0 }, 1e-12))).toEqual(["check.share.f"]);
  expect(codes(checkWithin(two, { shares: [7, 5], epsilon: 0 }, 1e-12))).toEqual(["check.share.blocks"]);
  expect(codes(checkWithin(two, { shares: [7, 5], epsilon: 1 }, 1e-12))).toEqual([]);
  expect(codes(checkWithin(two, { shares: [7, 6], epsilon: 1 }, 1e-12))).toEqual(["check.share.sum"]);
});

test("every certificate and every chosen point of the known games passes", async () => {
  const solver = await highsSolver();
  const games = statedGames();
  let certificates = 0;
  for (const { id, game, stated } of games) {
    const tolerance = 1e-9 * game.scale;
    const { rules, core, scalars, blocking } = allRules(game, { solver });
    for (const key of ["nucleolus", "prenucleolus", "perCapitaNucleolus", "perCapitaPrenucleolus"] as const) {
      const outcome = rules[key]!;
      if (outcome.status !== "allocated") continue;
      const proof = nucleolusProof(outcome.certificate!);
      expect(checkNucleolus(stated, proof), `${id} ${key}`).toEqual([]);
      expect(proof.capped).toBe(!key.toLowerCase().includes("pre"));
      certificates++;
    }
    expect(checkCore(stated, coreProof(core!.certificate!)), id).toEqual([]);
    expect(checkLeastCore(stated, leastCoreProof(scalars.leastCore!)), id).toEqual([]);
    expect(checkLeastCore(stated, leastCoreProof(scalars.leastCorePerCapita!)), id).toEqual([]);
    const shapley = rules.shapley!;
    if (shapley.status === "allocated") expect(checkShapley(stated, shapley.allocation, tolerance), id).toEqual([]);
    const epsilon = Math.max(0, scalars.leastCoreEpsilon!);
    for (const key of ["equalProfit", "leximinAbs", "leximinRelStandalone", "nearestStable"] as const) {
      const outcome = rules[key]!;
      if (outcome.status !== "allocated") continue;
      expect(checkWithin(stated, { shares: outcome.allocation, epsilon }, tolerance), `${id} ${key}`).toEqual([]);
      if (!core!.empty) expect(blocking[key]!.count, `${id} ${key}`).toBe(0);
      if (key !== "equalProfit") continue;
      const f = outcome.measure!;
      expect(checkEqualProfit(stated, { shares: outcome.allocation, epsilon, f }, tolerance), id).toEqual([]);
    }
  }
  expect(certificates).toBe(166);
});
