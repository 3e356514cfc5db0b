/** A page with a map of three kinds of layers, and the files of maps, on an address of this machine. */
import { readFile } from "node:fs/promises";
import { html } from "hono/html";
import { Hono } from "hono";
import type { Language } from "../../domain/region/contacts.ts";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";
import { createHandler } from "../../functions/handlers/page/assets.ts";
import { openGateway } from "../../local/gateway/gateway.ts";
import type { HttpLambda } from "../../local/gateway/endpoint.ts";
import { LOOK } from "../../planning/report/style/look.ts";
import { MAP_STYLESHEETS, mapFigure, mapPolicy } from "../../web/map/figure.ts";
import type { BaseTiles, MapLayer, MapView } from "../../web/map/types.ts";
import { createPage } from "../../web/page.ts";
import { handle } from "hono/aws-lambda";
import { endpoint, silentLog } from "./gateways.ts";

/** A name that would break out of markup, were it ever read as such. */
export const SHARP = `Bauhof </script><img src=x onerror="document.title='broken'">`;

const OUTLINES = new URL("../../examples/saarlouis/municipalities.geojson", import.meta.url);

export async function mapLayers(): Promise<MapLayer[]> {
  const geojson = JSON.parse(await readFile(OUTLINES, "utf8")) as { features: { properties: { name: string } }[] };
  const names = geojson.features.map(({ properties }) => properties.name);
  return [
    { kind: "areas", name: "Kommunen", names, areas: { geojson } },
    {
      ...{ kind: "points", name: "Sammelstellen", symbol: "site", columns: ["Zeiten", "Zustand"] },
      points: [
        { id: "a", name: SHARP, position: [6.75, 49.32], cells: ["Mo bis Fr", ""] },
        { id: "b", name: "Sammelstelle Dillingen", position: [6.73, 49.36], cells: ["Sa", "offen"] },
      ],
    },
    {
      ...{ kind: "tour", id: "t1", name: "Tour 1, Haken", hue: 1, columns: ["Ankunft"] },
      line: [
        [6.75, 49.32],
        [6.8, 49.4],
        [6.9, 49.3],
      ],
      stops: [
        { id: "s1", name: "Nalbach", position: [6.8, 49.4], cells: ["8:00"] },
        { id: "s2", name: "Schwalbach", position: [6.9, 49.3], cells: ["9:00"] },
      ],
    },
  ];
}

export interface MapSite {
  readonly origin: string;
  close(): Promise<void>;
}

/** `/karte` with the outlines in the page, `/karte/adresse` with them by their address, `/karte/kacheln` with tiles. */
export async function mapSite(tiles: BaseTiles): Promise<MapSite> {
  const page = createPage(LOOK);
  const layers = await mapLayers();
  const app = new Hono();
  const show = (path: string, change: Partial<MapView>): void => {
    app.get(path, async (c) => {
      const language = (c.req.query("lang") ?? "de") as Language;
      const view = { id: "karte", title: "Kommunen und Sammelstellen", layers, attribution: ["© Test"], ...change };
      const main = html`<h1>Karte</h1>
        ${mapFigure(view, language)}`;
      const parts = { title: "Karte", main, stylesheets: MAP_STYLESHEETS, policy: mapPolicy(view.tiles) };
      const { headers, body } = await page(parts, { language, path });
      return c.body(body, 200, headers);
    });
  };
  const [areas, ...others] = layers;
  show("/karte", {});
  show("/karte/adresse", { layers: [{ ...areas, areas: { url: "/grenzen.geojson" } } as MapLayer, ...others] });
  show("/karte/ohne", { layers: [{ ...areas, areas: { url: "/nichts.geojson" } } as MapLayer, ...others] });
  show("/karte/kacheln", { tiles });
  app.get("/grenzen.geojson", async (c) =>
    c.body(await readFile(OUTLINES), 200, { "content-type": "application/geo+json" }),
  );
  const gateway = await openGateway(0, "127.0.0.1", { clock: systemClock, log: silentLog });
  gateway.serve({
    endpoints: [
      endpoint("ANY", "/assets/{proxy+}", createHandler() as HttpLambda),
      endpoint("ANY", "/{proxy+}", handle(app) as unknown as HttpLambda),
    ],
    verifyToken: async () => ({}),
    mounts: {},
  });
  return { origin: gateway.url, close: () => gateway.close() };
}
