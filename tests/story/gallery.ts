/** Every page, wide and as on a phone, as it is when the story is over; docs/pages.md shows them. */
import assert from "node:assert/strict";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Stage } from "./stage.ts";

interface Shown {
  readonly name: string;
  readonly who?: string;
  readonly path: string;
}

const DEVICES = { breit: "desk", telefon: "phone" } as const;
/** A page longer than this is cut: its head and first sections say enough. */
const MOST_HIGH = 2000;

function pagesOf(region: string, week: string): readonly Shown[] {
  const [finance, admin] = [`finance.${region}`, `admin.${region}`];
  return [
    { name: "start", path: "/" },
    { name: "anmelden", path: "/sign-in" },
    { name: "meldung", who: `yard.${region}.10044111`, path: "/meldung" },
    { name: "disposition", who: `dispatcher.${region}`, path: "/disposition" },
    { name: "finanzen", who: finance, path: "/finanzen" },
    { name: "abrechnung", who: finance, path: `/abrechnung/${region}/${week}_${week}` },
    { name: "abrechnungen", who: finance, path: `/abrechnung/${region}` },
    { name: "rechnungsangaben", who: finance, path: `/abrechnung/${region}/rechnungsangaben` },
    { name: "verwaltung", who: admin, path: `/verwaltung/${region}` },
    ...["mitglieder", "stammdaten", "vereinbarungen", "szenarien", "probebetrieb", "schluessel", "protokoll"].map(
      (section) => ({ name: `verwaltung-${section}`, who: admin, path: `/verwaltung/${region}/${section}` }),
    ),
    { name: "verwaltung-jahr", who: admin, path: `/verwaltung/${region}/szenarien/jahr` },
    { name: "oeffentlich", path: "/oeffentlich" },
    { name: "offene-daten", path: "/offene-daten" },
    ...["barrierefreiheit", "datenschutz", "impressum"].map((name) => ({ name, path: `/${name}` })),
    { name: "hilfe", path: "/hilfe" },
    { name: "hilfe-buergermeister", path: "/hilfe/buergermeister" },
    { name: "api", path: "/api/docs" },
    { name: "unbekannt", path: "/gibt-es-nicht" },
  ];
}

export async function gallery(stage: Stage, folder: string): Promise<void> {
  for (const { name, who, path } of pagesOf(stage.region, stage.notes.week!))
    for (const [kind, device] of Object.entries(DEVICES)) {
      const page = await stage.page(who, device);
      const answer = await page.goto(stage.runtime.url + path);
      assert.equal(answer?.status(), name === "unbekannt" ? 404 : 200, path);
      await mapsAreDrawn(page);
      const high = Math.min(MOST_HIGH, Number(await page.evaluate("document.documentElement.scrollHeight")));
      await page.setViewportSize({ ...page.viewportSize()!, height: high });
      await picturesAreLoaded(page);
      await page.screenshot({ path: join(folder, `${name}-${kind}.jpg`), type: "jpeg", quality: 60 });
      await page.close();
    }
}

/** Pictures that load when they come into sight are in sight now, or below the cut. */
async function picturesAreLoaded(page: Page): Promise<void> {
  await page.evaluate(
    "Promise.all([...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight).map((image) => image.decode()))",
  );
}

/** A moment after a page has loaded. */
export async function mapsAreDrawn(page: Page): Promise<void> {
  const maps = page.locator(".geomap-canvas:visible");
  if ((await maps.count()) > 0) await maps.locator("path").first().waitFor({ state: "attached" });
}
