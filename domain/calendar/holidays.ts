/** Public holidays of the German states, by their holiday laws; moving ones follow Easter (Gauss, as Butcher wrote it down in 1876). */
import { addDays } from "../week.ts";

/** States by the first two digits of the AGS. */
export const STATES = {
  "01": "Schleswig-Holstein",
  "02": "Hamburg",
  "03": "Niedersachsen",
  "04": "Bremen",
  "05": "Nordrhein-Westfalen",
  "06": "Hessen",
  "07": "Rheinland-Pfalz",
  "08": "Baden-Württemberg",
  "09": "Bayern",
  "10": "Saarland",
  "11": "Berlin",
  "12": "Brandenburg",
  "13": "Mecklenburg-Vorpommern",
  "14": "Sachsen",
  "15": "Sachsen-Anhalt",
  "16": "Thüringen",
} as const;
export type State = keyof typeof STATES;

interface Holiday {
  readonly name: string;
  /** `MM-DD`, or days after Easter Sunday. */
  readonly on: string | number;
  /** Absent: everywhere. */
  readonly states?: readonly State[];
}

/** Those that hold in a whole state; holidays of single municipalities (Assumption in Bavaria, Corpus Christi in Saxony) do not. */
const HOLIDAYS: readonly Holiday[] = [
  { name: "Neujahr", on: "01-01" },
  { name: "Heilige Drei Könige", on: "01-06", states: ["08", "09", "15"] },
  { name: "Internationaler Frauentag", on: "03-08", states: ["11", "13"] },
  { name: "Karfreitag", on: -2 },
  { name: "Ostersonntag", on: 0, states: ["12"] },
  { name: "Ostermontag", on: 1 },
  { name: "Tag der Arbeit", on: "05-01" },
  { name: "Christi Himmelfahrt", on: 39 },
  { name: "Pfingstsonntag", on: 49, states: ["12"] },
  { name: "Pfingstmontag", on: 50 },
  { name: "Fronleichnam", on: 60, states: ["05", "06", "07", "08", "09", "10"] },
  { name: "Mariä Himmelfahrt", on: "08-15", states: ["10"] },
  { name: "Weltkindertag", on: "09-20", states: ["16"] },
  { name: "Tag der Deutschen Einheit", on: "10-03" },
  { name: "Reformationstag", on: "10-31", states: ["01", "02", "03", "04", "12", "13", "14", "15", "16"] },
  { name: "Allerheiligen", on: "11-01", states: ["05", "07", "08", "09", "10"] },
  { name: "1. Weihnachtstag", on: "12-25" },
  { name: "2. Weihnachtstag", on: "12-26" },
];

/** Easter Sunday of the Gregorian calendar, `YYYY-MM-DD`. */
export function easterSunday(year: number): string {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const b = year % 100;
  const leap = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const h = (19 * a + century - leap - moon + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(b / 4) - h - (b % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${year}-${two(Math.floor(days / 31))}-${two((days % 31) + 1)}`;
}

/** Name of the holiday on a date in a state, or undefined. Buß- und Bettag of Saxony is the Wednesday before 23 November. */
export function holidayOn(date: string, state: State): string | undefined {
  const year = Number(date.slice(0, 4));
  const easter = easterSunday(year);
  const found = HOLIDAYS.find(({ on, states }) => {
    if (states !== undefined && !states.includes(state)) return false;
    return typeof on === "number" ? addDays(easter, on) === date : `${year}-${on}` === date;
  });
  if (found !== undefined) return found.name;
  return state === "14" && date === penanceDay(year) ? "Buß- und Bettag" : undefined;
}

function penanceDay(year: number): string {
  for (let day = 16; ; day++) {
    const date = `${year}-11-${day}`;
    if (new Date(`${date}T00:00:00Z`).getUTCDay() === 3) return date;
  }
}

/** The state that an AGS lies in. */
export function stateOf(ags: string): State {
  const state = ags.slice(0, 2);
  if (!Object.hasOwn(STATES, state)) throw new RangeError(`no German state has AGS that begin with ${state}`);
  return state as State;
}
