/** What was typed of a year that would be different. Every fault at once. */
import {
  LEAST_PERCENT,
  MOST_CO2_CENTS,
  MOST_PERCENT,
  NO_CHANGE,
  type YearChange,
} from "../../../domain/year/scenario.ts";
import { numberOf, readSite, SITE_FIELDS, type SiteField } from "../whatIf/readSite.ts";

export const YEAR_FIELDS = ["ohne", "schliessen", "annahme", "transport", "co2", "ueberlauf"] as const;
export type YearField = (typeof YEAR_FIELDS)[number];

export interface Known {
  readonly members: readonly { readonly ags: string }[];
  readonly plants: readonly { readonly id: string }[];
}

/** @param typed by field; what is empty changes nothing */
export function readChange(
  typed: Readonly<Record<string, string>>,
  { members, plants }: Known,
): { readonly change: YearChange } | { readonly wrong: readonly (YearField | SiteField)[] } {
  const given = (name: string): string => (typed[name] ?? "").trim();
  const wrong: (YearField | SiteField)[] = [];
  const chosen = (name: YearField, among: readonly string[]): string | null => {
    const value = given(name);
    if (value !== "" && !among.includes(value)) wrong.push(name);
    return value === "" ? null : value;
  };
  // `1.000` euros are a thousand: nobody types a tenth of a cent.
  const number = (name: YearField, fits: (value: number) => boolean): number | null => {
    if (given(name) === "") return null;
    const value = numberOf(whole(given(name).replace(/^\+/, "").replace(/%$/, "")));
    if (!fits(value)) wrong.push(name);
    return value;
  };
  const percent = (name: YearField): number =>
    number(name, (value) => Number.isInteger(value) && value >= LEAST_PERCENT && value <= MOST_PERCENT) ?? 0;
  const change = {
    without: chosen(
      "ohne",
      members.map(({ ags }) => ags),
    ),
    closed: chosen(
      "schliessen",
      plants.map(({ id }) => id),
    ),
    gatePercent: percent("annahme"),
    haulagePercent: percent("transport"),
  };
  const euros = number("co2", (value) => value >= 0 && value * 100 <= MOST_CO2_CENTS);
  const chance = number("ueberlauf", (value) => value >= 0.1 && value <= 50);
  const wanted = SITE_FIELDS.some((name) => given(name) !== "");
  const site = wanted ? readSite(typed) : null;
  if (site !== null && "wrong" in site) wrong.push(...site.wrong);
  if (wrong.length > 0) return { wrong };
  return {
    change: {
      ...{ ...NO_CHANGE, ...change, site: site === null || "wrong" in site ? null : site.site },
      co2CentsPerTonne: euros === null ? null : Math.round(euros * 100),
      overflowChance: chance === null ? null : Math.round(chance * 1000) / 100_000,
    },
  };
}

const whole = (typed: string): string => (/^\d{1,3}(\.\d{3})+$/.test(typed) ? typed.replaceAll(".", "") : typed);
