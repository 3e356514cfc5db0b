/** What a tonne costs on its way out of a store, by the region's tariffs, vehicles and ways. */
import type { Form } from "../../../../domain/region/common.ts";
import { haulingCapabilities, haulingCapability, isContractor, tariffFor } from "../../../../domain/region/rules.ts";
import { referenceVehicle } from "../haulage.ts";
import type { Figure, YearSource } from "./regionSource.ts";

/** A hundredth of a cent, and what rounding to it loses. */
const CENT_SLACK = 0.0051;
const HOURS_A_SHIFT = 8;

export function optionFigures(source: YearSource): Figure[] {
  const { plan, year } = source;
  return plan.problem.options.flatMap((option, o): Figure[] => {
    const form: Form = option.shredded ? "shredded" : "loose";
    const whole = option.parts.length === 1 && option.parts[0]!.share === 1 && option.separationCentsPerTonne === 0;
    if (whole) return partFigures(source, option.store, form, o, 0);
    const fraction = fractionOf(source, option.store);
    const rule = year.separation.find((s) => s.from === fraction && s.to.length === option.parts.length);
    return [
      {
        id: `options ${o} separation`,
        stated: [option.separationCentsPerTonne, ...option.parts.map((part) => part.share)],
        derived: rule === undefined ? rule : [rule.centsPerTonne, ...rule.to.map((t) => t.share)],
      },
      ...option.parts.flatMap((_, i): Figure[] => {
        const like = storeLike(source, option.store, rule?.to[i]?.fraction);
        return like < 0 ? [unknown(`options ${o}`)] : partFigures(source, like, form, o, i);
      }),
    ];
  });
}

const unknown = (id: string): Figure => ({ id, stated: "a way out", derived: "none" });

function streamOf({ plan, region }: YearSource, store: number) {
  return region.streams.find(({ id }) => id === plan.problem.stores[store]?.material);
}

const fractionOf = (source: YearSource, store: number) => streamOf(source, store)?.fraction;

/** A store of the point with material of that fraction and of the same owner. */
function storeLike(source: YearSource, store: number, fraction: string | undefined): number {
  const { stores } = source.plan.problem;
  const { owner } = streamOf(source, store) ?? {};
  return stores.findIndex(
    (s, i) =>
      s.point === stores[store]!.point && fractionOf(source, i) === fraction && streamOf(source, i)?.owner === owner,
  );
}

function partFigures(source: YearSource, store: number, form: Form, o: number, i: number): Figure[] {
  const { plan, region, year, travel } = source;
  const part = plan.problem.options[o]!.parts[i]!;
  const id = `options ${o} ${plan.problem.stores[store]?.id} ${plan.problem.facilities[part.facility]?.id}`;
  const row = region.storages.find((s) => s.id === plan.problem.stores[store]?.id);
  const stream = region.streams.find((s) => s.id === row?.streamId);
  const point = region.collectionPoints.find((p) => p.id === row?.pointId);
  const facility = region.facilities.find((f) => f.id === plan.problem.facilities[part.facility]?.id);
  if (row === undefined || stream === undefined || point === undefined || facility === undefined) return [unknown(id)];
  const density = form === "loose" ? stream.looseKgPerM3 : stream.shreddedKgPerM3;
  const tariff = tariffFor(region.tariffs, facility.id, { fraction: stream.fraction, form, owner: stream.owner });
  const gate = tariff && (tariff.per === "tonne" ? tariff.gateFeeCents : (1000 * tariff.gateFeeCents) / density);
  const hauling = haulingCapabilities(row, point, form).filter((c) =>
    region.vehicles.some((v) => haulingCapability(v) === c),
  );
  const offering = (capability: string) =>
    region.vehicles.filter((v) => haulingCapability(v) === capability && isContractor(region, v.ownerId));
  const capability = hauling.find((c) => offering(c).length > 0) ?? hauling[0];
  const reference = capability && referenceVehicle(region.vehicles, capability);
  if (capability === undefined || reference === undefined) return [unknown(id)];
  const tonnes = Math.min(reference.capacityKg, (reference.capacityLitres * density) / 1000) / 1000;
  const [there, back] = [travel(point, facility), travel(facility, point)];
  const { loadSeconds, unloadSeconds } = region.settings.handling;
  const { calibration, pointFactors } = plan.haulage;
  const work = (calibration * (pointFactors?.[point.id] ?? 1)) / tonnes;
  const hours = (work * (there.seconds + back.seconds + loadSeconds.value + unloadSeconds.value)) / 3600;
  const km = (work * (there.metres + back.metres)) / 1000;
  const vehicles = offering(capability);
  const priced = vehicles.length > 0 ? vehicles : region.vehicles.filter((v) => haulingCapability(v) === capability);
  const haulage = priced.map(
    (v) =>
      hours * (v.centsPerHour + v.fixedCentsPerShift / HOURS_A_SHIFT) +
      km * (v.centsPerKm + v.tollCentsPerKm * v.tollShare),
  );
  const { truckLitresPer100Km, dieselKgCo2ePerLitre, facilityKgCo2ePerTonne } = region.emissionFactors;
  const emitted =
    (km / 100) * truckLitresPer100Km.value * dieselKgCo2ePerLitre.value + facilityKgCo2ePerTonne[facility.kind].value;
  const yields = year.yields.filter(
    (y) => y.facilityId === facility.id && y.fraction === stream.fraction && y.form === form && y.share > 0,
  );
  return [
    { id: `${id} gateCentsPerTonne`, stated: part.gateCentsPerTonne, derived: gate, slack: CENT_SLACK },
    {
      id: `${id} haulageCentsPerTonne`,
      stated: part.haulageCentsPerTonne,
      derived: Math.min(...haulage),
      slack: CENT_SLACK,
    },
    { id: `${id} kgCo2ePerTonne`, stated: part.kgCo2ePerTonne, derived: emitted, slack: 0.00051 },
    {
      id: `${id} yields`,
      stated: part.yields.map((y) => [plan.problem.products[y.product]?.id, y.share]),
      derived: yields.map((y) => [y.productId, y.share]),
    },
  ];
}
