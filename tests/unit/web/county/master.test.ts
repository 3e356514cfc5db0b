// Master data by upload: every fault at once, a preview that says what changes, what was previewed is what is taken, and the way back.
import { afterEach, beforeEach, expect, test } from "vitest";
import { currentFolder } from "../../../../functions/usecases/regions/currentFolder.ts";
import { heldBlobs } from "../../../../functions/usecases/heldBlobs.ts";
import { readRegion } from "../../../../functions/usecases/readRegion.ts";
import { readLog } from "../../../../functions/usecases/audit/readLog.ts";
import { finishMaster } from "../../../../functions/usecases/master/changeMaster.ts";
import { key } from "../../../../functions/usecases/records/keys.ts";
import { countyClient, unplannedSite } from "../../../support/countySite.ts";

let site: Awaited<ReturnType<typeof unplannedSite>>;
beforeEach(async () => {
  site = await unplannedSite();
}, 60_000);
afterEach(async () => {
  await site.closeGateway();
  await site.close();
});

const PATH = "/verwaltung/tiny/stammdaten";
type Client = Awaited<ReturnType<typeof countyClient>>;

async function file(name: string): Promise<string> {
  const folder = await currentFolder(site.ports.store, site.ports.blobs, "tiny");
  return new TextDecoder().decode(folder.get(name));
}

const upload = (client: Client, files: Record<string, string>) =>
  client.upload(`${PATH}/vorschau`, {}, { dateien: files }, PATH);

const confirm = (client: Client, text: string) =>
  client.post(`${PATH}/uebernehmen`, { vorschau: /name="vorschau" value="([^"]+)"/.exec(text)![1]! }, PATH);

/** Closer by one tonne a day, one more lorry, and no boiler fee any more. */
async function changedTables(): Promise<Record<string, string>> {
  const tariffs = (await file("tariffs.csv")).replace(";6000;", ";6100;");
  const vehicles = await file("vehicles.csv");
  const line = vehicles.split("\n").find((one) => one.startsWith("alt-hook"))!;
  return { "tariffs.csv": tariffs, "vehicles.csv": `${vehicles}${line.replace("alt-hook", "alt-hook-2")}\n` };
}

test("tables are shown as tables, with their rows, and can be downloaded as they are", async () => {
  const client = await countyClient(site);
  const { text } = await client.get(PATH);
  for (const name of ["Fahrzeuge", "Annahmepreise", "Sammelstellen"]) expect(text).toContain(name);
  expect((await client.get(`${PATH}/tariffs.csv`)).text).toContain("compost-woody-loose");
  const download = await client.get(`${PATH}/tariffs.csv/datei`);
  expect(download.headers.get("content-disposition")).toBe('attachment; filename="tariffs.csv"');
  expect(download.text).toBe(await file("tariffs.csv"));
  for (const name of ["contacts.csv", "reports.csv", "..%2fx", "nothing.csv"])
    expect([name, (await client.get(`${PATH}/${name}`)).status]).toEqual([name, 404]);
});

test("a preview says what is added, changed from what to what; nothing is taken before it is confirmed", async () => {
  const client = await countyClient(site);
  const before = await file("tariffs.csv");
  const preview = await upload(client, await changedTables());
  expect(preview.status).toBe(200);
  expect(preview.text).toContain("1 neu, 1 geändert, 0 entfernt");
  expect(preview.text).toMatch(/<del>6000<\/del>\s*→\s*<ins>6100<\/ins>/);
  expect(preview.text).toContain("alt-hook-2");
  expect(await file("tariffs.csv")).toBe(before);

  const taken = await confirm(client, preview.text);
  expect(taken.location).toBe(`${PATH}?erledigt=uebernommen`);
  expect(await file("tariffs.csv")).toContain(";6100;");
  expect(await file("vehicles.csv")).toContain("alt-hook-2");
  const { entries } = await readLog(site.ports, "tiny");
  const { kind, data } = entries.at(-1)!;
  expect([kind, data["added"], data["changed"], data["removed"], data["files"]]).toEqual([
    ...["region.changed", 1, 1, 0],
    ["tariffs.csv", "vehicles.csv"],
  ]);
  expect(typeof data["by"]).toBe("string");
});

