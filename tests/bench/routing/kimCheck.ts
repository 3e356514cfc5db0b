/** Drives the routes of a wcvrptw-kim instance straight from its text; shares no code with the reader or the solver. */
export interface KimStop {
  /** Number of the place by its order in the file, or "lunch". */
  readonly place: number | "lunch";
  /** Seconds after midnight at which service or lunch begins. */
  readonly start: number;
}

export interface KimRoute {
  readonly departure: number;
  readonly stops: readonly KimStop[];
}

export interface KimVerdict {
  readonly miles: number;
  /** One sentence per broken rule. */
  readonly faults: readonly string[];
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly early: number;
  readonly late: number;
  readonly service: number;
  readonly load: number;
  readonly type: number;
}

interface Limits {
  readonly capacity: number;
  readonly day: number;
  readonly stops: number;
  readonly lunch: number;
  readonly mph: number;
}

const ELEVEN = 11 * 3600;
const NOON = 12 * 3600;
const SLACK = 1e-3;

function readFile(text: string): { limits: Limits; places: Place[] } {
  const lines = text.split("\n").map((line) => line.trim());
  const [capacity, day, stops, lunch, mph] = lines.slice(0, 5).map((line) => Number.parseFloat(line)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const cells = lines
    .slice(6)
    .filter((line) => line !== "")
    .map((line) => line.split(/\s+/).map(Number));
  const inHundredths = cells.some((cell) => cell[3]! % 100 > 59 || cell[4]! % 100 > 59);
  const clock = (hhmm: number): number => {
    const rest = hhmm % 100;
    return ((hhmm - rest) / 100) * 3600 + rest * (inHundredths ? 36 : 60);
  };
  const places = cells.map(([, x, y, early, late, service, load, type]) => {
    return { x: x!, y: y!, early: clock(early!), late: clock(late!), service: service!, load: load!, type: type! };
  });
  return { limits: { capacity, day, stops, lunch, mph }, places };
}

export function checkKim(text: string, routes: readonly KimRoute[]): KimVerdict {
  const { limits, places } = readFile(text);
  const visits = places.map(() => 0);
  const verdicts = routes.map((route, k) => {
    const { miles, faults } = drive(limits, places, route, visits);
    return { miles, faults: faults.map((fault) => `route ${k}: ${fault}`) };
  });
  const missed = places.flatMap(({ type }, p) =>
    type === 1 && visits[p] !== 1 ? [`place ${p} is visited ${visits[p]} times`] : [],
  );
  return {
    miles: verdicts.reduce((sum, verdict) => sum + verdict.miles, 0),
    faults: [...verdicts.flatMap((verdict) => verdict.faults), ...missed],
  };
}

function drive(limits: Limits, places: readonly Place[], route: KimRoute, visits: number[]): KimVerdict {
  const depot = places.findIndex(({ type }) => type === 0);
  const faults: string[] = [];
  let [at, clock, miles, load, day, stops] = [depot, route.departure, 0, 0, 0, 0];
  let lunches = 0;
  const go = (to: number): void => {
    const way = (Math.abs(places[at]!.x - places[to]!.x) + Math.abs(places[at]!.y - places[to]!.y)) / 5280;
    miles += way;
    clock += (way / limits.mph) * 3600;
    at = to;
  };
  if (clock < places[depot]!.early) faults.push(`leaves at ${clock} before the depot opens`);
  for (const { place: number, start } of route.stops) {
    if (number !== "lunch") go(number);
    if (start < clock - SLACK) faults.push(`begins at ${start} but is there only at ${clock}`);
    if (number === "lunch") {
      lunches++;
      if (start < ELEVEN - SLACK || start > NOON + SLACK) faults.push(`has lunch at ${start}`);
      clock = start + limits.lunch;
      continue;
    }
    const place = places[number]!;
    visits[number]!++;
    if (start < place.early - SLACK || start > place.late + SLACK) faults.push(`place ${number} is closed at ${start}`);
    clock = start + place.service;
    if (place.type === 0) faults.push("passes the depot on the way");
    if (place.type === 2) load = 0;
    if (place.type !== 1) continue;
    load += place.load;
    day += place.load;
    stops++;
    if (load > limits.capacity + SLACK) faults.push(`${load} on board of ${limits.capacity}`);
  }
  go(depot);
  if (clock > places[depot]!.late + SLACK) faults.push(`is back at ${clock} after the depot closes`);
  if (load > 0) faults.push(`comes home with ${load} on board`);
  if (day > limits.day + SLACK) faults.push(`collects ${day} of ${limits.day} a day`);
  if (stops > limits.stops) faults.push(`makes ${stops} stops of ${limits.stops}`);
  const isDue = route.departure < NOON && clock > NOON + SLACK;
  if (lunches > 1 || (isDue && lunches === 0)) faults.push(`has ${lunches} lunches`);
  return { miles, faults };
}
