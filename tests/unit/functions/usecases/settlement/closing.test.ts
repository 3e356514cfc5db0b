// A week that was really planned, settled by the API from the weighbridge's file to the account of the year.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ledger } from "../../../../../domain/settlement/ledger.ts";
import { Settlement, type Correction, type SettlementView } from "../../../../../domain/settlement/settlement.ts";
import type { WorkItem } from "../../../../../domain/settlement/workItem.ts";
import type { Route } from "../../../../../functions/contract/route.ts";
import * as settlements from "../../../../../functions/contract/settlement.ts";
import { readAuditLog } from "../../../../../functions/contract/audit.ts";
import * as weighings from "../../../../../functions/contract/weighings.ts";
import { heldBlobs } from "../../../../../functions/usecases/heldBlobs.ts";
import { readRegion } from "../../../../../functions/usecases/readRegion.ts";
import { currentFolder } from "../../../../../functions/usecases/regions/currentFolder.ts";
import { withEmptied } from "../../../../../functions/usecases/regions/emptied.ts";
import { noteEmptyings } from "../../../../../functions/usecases/weighings/emptyings.ts";
import { openInput } from "../../../../../functions/usecases/run/run.ts";
import type { Ports } from "../../../../../functions/usecases/ports.ts";
import { closeSettlement } from "../../../../../functions/usecases/settlement/closeSettlement.ts";
import { findClosed, keptSettlement, settlementKey } from "../../../../../functions/usecases/settlement/records.ts";
import { isSoon } from "../../../../../functions/usecases/settlement/effort.ts";
import { keptReckoning } from "../../../../../functions/usecases/settlement/keptReckoning.ts";
import { prepare } from "../../../../../functions/usecases/settlement/prepare.ts";
import { settlePrepared } from "../../../../../functions/usecases/settlement/settlePrepared.ts";
import { SETTLEMENT_RECKONING, startReckoning } from "../../../../../functions/usecases/settlement/startReckoning.ts";
import { forgetTicketPhotos, readTicketPhoto } from "../../../../../functions/usecases/weighings/photo.ts";
import { BERGHEIM } from "../../../../support/approval.ts";
import { callApi, type ApiCall } from "../../../../support/apiEvent.ts";
import { photo } from "../../../../support/jpeg.ts";
import { PLANNED, plannedSystem, type PlannedSystem } from "../../../../support/plannedSystem.ts";
import { TEST_PROFILE, ticketFile, ticketLines } from "../../../../support/weighingFile.ts";

const { region, week } = PLANNED;
const settlement = `${week}_${week}`;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
let system: PlannedSystem;
let lines: string[];

beforeAll(async () => {
  system = await plannedSystem();
  system.clock.milliseconds = Date.parse("2026-12-01T08:00:00Z");
  const open = await openInput(system.ports, { region, week, run: system.run });
  lines = ticketLines(system.plan, open.region);
}, 90_000);
afterAll(() => system.close());

async function call<T>(route: Route, more: ApiCall = {}, status = 200): Promise<T> {
  const named = route.path.includes("{settlement}") ? { region, settlement } : { region };
  const parameters = { ...named, ...more.parameters };
  const answer = await callApi(system, route, { groups: ["finance:tiny"], ...more, parameters });
  expect([route.name, answer.status, answer.status === status ? "" : answer.text]).toEqual([route.name, status, ""]);
  return answer.json as T;
}
const weeks = { query: { firstWeek: week, lastWeek: week } };
const workList = async (): Promise<string[]> =>
  (await call<{ items: WorkItem[] }>(weighings.listWorkItems, weeks)).items.map(({ code }) => code);
const take = (text: string, more: Record<string, string> = {}) =>
  call<weighings.ImportReceipt>(weighings.importWeighings, {
    query: { profile: "waage", file: "waage.csv", ...more },
    headers: { "content-type": "text/csv" },
    body: text,
  });
const json = (body: unknown): ApiCall => ({ headers: { "content-type": "application/json" }, body });
const preview = () => call<SettlementView>(settlements.previewSettlement, weeks);

