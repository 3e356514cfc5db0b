/** Every sensible way from a storage to a facility: form, vehicle class, work and fee per kilogram. */
import type { Capability, Form } from "../../domain/region/common.ts";
import type { Facility } from "../../domain/region/facilities.ts";
import type { FleetVehicle } from "../../domain/region/fleet.ts";
import { storedStreams } from "../../domain/region/densities.ts";
import type { CollectionPoint, Storage, Stream } from "../../domain/region/places.ts";
import { haulingCapabilities, haulingCapability, isContractor, tariffFor } from "../../domain/region/rules.ts";
import type { Region } from "../../domain/region/tables.ts";
import { indexBy } from "../lookup.ts";
import { leg } from "../places.ts";
import type { FlowLot } from "../../optimizer/flow/index.ts";
import type { FlowInput, NamedOption } from "./named.ts";

/** Of public facilities without obligations, the cheapest few per storage and form are enough. */
const PUBLIC_CHOICES = 3;

export function haulOptions(
  input: FlowInput,
  capabilities: readonly Capability[],
  lots: readonly FlowLot[],
): NamedOption[] {
  const byStorage = storageOptions(input, capabilities);
  return lots.flatMap((lot, i) => byStorage[lot.storage]!.map((option) => ({ ...option, lot: i })));
}

type StorageOption = Omit<NamedOption, "lot">;

/** [storage] */
function storageOptions(input: FlowInput, capabilities: readonly Capability[]): StorageOption[][] {
  const { region } = input;
  const points = indexBy(region.collectionPoints, (p) => p.id);
  const streams = storedStreams(region, input.weeks[0]!);
  return region.storages.map((storage) => {
    const point = points.get(storage.pointId)!;
    const { stream } = streams.get(storage.id)!;
    const forms: Form[] = stream.shreddable && region.shredders.length > 0 ? ["loose", "shredded"] : ["loose"];
    return forms.flatMap((form) => {
      const capability = classFor(region, storage, point, form);
      if (capability === undefined) return [];
      const options = region.facilities.flatMap((facility, f) =>
        option(input, capabilities, { storage, point, stream, form, capability, facility, f }),
      );
      return keepSensible(region, options);
    });
  });
}

/** The capability that takes the material away: one that a contractor offers to everybody, before one that only members have. */
function classFor(region: Region, storage: Storage, point: CollectionPoint, form: Form): Capability | undefined {
  const possible = haulingCapabilities(storage, point, form).filter((c) =>
    region.vehicles.some((v) => haulingCapability(v) === c),
  );
  const offered = possible.filter((c) =>
    region.vehicles.some((v) => haulingCapability(v) === c && isContractor(region, v.ownerId)),
  );
  return offered[0] ?? possible[0];
}

/** docs/model.md, "Haulage": the vehicle whose size defines a load. */
export function referenceVehicle(region: Region, capability: Capability): FleetVehicle {
  const vehicles = region.vehicles.filter((v) => haulingCapability(v) === capability);
  return vehicles.reduce((least, v) => (compareSize(v, least) < 0 ? v : least));
}

function compareSize(a: FleetVehicle, b: FleetVehicle): number {
  return a.capacityLitres - b.capacityLitres || a.capacityKg - b.capacityKg || (a.id < b.id ? -1 : 1);
}

interface Candidate {
  readonly storage: Storage;
  readonly point: CollectionPoint;
  readonly stream: Stream;
  readonly form: Form;
  readonly capability: Capability;
  readonly facility: Facility;
  readonly f: number;
}

function option(input: FlowInput, capabilities: readonly Capability[], c: Candidate): StorageOption[] {
  const { region, places, travel } = input;
  const calibration = input.calibration * (input.pointFactors?.get(c.point.id) ?? 1);
  const tariff = tariffFor(region.tariffs, c.facility.id, {
    fraction: c.stream.fraction,
    form: c.form,
    owner: c.stream.owner,
  });
  if (tariff === undefined || (c.facility.status !== "operating" && c.facility.status !== "candidate")) return [];
  const density = c.form === "loose" ? c.stream.looseKgPerM3 : c.stream.shreddedKgPerM3;
  const vehicle = referenceVehicle(region, c.capability);
  const loadKg = Math.min(vehicle.capacityKg, (vehicle.capacityLitres / 1000) * density);
  const [from, to] = [places.point.get(c.point.id)!, places.facility.get(c.facility.id)!];
  const [there, back] = [leg(places, travel, from, to), leg(places, travel, to, from)];
  const handling = region.settings.handling.loadSeconds.value + region.settings.handling.unloadSeconds.value;
  return [
    {
      facility: c.f,
      shredded: c.form === "shredded",
      fleetClass: capabilities.indexOf(c.capability),
      secondsPerKg: (calibration * (there.seconds + back.seconds + handling)) / loadKg,
      metresPerKg: (calibration * (there.metres + back.metres)) / loadKg,
      gateCents: tariff.gateFeeCents,
      gateKgPerUnit: tariff.per === "tonne" ? 1000 : density,
      storageId: c.storage.id,
      facilityId: c.facility.id,
      form: c.form,
      capability: c.capability,
    },
  ];
}

/** Drops public facilities that are beaten by several others for this material, as they would never be chosen. */
function keepSensible(region: Region, options: readonly StorageOption[]): StorageOption[] {
  const facilities = indexBy(region.facilities, (f) => f.id);
  const special = (o: StorageOption) => {
    const facility = facilities.get(o.facilityId)!;
    return facility.access === "owner" || facility.status === "candidate" || (facility.minimumTonnesPerYear ?? 0) > 0;
  };
  const cheapest = options.filter((o) => !special(o)).sort((a, b) => roughCents(region, a) - roughCents(region, b));
  const kept = new Set([...options.filter(special), ...cheapest.slice(0, PUBLIC_CHOICES)]);
  return options.filter((o) => kept.has(o));
}

function roughCents(region: Region, option: StorageOption): number {
  const vehicle = referenceVehicle(region, option.capability);
  return (
    (option.secondsPerKg * vehicle.centsPerHour) / 3600 +
    (option.metresPerKg * vehicle.centsPerKm) / 1000 +
    option.gateCents / option.gateKgPerUnit
  );
}
