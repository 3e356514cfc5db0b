// The public addresses over HTTP: headers, conditional requests, other sites, what is not there.
import { expect, test } from "vitest";
import { ApiProblem } from "../../../../functions/usecases/apiProblem.ts";
import type { PublicReader } from "../../../../functions/usecases/openData/readPublic.ts";
import { openPages } from "../../../../web/open/routes.ts";
import { silentLog } from "../../../support/gateways.ts";
import { OPERATOR } from "../../../support/publicSite.ts";
import { sampleFigures, SHARP_NAME } from "../../../support/sampleFigures.ts";

const reader: PublicReader = {
  regions: async () => [
    { id: "tiny", name: "Kreis Beispiel" },
    { id: "gone", name: "Weg" },
  ],
  figures: async (region) => {
    if (region === "gone") throw new ApiProblem(404, "weg");
    if (region === "broken") throw new Error("kaputt");
    return sampleFigures();
  },
};
const app = openPages({ reader, log: silentLog, look: "", origin: "https://plan.example.org" });
const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  app.request(`https://plan.example.org${path}`, { method, headers });

const FILE = "/offene-daten/tiny/einsparungen.machine.csv";

test("a file says what it is, that anybody's page may read it, and when it changed", async () => {
  const answer = await get(FILE);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=300",
    "last-modified": "Thu, 26 Nov 2026 05:30:00 GMT",
    "x-content-type-options": "nosniff",
    etag: expect.stringMatching(/^"[0-9a-f]{32}"$/) as unknown,
  });
  expect(answer.headers.get("set-cookie")).toBe(null);
  const head = await get(FILE, {}, "HEAD");
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect(head.headers.get("etag")).toBe(answer.headers.get("etag"));
});

test("what has not changed is not sent again; a tag counts before a date", async () => {
  const etag = (await get(FILE)).headers.get("etag")!;
  const since = "Thu, 26 Nov 2026 05:30:00 GMT";
  const cases: [Record<string, string>, number][] = [
    [{ "if-none-match": etag }, 304],
    [{ "if-none-match": `"x", W/${etag}` }, 304],
    [{ "if-none-match": "*" }, 304],
    [{ "if-none-match": '"x"' }, 200],
    [{ "if-none-match": '"x"', "if-modified-since": since }, 200],
    [{ "if-modified-since": since }, 304],
    [{ "if-modified-since": "Thu, 26 Nov 2026 05:29:59 GMT" }, 200],
    [{ "if-modified-since": "gestern" }, 200],
  ];
  for (const [headers, status] of cases)
    expect([headers, (await get(FILE, headers)).status]).toEqual([headers, status]);
  const unchanged = await get(FILE, { "if-none-match": etag });
  expect([await unchanged.text(), unchanged.headers.get("etag")]).toEqual(["", etag]);
});

test("other sites may ask beforehand, for reading alone", async () => {
  const answer = await get(
    FILE,
    { origin: "https://portal.example", "access-control-request-method": "GET" },
    "OPTIONS",
  );
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
  expect((await get(FILE, {}, "POST")).status).toBe(404);
});

test.each([
  ["/offene-daten/katalog.jsonld", "application/ld+json"],
  ["/offene-daten/katalog.rdf", "application/rdf+xml"],
  ["/offene-daten/tiny/sammelstellen.geojson", "application/geo+json"],
  ["/offene-daten/tiny/mengen.json", "application/json; charset=utf-8"],
])("%s is %s", async (path, type) => {
  const whole = openPages({
    ...{ log: silentLog, look: "", origin: "https://plan.example.org", operator: OPERATOR },
    reader: { ...reader, regions: async () => [{ id: "tiny", name: "Kreis Beispiel" }] },
  });
  const answer = await whole.request(`https://plan.example.org${path}`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, type]);
});

test.each([
  "/offene-daten/tiny/geheim.csv",
  "/offene-daten/tiny/..%2f..%2fregion.json",
  "/offene-daten/nirgends/mengen.json",
  "/offene-daten/gone/mengen.json",
  "/offene-daten/tiny/gemeindegrenzen.geojson",
])("%s is not there", async (path) => {
  expect((await get(path)).status).toBe(404);
});

test("names are text on the page, and in its data", async () => {
  const body = await (await get("/oeffentlich?region=tiny")).text();
  expect(body).not.toContain("<b>");
  expect(body).not.toContain(SHARP_NAME);
  expect(body.split("</script>")).toHaveLength(3);
});

test.each([
  ["/oeffentlich?region=nirgends", 404],
  ["/oeffentlich?region=%3Cscript%3E", 404],
  ["/offene-daten/x/y/z", 404],
])("%s: %i, as a page", async (path, status) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("without the operator's word every legal page marks what is missing; with it none does", async () => {
  const filled = openPages({
    reader,
    log: silentLog,
    look: "",
    origin: "https://plan.example.org",
    operator: OPERATOR,
  });
  for (const path of ["/impressum", "/datenschutz", "/barrierefreiheit"]) {
    const empty = await (await get(path)).text();
    expect([path, empty.includes("vom Betreiber auszufüllen")]).toEqual([path, true]);
    const full = await (await filled.request(`https://plan.example.org${path}`)).text();
    expect([path, full.includes("auszufüllen"), full.includes("Landkreis Beispiel")]).toEqual([path, false, true]);
  }
});

test("tiles that the operator names are the only other host of the policy", async () => {
  const baseTiles = { url: "https://karten.example/{z}/{x}/{y}.png", attribution: "© Karten" };
  const tiled = openPages({
    ...{ reader, log: silentLog, look: "", origin: "https://plan.example.org" },
    operator: { schema: "gruenverbund/operator/1", baseTiles },
  });
  const answer = await tiled.request("https://plan.example.org/oeffentlich?region=tiny");
  const policy = answer.headers.get("content-security-policy")!;
  expect([...policy.matchAll(/https:\/\/\S+/g)].map(([host]) => host.replace(";", ""))).toEqual([
    "https://karten.example",
  ]);
  expect(await answer.text()).toContain("© Karten");
});