/** Ports of a process that dies before or after its next write to the files or the store. */
function dying(at: "blobs" | "store", when: "before" | "after"): Ports {
  const { ports } = system;
  const die = async <T>(write: () => Promise<T>): Promise<T> => {
    if (when === "after") await write();
    throw new Error("killed");
  };
  return at === "blobs"
    ? { ...ports, blobs: { ...ports.blobs, putAll: (...given) => die(() => ports.blobs.putAll(...given)) } }
    : { ...ports, store: { ...ports.store, transact: (writes) => die(() => ports.store.transact(writes)) } };
}

/** Nothing is closed until the one transaction that closes everything; then all of it is there. */
async function killedWhileClosing(expected: string): Promise<void> {
  const { store, blobs } = system.ports;
  const deaths = [...(["blobs", "store"] as const).flatMap((at) => [[at, "before"] as const, [at, "after"] as const])];
  for (const [at, when] of deaths) {
    const request = { weeks: [week], expected, by: "killed" };
    await expect(closeSettlement(dying(at, when), region, request)).rejects.toThrow("killed");
    const closed = await findClosed(store, region, settlement);
    const held = await store.get(settlementKey.week(region, week));
    const log = await callApi(system, readAuditLog, { groups: ["admin:tiny"], parameters: { region } });
    const isClosed = at === "store" && when === "after";
    expect([closed !== undefined, held !== undefined, log.text.includes("settlement.closed")]).toEqual([
      isClosed,
      isClosed,
      isClosed,
    ]);
    if (closed !== undefined) expect(await keptSettlement(blobs, region, settlement, closed.sha256)).toBeDefined();
  }
}

test("tours without a ticket stand in the work list, and nothing can be settled or closed", async () => {
  expect(await workList()).toEqual(lines.map(() => "tour.withoutWeighing"));
  expect((await preview()).settlement).toBeNull();
  const body = { firstWeek: week, weeks: 1, inputsSha256: "0".repeat(64) };
  await call(settlements.closeSettlement, json(body), 409);
});

test("a file is judged first, taken once, and changes nothing when it comes again", async () => {
  await call(weighings.putWeighingProfile, { ...json(TEST_PROFILE), parameters: { profile: "waage" } });
  const text = ticketFile(lines);
  const before = system.writes();
  expect((await take(text, { dry: "true" })).rows.map(({ fate }) => fate)).toEqual(lines.map(() => "taken"));
  expect(system.writes()).toBe(before);
  expect((await take(text)).rows.map(({ fate }) => fate)).toEqual(lines.map(() => "taken"));
  const after = system.writes();
  const again = await take(ticketFile([...lines].reverse()));
  expect(again.rows.map(({ fate }) => fate)).toEqual(lines.map(() => "known"));
  expect(system.writes()).toBe(after);
  expect(await workList()).toEqual([]);
});

test("matched tickets stand in the table that the forecast reads, once, and not where it has them already", async () => {
  const folder = () => currentFolder(system.ports.store, system.ports.blobs, region);
  const before = new TextDecoder().decode((await folder()).get("weighings.csv"));
  expect(await noteEmptyings(system.ports)).toBe(1);
  expect(await noteEmptyings(system.ports)).toBe(0);
  const read = async () => (await readRegion(heldBlobs(await folder()), system.clock.now())).region!.weighings;
  const added = (await read()).filter(({ source }) => source === "Wiegeschein");
  const { weighings: shown } = await call<{ weighings: weighings.ShownWeighing[] }>(weighings.listWeighings, weeks);
  const lots = shown.flatMap(({ match }) => match?.lots ?? []);
  expect(added).toHaveLength(lots.length);
  expect(sum(added.map(({ netKg }) => netKg))).toBe(sum(lots.map(({ weighedKg }) => weighedKg)));
  expect(new Set(added.map(({ storageId }) => storageId))).toEqual(new Set(lots.map(({ storageId }) => storageId)));
  const rows = added.map(({ id, storageId, facilityId, weighedAt, netKg }) => ({
    ...{ id, storageId, facilityId, weighedAt, netKg },
  }));
  const once = withEmptied(new TextEncoder().encode(before), rows)!;
  expect(
    withEmptied(
      once,
      rows.map((row) => ({ ...row, id: `other.${row.id}` })),
    ),
  ).toBeUndefined();
});

