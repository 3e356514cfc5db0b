import { describe, expect, test } from "vitest";
import type { RuleResult } from "../../../../domain/plan/plan.ts";
import { highsSolver } from "../../../../optimizer/lp/index.ts";
import { memberFacts } from "../../../../planning/explain/memberFacts.ts";
import { membership } from "../../../../planning/explain/membership.ts";
import {
  entrySentence,
  leavingSentence,
  marginalSentence,
  nearestSentences,
  savingSentence,
  stabilitySentence,
  tonnageSentence,
} from "../../../../planning/explain/sentences.ts";
import { tonnageChange, type Divide } from "../../../../planning/explain/tonnage.ts";
import { divideCounty } from "../../../../planning/sharing/divideCounty.ts";
import { keyShares } from "../../../../planning/sharing/keyShares.ts";
import { handGame } from "../sharing/handGame.ts";

const solver = await highsSolver();
const NAMES: Readonly<Record<string, string>> = { A: "Altdorf", B: "Bergheim", C: "Cronau" };
const nameOf = (ags: string) => NAMES[ags] ?? ags;
/** Without the spaces that keep a figure and its unit together. */
const plain = (text: string) => text.replace(/\u00A0/g, " ");
const by =
  (rule: "tonnes" | "shapley" | "scrb"): Divide =>
  (game) =>
    keyShares(rule, game);
const byNucleolus: Divide = (game) => divideCounty(game, solver, ["nucleolus"]).divisions[0]?.shares ?? null;

test("for each member: alone, marginal cost, and share and saving under every rule", () => {
  const divisions = divideCounty(handGame(), solver, ["scrb", "nucleolus"]).divisions;
  const [altdorf, , cronau] = memberFacts(handGame(), divisions);
  // 362 136 − 211 000.
  expect(altdorf).toMatchObject({ ags: "A", aloneCents: 194_000, marginalCents: 151_136 });
  expect(cronau!.rules).toEqual([
    { rule: "scrb", shareCents: 90_666, savingCents: 6_334, savingPart: 6_334 / 97_000 },
    { rule: "nucleolus", shareCents: 89_568, savingCents: 7_432, savingPart: 7_432 / 97_000 },
  ]);
  expect(memberFacts(handGame({ values: null }), [])[0]!.marginalCents).toBeNull();
});

describe("ten percent more or less", () => {
  test("a rule that follows causation leaves the change with the one who causes it", () => {
    // A tenth of Altdorf's marginal cost, 15 114, is added to every group that has Altdorf.
    for (const divide of [by("shapley"), by("scrb"), byNucleolus])
      expect(tonnageChange(handGame(), 0, 1.1, divide)).toMatchObject({ costCents: 15_114 });
    const nucleolus = tonnageChange(handGame(), 0, 1.1, byNucleolus)!;
    expect(nucleolus.shareAfterCents - nucleolus.shareBeforeCents).toBe(15_114);
  });

  test("by tonnes the whole cost is divided anew", () => {
    // 377 250 · 19.8 / 25.8 = 289 517.44, the others 43 866.28 each; the missing cent goes to the largest rest.
    expect(tonnageChange(handGame(), 0, 1.1, by("tonnes"))).toEqual({
      costCents: 15_114,
      shareBeforeCents: 271_602,
      shareAfterCents: 289_518,
    });
  });

  test("is not estimated when the others' cost is not known", () => {
    expect(tonnageChange(handGame({ values: null }), 0, 1.1, by("tonnes"))).toBeNull();
  });
});

describe("leave and join", () => {
  test("the shares with and without a member, and nobody is harmed by an entry that saves", () => {
    // Shapley: without Cronau the two save 28 000, half each: 180 000 and 100 000; with it 175 046 and 95 045.
    const cronau = membership(handGame(), 2, by("shapley"))!;
    expect(cronau).toMatchObject({
      shareCents: 92_045,
      aloneCents: 97_000,
      othersJointCents: 280_000,
      worseByEntry: [],
    });
    expect(cronau.others).toEqual([
      { ags: "A", withCents: 175_046, withoutCents: 180_000 },
      { ags: "B", withCents: 95_045, withoutCents: 100_000 },
    ]);
    expect(plain(entrySentence(cronau, nameOf))).toBe("Niemand zahlt mehr, weil Cronau dabei ist.");
    // 4 954 and 4 955 more.
    expect(plain(leavingSentence(cronau, nameOf))).toBe(
      "Ohne Cronau kostet es die anderen zusammen 2.800,00 €; wer dann mehr zahlt, zahlt zusammen 99,09 € mehr. Cronau zahlte allein 970,00 € statt 920,45 €.",
    );
  });

  test("whom an entry harms is named with the amount, the most first", () => {
    // By tonnes: 18 : 3 of 280 000 are 240 000 and 40 000 without Cronau; with it 271 602 and 45 267.
    const cronau = membership(handGame(), 2, by("tonnes"))!;
    expect(cronau.worseByEntry.map(({ ags, withCents, withoutCents }) => [ags, withCents - withoutCents])).toEqual([
      ["A", 31_602],
      ["B", 5_267],
    ]);
    expect(plain(entrySentence(cronau, nameOf))).toBe(
      "Weil Cronau dabei ist, zahlen mehr: Altdorf (316,02 €) und Bergheim (52,67 €).",
    );
    expect(plain(leavingSentence(cronau, nameOf))).toContain("niemand von ihnen zahlt dann mehr.");
    const one = { ...cronau, worseByEntry: cronau.worseByEntry.slice(1) };
    expect(plain(entrySentence(one, nameOf))).toBe("Weil Cronau dabei ist, zahlt mehr: Bergheim (52,67 €).");
  });

  test("where the others' cost is not known there is no answer", () => {
    expect(membership(handGame({ values: null }), 0, by("tonnes"))).toBeNull();
  });
});