test("every fault is named at once with file, line and column, and nothing is taken", async () => {
  const client = await countyClient(site);
  const before = await file("vehicles.csv");
  const tariffs = (await file("tariffs.csv")).replace(";6000;", ";teuer;");
  const vehicles = before.replace("11000", "schwer");
  const { status, text } = await upload(client, { "tariffs.csv": tariffs, "vehicles.csv": vehicles });
  expect(status).toBe(422);
  expect(text).toContain("2 Fehler");
  expect(text.replace(/\s+/g, " ")).toMatch(/tariffs\.csv:2 ?<.*gateFeeCents.*compost-woody-loose/);
  expect(text.replace(/\s+/g, " ")).toMatch(/vehicles\.csv:2 ?<.*capacityKg.*alt-hook/);
  expect(text).not.toContain('name="vorschau"');
  expect(await file("vehicles.csv")).toBe(before);
});

test("what other tables refer to cannot be taken away from under them", async () => {
  const client = await countyClient(site);
  const storages = await file("storages.csv");
  const { status, text } = await upload(client, { "storages.csv": storages.replace(/^alt-woody.*\n/m, "") });
  expect(status).toBe(422);
  expect(text).toContain("reports.csv");
  expect(text).toContain("alt-woody");
});

test("a preview that somebody else overtook is refused, and so is one that was never made", async () => {
  const [ada, eva] = [await countyClient(site), await countyClient(site)];
  const first = await upload(ada, await changedTables());
  const tariffs = (await file("tariffs.csv")).replace(";4500;", ";4600;");
  // The same account: the second preview takes the place of the first.
  const second = await upload(eva, { "tariffs.csv": tariffs });
  expect((await confirm(ada, first.text)).status).toBe(409);
  expect((await confirm(eva, second.text)).status).toBe(303);
  const again = await confirm(eva, second.text);
  expect(again.status).toBe(409);
  expect(again.text).toContain("Nichts wurde übernommen");
  const forged = await ada.post(`${PATH}/uebernehmen`, { vorschau: "0".repeat(64) }, PATH);
  expect(forged.status).toBe(409);
  expect(await file("tariffs.csv")).toContain(";6000;");
});

test("a point changed since by somebody else makes the preview stale", async () => {
  const client = await countyClient(site);
  const preview = await upload(client, await changedTables());
  const at = key.point("tiny", "p-alt");
  const item = (await site.ports.store.get(at))!;
  await site.ports.store.put({ ...at, data: { ...(item.data as object), name: "Neu" } }, item.version);
  expect((await confirm(client, preview.text)).status).toBe(409);
  expect(await file("tariffs.csv")).not.toContain(";6100;");
});

test("points are changed by upload too, and the state before can be put back, whole", async () => {
  const client = await countyClient(site);
  const points = (await file("collection-points.csv")).replace("Bauhof Cronau", "Bauhof Cronau Nord");
  await confirm(client, (await upload(client, { "collection-points.csv": points })).text);
  await confirm(client, (await upload(client, await changedTables())).text);
  expect(await file("collection-points.csv")).toContain("Cronau Nord");

  const undo = await client.get(`${PATH}/stand/1`);
  expect(undo.text).toContain("Auf den Stand vor Änderung 1 zurücksetzen?");
  expect(undo.text).toContain("alt-hook-2");
  const stand = /name="stand" value="([^"]+)"/.exec(undo.text)![1]!;
  const stale = await client.post(`${PATH}/stand/1`, { stand: "0".repeat(64) }, PATH);
  expect(stale.status).toBe(409);
  const back = await client.post(`${PATH}/stand/1`, { stand }, PATH);
  expect(back.location).toBe(`${PATH}?erledigt=zurueckgesetzt`);
  expect(await file("collection-points.csv")).not.toContain("Cronau Nord");
  expect(await file("vehicles.csv")).not.toContain("alt-hook-2");
  const { entries } = await readLog(site.ports, "tiny");
  expect(entries.slice(-3).map(({ kind }) => kind)).toEqual(["region.changed", "region.changed", "region.restored"]);
});