test("an odd weight is asked about, a twin contradicts, and each is dealt with once", async () => {
  const [number, facility, date, time, , , , material, vehicle] = lines[0]!.split(";");
  const twin = [number, facility, date, time, "", "", "99", material, vehicle, ""].join(";");
  expect((await take(ticketFile([twin]))).rows[0]!.fate).toBe("contradiction");
  const { items } = await call<{ items: WorkItem[] }>(weighings.listWorkItems, weeks);
  expect(items).toMatchObject([{ code: "ticket.contradiction", place: { ticketId: `${facility!}.${number!}` } }]);
  const item = items[0]!.id.split(":")[1]!;
  const resolution = json({ kind: "take", reason: "Die Waage bestätigt den Nachdruck." });
  await call(weighings.resolveWorkItem, { ...resolution, parameters: { item } }, 204);
  await call(weighings.resolveWorkItem, { ...resolution, parameters: { item } }, 409);
  expect(await workList()).toEqual(["ticket.outlier"]);
  const ticket = `${facility!}.${number!}`;
  await call(weighings.decideWeighing, { ...json({ kind: "confirm" }), parameters: { ticket } });
  expect(await workList()).toEqual([]);
});

test("the photo of a ticket is kept without what a camera adds", async () => {
  const { weighings: shown } = await call<{ weighings: weighings.ShownWeighing[] }>(weighings.listWeighings, weeks);
  const ticket = shown[0]!.weighing.ticket.id;
  const jpegBase64 = Buffer.from(photo()).toString("base64");
  await call(weighings.attachWeighingPhoto, { ...json({ jpegBase64 }), parameters: { ticket } }, 204);
  await call(weighings.attachWeighingPhoto, { ...json({ jpegBase64: "AAAA" }), parameters: { ticket } }, 422);
  const { ports, clock } = system;
  const kept = await readTicketPhoto(ports, region, ticket);
  expect(Buffer.from(kept!.subarray(0, 2)).toString("hex")).toBe("ffd8");
  expect(await readTicketPhoto(ports, region, "farm.none")).toBeUndefined();
  expect(await readTicketPhoto(ports, "other", ticket)).toBeUndefined();
  // A voucher of 2026 is kept to the end of 2034.
  const now = clock.milliseconds;
  clock.milliseconds = Date.parse("2034-12-31T22:00:00Z");
  expect(await forgetTicketPhotos(ports, region)).toBe(0);
  clock.milliseconds = Date.parse("2035-01-01T08:00:00Z");
  expect(await forgetTicketPhotos(ports, region)).toBe(1);
  expect(await readTicketPhoto(ports, region, ticket)).toBeUndefined();
  clock.milliseconds = now;
});

test("what takes longer than a request is reckoned once by its workflow, and is what a request would have reckoned", async () => {
  const prepared = await prepare(system.ports, region, { weeks: [week], advances: { [BERGHEIM]: 1000 } });
  expect(isSoon(prepared)).toBe(true);
  expect(await keptReckoning(system.ports.blobs, region, prepared)).toBeUndefined();
  const starts = () => startReckoning(system.ports, region, prepared);
  expect([await starts(), await starts()]).toEqual(["running", "running"]);
  const name = `${prepared.inputsSha256.slice(0, 40)}-1_${region}`;
  const { id } = await system.ports.workflows.start(SETTLEMENT_RECKONING, name, {
    ...{ region, weeks: [week], advances: { [BERGHEIM]: 1000 }, inputsSha256: prepared.inputsSha256 },
  });
  expect(await system.finish(id)).toBe("SUCCEEDED");
  const kept = await keptReckoning(system.ports.blobs, region, prepared);
  expect(kept).toEqual(await settlePrepared(system.ports, prepared));
  const many = { ...prepared, weeks: Array.from({ length: 8 }, () => week) };
  const { municipalities } = prepared.situation.weeks[0]!.region;
  const large = { ...prepared.situation.weeks[0]!.region, municipalities: [...municipalities, ...municipalities] };
  const situation = { ...prepared.situation, weeks: [{ ...prepared.situation.weeks[0]!, region: large }] };
  expect(isSoon({ ...many, situation })).toBe(false);
});

