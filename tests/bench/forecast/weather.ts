/**
 * Simulated weeks of a region, with and without a dependence on weather: five years are learned from, the sixth is forecast week by
 * week with the factor and without. No real amounts with weather beside them were at hand.
 */
import { anomalies, learnWeather, weatherFactor, type WeatherDay } from "../../../optimizer/forecast/index.ts";
import { Random } from "../../../optimizer/random.ts";
import { round } from "./score.ts";

const DAYS = 6 * 365;
const FORECAST_FROM = 5 * 365;
/** Of one week, beside the weather; one week hangs together with the next. */
const NOISE = { spread: 0.2, lasts: 0.4 };
const WORLDS = [
  { dependence: "strong: warmth +20 %, rain +10 % a standard deviation", effects: [0.18, 0.1] as const },
  { dependence: "weak: +5 % and +5 %", effects: [0.05, 0.05] as const },
  { dependence: "none", effects: [0, 0] as const },
];

export function scoreWeather(seeds = 20) {
  return WORLDS.map(({ dependence, effects }) => {
    const sums = { with: 0, without: 0, worst: 0 };
    for (let seed = 1; seed <= seeds; seed++) {
      const { told, plain } = errors(new Random(seed), effects);
      sums.with += told;
      sums.without += plain;
      sums.worst = Math.max(sums.worst, told / plain - 1);
    }
    return {
      dependence,
      withWeather: round(sums.with / seeds, 4),
      without: round(sums.without / seeds, 4),
      gainPercent: round(100 * (1 - sums.with / sums.without), 1),
      worstSeedPercent: round(100 * sums.worst, 1),
    };
  });
}

function errors(random: Random, effects: readonly [number, number]): { told: number; plain: number } {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  const days = new Map<number, WeatherDay>();
  let [warm, wet] = [0, 0];
  for (let day = 0; day < DAYS; day++) {
    warm = 0.9 * warm + 1.3 * normal();
    wet = 0.6 * wet + normal();
    days.set(day, {
      temperature: 10 - 9 * Math.cos((2 * Math.PI * (day - 20)) / 365.25) + warm,
      rain: Math.max(0, wet) * 3,
    });
  }
  const off = anomalies(days);
  let deviation = 0;
  const weeks = Array.from({ length: Math.floor(DAYS / 7) }, (_, w) => {
    deviation = NOISE.lasts * deviation + Math.sqrt(1 - NOISE.lasts ** 2) * NOISE.spread * normal();
    const anomaly = off.get(7 * w + 3);
    const ratio = Math.exp(deviation - NOISE.spread ** 2 / 2) * weatherFactor(effects, anomaly);
    return { day: 7 * w, ratio, anomaly };
  });
  const learned = learnWeather(
    weeks.flatMap(({ day, ratio, anomaly }) =>
      day < FORECAST_FROM && anomaly !== undefined ? [{ ratio, anomaly }] : [],
    ),
  );
  const last = weeks.filter(({ day }) => day >= FORECAST_FROM);
  const mean = (of: (week: (typeof weeks)[number]) => number) => last.reduce((sum, w) => sum + of(w), 0) / last.length;
  return {
    told: mean(({ ratio, anomaly }) => Math.abs(ratio - weatherFactor(learned, anomaly))),
    plain: mean(({ ratio }) => Math.abs(ratio - 1)),
  };
}
