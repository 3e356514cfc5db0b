/** Changes a collection point if it still is as the caller saw it. */
import type { Point, PointFields } from "../../contract/points.ts";
import { asJson, type Expected, type Item, type NewItem } from "../../ports/store.ts";
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import { sha256 } from "../sha256.ts";
import type { Ports } from "../ports.ts";
import { key } from "../records/keys.ts";
import { shownPoint, type PointRecord } from "../records/point.ts";
import { readIndex } from "../records/region.ts";
import { storageNews } from "./listPoints.ts";

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
  const outcome = await putWithEntry(
    { store, clock },
    { region, point, by },
    { ...at, data: asJson(record) },
    expected,
  );
  if (outcome.status === "conflict") {
    if (outcome.current === undefined)
      throw new ApiProblem(404, `Eine Sammelstelle „${point}“ gibt es in ${index.name} nicht.`);
    throw new ApiProblem(
      412,
      `Die Sammelstelle hat jetzt die Fassung "${outcome.current.version}". Neu laden und noch einmal ändern.`,
    );
  }
  log.info("point changed", { region, point, version: outcome.version, by });
  const news = await storageNews(store, index, new Set([point]));
  return shownPoint(point, { data: asJson(record), version: outcome.version }, index, news);
}

type Outcome =
  | { readonly status: "written"; readonly version: number }
  | { readonly status: "conflict"; readonly current: Item | undefined };

/** Others may change the point so often between reading its version and writing it. */
const MOST_ATTEMPTS = 5;

/** The point and its line in the audit log, both or neither. */
async function putWithEntry(
  ports: Pick<Ports, "store" | "clock">,
  { region, point, by }: Pick<PointChange, "region" | "point" | "by">,
  item: NewItem,
  expected: Extract<Expected, "present" | number>,
): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    const current = await ports.store.get(item);
    if (current === undefined || (expected !== "present" && current.version !== expected))
      return { status: "conflict", current };
    const version = current.version + 1;
    const data = { version, sha256: sha256(canonicalJson(item.data)), by };
    const content = { kind: "point.changed", subject: `points/${point}`, data };
    const also = [{ put: item, expected: current.version }];
    const outcome = await append(ports, region, content, { also });
    if (outcome.kind !== "conflict") return { status: "written", version };
    if (attempt === MOST_ATTEMPTS)
      throw new Error(`point ${point} was changed by others ${MOST_ATTEMPTS} times in a row`);
  }
}
