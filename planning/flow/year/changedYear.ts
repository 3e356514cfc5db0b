/** A region and its year as a scenario would have them. */
import type { Region } from "../../../domain/region/tables.ts";
import { DEFAULT_YEAR, type YearInput } from "../../../domain/year/input.ts";
import type { YearChange } from "../../../domain/year/scenario.ts";

const SOURCE = "Szenario der Verwaltung";

export interface ChangedYear {
  readonly region: Region;
  readonly year: YearInput;
  /** Of those who take part; `undefined`: all. */
  readonly members?: readonly string[];
  /** What haulage costs over what it does now. */
  readonly haulageFactor: number;
}

/**
 * A new site is not among it: that is a change of the folder, judged with it. A closed plant takes nothing, and its contract ends
 * with it. Gate fees change by the same part whether they are paid or received.
 */
export function changedYear(region: Region, year: YearInput, change: YearChange): ChangedYear {
  const { without, closed, gatePercent, haulagePercent, co2CentsPerTonne, overflowChance } = change;
  const { settings } = region;
  const members = region.municipalities.map((m) => m.ags as string).filter((ags) => ags !== without);
  return {
    region: {
      ...region,
      facilities: region.facilities.map((f) =>
        f.id === closed ? { ...f, status: "closed" as const, minimumTonnesPerYear: undefined } : f,
      ),
      tariffs:
        gatePercent === 0
          ? region.tariffs
          : region.tariffs.map((t) => ({
              ...t,
              gateFeeCents: Math.round((t.gateFeeCents * (100 + gatePercent)) / 100) as typeof t.gateFeeCents,
            })),
      settings:
        co2CentsPerTonne === null
          ? settings
          : {
              ...settings,
              prices: { ...settings.prices, co2CentsPerTonne: assumed(co2CentsPerTonne as Price) },
            },
    },
    year:
      overflowChance === null
        ? year
        : {
            ...year,
            forecast: { ...(year.forecast ?? DEFAULT_YEAR.forecast), overflowChance: assumed(overflowChance) },
          },
    ...(without === null ? {} : { members }),
    haulageFactor: (100 + haulagePercent) / 100,
  };
}

type Price = Region["settings"]["prices"]["co2CentsPerTonne"]["value"];

const assumed = <T>(value: T) => ({ value, source: SOURCE, verified: false });
