/** Profiles given by coordinates: the same plans as with matrices, and plans where matrices would not fit. */
import { describe, expect, it } from "vitest";
import type { RoutingProblem } from "../../../../domain/routing/problem.ts";
import { checkRoutes } from "../../../../optimizer/checker/routes.ts";
import { greedy, solve, validateProblem } from "../../../../optimizer/routing/index.ts";
import { withMatrices } from "../../../../optimizer/routing/plane.ts";
import { Arcs } from "../../../../optimizer/routing/plain/arcs.ts";
import { nearestNodes } from "../../../../optimizer/routing/plain/neighbours.ts";
import { asPlain } from "../../../../optimizer/routing/plain/recognise.ts";
import { client, numbers, problem, vehicle } from "./instances.ts";

const NONE = new Float64Array(0);

/** One depot and clients at whole coordinates, without matrices. */
function bare(clients: number, changes: Partial<RoutingProblem> = {}): RoutingProblem {
  const next = numbers(clients);
  const points = Array.from({ length: clients + 1 }, () => Math.floor(next() * 300));
  const plane = {
    x: Float64Array.from(points),
    y: Float64Array.from(points, () => Math.floor(next() * 300)),
    whole: true,
  };
  return problem(points, {
    profiles: [{ distanceMetres: NONE, durationSeconds: NONE, plane }],
    clients: points.slice(1).map((_, index) => client(index + 1)),
    vehicles: Array.from({ length: clients }, () => vehicle({ capacity: [6] })),
    ...changes,
  });
}

describe("a profile given by coordinates", () => {
  it("means rounded Euclidean metres and as many seconds", () => {
    const plane = { x: Float64Array.of(0, 3, 1), y: Float64Array.of(0, 4, 1), whole: true };
    const small = problem([0, 0, 0], { profiles: [{ distanceMetres: NONE, durationSeconds: NONE, plane }] });
    const [full] = withMatrices(small).profiles;
    // 3-4-5; sqrt(2) = 1.41 is 1; from (3, 4) to (1, 1) sqrt(13) = 3.61 is 4.
    expect([...full!.distanceMetres]).toEqual([0, 5, 1, 5, 0, 4, 1, 4, 0]);
    expect(full!.durationSeconds).toEqual(full!.distanceMetres);
  });

  it("gives the same plan as its matrices, and one the checker accepts", () => {
    const without = bare(40);
    const options = { seed: 3, iterations: 500 };
    const { solution } = solve(without, options);
    expect(checkRoutes(without, solution)).toEqual([]);
    expect(solution).toEqual(solve(withMatrices(without), options).solution);
    expect(solution.objectiveCents).toBeLessThanOrEqual(greedy(without).objectiveCents);
  });

  it("limits tours by the shift as matrices do", () => {
    // Nobody lies farther than 425 m from the depot; 900 s there and back leave little for others.
    const shift = { earliest: 0, latest: 900 };
    const vehicles = Array.from({ length: 20 }, () => vehicle({ capacity: [9], shifts: [shift] }));
    const short = bare(20, { vehicles });
    expect(asPlain(short)?.span).not.toBeNull();
    const { solution } = solve(short, { seed: 1, iterations: 300 });
    expect(checkRoutes(short, solution)).toEqual([]);
    expect(solution).toEqual(solve(withMatrices(short), { seed: 1, iterations: 300 }).solution);
  });

  it("is solved by the full model where something is optional", () => {
    const base = bare(8);
    const optional = { ...base, clients: base.clients.map((one) => ({ ...one, prizeCents: 1 })) };
    const { solution, reasons } = solve(optional, { seed: 1, iterations: 20 });
    expect(checkRoutes(optional, solution)).toEqual([]);
    expect(reasons).toHaveLength(solution.unserved.length);
  });

  it("must have one finite pair of coordinates per location", () => {
    const [profile] = bare(3).profiles;
    const { plane } = profile!;
    const short = { ...plane!, x: plane!.x.slice(1) };
    const codes = validateProblem(bare(3, { profiles: [{ ...profile!, plane: short }] })).map(({ code }) => code);
    expect(codes).toEqual(["badPlane"]);
  });
});

describe("neighbours", () => {
  it("are the same from the grid of a plane as from all pairs", () => {
    const next = numbers(5);
    const nodes = 400;
    // Half of the points in a corner, so that cells are full and empty.
    const axis = (): Float64Array => Float64Array.from({ length: nodes }, (_, i) => next() * (i % 2 === 0 ? 1000 : 50));
    const plane = { x: axis(), y: axis(), whole: false, scale: 1000 };
    const computed = new Arcs(nodes, new Int32Array(0), plane);
    const matrix = Int32Array.from({ length: nodes * nodes }, (_, k) => computed.of(Math.floor(k / nodes), k % nodes));
    expect(nearestNodes(computed, 2, 30)).toEqual(nearestNodes(new Arcs(nodes, matrix, null), 2, 30));
  });
});
