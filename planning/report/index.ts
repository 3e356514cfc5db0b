/** Every file that the plan command writes beside `plan.json`. Pure: the caller gives the plan and writes the result. */
import type { Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { renderCostsCsv, renderMachineCsv } from "./costsCsv.ts";
import { renderGeoJson } from "./geojson.ts";
import { renderGpx } from "./gpx.ts";
import { renderIcs } from "./ics.ts";
import { renderReport } from "./page.ts";

/** Ids are letters, digits, dot, dash and underscore by schema; whatever else arrives must not become a path. */
function fileName(routeId: string): string {
  const safe = routeId.replace(/[^A-Za-z0-9._-]/g, "_");
  return `tours/${safe.replace(/^\.+/, "_")}.gpx`;
}

/**
 * @param outlines parsed `municipalities.geojson` of the region folder, or null when it has none
 * @returns relative path to UTF-8 text
 */
export function renderFiles(plan: Plan, region: Region, outlines: unknown | null): Map<string, string> {
  return new Map([
    ["report.html", renderReport(plan, region, outlines)],
    ["routes.geojson", renderGeoJson(plan, region)],
    ...plan.routes.map((route): [string, string] => [fileName(route.id), renderGpx(route, plan.regionName)]),
    ["tours.ics", renderIcs(plan)],
    ["costs.csv", renderCostsCsv(plan)],
    ["costs.machine.csv", renderMachineCsv(plan)],
  ]);
}
