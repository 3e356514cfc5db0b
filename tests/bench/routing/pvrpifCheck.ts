/**
 * Prices and checks routes of a periodic waste instance straight from its GeoJSON; shares no code with reader or solver.
 * The rules are those of `optimizer/routing/formats/pvrpif.ts`, re-derived from the reports that its authors ship.
 */
export interface CheckedRoute {
  readonly day: number;
  readonly vehicle: number;
  readonly path: readonly number[];
}

interface Feature {
  readonly properties: { id: number; type: string; frequency: number; demand: number; service: number };
}

interface Geo {
  readonly info: { planningHorizon: number; numVehicles: number; maxDuration: number; maxCapacity: number };
  readonly features: readonly Feature[];
  readonly duration: readonly (readonly number[])[];
}

export interface Verdict {
  /** Minutes of travel. */
  readonly cost: number;
  /** One sentence per broken rule. */
  readonly faults: readonly string[];
}

export function checkPvrpif(geojson: string, routes: readonly CheckedRoute[]): Verdict {
  const geo = JSON.parse(geojson) as Geo;
  const visits = new Map<number, number[]>();
  const faults: string[] = [];
  let cost = 0;
  for (const route of routes) {
    const walked = walk(geo, route, visits);
    cost += walked.cost;
    faults.push(...walked.faults.map((fault) => `day ${route.day}, vehicle ${route.vehicle}: ${fault}`));
  }
  faults.push(...checkFleet(geo, routes), ...geo.features.flatMap((feature) => checkVisits(geo, feature, visits)));
  return { cost, faults };
}

function walk(geo: Geo, { path, day }: CheckedRoute, visits: Map<number, number[]>): Verdict {
  const { maxCapacity, maxDuration } = geo.info;
  const faults: string[] = [];
  let cost = 0;
  let service = 0;
  let load = 0;
  path.forEach((id, k) => {
    const place = geo.features.find(({ properties }) => properties.id === id)?.properties;
    if (k > 0) cost += geo.duration[path[k - 1]!]?.[id] ?? Number.NaN;
    if (place === undefined) return faults.push(`there is no place ${id}`);
    if ((place.type === "depot") !== (k === 0 || k === path.length - 1)) faults.push(`the depot only at both ends`);
    if (place.type === "depot" && load > 0) faults.push(`comes home with ${load} on board`);
    if (place.type === "intermediateFacility") load = 0;
    if (place.type !== "customer") return undefined;
    load += place.demand;
    service += place.service;
    if (load > maxCapacity) faults.push(`${load} on board of ${maxCapacity} after customer ${id}`);
    return visits.set(id, [...(visits.get(id) ?? []), day]);
  });
  if (!(cost + service <= maxDuration)) faults.push(`lasts ${cost + service} of ${maxDuration} minutes`);
  return { cost, faults };
}

function checkFleet({ info }: Geo, routes: readonly CheckedRoute[]): string[] {
  const used = new Set<string>();
  return routes.flatMap(({ day, vehicle }) => {
    const key = `day ${day}, vehicle ${vehicle}`;
    const known = day >= 0 && day < info.planningHorizon && vehicle >= 0 && vehicle < info.numVehicles;
    const fault = !known ? [`${key} does not exist`] : used.has(key) ? [`${key} drives twice`] : [];
    used.add(key);
    return fault;
  });
}

function checkVisits({ info }: Geo, { properties }: Feature, visits: ReadonlyMap<number, readonly number[]>): string[] {
  const { id, type, frequency } = properties;
  if (type !== "customer") return [];
  const days = (visits.get(id) ?? []).toSorted((a, b) => a - b);
  const gap = info.planningHorizon / frequency;
  const isEven = days.length === frequency && days.every((day, k) => k === 0 || day - days[k - 1]! === gap);
  return isEven ? [] : [`customer ${id} of frequency ${frequency} is visited on days ${days.join(", ")}`];
}

/** The stated cost and the paths of a report such as the authors ship. */
export function parseReport(text: string): { cost: number; routes: CheckedRoute[] } {
  const cost = /with cost ([\d.]+)/.exec(text)?.[1];
  if (cost === undefined) throw new Error("The report states no cost.");
  const routes = [...text.matchAll(/^Day: (\d+): Vehicle:(\d+) .*\n.*\npath +(.*)$/gm)].map(
    ([, day, vehicle, path]) => ({
      day: Number(day),
      vehicle: Number(vehicle),
      path: path!.trim().split(/\s+/).map(Number),
    }),
  );
  return { cost: Number(cost), routes };
}
