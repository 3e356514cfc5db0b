// What holds for every settlement, whatever was weighed, refused or not driven; and for every import, in whatever order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { Settlement } from "../../domain/settlement/settlement.ts";
import type { Decision, Weighing } from "../../domain/settlement/weighing.ts";
import { sqliteStore } from "../../functions/adapters/sqlite/sqliteStore.ts";
import { importWeighings } from "../../functions/usecases/weighings/importWeighings.ts";
import { readTicketFile } from "../../functions/usecases/weighings/readTicketFile.ts";
import { stuckRecords, weighingsBetween } from "../../functions/usecases/weighings/records.ts";
import { highsSolver } from "../../optimizer/lp/index.ts";
import { matchTickets } from "../../planning/settlement/matchTickets.ts";
import { settle } from "../../planning/settlement/settle.ts";
import { actualShares } from "../../planning/settlement/shares.ts";
import { unloadingsOf } from "../../planning/settlement/unloadings.ts";
import { checkSums } from "../support/settlementSums.ts";
import { settledWeek, tinyTravel } from "../support/tinyWeek.ts";
import { HEADER, TEST_PROFILE } from "../support/weighingFile.ts";
import { weighing } from "../support/weighings.ts";

const SEED = 20261126;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

test("a settlement sums to the cent, and nobody pays more than alone, whatever was weighed, refused or not driven", async () => {
  const week = settledWeek();
  const [travel, engine] = await Promise.all([tinyTravel(), highsSolver()]);
  const all = unloadingsOf(week);
  const load = fc.record({ net: fc.integer({ min: 1, max: 20_000 }), refused: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.tuple(load, load, load), fc.boolean(), async (loads, cancelled) => {
      const unloadings = all.filter(({ tourId }) => !cancelled || tourId !== "t2");
      const weighings = unloadings.map((one, i): Weighing => {
        const decision: Decision = { kind: "match", tourId: one.tourId, stop: one.stop };
        const { net: netKg, refused } = loads[i]!;
        const given = { number: String(i), netKg, refused, facilityId: one.facilityId };
        return weighing(given, { decisions: [{ decision, at: "2026-11-30T08:00:00+01:00", by: "t" }] });
      });
      const fate = { kind: "cancelled" as const, reason: "Panne" };
      const record = { tourId: "t2", week: "2026-W48", fate, at: "2026-11-30T08:00:00+01:00", by: "t" };
      const made = await settle({
        ...{ weeks: [week], matched: matchTickets(weighings, unloadings, week.region), engine, ...travel },
        ...{ tours: cancelled ? [record] : [], dated: [], agreement: null, agreedCents: new Map<string, number>() },
        ...{ advanceCents: new Map([["99001001", 1000]]), inputsSha256: "0".repeat(64) },
      });
      checkSums(Settlement.parse(made));
      expect(made.game.findings).toEqual([]);
    }),
    { seed: SEED, numRuns: 12 },
  );
});

test("the guarantee holds under every rule; what it leaves is the pool's, and only when all together cost more than alone", async () => {
  const engine = await highsSolver();
  const rules = [
    "tonnes",
    "inhabitants",
    "twoPart",
    "equal",
    "standAlone",
    "shapley",
    "nucleolus",
    "nearestStable",
  ] as const;
  const cost = fc.integer({ min: 0, max: 100_000 });
  await fc.assert(
    fc.asyncProperty(fc.array(cost, { minLength: 7, maxLength: 7 }), fc.constantFrom(...rules), async (costs, rule) => {
      const values = [0, ...costs];
      const solo = [values[1]!, values[2]!, values[4]!];
      const game = {
        ...{ players: ["a", "b", "c"], jointCents: values[7]!, standAloneCents: solo, values, examined: [] },
        ...{ massKg: [1000, 500, 250], population: [300, 200, 100], roomLitres: [10, 20, 30], capacityShare: 0.4 },
        nearestTo: "tonnes" as const,
      };
      const { shares, topUps, ruleShares, poolCents } = actualShares(game, rule, solo, engine);
      expect(sum(shares) + poolCents).toBe(game.jointCents);
      expect(shares.every((share, i) => share <= solo[i]! && ruleShares[i]! + topUps[i]! === share)).toBe(true);
      expect(poolCents).toBe(Math.max(0, game.jointCents - sum(solo)));
    }),
    { seed: SEED, numRuns: 60 },
  );
});

const KNOWN = { facilities: new Set(["compost"]), vehicles: new Set<string>(), storages: new Set<string>() };
/** Three tickets, a row that nobody can read, and a twin that says otherwise than the first. */
const LINES = [
  "1;compost;24.11.2026;08:00;;;8100;woody;;",
  "2;compost;24.11.2026;09:00;;;7900;woody;;",
  "3;compost;25.11.2026;08:00;;;6000;woody;;",
  "4;compost;gestern;08:00;;;6000;woody;;",
];
const TWIN = "1;compost;24.11.2026;08:00;;;8200;woody;;";

test("an import leaves the same behind in whatever order and however often its files come, also when it is stopped in between", async () => {
  const clock = { now: () => "2026-12-01T08:00:00Z", elapsed: () => 0 };
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(order, fc.integer({ min: 0, max: 4 }), fc.boolean(), async (lines, stopped, twin) => {
      const store = sqliteStore(":memory:", clock);
      const take = (some: readonly string[]) => {
        const rows = readTicketFile("w.csv", [HEADER, ...some].join("\n"), TEST_PROFILE, KNOWN);
        return importWeighings({ store, clock }, rows, { region: "tiny", by: "t", profile: TEST_PROFILE, dry: false });
      };
      const text = lines.map((i) => LINES[i]!);
      await take(text.slice(0, stopped));
      await take(text);
      if (twin) await take([TWIN, ...text, TWIN]);
      await take([...text].reverse());
      const kept = await weighingsBetween(store, "tiny", "2026-11-23", "2026-11-29");
      expect(kept.map(({ ticket }) => [ticket.number, ticket.netKg])).toEqual([
        ["1", 8100],
        ["2", 7900],
        ["3", 6000],
      ]);
      const stuck = await stuckRecords(store, "tiny");
      expect(stuck.map(({ kind }) => kind).sort()).toEqual(twin ? ["contradiction", "row"] : ["row"]);
      store.close();
    }),
    { seed: SEED, numRuns: 12 },
  );
});
