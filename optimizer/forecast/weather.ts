/**
 * What weather does to arrivals: a factor for each day from how much warmer and wetter the fortnight before was than that time of the
 * year usually is. Learned from weekly amounts by ridge regression (Hoerl and Kennard 1970, doi:10.1080/00401706.1970.10488634), then
 * drawn to nothing unless the data speak for it (positive-part James and Stein), so that weather without effect does no harm.
 */
export interface WeatherDay {
  /** °C, mean of the day. */
  readonly temperature: number;
  /** mm */
  readonly rain: number;
}

/** Anomalies in standard deviations: growth by warmth, and rain, each over the fortnight before. */
export type Anomaly = readonly [growth: number, rain: number];

/** Growth begins here (as for grass), °C. */
const GROWTH_BASE = 5;
const FORTNIGHT = 14;
/** Days around a date that say what is usual then, and years back. */
const AROUND = 15;
const YEAR = 365.25;
/** Standard deviation of an effect, log of the factor by standard deviation of the weather, before anything is known. */
const PRIOR = 0.15;
/** A year of weeks is the least. */
const LEAST_WEEKS = 52;
/** No week is thought to be further off than this by weather. */
const MOST = Math.log(1.8);

/** By day number: null where the fortnight before is not known, or what is usual then is not. */
export function anomalies(days: ReadonlyMap<number, WeatherDay>): Map<number, Anomaly> {
  const lags = new Map<number, [number, number]>();
  for (const day of days.keys()) {
    const lag = fortnight(days, day);
    if (lag !== null) lags.set(day, lag);
  }
  const all = [...lags.entries()].sort(([a], [b]) => a - b);
  const usual = ([day]: readonly [number, unknown]) => meanAround(all, day);
  const off = all.map((one): [number, [number, number]] => {
    const mean = usual(one);
    return [one[0], [one[1][0] - mean[0], one[1][1] - mean[1]]];
  });
  const scale = [0, 1].map((k) => Math.sqrt(off.reduce((sum, [, x]) => sum + x[k]! ** 2, 0) / Math.max(1, off.length)));
  return new Map(off.map(([day, x]) => [day, [x[0] / (scale[0]! || 1), x[1] / (scale[1]! || 1)]]));
}

function fortnight(days: ReadonlyMap<number, WeatherDay>, day: number): [number, number] | null {
  let [growth, rain] = [0, 0];
  for (let back = 1; back <= FORTNIGHT; back++) {
    const known = days.get(day - back);
    if (known === undefined) return null;
    growth += Math.max(0, known.temperature - GROWTH_BASE);
    rain += known.rain;
  }
  return [growth, rain];
}

/** Of the same time in every year that is there. */
function meanAround(all: readonly (readonly [number, readonly [number, number]])[], day: number): [number, number] {
  let [count, growth, rain] = [0, 0, 0];
  for (const [other, [g, r]] of all) {
    const apart = Math.abs(other - day) % YEAR;
    if (Math.min(apart, YEAR - apart) > AROUND) continue;
    count++;
    growth += g;
    rain += r;
  }
  return [growth / count, rain / count];
}

export interface WeatherWeek {
  /** Amount over what was expected without weather; more than 0. */
  readonly ratio: number;
  readonly anomaly: Anomaly;
}

/** @returns log of the factor by standard deviation of each; zeros where the weeks do not tell, or are less than a year */
export function learnWeather(weeks: readonly WeatherWeek[]): [number, number] {
  const usable = weeks.filter(({ ratio }) => ratio > 0);
  if (usable.length < LEAST_WEEKS) return [0, 0];
  const y = usable.map(({ ratio }) => Math.log(ratio));
  const mean = y.reduce((a, b) => a + b, 0) / y.length;
  const variance = y.reduce((sum, v) => sum + (v - mean) ** 2, 0) / y.length;
  if (!(variance > 0)) return [0, 0];
  const ridge = variance / PRIOR ** 2;
  let [a, b, c, p, q] = [ridge, 0, ridge, 0, 0];
  usable.forEach(({ anomaly: [g, r] }, i) => {
    a += g * g;
    b += g * r;
    c += r * r;
    p += g * (y[i]! - mean);
    q += r * (y[i]! - mean);
  });
  const determinant = a * c - b * b;
  const effects = [(c * p - b * q) / determinant, (a * q - b * p) / determinant];
  const left = usable.reduce(
    (sum, { anomaly: [g, r] }, i) => sum + (y[i]! - mean - effects[0]! * g - effects[1]! * r) ** 2,
    0,
  );
  // Weeks hang together: so many fewer of them are independent.
  const noise = (NEIGHBOURS * left) / (usable.length - 2);
  const drawn = (effect: number, spread: number) => effect * Math.max(0, 1 - (CAUTION * spread) / effect ** 2);
  return [drawn(effects[0]!, (noise * c) / determinant), drawn(effects[1]!, (noise * a) / determinant)];
}
/** Weeks that count as one. */
const NEIGHBOURS = 2;
/** An effect must be twice its error before half of it is taken. */
const CAUTION = 2;

/** The factor on a day's arrivals. */
export function weatherFactor([growth, rain]: readonly [number, number], anomaly: Anomaly | undefined): number {
  if (anomaly === undefined) return 1;
  const log = growth * anomaly[0] + rain * anomaly[1];
  return Math.exp(Math.min(MOST, Math.max(-MOST, log)));
}
