/**
 * How a year spreads over its months: the profile learned from a place's own past against the one that was assumed, on the real months
 * of New York's districts. Assumed once as what the other districts had shown by then (a good guess), once as twelve equal months.
 */
import { learnedProfile } from "../../../optimizer/forecast/index.ts";
import { round } from "./score.ts";

const YEAR = 12;
const FLAT = new Array<number>(YEAR).fill(1 / YEAR);

type Months = ReadonlyMap<number, number>;

export function scoreProfiles(districts: readonly Months[]) {
  const months = districts.flatMap((district) => [...district.keys()]);
  const sums = { years: 0, learned: 0, learnedFromFlat: 0, others: 0, flat: 0 };
  for (let january = YEAR * Math.ceil(Math.min(...months) / YEAR); january <= Math.max(...months); january += YEAR) {
    const shares = districts.map((district) => sharesOf(district, january));
    const before = districts.map((district) => sharesOf(district, january - YEAR));
    districts.forEach((district, d) => {
      const truth = shares[d];
      const others = mean(before.filter((one, i) => one !== null && i !== d) as number[][]);
      if (truth === null || truth === undefined || others === null) return;
      const [good, plain] = [others, FLAT].map((assumed) => learnedProfile(district, assumed, january - 1));
      if (!good || !plain) return;
      sums.years++;
      const error = (profile: readonly number[]) => profile.reduce((sum, p, m) => sum + Math.abs(p - truth[m]!), 0);
      sums.learned += error(good);
      sums.learnedFromFlat += error(plain);
      sums.others += error(others);
      sums.flat += error(FLAT);
    });
  }
  const row = (assumed: string, ours: number, theirs: number) => ({
    ...{ assumed, years: sums.years, learned: round(ours / sums.years, 4), asAssumed: round(theirs / sums.years, 4) },
    gainPercent: round(100 * (1 - ours / theirs), 1),
  });
  return [
    row("other districts, year before", sums.learned, sums.others),
    row("twelve equal months", sums.learnedFromFlat, sums.flat),
  ];
}

/** Of a whole year in which something came every month. */
function sharesOf(district: Months, january: number): number[] | null {
  const amounts = Array.from({ length: YEAR }, (_, m) => district.get(january + m) ?? 0);
  const year = amounts.reduce((a, b) => a + b, 0);
  return amounts.every((amount) => amount > 0) ? amounts.map((amount) => amount / year) : null;
}

function mean(profiles: readonly (readonly number[])[]): number[] | null {
  if (profiles.length === 0) return null;
  return FLAT.map((_, m) => profiles.reduce((sum, profile) => sum + profile[m]!, 0) / profiles.length);
}
