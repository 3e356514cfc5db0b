/**
 * Waste collection with landfills and lunch (Kim, Kim and Sahoo 2006): 99 to 2,092 stops, one day.
 * No verified best known values are at hand, so vehicles and miles are printed and no gap is claimed.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import { kimProblem, parseKim } from "../../../optimizer/routing/formats/kim.ts";
import { solve } from "../../../optimizer/routing/index.ts";
import type { Family, Instance } from "./family.ts";
import { checkKim, type KimRoute } from "./kimCheck.ts";

interface Figures {
  readonly vehicles: number;
  readonly miles: number;
}

interface Known {
  readonly kim2006_table3_secondhand?: { insertion_alg1: Figures; clustering_alg2: Figures };
}

export const wcvrptwKim: Family = {
  name: "wcvrptw-kim",
  seconds: 60,
  target: "all feasible with landfills, lunch, caps and windows in 60 s; vehicles and miles, no gap claimed",
  folder: "wcvrptw-kim",
  instances(folder) {
    const known = JSON.parse(readFileSync(new URL("bks.json", folder), "utf8")) as { instances: Record<string, Known> };
    return readdirSync(folder)
      .filter((file) => file.endsWith("_stop.txt"))
      .map((file) => instanceOf(folder, file.slice(0, -".txt".length), known.instances));
  },
};

function instanceOf(folder: URL, name: string, known: Readonly<Record<string, Known>>): Instance {
  const text = readFileSync(new URL(`${name}.txt`, folder), "utf8");
  const kim = parseKim(text, `${name}.txt`);
  return {
    name,
    size: kim.stops.length,
    bestKnown: null,
    checkShipped: () => false,
    solve(run) {
      const { solution, iterations } = solve(kimProblem(kim), run);
      const { miles, faults } = checkKim(text, kimRoutes(text, solution));
      const note = `${solution.routes.length} vehicles, ${miles.toFixed(1)} miles${publishedNote(known[name])}`;
      const feasible = faults.length === 0 && solution.unserved.length === 0;
      return { cost: miles, feasible, iterations, note: faults.length > 0 ? `${note}; ${faults[0]}` : note };
    },
  };
}

function publishedNote(known: Known | undefined): string {
  const table = known?.kim2006_table3_secondhand;
  if (table === undefined) return "";
  const show = ({ vehicles, miles }: Figures): string => `${vehicles} / ${miles}`;
  return ` (Kim 2006, second-hand: ${show(table.insertion_alg1)} and ${show(table.clustering_alg2)})`;
}

/** Numbers places by their order in the file, which differs between depot, stops and landfills. */
export function kimRoutes(text: string, solution: RoutingSolution): KimRoute[] {
  const types = text
    .split("\n")
    .slice(6)
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim().split(/\s+/).at(-1));
  const numbers = (type: string): number[] => types.flatMap((one, place) => (one === type ? [place] : []));
  const [stops, landfills] = [numbers("1"), numbers("2")];
  return solution.routes.map((route) => ({
    departure: route.departure,
    stops: route.stops.map(({ kind, index, start }) => {
      const place = kind === "break" ? ("lunch" as const) : kind === "client" ? stops[index]! : landfills[index]!;
      return { place, start };
    }),
  }));
}
