// A process that imports, closes and corrects is killed before and after its writes; afterwards each is there whole or not at all.
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChain } from "../../domain/audit/verifyChain.ts";
import { fileBlobs } from "../../functions/adapters/files/fileBlobs.ts";
import { sqliteStore } from "../../functions/adapters/sqlite/sqliteStore.ts";
import { readLog } from "../../functions/usecases/audit/readLog.ts";
import { readLedger } from "../../functions/usecases/settlement/ledger.ts";
import { settlementId } from "../../functions/usecases/settlement/period.ts";
import {
  correctionsOf,
  findClosed,
  keptSettlement,
  settlementBlob,
  settlementKey,
} from "../../functions/usecases/settlement/records.ts";
import { weighingsBetween } from "../../functions/usecases/weighings/records.ts";
import { KILL_CLOCK } from "../support/settlementKillCase.ts";
import { copyOf, plannedFolder, settle, type Moment } from "../support/settlementKill.ts";
import { checkSums } from "../support/settlementSums.ts";

const [region, week] = ["tiny", "2026-W48"];
const id = settlementId([week]);
const sha256 = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
let planned: { root: string; tickets: number };
let moments: readonly Moment[];
let unbroken: Awaited<ReturnType<typeof look>>;

beforeAll(async () => {
  planned = await plannedFolder();
  const folder = copyOf(planned.root, "unbroken");
  const ran = await settle(planned.root, folder);
  expect([ran.code, ran.signal]).toEqual([0, null]);
  moments = ran.said;
  unbroken = await look(folder);
}, 120_000);
afterAll(() => rmSync(planned.root, { recursive: true, force: true }));

/** What is there, after making sure that its parts agree with each other. */
async function look(folder: string) {
  const store = sqliteStore(join(folder, "store.sqlite"), KILL_CLOCK);
  const blobs = fileBlobs(join(folder, "blobs"));
  try {
    const { entries } = await readLog({ store }, region, {});
    expect(verifyChain(entries, { sha256 }).breaks).toEqual([]);
    const closed = await findClosed(store, region, id);
    const corrections = await correctionsOf(store, region, id);
    const hold = await store.get(settlementKey.week(region, week));
    const of = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ data }) => data);
    expect(hold?.data).toEqual(closed === undefined ? undefined : { id });
    expect(of("settlement.closed").map((data) => data["sha256"])).toEqual(closed === undefined ? [] : [closed.sha256]);
    expect(of("settlement.corrected").map((data) => data["sha256After"])).toEqual(
      corrections.map(({ sha256After }) => sha256After),
    );
    for (const hash of [closed?.sha256, ...corrections.map(({ sha256After }) => sha256After)]) {
      if (hash === undefined) continue;
      expect(sha256((await blobs.get(settlementBlob(region, id, hash)))!)).toBe(hash);
      checkSums(await keptSettlement(blobs, region, id, hash));
    }
    const ledger = await readLedger({ store, blobs }, region, 2026);
    if (closed !== undefined) {
      const { members } = await keptSettlement(blobs, region, id, closed.sha256);
      const booked = corrections.flatMap(({ bookings }) => bookings.map(({ differenceCents }) => differenceCents));
      expect(sum(ledger.members.map(({ balanceCents }) => balanceCents))).toBe(
        sum(members.map(({ balanceCents }) => balanceCents)) + sum(booked),
      );
    }
    const tickets = await weighingsBetween(store, region, "2026-11-23", "2026-11-30");
    return { closed, corrections, ledger, tickets, kinds: entries.map(({ kind }) => kind) };
  } finally {
    store.close();
  }
}

test("unbroken, every ticket is there once, the period is closed once and corrected once", () => {
  expect(unbroken.tickets).toHaveLength(planned.tickets);
  expect(unbroken.corrections).toHaveLength(1);
  expect(unbroken.kinds.filter((kind) => kind === "settlement.closed")).toHaveLength(1);
  expect(unbroken.kinds.filter((kind) => kind === "settlement.corrected")).toHaveLength(1);
});

test("killed before or after a write it leaves nothing half, and the next start ends where the unbroken one did", async () => {
  const imports = moments.filter(({ step }) => step === "import");
  const settling = moments.filter(({ step, what }) => step !== "import" && what.endsWith("transact"));
  const files = moments.filter(({ what }) => what === "after blobs");
  const chosen = [...imports.slice(0, 2), imports[Math.floor(imports.length / 2)]!, ...settling, ...files];
  expect(settling.length).toBeGreaterThanOrEqual(4);
  for (const { moment, step, what } of chosen) {
    const folder = copyOf(planned.root, `killed-${moment}`);
    expect((await settle(planned.root, folder, moment)).signal).toBe("SIGKILL");
    const left = await look(folder);
    const at = `${step}: ${what}`;
    if (step === "import") expect([at, left.closed]).toEqual([at, undefined]);
    if (at === "close: before transact") expect([at, left.closed]).toEqual([at, undefined]);
    if (at === "close: after transact") expect([at, left.closed]).toEqual([at, unbroken.closed]);
    if (at === "correct: before transact") expect([at, left.corrections]).toEqual([at, []]);
    if (at === "correct: after transact") expect([at, left.corrections]).toEqual([at, unbroken.corrections]);
    expect((await settle(planned.root, folder)).code).toBe(0);
    const { kinds: _, ...rest } = await look(folder);
    const { kinds: __, ...wanted } = unbroken;
    expect([at, rest]).toEqual([at, wanted]);
  }
}, 180_000);
