/** From an activity and a factor set to its balance: the only place that multiplies litres by kilograms for people to read. */
import type { Co2Activity, Co2Balance, MethodTotal, Treatment } from "../../domain/co2/balance.ts";
import type { FlowPlan } from "../../domain/plan/flowPlan.ts";
import type { Plan } from "../../domain/plan/plan.ts";
import { FacilityKind } from "../../domain/region/facilities.ts";
import { factorSetName, type EmissionFactors, type OtherMethod } from "../../domain/region/settings.ts";
import type { Region } from "../../domain/region/tables.ts";
import { plannedActivity } from "./activity.ts";

/** Of a plan: everyone alone, and jointly, by the factors that it was made with. */
export function planBalances(
  { flow }: Pick<Plan, "flow">,
  region: Parameters<typeof plannedActivity>[1] & Pick<Region, "emissionFactors">,
): { readonly alone: Co2Balance; readonly joint: Co2Balance } {
  const of = (flows: readonly FlowPlan[]): Co2Balance =>
    co2Balance(plannedActivity(flows, region), region.emissionFactors);
  return { alone: of(Object.values(flow.standAlone)), joint: of([flow.joint]) };
}

/** Factors as bare numbers, those of another method in the place of the set's own. */
interface Factors {
  readonly kgPerLitre: number;
  readonly kgPerTonne: Readonly<Record<FacilityKind, number>>;
}

export function co2Balance(activity: Co2Activity, set: EmissionFactors): Co2Balance {
  const own = factorsOf(set);
  const { drivenMetres, shreddedKg } = activity;
  const litres = {
    driving: (drivenMetres / 100_000) * set.truckLitresPer100Km.value,
    shredding: (shreddedKg / 1000) * set.shreddingLitresPerTonne.value,
  };
  const driving = { litres: litres.driving, kgCo2e: litres.driving * own.kgPerLitre };
  const shredding = { litres: litres.shredding, kgCo2e: litres.shredding * own.kgPerLitre };
  const tonneKilometres = sum(activity.moved.map(({ massKg, metres }) => (massKg / 1000) * (metres / 1000)));
  const masses = massByKind(activity);
  const treatments = [...masses].map(([kind, massKg]): Treatment => ({
    ...{ kind, massKg, kgCo2ePerTonne: own.kgPerTonne[kind] },
    kgCo2e: (massKg / 1000) * own.kgPerTonne[kind],
  }));
  const total = (name: string, factors: Factors): MethodTotal => {
    const transportKgCo2e = (litres.driving + litres.shredding) * factors.kgPerLitre;
    const treatmentKgCo2e = sum([...masses].map(([kind, massKg]) => (massKg / 1000) * factors.kgPerTonne[kind]));
    return { name, transportKgCo2e, treatmentKgCo2e, kgCo2e: transportKgCo2e + treatmentKgCo2e };
  };
  const first = total(factorSetName(set), own);
  return {
    factorSet: first.name,
    driving: {
      ...{ ...driving, drivenMetres, tonneKilometres },
      gramsPerTonneKilometre: tonneKilometres > 0 ? (driving.kgCo2e * 1000) / tonneKilometres : null,
    },
    shredding: {
      ...{ ...shredding, massKg: shreddedKg },
      kgCo2ePerTonne: shreddedKg > 0 ? shredding.kgCo2e / (shreddedKg / 1000) : null,
    },
    ...{ transportKgCo2e: first.transportKgCo2e, treatments },
    ...{ treatmentKgCo2e: first.treatmentKgCo2e, kgCo2e: first.kgCo2e },
    methods: [first, ...(set.otherMethods ?? []).map((other) => total(other.name, factorsOf(set, other)))],
  };
}

function factorsOf(set: EmissionFactors, other?: OtherMethod): Factors {
  const kinds = FacilityKind.options.map((kind) => {
    const { value } = other?.facilityKgCo2ePerTonne?.[kind] ?? set.facilityKgCo2ePerTonne[kind];
    return [kind, value] as const;
  });
  return {
    kgPerLitre: (other?.dieselKgCo2ePerLitre ?? set.dieselKgCo2ePerLitre).value,
    kgPerTonne: Object.fromEntries(kinds) as Record<FacilityKind, number>,
  };
}

/** In the order of the kinds; only what took something. */
function massByKind({ treated }: Co2Activity): Map<FacilityKind, number> {
  const masses = FacilityKind.options.map(
    (kind) => [kind, sum(treated.filter((one) => one.kind === kind).map(({ massKg }) => massKg))] as const,
  );
  return new Map(masses.filter(([, massKg]) => massKg > 0));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
