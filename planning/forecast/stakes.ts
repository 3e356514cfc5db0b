/** What a wrong idea of a storage's fill costs: the trip in vain to the nearest plant, and material beside the room. */
import type { Form } from "../../domain/region/common.ts";
import { haulingCapabilities, haulingCapability, tariffFor } from "../../domain/region/rules.ts";
import type { FleetVehicle } from "../../domain/region/fleet.ts";
import type { CollectionPoint, Storage, Stream } from "../../domain/region/places.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { Stakes } from "../../optimizer/forecast/index.ts";

const EARTH_METRES = 6_371_000;

/**
 * By great circle with the region's detour and speed: an estimate that needs no travel service.
 *
 * @param stream with the densities that hold in the storage
 * @returns null where no vehicle or no plant takes the material, or the point is closed
 */
export function stakesOf(region: Region, storage: Storage, stream: Stream): Stakes | null {
  const point = region.collectionPoints.find(({ id }) => id === storage.pointId)!;
  const roomKg = ((storage.units * storage.volumeLitres) / 1000) * stream.looseKgPerM3;
  if (point.status === "closed") return null;
  const ways = forms(region, stream).flatMap((form) => {
    const metres = nearestPlant(region, point, stream, form);
    const vehicle = smallest(region, storage, point, form);
    if (metres === null || vehicle === undefined) return [];
    const density = form === "loose" ? stream.looseKgPerM3 : stream.shreddedKgPerM3;
    const loadKg = Math.min(vehicle.capacityKg, (vehicle.capacityLitres / 1000) * density);
    return [{ tripCents: tripCents(region, vehicle, metres), loadPart: loadKg / roomKg }];
  });
  if (ways.length === 0) return null;
  const best = ways.reduce((a, b) => (b.tripCents / b.loadPart < a.tripCents / a.loadPart ? b : a));
  const overflowCents = (region.settings.prices.overflowCentsPerTonneWeek.value * roomKg) / 1000;
  return { ...best, overflowCents };
}

function forms(region: Region, stream: Stream): Form[] {
  return stream.shreddable && region.shredders.length > 0 ? ["loose", "shredded"] : ["loose"];
}

/** One way, in metres of road. */
function nearestPlant(region: Region, point: CollectionPoint, stream: Stream, form: Form): number | null {
  const distances = region.facilities
    .filter(({ id, status, access }) => {
      if (status !== "operating" || access !== "public") return false;
      return tariffFor(region.tariffs, id, { fraction: stream.fraction, form, owner: stream.owner }) !== undefined;
    })
    .map((facility) => beeline(point, facility) * region.settings.travel.detourFactor.value);
  return distances.length === 0 ? null : Math.min(...distances);
}

function smallest(region: Region, storage: Storage, point: CollectionPoint, form: Form): FleetVehicle | undefined {
  const possible = haulingCapabilities(storage, point, form);
  return region.vehicles
    .filter((vehicle) => possible.includes(haulingCapability(vehicle)))
    .reduce<FleetVehicle | undefined>(
      (least, v) => (least === undefined || v.capacityKg < least.capacityKg ? v : least),
      undefined,
    );
}

function tripCents({ settings }: Region, vehicle: FleetVehicle, metres: number): number {
  const { travel, handling } = settings;
  const road = (2 * metres) / (travel.speedKmh.value / 3.6);
  const seconds = road + handling.loadSeconds.value + handling.unloadSeconds.value;
  const perKm = vehicle.centsPerKm + vehicle.tollCentsPerKm * vehicle.tollShare;
  return (seconds * vehicle.centsPerHour) / 3600 + (2 * metres * perKm) / 1000;
}

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

function beeline(a: Position, b: Position): number {
  const rad = Math.PI / 180;
  const [north, east] = [(b.latitude - a.latitude) * rad, (b.longitude - a.longitude) * rad];
  const half =
    Math.sin(north / 2) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
}
