import { html } from "hono/html";
import { expect, test } from "vitest";
import { embedded, mapFigure, mapPolicy } from "../../../../web/map/figure.ts";
import { MAP_FILES } from "../../../../web/map/files.ts";
import { MAP_SCRIPT_PATH, MAP_STYLE_PATH } from "../../../../web/map/paths.ts";
import { assetFiles } from "../../../../web/map/routes.ts";
import { mapLayers, SHARP } from "../../../support/mapSite.ts";

test("data in a page closes no element, opens no comment, and is read back as it was", () => {
  const value = { a: `</script><!-- & "${SHARP}" \u2028` };
  const text = embedded(value);
  expect(text).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(text)).toEqual(value);
});

test("the list says whatever the map shows: areas, places with their cells, stops in order", async () => {
  const layers = await mapLayers();
  const markup = (await mapFigure({ id: "k", title: "Karte", layers, attribution: ["© Amt"] }, "de")).toString();
  const list = markup.slice(markup.indexOf("<details"), markup.indexOf("</details>"));
  for (const text of ["Kommunen", "Wallerfangen", "Sammelstelle Dillingen", "Mo bis Fr", "Schwalbach", "9:00", "Nr."])
    expect(list).toContain(text);
  expect(list).not.toContain("<img");
  expect(markup.split("</script>")).toHaveLength(3);
  expect(markup).toContain("© Amt");
});

test("a list of the page's own stands in place of that, and may begin closed", async () => {
  const layers = await mapLayers();
  const view = { id: "k", title: "Karte", layers, attribution: [], listOpen: false, list: html`Eigene Liste` };
  const markup = (await mapFigure(view, "en")).toString();
  expect(markup).toContain("Eigene Liste");
  expect(markup).not.toContain("Nr.");
  expect(markup).not.toMatch(/<details[^>]*open/);
});

test("the policy allows this site, and pictures of the tiles' host alone", () => {
  expect(mapPolicy()).toEqual(["script-src 'self'", "connect-src 'self'"]);
  const tiles = { url: "https://tiles.example/a/{z}/{x}/{y}.png", attribution: "" };
  expect(mapPolicy(tiles).at(-1)).toBe("img-src https://tiles.example");
});

test("script and style are kept for ever under names of their content, small for who takes them so", async () => {
  const app = assetFiles();
  for (const [path, type] of [
    [MAP_SCRIPT_PATH, "text/javascript; charset=utf-8"],
    [MAP_STYLE_PATH, "text/css; charset=utf-8"],
  ] as const) {
    expect(path).toMatch(/^\/assets\/map-[0-9a-f]{12}\.(js|css)$/);
    const plain = await app.request(path);
    expect([plain.status, plain.headers.get("content-type")]).toEqual([200, type]);
    expect(plain.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const whole = (await plain.arrayBuffer()).byteLength;
    for (const packing of ["br", "gzip"]) {
      const packed = await app.request(path, { headers: { "accept-encoding": `deflate, ${packing};q=0.5` } });
      expect(packed.headers.get("content-encoding")).toBe(packing);
      expect((await packed.arrayBuffer()).byteLength).toBeLessThan(whole / 2);
    }
    const refused = await app.request(path, { headers: { "accept-encoding": "br;q=0, gzip;q=0" } });
    expect(refused.headers.get("content-encoding")).toBe(null);
    expect((await app.request(path, { method: "HEAD" })).status).toBe(200);
  }
  expect((await app.request("/assets/map-000000000000.js")).status).toBe(404);
});

test("the files name no picture and no map of a source, and keep Leaflet's licence", () => {
  const [script, style] = MAP_FILES.map(({ body }) => body);
  expect(style).not.toContain("url(images");
  expect(script).not.toContain("sourceMappingURL");
  expect(script).toContain("Vladimir Agafonkin");
});
