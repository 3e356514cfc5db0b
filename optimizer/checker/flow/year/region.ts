/**
 * Whether a year's numbers are those of the region folder: names, arrivals, rooms, limits and prices, rebuilt from the tables by code of
 * its own. The forecast and the travel matrix are taken as handed in.
 */
import { isContractor } from "../../../../domain/region/rules.ts";
import { DEFAULT_YEAR } from "../../../../domain/year/input.ts";
import type { Problem } from "../../../../domain/problem.ts";
import { openingHours } from "../../../../domain/openingHours.ts";
import { reporter } from "./codes.ts";
import { partOf, type Figure, type YearSource } from "./regionSource.ts";
import { optionFigures } from "./regionOptions.ts";
import { storeFigures } from "./regionStores.ts";

export function checkYearRegion(source: YearSource): Problem[] {
  const { report, findings } = reporter();
  const figures = [
    ...placeFigures(source),
    ...facilityFigures(source),
    ...marketFigures(source),
    ...storeFigures(source),
    ...optionFigures(source),
  ];
  for (const { id, stated, derived, slack = 0 } of figures) {
    const close = typeof stated === "number" && typeof derived === "number" && Math.abs(stated - derived) <= slack;
    if (close || JSON.stringify(stated) === JSON.stringify(derived)) continue;
    report("check.year.region", id, `The plan says ${shown(stated)}, the region folder ${shown(derived)}.`);
  }
  return findings;
}

const shown = (value: unknown): string => JSON.stringify(value) ?? "nothing";

function placeFigures(source: YearSource): Figure[] {
  const { plan, region, travel } = source;
  const { points, pointMetres } = plan.problem;
  const known = region.collectionPoints.filter((p) => p.status === "open" && partOf(source, p.id) > 0);
  const place = (id: string) => known.find((p) => p.id === id);
  const ways = points.flatMap((a, i) =>
    points.flatMap((b, j): Figure[] => {
      const [from, to] = [place(a.id), place(b.id)];
      if (from === undefined || to === undefined) return [];
      const derived = i === j ? 0 : (travel(from, to).metres + travel(to, from).metres) / 2;
      return [{ id: `pointMetres ${a.id} ${b.id}`, stated: pointMetres[i]?.[j], derived, slack: 0.5 }];
    }),
  );
  return [
    { id: "region", stated: plan.region, derived: region.settings.id },
    { id: "points", stated: points.map((p) => p.id), derived: known.map((p) => p.id) },
    ...points.map((p): Figure => ({ id: `${p.id} name`, stated: p.name, derived: place(p.id)?.name })),
    ...ways,
  ];
}

function facilityFigures({ plan, region, year }: YearSource): Figure[] {
  const part = plan.problem.weeks.length / 52;
  return [
    { id: "facilities", stated: plan.problem.facilities.map((f) => f.id), derived: region.facilities.map((f) => f.id) },
    ...plan.problem.facilities.flatMap((stated): Figure[] => {
      const f = region.facilities.find(({ id }) => id === stated.id);
      if (f === undefined) return [];
      const days = openingHours(f.openingHours).filter((windows) => windows.length > 0).length;
      const limits = [
        ...(f.capacityTonnesPerWeek === undefined ? [] : [f.capacityTonnesPerWeek]),
        ...(f.capacityTonnesPerDay === undefined ? [] : [f.capacityTonnesPerDay * days]),
      ];
      const running = year.closableFacilities.find((c) => c.facilityId === f.id)?.runningCentsPerYear;
      const fixed = f.status === "candidate" ? (f.yearlyCostCents ?? 0) : running;
      const kgAYear = f.capacityTonnesPerYear === undefined ? null : f.capacityTonnesPerYear * 1000 * part;
      return [
        { id: `${f.id} name`, stated: stated.name, derived: f.name },
        { id: `${f.id} yearlyCapacityKg`, stated: stated.yearlyCapacityKg, derived: kgAYear, slack: 0.5 },
        {
          id: `${f.id} weeklyCapacityKg`,
          stated: stated.weeklyCapacityKg,
          derived: limits.length === 0 ? null : 1000 * Math.min(...limits),
          slack: 1e-6,
        },
        {
          id: `${f.id} minimumKg`,
          stated: stated.minimumKg,
          derived: (f.minimumTonnesPerYear ?? 0) * 1000 * part,
          slack: 0.5,
        },
        {
          id: `${f.id} penaltyCentsPerTonne`,
          stated: stated.penaltyCentsPerTonne,
          derived: f.minimumPenaltyCentsPerTonne ?? 0,
        },
        {
          id: `${f.id} site`,
          stated: stated.site?.fixedCents,
          derived: fixed === undefined ? fixed : fixed * part,
          slack: 0.5,
        },
      ];
    }),
  ];
}

