// Decision 59: an agreed amount is kept over the whole of its period, in parts and as corrected; beyond the period there is none.
import { expect, test } from "vitest";
import type { Agreement } from "../../../../../domain/agreement/agreement.ts";
import type { Settlement } from "../../../../../domain/settlement/settlement.ts";
import { addWeeks } from "../../../../../domain/week.ts";
import { sqliteStore } from "../../../../../functions/adapters/sqlite/sqliteStore.ts";
import { asJson } from "../../../../../functions/ports/store.ts";
import { agreementKey, type AgreementRecord } from "../../../../../functions/usecases/agreements/records.ts";
import { agreementFor } from "../../../../../functions/usecases/settlement/agreementFor.ts";
import { settlementId } from "../../../../../functions/usecases/settlement/period.ts";
import { highsSolver } from "../../../../../optimizer/lp/index.ts";
import { matchTickets } from "../../../../../planning/settlement/matchTickets.ts";
import { settle, type SettleInput } from "../../../../../planning/settlement/settle.ts";
import { unloadingsOf } from "../../../../../planning/settlement/unloadings.ts";
import { keepCorrection, keepSettlement } from "../../../../support/keptSettlement.ts";
import { memoryBlobs } from "../../../../support/memoryBlobs.ts";
import { sampleAgreement } from "../../../../support/sampleAgreement.ts";
import { sampleSettlement } from "../../../../support/sampleSettlement.ts";
import { checkSums } from "../../../../support/settlementSums.ts";
import { settledWeek, tinyTravel } from "../../../../support/tinyWeek.ts";
import { manualClock } from "../../../../workflow/driver.ts";
import { weighing } from "../../../../support/weighings.ts";

const REGION = "tiny";
const CLOCK = manualClock(Date.parse("2026-12-20T08:00:00Z"));
const [A, B, C] = ["99001001", "99001002", "99001003"] as const;
/** The sample agreement promises for W48 to W51: 650.00, 300.50 and 199.50 €. */
const PROMISED = [
  [A, 65_000],
  [B, 30_050],
  [C, 19_950],
] as const;

/** A region with agreements in force. */
async function cooperation(...agreements: readonly Agreement[]) {
  const ports = { store: sqliteStore(":memory:", CLOCK), blobs: memoryBlobs() };
  for (const agreement of agreements) {
    const { id, kind, createdAt } = agreement;
    const hash = "b".repeat(64);
    const version: AgreementRecord["versions"][number] = {
      ...{ version: 1, state: "inForce", sha256: hash, execution: null, openedAt: createdAt, endedAt: createdAt },
      ...{ against: [], reason: null, told: true },
    };
    const record: AgreementRecord = { region: REGION, id, kind, versions: [version], paper: null };
    const at = { region: REGION, agreement: id, version: 1 };
    await ports.store.transact([
      { put: { ...agreementKey.record(REGION, id), data: asJson(record) }, expected: "absent" },
      { put: { ...agreementKey.proposal(at), data: asJson({ agreement, sha256: hash }) }, expected: "absent" },
    ]);
  }
  return { ports };
}

const periodOf = (firstWeek: string, lastWeek = firstWeek): Pick<Settlement, "id" | "period"> => {
  const weeks = [firstWeek];
  while (weeks.at(-1) !== lastWeek) weeks.push(addWeeks(weeks.at(-1)!, 1));
  return { id: settlementId(weeks), period: { firstWeek, lastWeek, weeks } };
};
const left = async (system: Awaited<ReturnType<typeof cooperation>>, firstWeek: string, lastWeek = firstWeek) => {
  const { weeks } = periodOf(firstWeek, lastWeek).period;
  const { agreement, agreedCents, uncapped } = await agreementFor(system.ports, REGION, weeks);
  return { id: agreement?.id ?? null, cents: [...agreedCents].sort(), uncapped };
};

test("settled as a whole, members may be asked for what was promised for the whole", async () => {
  const system = await cooperation(sampleAgreement());
  expect(await left(system, "2026-W48", "2026-W51")).toEqual({ id: "tiny-2026-W48", cents: PROMISED });
});

test("settled in parts, each part may ask for what the others have left, whatever their order", async () => {
  const system = await cooperation(sampleAgreement());
  expect((await left(system, "2026-W48")).cents).toEqual(PROMISED);
  // The sample's shares are 312.00, 188.00 and 100.00 €; settled first is a week in the middle.
  await keepSettlement(system, periodOf("2026-W49"));
  const afterOne = [
    [A, 65_000 - 31_200],
    [B, 30_050 - 18_800],
    [C, 19_950 - 10_000],
  ];
  expect((await left(system, "2026-W48")).cents).toEqual(afterOne);
  expect((await left(system, "2026-W50", "2026-W51")).cents).toEqual(afterOne);
  // Its own amount plays no part when it is reckoned again to be corrected.
  expect((await left(system, "2026-W49")).cents).toEqual(PROMISED);
  await keepSettlement(system, periodOf("2026-W48"));
  // 65,000 - 2 x 31,200 = 2,600; 30,050 - 2 x 18,800 is below nothing; 19,950 - 2 x 10,000 too.
  expect((await left(system, "2026-W50")).cents).toEqual([
    [A, 2600],
    [B, 0],
    [C, 0],
  ]);
});