describe("sentences", () => {
  test("a saving, none that could be proven, and a loss", () => {
    expect(plain(savingSentence("Altdorf", 175_046, 194_000))).toBe(
      "Altdorf zahlt gemeinsam 1.750,46 €, allein wären es 1.940,00 €: eine Einsparung von 189,54 € (9,8 %).",
    );
    for (const share of [194_000, 193_806, 194_194])
      expect(plain(savingSentence("Altdorf", share, 194_000))).toContain("1.940,00 €: keine nachweisbare Einsparung.");
    expect(plain(savingSentence("Altdorf", 213_400, 194_000))).toContain("Mehrkosten von 194,00 € (10,0 %).");
    expect(plain(savingSentence("Altdorf", 0, 0))).toContain("keine nachweisbare Einsparung");
  });

  test("what a member adds, and what it pays beyond, exactly, or below that", () => {
    expect(plain(marginalSentence("Bous", 2_500, 2_000))).toBe(
      "Weil Bous dabei ist, steigen die gemeinsamen Kosten um 20,00 €; die Kommune trägt 5,00 € mehr und entlastet damit die anderen.",
    );
    expect(marginalSentence("Bous", 2_000, 2_000)).toContain("genau das trägt die Kommune");
    expect(plain(marginalSentence("Bous", 1_000, 2_000))).toContain("trägt 10,00 € weniger.");
    expect(plain(marginalSentence("Bous", 0, -500))).toContain("sinken die gemeinsamen Kosten um 5,00 €");
  });

  const result = (changes: Partial<RuleResult>): RuleResult => ({
    ...{ rule: "tonnes", shares: {}, cappedAtStandAlone: [], stable: true, blockingCount: 0, withinAccuracyCount: 0 },
    ...{ worstBlocking: null, proof: null },
    ...changes,
  });
  const worst = (members: string[]) => ({
    ...{ members, costCents: 280_000, sharesCents: 283_544, excessCents: 3_544, accuracyCents: 0 },
  });

  test("who would leave: one, a pair, and how many more", () => {
    expect(stabilitySentence(result({}), nameOf)).toBe("Keine Gruppe zahlt mehr als ohne die anderen.");
    const one = result({ stable: false, blockingCount: 1, worstBlocking: worst(["A"]) });
    expect(plain(stabilitySentence(one, nameOf))).toBe(
      "Altdorf zahlt 35,44 € mehr als ohne die anderen (2.835,44 € statt 2.800,00 €).",
    );
    const pair = { ...one, worstBlocking: worst(["A", "B"]) };
    expect(stabilitySentence({ ...pair, blockingCount: 2 }, nameOf)).toMatch(
      /^Altdorf und Bergheim zahlen zusammen .*\. Für eine weitere Gruppe gilt das ebenso\.$/,
    );
    expect(plain(stabilitySentence({ ...pair, blockingCount: 1_235 }, nameOf))).toContain("Für 1.234 weitere Gruppen");
  });

  test("noise is called noise, one group or several", () => {
    expect(stabilitySentence(result({ withinAccuracyCount: 1 }), nameOf)).toContain("; eine Gruppe läge um weniger");
    expect(plain(stabilitySentence(result({ withinAccuracyCount: 12 }), nameOf))).toContain(
      "; 12 Gruppen lägen um weniger",
    );
  });

  test("more or fewer tonnes, to the euro", () => {
    const change = (before: number, after: number) => ({
      costCents: 0,
      shareBeforeCents: before,
      shareAfterCents: after,
    });
    expect(plain(tonnageSentence("Lebach", change(0, 123_456), change(0, -99)))).toBe(
      "Bringt Lebach 10 % mehr, steigt ihr Anteil um etwa 1.235 €; bringt die Kommune 10 % weniger, sinkt ihr Anteil um etwa 1 €.",
    );
    expect(tonnageSentence("Lebach", change(0, 49), change(0, 0))).toContain("bleibt ihr Anteil etwa gleich");
  });

  test("how far the nearest stable split is from the key, and who holds it there", () => {
    const proof = { kind: "nearest" as const, shares: [], leastCore: null };
    const moved = { ...proof, movedCents: 77_602, groups: [{ members: ["A"], weight: 1 }] };
    expect(nearestSentences(moved, "tonnes", nameOf).map(plain)).toEqual([
      "Gegenüber dem Schlüssel nach Tonnen werden 776,02 € umverteilt, damit keine Gruppe mehr zahlt als ohne die anderen.",
      "Weniger genügt nicht, denn sonst zahlten diese Kommunen zu viel: Altdorf.",
    ]);
    const two = { ...moved, groups: [...moved.groups, { members: ["B", "C"], weight: 1 }] };
    expect(nearestSentences(two, "tonnes", nameOf)[1]).toContain(
      "diese Gruppen zu viel: Altdorf; Bergheim und Cronau.",
    );
    expect(nearestSentences({ ...proof, movedCents: 0, groups: [] }, "shapley", nameOf)).toEqual([
      "Die Aufteilung gemäß dem Shapley-Schlüssel ist schon stabil und wird nicht verändert.",
    ]);
  });
});