/** Shredders, products, buyers and the prices that hold everywhere. */
function marketFigures({ plan, region, year }: YearSource): Figure[] {
  const { problem } = plan;
  const { crewCentsPerHour, setupHours, centsPerKm, kmPerHour, litresPer100Km } =
    year.shredding ?? DEFAULT_YEAR.shredding;
  const usable = region.shredders.filter(
    (s) => isContractor(region, s.ownerId) || plan.members.includes(s.ownerId as never),
  );
  const { prices } = region.settings;
  const { dieselKgCo2ePerLitre, shreddingLitresPerTonne } = region.emissionFactors;
  const diesel = dieselKgCo2ePerLitre.value;
  return [
    {
      id: "shredders",
      stated: problem.shredders.map(({ depotMetres: _, ...rest }) => rest),
      derived: usable.map((s) => ({
        ...{ id: s.id, name: s.name, kgPerHour: s.tonnesPerHour * 1000, hoursPerWeek: s.hoursPerWeek },
        ...{ centsPerHour: s.centsPerHour + crewCentsPerHour.value, setupCents: s.setupCentsPerSite },
        ...{ setupHours: setupHours.value, mobilisationCents: s.mobilisationCentsPerWeek },
        ...{ centsPerKm: centsPerKm.value, metresPerHour: kmPerHour.value * 1000 },
      })),
    },
    {
      id: "products",
      stated: problem.products.map((p) => [p.id, p.surplusCentsPerTonne]),
      derived: year.products.map((p) => [p.id, p.surplusCentsPerTonne]),
    },
    {
      id: "buyers",
      stated: problem.buyers.map((b) => [b.id, problem.products[b.product]?.id, b.priceCentsPerTonne]),
      derived: year.buyers.map((b) => [b.id, b.productId, b.priceCentsPerTonne]),
    },
    ...problem.buyers.flatMap(({ id, demandKg }) => {
      const tonnes = year.buyers.find((b) => b.id === id)?.demandTonnesPerQuarter;
      return demandKg.map((stated, t): Figure => {
        const weeks = problem.periodOfWeek.filter((period) => period === t).length;
        const quarter = Number(problem.periods[t]?.at(-1));
        return {
          id: `${id} demandKg ${t}`,
          stated,
          derived: (1000 * (tonnes?.[quarter - 1] ?? 0) * weeks) / 13,
          slack: 0.5,
        };
      });
    }),
    {
      id: "closingCentsPerTonne",
      stated: problem.closingCentsPerTonne,
      derived: prices.postponementCentsPerTonne.value,
    },
    {
      id: "shreddingKgCo2ePerTonne",
      stated: problem.shreddingKgCo2ePerTonne,
      derived: shreddingLitresPerTonne.value * diesel,
      slack: 1e-9,
    },
    {
      id: "kgCo2ePerShredderKm",
      stated: problem.kgCo2ePerShredderKm,
      derived: (diesel * litresPer100Km.value) / 100,
      slack: 1e-9,
    },
    { id: "co2CentsPerTonne", stated: problem.co2CentsPerTonne, derived: prices.co2CentsPerTonne.value },
  ];
}
