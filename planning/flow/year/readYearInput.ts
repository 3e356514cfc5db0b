/** `year.json` of a region folder: every fault at once, in the file's own words. */
import type { Problem } from "../../../domain/problem.ts";
import { readJson } from "../../../domain/readJson.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { YearInput } from "../../../domain/year/input.ts";

export const YEAR_FILE = "year.json";

/** So that all ways of closing can be tried. */
const MOST_CLOSABLE = 5;

export type ReadYearInput =
  | { readonly status: "read"; readonly input: YearInput }
  | { readonly status: "faulty"; readonly problems: readonly Problem[] };

/** @param text content of the file; `undefined` when there is none, and the assumptions hold */
export function readYearInput(region: Region, text: string | undefined): ReadYearInput {
  if (text === undefined) return { status: "read", input: YearInput.parse({ schema: "gruenverbund/year-input/1" }) };
  const json = readJson(YEAR_FILE, text);
  if (!json.ok) return { status: "faulty", problems: [json.problem] };
  const parsed = YearInput.safeParse(json.value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) =>
      fault(
        "year.value",
        issue.path.join("."),
        `${issue.message}.`,
        "Correct the value; docs/schema/year.schema.json says what fits.",
      ),
    );
    return { status: "faulty", problems };
  }
  const problems = crossCheck(region, parsed.data);
  return problems.length > 0 ? { status: "faulty", problems } : { status: "read", input: parsed.data };
}

function fault(code: string, field: string, cause: string, action: string): Problem {
  return { code, severity: "error", place: { file: YEAR_FILE, field }, cause, action };
}

function crossCheck(region: Region, input: YearInput): Problem[] {
  const points = region.collectionPoints.map((p) => p.id as string);
  const facilities = region.facilities.map((f) => f.id as string);
  const products = input.products.map((p) => p.id as string);
  const unknown = (field: string, id: string, known: readonly string[], file: string): Problem[] =>
    known.includes(id)
      ? []
      : [
          fault(
            "year.unknown",
            field,
            `There is no "${id}" in ${file}.`,
            `Name one of: ${known.slice(0, 8).join(", ")}${known.length > 8 ? " …" : ""}.`,
          ),
        ];
  return [
    ...twice("products", products),
    ...twice(
      "buyers",
      input.buyers.map((b) => b.id),
    ),
    ...twice(
      "closablePoints",
      input.closablePoints.map((c) => c.pointId),
    ),
    ...input.yields.flatMap((y, i) => [
      ...unknown(`yields.${i}.facilityId`, y.facilityId, facilities, "facilities.csv"),
      ...unknown(`yields.${i}.productId`, y.productId, products, `${YEAR_FILE}, products`),
    ]),
    ...input.buyers.flatMap((b, i) =>
      unknown(`buyers.${i}.productId`, b.productId, products, `${YEAR_FILE}, products`),
    ),
    ...input.closableFacilities.flatMap((f, i) =>
      unknown(`closableFacilities.${i}.facilityId`, f.facilityId, facilities, "facilities.csv"),
    ),
    ...input.separation.flatMap((s, i) => [
      ...(s.pointIds ?? []).flatMap((id, j) =>
        unknown(`separation.${i}.pointIds.${j}`, id, points, "collection-points.csv"),
      ),
      ...sharesOf(s.to, `separation.${i}.to`),
    ]),
    ...input.closablePoints.flatMap((c, i) => [
      ...unknown(`closablePoints.${i}.pointId`, c.pointId, points, "collection-points.csv"),
      ...unknown(`closablePoints.${i}.receiverId`, c.receiverId, points, "collection-points.csv"),
      ...closingFaults(region, input, i),
    ]),
  ];
}

function twice(field: string, ids: readonly string[]): Problem[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) < i
      ? [fault("year.twice", `${field}.${i}`, `"${id}" is there twice.`, "Remove one of the two.")]
      : [],
  );
}

function sharesOf(to: readonly { readonly share: number }[], field: string): Problem[] {
  const sum = to.reduce((total, t) => total + t.share, 0);
  return Math.abs(sum - 1) <= 1e-6
    ? []
    : [
        fault(
          "year.shares",
          field,
          `The shares sum to ${sum}.`,
          "They must sum to 1: nothing vanishes when material is taken apart.",
        ),
      ];
}

function closingFaults(region: Region, { closablePoints }: YearInput, i: number): Problem[] {
  const { pointId, receiverId } = closablePoints[i]!;
  const field = `closablePoints.${i}`;
  const streams = (point: string) =>
    region.storages.filter((s) => s.pointId === point).map((s) => s.streamId as string);
  const lacking = streams(pointId).filter((stream) => !streams(receiverId).includes(stream));
  const siblings = closablePoints.filter((c) => c.receiverId === receiverId).length;
  return [
    ...(closablePoints.some((c) => c.pointId === receiverId)
      ? [
          fault(
            "year.closing",
            field,
            `"${receiverId}" is to take the material and may be closed itself.`,
            "Name a receiver that stays open.",
          ),
        ]
      : []),
    ...(lacking.length > 0
      ? [
          fault(
            "year.closing",
            field,
            `"${receiverId}" has no storage for ${lacking.join(", ")}.`,
            "Add it to storages.csv, or name another receiver.",
          ),
        ]
      : []),
    ...(siblings > MOST_CLOSABLE
      ? [
          fault(
            "year.closing",
            field,
            `${siblings} points would close towards "${receiverId}".`,
            `At most ${MOST_CLOSABLE} can be looked at together.`,
          ),
        ]
      : []),
  ];
}
