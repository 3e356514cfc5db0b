/** The public pages as people reach them: real gateway, real functions, a region with outlines and a week that was really planned. */
import type { Operator } from "../../domain/operator.ts";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";
import { createHandler as assets } from "../../functions/handlers/page/assets.ts";
import { createHandler } from "../../functions/handlers/page/publicPage.ts";
import type { HttpLambda } from "../../local/gateway/endpoint.ts";
import { openGateway } from "../../local/gateway/gateway.ts";
import { approvalFolder } from "./approval.ts";
import { endpoint, silentLog } from "./gateways.ts";
import { plannedSystem, type PlannedSystem } from "./plannedSystem.ts";
import { testSystem, type TestSystem } from "./system.ts";

/** Squares around the middles of the tiny region's municipalities, the first of them wound the wrong way. */
export function withOutlines(files: Record<string, string>): void {
  const square = (longitude: number, latitude: number, clockwise: boolean): number[][] => {
    const ring = [
      [longitude - 0.025, latitude - 0.025],
      [longitude + 0.025, latitude - 0.025],
      [longitude + 0.025, latitude + 0.025],
      [longitude - 0.025, latitude + 0.025],
      [longitude - 0.025, latitude - 0.025],
    ];
    return clockwise ? ring.reverse() : ring;
  };
  const [altdorf, bergheim, cronau] = files["municipalities.csv"]!.trim()
    .split("\n")
    .slice(1)
    .map((row) => row.slice(0, 8));
  const features = [
    [altdorf, 6.7, 49.3],
    [bergheim, 6.75, 49.35],
    [cronau, 6.8, 49.4],
    ["12345678", 7, 50],
  ].map(([ags, longitude, latitude], index) => ({
    ...{ type: "Feature", id: ags, properties: { ags, name: "falsch", note: "nicht öffentlich" } },
    geometry: { type: "Polygon", coordinates: [square(Number(longitude), Number(latitude), index === 0)] },
  }));
  files["municipalities.geojson"] = JSON.stringify({ type: "FeatureCollection", attribution: "© Test", features });
}

export const OPERATOR: Operator = {
  ...{ schema: "gruenverbund/operator/1", name: "Landkreis Beispiel", street: "Hauptstraße 1", city: "66000 Beispiel" },
  ...{ representative: "Landrätin Beispiel", email: "post@kreis.example", phone: "06831 1", supervisor: "Ministerium" },
  ...{ editor: "Pressestelle", hosting: "eigenes Rechenzentrum", dataProtectionOfficer: "Frau Schutz" },
  ...{ dataProtectionEmail: "schutz@kreis.example", dataProtectionAuthority: "Datenschutzzentrum" },
  ...{ accessibilityEmail: "barriere@kreis.example", accessibilityBody: "Durchsetzungsstelle" },
  ...{ accessibilityBodyUrl: "https://stelle.example/", accessibilityCheckedOn: "2026-11-26" },
};

export interface PublicSite {
  readonly origin: string;
  readonly system: TestSystem;
  close(): Promise<void>;
}

/** @param system closed with the site */
export async function serveOpen<S extends TestSystem>(
  system: S,
  operator?: Operator,
): Promise<PublicSite & { system: S }> {
  const gateway = await openGateway(0, "127.0.0.1", { clock: systemClock, log: silentLog });
  const site = {
    ...{ ...system.ports.site, origin: gateway.url },
    ...(operator === undefined ? {} : { operator }),
  };
  gateway.serve({
    endpoints: [
      endpoint("ANY", "/assets/{proxy+}", assets() as HttpLambda),
      endpoint("ANY", "/{proxy+}", createHandler({ ...system.ports, site }) as HttpLambda),
    ],
    verifyToken: async () => ({}),
    mounts: {},
  });
  const close = async (): Promise<void> => {
    await gateway.close();
    await system.close();
  };
  return { origin: gateway.url, system, close };
}

export const publishedSite = async (operator?: Operator): Promise<PublicSite & { system: PlannedSystem }> =>
  serveOpen(await plannedSystem(withOutlines), operator);

/** A region that nobody has planned yet, or none at all. */
export const unplannedSite = async (kind: "noPlan" | "noRegion"): Promise<PublicSite> =>
  serveOpen(await testSystem(kind === "noPlan" ? approvalFolder() : null));