test("what was corrected counts as corrected, and what lies outside the agreement's period not at all", async () => {
  const system = await cooperation(sampleAgreement());
  const before = await keepSettlement(system, periodOf("2026-W48"));
  await keepSettlement(system, periodOf("2026-W47"));
  // 20.00 € less for Altdorf, 20.00 € more for Bergheim.
  const members = before.members.map((m) => {
    const change = { [A]: -2000, [B]: 2000 }[m.ags] ?? 0;
    return { ...m, shareCents: m.shareCents + change, balanceCents: m.balanceCents + change };
  });
  await keepCorrection(system, [before, sampleSettlement({ tours: [], ...periodOf("2026-W48"), members })]);
  expect((await left(system, "2026-W49")).cents).toEqual([
    [A, 65_000 - 29_200],
    [B, 30_050 - 20_800],
    [C, 19_950 - 10_000],
  ]);
});

test("a settlement that reaches beyond the agreement has no agreed amount, and it is said why", async () => {
  const system = await cooperation(sampleAgreement());
  const uncapped = { kind: "beyond", id: "tiny-2026-W48", firstWeek: "2026-W48", lastWeek: "2026-W51" };
  expect(await left(system, "2026-W51", "2026-W52")).toEqual({ id: null, cents: [], uncapped });
  // Not a day in common: nothing to say.
  expect(await left(system, "2026-W52")).toEqual({ id: null, cents: [], uncapped: undefined });
});

test("a frame promises no amount; within it an agreement on a period does", async () => {
  const year = { firstWeek: "2026-W01", lastWeek: "2026-W53" };
  const frame = sampleAgreement({ id: "frame-2026", kind: "frame", period: year });
  const alone = await cooperation(frame);
  expect(await left(alone, "2026-W48")).toEqual({ id: "frame-2026", cents: [], uncapped: { kind: "frame" } });
  const both = await cooperation(frame, sampleAgreement());
  expect(await left(both, "2026-W48", "2026-W51")).toEqual({ id: "tiny-2026-W48", cents: PROMISED });
  // Beyond the period, within the frame: the period's promise is what somebody may miss.
  expect((await left(both, "2026-W50", "2026-W52")).uncapped).toMatchObject({ kind: "beyond", id: "tiny-2026-W48" });
});

/** The tiny week, weighed as planned. */
async function settled(more: Partial<SettleInput>): Promise<Settlement> {
  const week = settledWeek();
  const unloadings = unloadingsOf(week);
  const weighings = unloadings.map((one, i) =>
    weighing(
      { number: String(i), netKg: one.plannedKg, facilityId: one.facilityId },
      {
        decisions: [
          { decision: { kind: "match", tourId: one.tourId, stop: one.stop }, at: "2026-11-30T08:00:00Z", by: "t" },
        ],
      },
    ),
  );
  return settle({
    ...{ weeks: [week], matched: matchTickets(weighings, unloadings, week.region), engine: await highsSolver() },
    ...{ ...(await tinyTravel()), tours: [], dated: [], agreement: null, agreedCents: new Map() },
    ...{ advanceCents: new Map(), inputsSha256: "0".repeat(64), ...more },
  });
}

test("who would pay more than was agreed is relieved to the cent; those with a saving carry it, and the pool what they cannot", async () => {
  const free = await settled({});
  const [a, ...others] = free.members;
  const cap = a!.shareCents - 100;
  const capped = await settled({ agreedCents: new Map([[a!.ags, cap]]) });
  checkSums(capped);
  const relieved = capped.members[0]!;
  expect([relieved.shareCents, relieved.guaranteeCents, relieved.guaranteeOf]).toEqual([cap, cap, "agreement"]);
  expect(capped.jointCostCents).toBe(free.jointCostCents);
  const paid = (one: Settlement): number => one.members.reduce((cents, m) => cents + m.shareCents, 0);
  expect(paid(capped) + capped.poolCents).toBe(paid(free) + free.poolCents);
  expect(capped.members.slice(1).every((m, i) => m.shareCents >= others[i]!.shareCents)).toBe(true);
  // Nobody promised anything is left to pay more: all of it is the pool's.
  const nothing = await settled({ agreedCents: new Map(free.members.map((m) => [m.ags, 0])) });
  expect([nothing.members.map((m) => m.shareCents), nothing.poolCents]).toEqual([[0, 0, 0], free.jointCostCents]);
});

test("where no agreed amount caps, a notice says why", async () => {
  const without = (await settled({})).notices.join(" ");
  expect(without).toContain("Ein Höchstbetrag ist nicht zugesagt");
  const agreement = { id: "frame-2026", version: 1, kind: "frame", rule: "tonnes", sha256: "b".repeat(64) } as const;
  const frame = (await settled({ agreement, uncapped: { kind: "frame" } })).notices.join(" ");
  expect(frame).toContain("ist ein Rahmen und sagt keinen Betrag zu");
  expect(frame).not.toContain("keine Vereinbarung in Kraft");
  const period = { id: "tiny-2026-W48", firstWeek: "2026-W48", lastWeek: "2026-W51" };
  const beyond = (await settled({ uncapped: { kind: "beyond", ...period } })).notices.join(" ");
  expect(beyond).toContain("sind für 2026-W48 bis 2026-W51 zugesagt, und der Zeitraum reicht darüber hinaus");
  const kept = await settled({ agreement: { ...agreement, kind: "period" }, agreedCents: new Map([[A, 1]]) });
  expect(kept.notices.join(" ")).not.toMatch(/zugesagt|Rahmen/);
});
