/** What every routing service behind the TravelMatrix port does. Call it inside a `describe`. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { InputError } from "../../domain/problem.ts";
import { roadMatrix } from "../../functions/adapters/roads/roadMatrix.ts";
import type { RoadService } from "../../functions/adapters/roads/roadService.ts";
import { sqliteStore } from "../../functions/adapters/sqlite/sqliteStore.ts";
import type { Coordinate } from "../../functions/ports/travelMatrix.ts";
import { ISLAND, wayBetween, type RoadServer } from "../support/roadServers.ts";
import { turnedClock } from "./storeSuite.ts";

/** So many places on a slope, all different. */
function places(count: number, from = 0): Coordinate[] {
  return Array.from({ length: count }, (_, i) => ({
    latitude: 49.3 + (from + i) * 0.001,
    longitude: 6.7 + ((from + i) % 7) * 0.01,
  }));
}

export interface ServiceUnderTest {
  readonly start: () => Promise<RoadServer>;
  readonly service: (url: string, apiKey?: string) => RoadService;
  /** Requests that a matrix of 120 places takes at least: pairs over the limit of one. */
  readonly requestsFor120: number;
  readonly remembers: boolean;
  readonly needsKey: boolean;
}

export function travelMatrixSuite({ start, service, requestsFor120, remembers, needsKey }: ServiceUnderTest): void {
  let server: RoadServer;
  beforeAll(async () => void (server = await start()));
  afterAll(() => server.close());
  beforeEach(() => {
    server.requests.length = 0;
    server.faults.length = 0;
  });

  function open(apiKey?: string) {
    const clock = turnedClock();
    const store = sqliteStore(":memory:", clock);
    const waits: number[] = [];
    const pause = (milliseconds: number) => Promise.resolve(waits.push(milliseconds / 1000));
    const one = service(server.url, apiKey);
    return { matrix: roadMatrix(one, store, clock, { pause }), clock, waits };
  }

  test("whole metres and seconds, row by row, in either direction", async () => {
    const list = places(5);
    const { distanceMetres, durationSeconds, estimated, origin } = await open().matrix.matrix(list);
    list.forEach((from, i) =>
      list.forEach((to, j) => {
        const [metres, seconds] = wayBetween(from, to)!;
        expect(distanceMetres[i * 5 + j]).toBe(Math.round(metres));
        expect(durationSeconds[i * 5 + j]).toBe(Math.round(seconds));
      }),
    );
    expect(distanceMetres[1]).not.toBe(distanceMetres[5]);
    expect(estimated).toBe(false);
    expect(origin).toContain("Straßennetz");
  });

  test("120 places are asked for in tiles within the limits, every pair right", async () => {
    const list = places(120);
    const { distanceMetres } = await open().matrix.matrix(list);
    for (const [i, j] of [
      [0, 119],
      [119, 0],
      [59, 60],
      [77, 3],
    ] as const) {
      expect(distanceMetres[i * 120 + j]).toBe(Math.round(wayBetween(list[i]!, list[j]!)![0]));
    }
    expect(server.requests.length).toBeGreaterThanOrEqual(requestsFor120);
    expect(server.requests.length).toBeLessThanOrEqual(Math.ceil(1.5 * requestsFor120));
    expect(server.requests.reduce((sum, r) => sum + r.sources * r.destinations, 0)).toBe(120 * 120);
  });

  test("no places, one place, and the same place twice need no road", async () => {
    const [place] = places(1);
    const { matrix } = open();
    expect((await matrix.matrix([])).distanceMetres).toHaveLength(0);
    expect([...(await matrix.matrix([place!])).distanceMetres]).toEqual([0]);
    expect([...(await matrix.matrix([place!, { ...place! }])).durationSeconds]).toEqual([0, 0, 0, 0]);
    expect(server.requests).toEqual([]);
  });

  test(
    remembers ? "what was asked before is not asked again; a new place only for itself" : "nothing is remembered",
    async () => {
      const { matrix, clock } = open();
      await matrix.matrix(places(6));
      await matrix.matrix(places(6).reverse());
      if (!remembers) return void expect(server.requests).toHaveLength(2);
      expect(server.requests).toHaveLength(1);
      const grown = await matrix.matrix(places(7));
      expect(grown.distanceMetres[6]).toBe(Math.round(wayBetween(places(7)[0]!, places(7)[6]!)![0]));
      const asked = server.requests.slice(1).reduce((sum, r) => sum + r.sources * r.destinations, 0);
      expect(asked).toBeLessThanOrEqual(49);
      clock.turn(181 * 86_400);
      const before = server.requests.length;
      await matrix.matrix(places(2));
      expect(server.requests.length).toBe(before + 1);
    },
  );

  test("a place that no road reaches is named, once, and the others are not", async () => {
    const refused = await open()
      .matrix.matrix([...places(3), ISLAND])
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    const { problems } = refused as InputError;
    expect(problems.map(({ code, place }) => [code, place.id])).toEqual([["travel.unreachable", "54.18000,7.88000"]]);
  });

  test("too many requests: waits as long as it is asked to, and tries again", async () => {
    server.faults.push((response) => response.writeHead(429, { "retry-after": "7" }).end("{}"));
    const { matrix, waits } = open();
    expect((await matrix.matrix(places(2))).distanceMetres[0]).toBe(0);
    expect(waits).toEqual([7]);
  });

  test("faults of the server and broken connections pass; five in a row do not", async () => {
    server.faults.push(
      (response) => response.writeHead(503).end("overloaded"),
      (response) => void response.socket?.destroy(),
    );
    const { matrix, waits } = open();
    await matrix.matrix(places(2));
    expect(waits).toEqual([1, 4]);
    for (let i = 0; i < 5; i++) server.faults.push((response) => response.writeHead(500).end("broken"));
    await expect(open().matrix.matrix(places(3))).rejects.toThrow("answered 500");
  });

  test("a service that wants to be left alone for long is not waited for", async () => {
    server.faults.push((response) => response.writeHead(429, { "retry-after": "86400" }).end("{}"));
    const { matrix, waits } = open();
    await expect(matrix.matrix(places(2))).rejects.toThrow("answered 429");
    expect(waits).toEqual([]);
  });

  const withKey = needsKey ? test : undefined;
  withKey?.("a wrong key is refused at once, and never part of what is said", async () => {
    const { matrix, waits } = open("secret-wrong-key");
    const refused = (await matrix.matrix(places(2)).catch((error: unknown) => error)) as Error;
    expect(refused.message).toMatch(/answered (403|REQUEST_DENIED)/);
    expect(refused.message).not.toContain("secret");
    expect(waits).toEqual([]);
  });

  test("an answer of another shape is refused and not taken for distances", async () => {
    server.faults.push((response) => {
      response.setHeader("content-type", "application/json");
      response.end('{"status":"OK","rows":[],"distances":[[1]],"durations":[["x"]]}');
    });
    await expect(open().matrix.matrix(places(2))).rejects.toThrow("did not answer with 2 × 2 distances");
  });
}
