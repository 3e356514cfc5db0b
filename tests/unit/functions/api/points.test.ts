import { afterEach, beforeEach, expect, test } from "vitest";
import { listPoints, putPoint, type Point } from "../../../../functions/contract/points.ts";
import { readPlan, type WeekPlan } from "../../../../functions/contract/weeks.ts";
import { asJson } from "../../../../functions/ports/store.ts";
import { key } from "../../../../functions/usecases/records/keys.ts";
import { currentFolder } from "../../../../functions/usecases/regions/currentFolder.ts";
import { callApi, type ApiReply } from "../../../support/apiEvent.ts";
import { testSystem, type TestSystem } from "../../../support/system.ts";

let system: TestSystem;
beforeEach(async () => {
  system = await testSystem();
});
afterEach(() => system.close());

const list = async (groups: string[]): Promise<Point[]> =>
  ((await callApi(system, listPoints, { parameters: { region: "tiny" }, groups })).json as { points: Point[] }).points;

async function fieldsOf(point: string): Promise<{ etag: string; fields: object }> {
  const found = (await list(["admin:tiny"])).find(({ id }) => id === point)!;
  const { id: _, etag, servedMunicipalities: __, storages: ___, ...fields } = found;
  return { etag, fields };
}

const put = (point: string, ifMatch: string | undefined, body: unknown): Promise<ApiReply> =>
  callApi(system, putPoint, {
    parameters: { region: "tiny", point },
    groups: ["admin:tiny"],
    headers: ifMatch === undefined ? {} : { "if-match": ifMatch },
    body,
  });

test("everyone sees the points their municipality uses, with the newest report of each storage", async () => {
  expect((await list(["finance:tiny"])).map(({ id }) => id)).toEqual(["p-alt", "p-berg", "p-cron"]);
  expect((await list(["yard:tiny:99001003"])).map(({ id }) => id)).toEqual(["p-berg", "p-cron"]);
  const [alt] = await list(["yard:tiny:99001001"]);
  const woody = alt!.storages.find(({ id }) => id === "alt-woody")!;
  expect(woody.latestReport).toMatchObject({ id: "r2", quarters: 2 });
});

test("each storage has the forecast of the newest planned week; the week tells it of those whom it concerns", async () => {
  const of = (storageId: string, mean: number) => ({
    ...{ storageId, plausibility: "suspect", reportValueCents: 310 },
    ...{ fill: { low: 0.5, mean, high: 0.75 }, overflowChance: [0, 0, 0, 0.1, 0.2, 0.3, 0.4] },
  });
  const week = (name: string, status: string, mean: number) =>
    system.ports.store.put(
      {
        ...key.week("tiny", name),
        data: asJson({
          ...{ region: "tiny", week: name, status, execution: "x", run: "r", inputSha256: null, startedAt: "x" },
          ...{ endedAt: null, summary: null, failure: null, tours: [], frozenAt: "2026-11-20T10:00:00Z" },
          fills: [of("alt-woody", mean), of("cron-mixed", mean)],
        }),
      },
      "any",
    );
  await week("2026-W47", "planned", 0.3);
  await week("2026-W48", "planned", 0.62);
  await week("2026-W49", "planning", 0.9);
  const [alt] = await list(["yard:tiny:99001001"]);
  const { storageId: _, ...told } = of("alt-woody", 0.62);
  expect(alt!.storages.map(({ id, forecast }) => [id, forecast])).toEqual([
    ["alt-woody", { week: "2026-W48", knownUntil: "2026-11-20T10:00:00Z", ...told }],
    ["alt-mixed", null],
  ]);
  const read = async (groups: string[]) =>
    ((await callApi(system, readPlan, { parameters: { region: "tiny", week: "2026-W48" }, groups })).json as WeekPlan)
      .fills;
  expect(await read(["dispatcher:tiny"])).toEqual([of("alt-woody", 0.62), of("cron-mixed", 0.62)]);
  expect(await read(["yard:tiny:99001003"])).toEqual([of("cron-mixed", 0.62)]);
});

test("a point is changed if it still is as the caller saw it; the next plan takes the change", async () => {
  const { etag, fields } = await fieldsOf("p-cron");
  const changed = { ...fields, name: "Bauhof Cronau, neu", accessHours: "Mo-Do 07:00-15:00" };
  const reply = await put("p-cron", etag, changed);
  expect(reply).toMatchObject({ status: 200, json: { name: "Bauhof Cronau, neu", etag: '"2"' } });
  expect(reply.headers["etag"]).toBe('"2"');
  const again = await put("p-cron", etag, fields);
  expect(again).toMatchObject({ status: 412, json: { detail: expect.stringContaining('"2"') as string } });
  const files = await currentFolder(system.ports.store, system.ports.blobs, "tiny");
  const csv = new TextDecoder().decode(files.get("collection-points.csv"));
  expect(csv).toContain('p-cron,"Bauhof Cronau, neu",99001003,49.41,6.81,Mo-Do 07:00-15:00');
});

test("without If-Match, with a wrong one, or for a point that is not there nothing is written", async () => {
  const { fields } = await fieldsOf("p-cron");
  expect((await put("p-cron", undefined, fields)).status).toBe(428);
  expect((await put("p-cron", "yesterday", fields)).status).toBe(422);
  expect((await put("p-new", "*", fields)).status).toBe(404);
  expect((await fieldsOf("p-cron")).etag).toBe('"1"');
});

test("every fault of a change is told at once, in its place", async () => {
  const { etag, fields } = await fieldsOf("p-cron");
  const reply = await put("p-cron", etag, {
    ...fields,
    latitude: 100,
    accessHours: "Montag früh",
    equipment: ["crane"],
    size: 3,
  });
  const { problems } = reply.json as { problems: { pointer: string; code: string }[] };
  expect(reply.status).toBe(422);
  expect(problems.map(({ pointer }) => pointer).sort()).toEqual(["/", "/accessHours", "/equipment/0", "/latitude"]);
  const stranger = await put("p-cron", etag, { ...fields, municipalityAgs: "99009999" });
  expect(stranger).toMatchObject({ status: 422, json: { problems: [{ pointer: "/municipalityAgs" }] } });
});
