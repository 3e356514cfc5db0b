/** Scores of forecasts: mean absolute error beside the baselines', and how often the truth lay in the interval. */
export const RIVALS = ["persistence", "linear", "seasonal"] as const;
export type Rival = (typeof RIVALS)[number];

export class Score {
  private count = 0;
  private error = 0;
  private covered = 0;
  private readonly rivals: Record<Rival, number> = { persistence: 0, linear: 0, seasonal: 0 };

  /**
   * @param chances predicted for each reading
   * @param truth index of the reading that came @param unit what one index is worth
   */
  add(chances: Float64Array, median: number, truth: number, unit: number, rivals: Record<Rival, number>): void {
    this.count++;
    this.error += unit * Math.abs(truth - median);
    for (const rival of RIVALS) this.rivals[rival] += unit * Math.abs(truth - rivals[rival]);
    this.covered += coverage(chances, truth);
  }

  row() {
    const rivals = RIVALS.map((rival) => this.rivals[rival] / this.count);
    const own = this.error / this.count;
    return {
      forecasts: this.count,
      mae: round(own, 3),
      ...Object.fromEntries(RIVALS.map((rival, i) => [rival, round(rivals[i]!, 3)])),
      gainPercent: round(100 * (1 - own / Math.min(...rivals)), 1),
      coveragePercent: round((100 * this.covered) / this.count, 1),
    };
  }
}

/**
 * Part of the reading's probability that lies within the central 90 %: for whole readings an interval that is exact on
 * average (the non-randomised PIT of Czado, Gneiting and Held 2009, doi:10.1111/j.1541-0420.2009.01191.x).
 */
function coverage(chances: Float64Array, truth: number): number {
  let below = 0;
  for (let i = 0; i < truth; i++) below += chances[i]!;
  const upTo = below + chances[truth]!;
  if (upTo <= below) return 0;
  return Math.max(0, Math.min(upTo, 0.95) - Math.max(below, 0.05)) / (upTo - below);
}

export const round = (value: number, digits: number): number => Number(value.toFixed(digits));
