// A week of examples/saarlouis planned with and without densities that tickets taught; the independent checker accepts each (quickWeek).
import { expect, test } from "vitest";
import type { Plan } from "../../../domain/plan/plan.ts";
import { readRegion } from "../../../functions/usecases/readRegion.ts";
import { memoryBlobs } from "../../support/memoryBlobs.ts";
import { publishQuickWeek, QUICK_NOW, quickFiles } from "../../support/quickWeek.ts";
import { testSystem } from "../../support/system.ts";

const HEADER = "pointId,fraction,form,quarter,kgPerM3,sdKgPerM3,weighings,source,verified";

async function planned(files: Record<string, string>): Promise<Plan> {
  const system = await testSystem(files, { now: QUICK_NOW });
  try {
    return await publishQuickWeek(system.ports, files);
  } finally {
    await system.close();
  }
}

/** Everything but the hashes of what it was made from. */
const figures = ({ provenance: { inputs: _, inputsSha256: __, ...provenance }, ...plan }: Plan) => ({
  ...plan,
  provenance,
});
const tonnes = ({ forecast }: Plan): number =>
  forecast.reduce((kg, f) => kg + f.openingKg + f.arrivalsKg.reduce((a, b) => a + b, 0), 0) / 1000;

test("without tickets of the season a plan is what it was; loads a fifth heavier move its tonnes towards them", async () => {
  const files = await quickFiles("tonnes");
  const { region } = await readRegion(memoryBlobs(files), QUICK_NOW);
  const streams = new Map(region!.streams.map((stream) => [stream.id, stream]));
  const keys = new Map(
    region!.storages.map(({ pointId, streamId }) => {
      const { fraction, looseKgPerM3 } = streams.get(streamId)!;
      return [`${pointId},${fraction}`, looseKgPerM3];
    }),
  );
  const table = (quarter: string) =>
    [
      HEADER,
      ...[...keys].map(([at, kg]) => `${at},loose,${quarter},${1.2 * kg},${0.05 * kg},12,Wiegescheine,true`),
    ].join("\n");
  const before = await planned(files);
  const summer = await planned({ ...files, "densities.csv": table("summer") });
  expect(figures(summer)).toEqual(figures(before));
  const heavier = await planned({ ...files, "densities.csv": table("autumn") });
  expect(heavier.densities).toHaveLength(region!.storages.length);
  expect(heavier.notices.some((notice) => notice.includes("aus 12 Ladungen"))).toBe(true);
  expect(tonnes(heavier) / tonnes(before)).toBeGreaterThan(1.05);
  expect(tonnes(heavier) / tonnes(before)).toBeLessThan(1.2);
});
