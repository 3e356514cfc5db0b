import { afterAll, beforeAll, expect, test } from "vitest";
import { Settlement } from "../../../../../domain/settlement/settlement.ts";
import { openInput } from "../../../../../functions/usecases/run/run.ts";
import { closeSettlement } from "../../../../../functions/usecases/settlement/closeSettlement.ts";
import { readSettlement } from "../../../../../functions/usecases/settlement/readSettlement.ts";
import { reckon } from "../../../../../functions/usecases/settlement/reckon.ts";
import { importWeighings } from "../../../../../functions/usecases/weighings/importWeighings.ts";
import { readTicketFile } from "../../../../../functions/usecases/weighings/readTicketFile.ts";
import { situationOf } from "../../../../../functions/usecases/weighings/situation.ts";
import { PLANNED, plannedSystem, type PlannedSystem } from "../../../../support/plannedSystem.ts";
import { TEST_PROFILE, ticketFile, ticketLines } from "../../../../support/weighingFile.ts";

const { region, week } = PLANNED;
let system: PlannedSystem;
let lines: string[];
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

beforeAll(async () => {
  system = await plannedSystem();
  system.clock.milliseconds = Date.parse("2026-12-01T08:00:00Z");
  const open = await openInput(system.ports, { region, week, run: system.run });
  lines = ticketLines(system.plan, open.region);
}, 60_000);
afterAll(() => system.close());

async function take(text: string) {
  const { region: frozen } = await openInput(system.ports, { region, week, run: system.run });
  const known = {
    facilities: new Set(frozen.facilities.map(({ id }) => id as string)),
    vehicles: new Set(frozen.vehicles.map(({ id }) => id as string)),
    storages: new Set(frozen.storages.map(({ id }) => id as string)),
  };
  const rows = readTicketFile("waage.csv", text, TEST_PROFILE, known);
  return importWeighings(system.ports, rows, { region, by: "kaemmerei", profile: TEST_PROFILE, dry: false });
}

test("tours without a ticket stand in the work list, and nothing can be closed", async () => {
  const { items } = await situationOf(system.ports, region, [week]);
  expect(items).toHaveLength(lines.length);
  expect(items.every(({ code }) => code === "tour.withoutWeighing")).toBe(true);
  expect((await reckon(system.ports, region, { weeks: [week] })).settlement).toBeNull();
});

test("a file is taken once, however often it is sent", async () => {
  const first = await take(ticketFile(lines));
  expect(first.map(({ fate }) => fate)).toEqual(lines.map(() => "taken"));
  const before = system.writes();
  const again = await take(ticketFile([...lines].reverse()));
  expect(again.map(({ fate }) => fate)).toEqual(lines.map(() => "known"));
  expect(system.writes()).toBe(before);
  const { items } = await situationOf(system.ports, region, [week]);
  expect(items).toEqual([]);
});

test("a week is settled to the cent, closed once, and read again as it was", async () => {
  const { settlement } = await reckon(system.ports, region, { weeks: [week] });
  const checked = Settlement.parse(settlement);
  expect(checked.game.findings).toEqual([]);
  expect(checked.poolCents).toBe(0);
  expect(checked.members.every(({ shareCents, soloCents }) => shareCents <= soloCents)).toBe(true);
  expect(sum(checked.items.map(({ cents }) => cents))).toBe(checked.jointCostCents);
  expect(sum(checked.members.map(({ shareCents }) => shareCents)) + checked.poolCents).toBe(checked.jointCostCents);
  const closed = await closeSettlement(system.ports, region, {
    ...{ weeks: [week], expected: checked.inputsSha256, by: "kaemmerei" },
  });
  const again = await closeSettlement(system.ports, region, { weeks: [week], expected: "", by: "jemand" });
  expect(again).toEqual(closed);
  const view = await readSettlement(system.ports, region, `${week}_${week}`);
  expect(view.settlement).toEqual(checked);
});