test("a week is settled to the cent, closed once, and read again as it was", async () => {
  const made = Settlement.parse((await preview()).settlement);
  expect(made.game.findings).toEqual([]);
  expect(made.members.every(({ shareCents, soloCents }) => shareCents <= soloCents)).toBe(true);
  expect(sum(made.items.map(({ cents }) => cents))).toBe(made.jointCostCents);
  expect(sum(made.members.map(({ shareCents }) => shareCents)) + made.poolCents).toBe(made.jointCostCents);
  const body = { firstWeek: week, weeks: 1, inputsSha256: made.inputsSha256 };
  await call(settlements.closeSettlement, json({ ...body, inputsSha256: "0".repeat(64) }), 412);
  await call(settlements.closeSettlement, { ...json(body), groups: [`finance:tiny:${BERGHEIM}`] }, 403);
  await killedWhileClosing(made.inputsSha256);
  const closed = await call(settlements.closeSettlement, json(body));
  expect(await call(settlements.closeSettlement, json(body))).toEqual(closed);
  const read = await call<SettlementView>(settlements.readSettlement);
  expect(read.settlement).toEqual(made);
  const own = await call<SettlementView>(settlements.readSettlement, { groups: [`finance:tiny:${BERGHEIM}`] });
  expect(own.settlement.members.map(({ ags }) => ags)).toEqual([BERGHEIM]);
  expect(own.settlement.items.every(({ parts }) => parts.every(({ ags }) => ags === BERGHEIM))).toBe(true);
});

test("what turns out wrong later is booked against it, and the year adds it up", async () => {
  const reason = { reason: "Die Anlage hat die Ladung nachträglich abgelehnt." };
  await call(settlements.correctSettlement, json(reason), 409);
  const { settlement: before } = await call<SettlementView>(settlements.readSettlement);
  const ticket = before.tickets.at(-1)!.id;
  await call(weighings.decideWeighing, { ...json({ kind: "refuse", ...reason }), parameters: { ticket } });
  const correction = await call<Correction>(settlements.correctSettlement, json(reason));
  expect(correction.ticketIds).toEqual([ticket]);
  expect(correction.bookings.length).toBeGreaterThan(0);
  const read = await call<SettlementView>(settlements.readSettlement);
  expect(read.settlement).toEqual(before);
  expect(read.corrections).toEqual([correction]);
  const ledger = await call<Ledger>(settlements.readLedger, { parameters: { year: "2026" } });
  const booked = sum(correction.bookings.map(({ differenceCents }) => differenceCents));
  const stood = sum(before.members.map(({ balanceCents }) => balanceCents));
  expect(sum(ledger.members.map(({ balanceCents }) => balanceCents))).toBe(stood + booked);
  expect(ledger.members.map(({ entries }) => entries.map(({ kind }) => kind))).toEqual(
    before.members.map(() => ["settlement", "correction"]),
  );
  expect(sum(ledger.members.map(({ yearShareCents }) => yearShareCents)) + ledger.poolCents).toBe(
    ledger.jointCostCents,
  );
});

test("densities say how much of them is the master data's and how much the tickets'", async () => {
  const { densities } = await call<{ densities: { priorWeight: number; weighings: number }[] }>(
    ...([weighings.readDensities, weeks] as const),
  );
  expect(densities.length).toBeGreaterThan(0);
  expect(densities.every(({ priorWeight, weighings: n }) => priorWeight < 1 && n >= 1)).toBe(true);
});
