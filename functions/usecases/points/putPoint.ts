/** Changes a collection point if it still is as the caller saw it. */
import type { Point, PointFields } from "../../contract/points.ts";
import { asJson } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { key } from "../records/keys.ts";
import { shownPoint, type PointRecord } from "../records/point.ts";
import { readIndex } from "../records/region.ts";
import { latestReports } from "./listPoints.ts";

export interface PointChange {
  readonly region: string;
  readonly point: string;
  readonly fields: PointFields;
  /** `"3"`, or `*` for whatever is there. */
  readonly ifMatch: string;
  /** Subject of whoever changes it. */
  readonly by: string;
}

export async function putPoint(
  { store, clock, log }: Pick<Ports, "store" | "clock" | "log">,
  { region, point, fields, ifMatch, by }: PointChange,
): Promise<Point> {
  const index = await readIndex(store, region);
  if (!index.municipalities.some(({ ags }) => ags === fields.municipalityAgs))
    throw new ApiProblem(422, "Bitte die genannten Stellen berichtigen.", [
      {
        code: "reference.unknown",
        pointer: "/municipalityAgs",
        cause: `Eine Gemeinde ${fields.municipalityAgs} gibt es in ${index.name} nicht.`,
        action: `Eine von diesen nehmen: ${index.municipalities.map(({ ags, name }) => `${ags} (${name})`).join(", ")}.`,
      },
    ]);
  const at = key.point(region, point);
  const record: PointRecord = { ...fields, source: `in den Stammdaten geändert, ${clock.now()}`, verified: true };
  const expected = ifMatch === "*" ? "present" : Number(ifMatch.replaceAll('"', ""));
  const outcome = await store.put({ ...at, data: asJson(record) }, expected);
  if (outcome.status === "conflict") {
    if (outcome.current === undefined)
      throw new ApiProblem(404, `Eine Sammelstelle „${point}“ gibt es in ${index.name} nicht.`);
    throw new ApiProblem(
      412,
      `Die Sammelstelle hat jetzt die Fassung "${outcome.current.version}". Neu laden und noch einmal ändern.`,
    );
  }
  log.info("point changed", { region, point, version: outcome.version, by });
  const latest = await latestReports(store, index, new Set([point]));
  return shownPoint(point, { data: asJson(record), version: outcome.version }, index, latest);
}
