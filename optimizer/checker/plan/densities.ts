/**
 * Which densities a plan reckons with: those of densities.csv where the region has learned some of the point, fraction, form and
 * season, named with their source, and no others. What they were learned from (tickets) is no part of a plan.
 */
import type { FlowForecast, UsedDensity } from "../../../domain/plan/flowPlan.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Form } from "../../../domain/region/common.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { differs, finding } from "../finding.ts";
import { density, learnedDensity } from "../flow/facts.ts";
import type { PlanContext } from "./context.ts";

const FORMS: readonly Form[] = ["loose", "shredded"];
/** Ranges of a forecast end where one in twenty lies outside. */
const RANGE_Z = 1.6448;

export function checkDensities({ plan, region }: PlanContext): Problem[] {
  const stated = plan.densities ?? [];
  const derived = usedDensities(region, plan.week);
  const findings = stated.flatMap((row, k) => {
    const at = derived.findIndex(({ storageId, form }) => storageId === row.storageId && form === row.form);
    const twice = stated.findIndex(({ storageId, form }) => storageId === row.storageId && form === row.form) < k;
    const place = { id: row.storageId, field: `densities[${k}]` };
    if (at < 0 || twice)
      return [
        finding("check.plan.density", place, "The region has learned no such density.", "Compute the plan again."),
      ];
    return (["quarter", "kgPerM3", "sdKgPerM3", "weighings", "listedKgPerM3"] as const).flatMap((field) =>
      row[field] === derived[at]![field]
        ? []
        : [
            differs(
              "check.plan.density",
              { ...place, field: `${place.field}.${field}` },
              row[field],
              derived[at]![field],
              "densities.csv and streams.csv",
            ),
          ],
    );
  });
  const silent = derived.filter(
    ({ storageId, form }) => !stated.some((row) => row.storageId === storageId && row.form === form),
  );
  return [
    ...findings,
    ...silent.map(({ storageId, form }) =>
      finding(
        "check.plan.density",
        { id: storageId, field: "densities" },
        `The region has learned what a cubic metre weighs (${form}), and the plan does not say that it used it.`,
        "Compute the plan again.",
      ),
    ),
    ...derived.flatMap((row) => checkRanges(plan.forecast, row)),
  ];
}

function usedDensities(region: Region, week: string): UsedDensity[] {
  return region.storages.flatMap((storage) =>
    FORMS.flatMap((form): UsedDensity[] => {
      const stream = region.streams.find(({ id }) => id === storage.streamId)!;
      const learned = learnedDensity(region, storage, stream, form, week);
      if (learned === undefined) return [];
      const { kgPerM3, sdKgPerM3, weighings, quarter } = learned;
      return [
        { storageId: storage.id, form, quarter, kgPerM3, sdKgPerM3, weighings, listedKgPerM3: density(stream, form) },
      ];
    }),
  );
}

/** A forecast in kilograms is no surer than what a cubic metre weighs. */
function checkRanges(
  forecast: readonly FlowForecast[],
  { storageId, form, kgPerM3, sdKgPerM3 }: UsedDensity,
): Problem[] {
  const k = forecast.findIndex((row) => row.storageId === storageId);
  const row = forecast[k];
  if (form === "shredded" || row?.spread === undefined) return [];
  const amounts = [
    { field: "openingKg", kg: row.openingKg, range: row.spread.openingKg },
    ...row.arrivalsKg.map((kg, w) => ({ field: `arrivalsKg[${w}]`, kg, range: row.spread?.arrivalsKg[w] })),
  ];
  return amounts.flatMap(({ field, kg, range }) => {
    const least = Math.floor(((RANGE_Z * sdKgPerM3) / kgPerM3) * kg) - 1;
    return range === undefined || range.highKg - kg >= least
      ? []
      : [
          finding(
            "check.plan.density",
            { id: storageId, field: `forecast[${k}].spread.${field}` },
            `The range ends ${range.highKg - kg} kg above ${kg} kg; the density alone makes ${least + 1} kg.`,
            "Compute the plan again.",
          ),
        ];
  });
}
