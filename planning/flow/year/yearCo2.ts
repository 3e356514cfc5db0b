/** Greenhouse gases of a planned year, by the region's factor set and by the other methods that it names. */
import { factorSetName } from "../../../domain/region/settings.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { YearFigures } from "../../../domain/year/figures.ts";
import type { YearPlan } from "../../../domain/year/plan.ts";

/** What is not treatment is diesel: by another method it goes by that method's litre. */
export function yearCo2(plan: YearPlan, region: Pick<Region, "facilities" | "emissionFactors">): YearFigures["co2"] {
  const { problem, decisions, kgCo2e } = plan;
  const set = region.emissionFactors;
  const kinds = new Map(region.facilities.map(({ id, kind }) => [id as string, kind]));
  const tonnes = new Map<keyof typeof set.facilityKgCo2ePerTonne, number>();
  for (const { option, massKg } of decisions.hauls)
    for (const { facility, share } of problem.options[option]!.parts) {
      const kind = kinds.get(problem.facilities[facility]!.id)!;
      tonnes.set(kind, (tonnes.get(kind) ?? 0) + (massKg * share) / 1000);
    }
  const treatment = (other?: NonNullable<typeof set.otherMethods>[number]): number =>
    [...tonnes].reduce((sum, [kind, t]) => {
      const { value } = other?.facilityKgCo2ePerTonne?.[kind] ?? set.facilityKgCo2ePerTonne[kind];
      return sum + t * value;
    }, 0);
  const treatmentKgCo2e = treatment();
  const transportKgCo2e = kgCo2e - treatmentKgCo2e;
  const diesel = set.dieselKgCo2ePerLitre.value;
  const perLitre = (other: NonNullable<typeof set.otherMethods>[number]): number =>
    diesel === 0 ? 1 : (other.dieselKgCo2ePerLitre?.value ?? diesel) / diesel;
  return {
    factorSet: factorSetName(set),
    centsPerTonne: problem.co2CentsPerTonne,
    ...{ kgCo2e, transportKgCo2e, treatmentKgCo2e },
    methods: [
      { name: factorSetName(set), kgCo2e },
      ...(set.otherMethods ?? []).map((other) => ({
        name: other.name,
        kgCo2e: transportKgCo2e * perLitre(other) + treatment(other),
      })),
    ],
  };
}