test("whoever is stopped after the decision leaves a state that the next change finishes", async () => {
  const client = await countyClient(site);
  const preview = await upload(client, await changedTables());
  const { blobs } = site.ports;
  let calls = 0;
  const putAll = blobs.putAll;
  // The first put keeps the states before and after; the second, which puts the new one in place, never happens.
  const spy: typeof putAll = (...given) => (++calls === 2 ? Promise.reject(new Error("stopped")) : putAll(...given));
  Object.assign(blobs, { putAll: spy });
  expect((await confirm(client, preview.text)).status).toBe(500);
  Object.assign(blobs, { putAll });
  expect(await file("tariffs.csv")).not.toContain(";6100;");
  await finishMaster(site.ports, "tiny");
  expect(await file("tariffs.csv")).toContain(";6100;");
  expect((await site.ports.store.get(key.master("tiny")))!.data).toMatchObject({ version: 1, applied: true });
});

test("files that are none of a region's, come by another way, or are missing, are named one by one", async () => {
  const client = await countyClient(site);
  const { status, text } = await upload(client, { "contacts.csv": "id", "reports.csv": "id", "fahrzeuge.csv": "id" });
  expect(status).toBe(422);
  for (const said of ["unter Mitglieder", "von den Bauhöfen", "„fahrzeuge.csv“ heißt wie keine Datei"])
    expect(text).toContain(said);
  expect((await upload(client, {})).text).toContain("mindestens eine Datei");
  expect((await upload(client, { "tariffs.csv": await file("tariffs.csv") })).text).toContain("nichts zu übernehmen");
});

test("an upload that is too large, or without its token, or of another region's settings, is refused", async () => {
  const client = await countyClient(site);
  expect((await upload(client, { "tariffs.csv": "x".repeat(4_300_000) })).status).toBe(413);
  const body = new FormData();
  body.set("csrf", "x");
  expect((await client.send(`${PATH}/vorschau`, { method: "POST", body })).status).toBe(403);
  const settings = (await file("region.json")).replace('"tiny"', '"other"');
  const preview = await upload(client, { "region.json": settings });
  const confirmed = await confirm(client, preview.text);
  expect(confirmed.status).toBe(422);
  expect(confirmed.text).toContain("another region");
});

test("what only the year needs is uploaded, judged with the region, kept by later changes and put back", async () => {
  const client = await countyClient(site);
  const year = (facilityId: string): string =>
    JSON.stringify({
      schema: "gruenverbund/year-input/1",
      closableFacilities: [{ facilityId, runningCentsPerYear: 100 }],
    });
  const wrong = await upload(client, { "year.json": year("nowhere") });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain("year.json");
  expect(wrong.text).toContain("Eine Kennung nehmen, die es gibt.");
  const preview = await upload(client, { "year.json": year("farm") });
  expect(preview.status).toBe(200);
  await confirm(client, preview.text);
  expect(await file("year.json")).toBe(year("farm"));
  expect((await client.get(PATH)).text).toContain("Angaben für das Jahr");
  // Whatever is changed later, it stays; and a plant that it names cannot go without it.
  await confirm(client, (await upload(client, await changedTables())).text);
  expect(await file("year.json")).toBe(year("farm"));
  const folder = await currentFolder(site.ports.store, site.ports.blobs, "tiny");
  const read = await readRegion(heldBlobs(folder), site.ports.clock.now());
  expect(read.inputs.map(({ file }) => file)).not.toContain("year.json");
});
