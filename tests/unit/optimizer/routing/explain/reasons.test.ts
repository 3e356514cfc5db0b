/** Why a client stays where it is: the limit and by how much, on instances small enough to see it. */
import { describe, expect, it } from "vitest";
import type { RoutingProblem } from "../../../../../domain/routing/problem.ts";
import type { UnservedReason } from "../../../../../domain/routing/solution.ts";
import { solve } from "../../../../../optimizer/routing/index.ts";
import { ALL_DAY, client, facility, problem, vehicle } from "../instances.ts";

function reasonOf(parts: Partial<RoutingProblem>): UnservedReason {
  const { reasons } = solve(problem([0, 100, 120], parts), { seed: 1, iterations: 5 });
  expect(reasons).toHaveLength(1);
  return reasons[0]!;
}

describe("an unserved client is told", () => {
  it("its price when it costs more than its prize", () => {
    expect(reasonOf({ clients: [client(1, { prizeCents: 150 })] })).toEqual({
      client: 0,
      code: "price",
      limit: 150,
      needed: 200,
      unit: "cents",
      insertions: [{ vehicle: 0, day: 0, position: 0, priceCents: 200 }],
      violation: null,
    });
  });

  it("that no vehicle can do it", () => {
    const vehicles = [vehicle({ shifts: [null] })];
    expect(reasonOf({ clients: [client(1)], vehicles })).toMatchObject({ code: "noVehicle", insertions: [] });
  });

  it("which capability every vehicle lacks, and what the tour would cost with it", () => {
    expect(reasonOf({ clients: [client(1, { capabilities: 4 })] })).toMatchObject({
      code: "capability",
      limit: 0,
      needed: 4,
      unit: "bits",
      insertions: [{ vehicle: 0, day: 0, position: 0, priceCents: 200 }],
    });
  });

  it("that it opens on no day on which a vehicle works", () => {
    const vehicles = [vehicle({ shifts: [ALL_DAY, null] })];
    const clients = [client(1, { windows: [[], [ALL_DAY]] })];
    expect(reasonOf({ clients, vehicles, days: 2 })).toMatchObject({ code: "closed" });
  });

  it("by how much it is too heavy", () => {
    expect(reasonOf({ clients: [client(1, { load: [13] })] })).toMatchObject({
      code: "capacity",
      limit: 10,
      needed: 13,
      unit: "kg",
    });
  });

  it("of a container, how many slots it takes, or how many spares", () => {
    const swap = client(1, { job: { kind: "swap", containerType: 0 }, facilities: [0] });
    const yards = [{ location: 0, serviceSeconds: 0, sparesPerDay: [0] as (number | null)[] }];
    const site = { clients: [swap], facilities: [facility(2)], containerTypes: [{ slots: 2 }] };
    const small = { ...site, vehicles: [vehicle({ slots: 1 })], yards: [{ ...yards[0]!, sparesPerDay: [null] }] };
    expect(reasonOf(small)).toMatchObject({ code: "slots", limit: 1, needed: 2 });
    const none = { ...site, vehicles: [vehicle({ slots: 2 })], yards };
    expect(reasonOf(none)).toMatchObject({ code: "spares", limit: 0, needed: 1, unit: "count" });
  });

  it("that what comes first is on no tour, with a finite moment", () => {
    const clients = [client(1, { capabilities: 1, prizeCents: 1 }), client(2, { capabilities: 2, after: [0] })];
    const vehicles = [vehicle({ capabilities: 1 }), vehicle({ capabilities: 2 })];
    const { reasons } = solve(problem([0, 100, 120], { clients, vehicles }), { seed: 1, iterations: 5 });
    expect(reasons[1]).toMatchObject({ client: 1, code: "precedence", needed: 86_400, unit: "s" });
  });

  it("how late the earliest visit would be", () => {
    // 100 s away, closes at 70.
    const clients = [client(1, { windows: [[{ earliest: 0, latest: 70 }]] })];
    expect(reasonOf({ clients })).toMatchObject({ code: "window", limit: 70, needed: 100 });
  });

  it("that the facility is closed by then", () => {
    // 120 s to the facility at the earliest, it closes at 110.
    const gate = facility(2, { windows: [[{ earliest: 0, latest: 110 }]] });
    const clients = [client(1, { facilities: [0] })];
    expect(reasonOf({ clients, facilities: [gate] })).toMatchObject({
      code: "facilityClosed",
      limit: 110,
      needed: 120,
    });
  });

  it("that the facility is full", () => {
    const clients = [client(1, { load: [5], facilities: [0] })];
    const facilities = [facility(2, { capacityPerDay: 3 })];
    expect(reasonOf({ clients, facilities })).toMatchObject({ code: "facilityCapacity", limit: 3, needed: 5 });
  });

  it("that it is too far to drive", () => {
    const vehicles = [vehicle({ maxDrivingSeconds: 150 })];
    expect(reasonOf({ clients: [client(1)], vehicles })).toMatchObject({ code: "driving", limit: 150, needed: 200 });
  });

  it("that a single leg is longer than may be driven without a break", () => {
    const vehicles = [vehicle({ breakRule: { drivingSeconds: 90, breakSeconds: 10 } })];
    expect(reasonOf({ clients: [client(1)], vehicles })).toMatchObject({ code: "breakLeg", limit: 90, needed: 100 });
  });

  it("that the shift ends too early", () => {
    const vehicles = [vehicle({ shifts: [{ earliest: 0, latest: 180 }] })];
    expect(reasonOf({ clients: [client(1)], vehicles })).toMatchObject({ code: "shift", limit: 180, needed: 200 });
  });

  it("one limit even when several stand in the way", () => {
    const vehicles = [vehicle({ shifts: [{ earliest: 0, latest: 180 }] })];
    const clients = [client(1, { load: [13], windows: [[ALL_DAY]] })];
    expect(reasonOf({ clients, vehicles })).toMatchObject({ code: "capacity", limit: 10, needed: 13 });
  });
});
