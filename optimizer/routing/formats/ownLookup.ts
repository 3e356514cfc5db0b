/** Ids and names of the project's own problem file, turned into indices; what does not fit is collected. */
import type { Problem } from "../../../domain/problem.ts";
import type { TimeWindow } from "../../../domain/routing/problem.ts";
import type { RoutingProblemFile } from "../../../domain/routing/problemFile.ts";

export type Path = readonly (string | number)[];
type FileWindow = { readonly earliestSeconds: number; readonly latestSeconds: number };
type Hours = { readonly windows?: FileWindow[][] | undefined; readonly dailyWindows?: FileWindow[] | undefined };

export const ALWAYS: TimeWindow = { earliest: 0, latest: 10 * 86_400 };
/** Bits of an Int32 that are not its sign. */
const MOST_CAPABILITIES = 31;

/** A problem and where in the file its cause stands, so that the caller can add the line. */
export interface FoundFault {
  readonly problem: Problem;
  readonly path: Path;
}

export function toWindow({ earliestSeconds, latestSeconds }: FileWindow): TimeWindow {
  return { earliest: earliestSeconds, latest: latestSeconds };
}

type Named = "locations" | "profiles" | "facilities" | "clients" | "vehicles" | "containerTypes" | "yards";

const WORDS: Readonly<Record<Named, string>> = {
  locations: "locations",
  profiles: "profiles",
  facilities: "facilities",
  clients: "clients",
  vehicles: "vehicles",
  containerTypes: "container types",
  yards: "yards",
};

/** Ids and names of the file; what it does not find it reports and answers with 0. */
export class Lookup {
  private readonly file: RoutingProblemFile;
  private readonly faults: FoundFault[];
  private readonly ids: Readonly<Record<Named, ReadonlyMap<string, number>>>;
  private readonly materials: string[] = [];
  private readonly abilities: string[] = [];

  constructor(file: RoutingProblemFile, faults: FoundFault[]) {
    this.file = file;
    this.faults = faults;
    this.ids = {
      locations: this.numbered("locations", file.locations),
      profiles: this.numbered("profiles", file.profiles),
      facilities: this.numbered("facilities", file.facilities),
      clients: this.numbered("clients", file.clients),
      vehicles: this.numbered("vehicles", file.vehicles),
      containerTypes: this.numbered("containerTypes", file.containerTypes ?? []),
      yards: this.numbered("yards", file.yards ?? []),
    };
  }

  report(code: string, path: Path, cause: string, action: string): void {
    const place = { field: path.join(".") };
    this.faults.push({ problem: { code, severity: "error", place, cause, action }, path });
  }

  private numbered(list: Named, items: readonly { readonly id: string }[]): Map<string, number> {
    const ids = new Map<string, number>();
    items.forEach(({ id }, index) => {
      if (ids.has(id))
        this.report(
          "route.duplicate",
          [list, index, "id"],
          `Another of the ${WORDS[list]} is "${id}" too.`,
          "Give each an id of its own.",
        );
      ids.set(id, index);
    });
    return ids;
  }

  index(list: Named, id: string, path: Path): number {
    const index = this.ids[list].get(id);
    if (index === undefined)
      this.report(
        "route.reference",
        path,
        `There is none "${id}" among the ${WORDS[list]}.`,
        "Correct the id, or add what it stands for.",
      );
    return index ?? 0;
  }

  indices(list: Named, ids: readonly string[], path: Path): number[] {
    return ids.map((id, k) => this.index(list, id, [...path, k]));
  }

  material(name: string): number {
    return numberOf(this.materials, name);
  }

  dimension(name: string, path: Path): number {
    const index = this.file.dimensions.indexOf(name);
    if (index < 0) {
      const known = this.file.dimensions.join(", ");
      this.report("route.dimension", path, `"${name}" is no load dimension; they are ${known}.`, "Correct or add it.");
    }
    return Math.max(0, index);
  }

  amounts(named: Readonly<Record<string, number>>, path: Path): number[] {
    const amounts = this.file.dimensions.map(() => 0);
    for (const [name, amount] of Object.entries(named)) amounts[this.dimension(name, [...path, name])] = amount;
    return amounts;
  }

  bits(names: readonly string[], path: Path): number {
    const bits = names.reduce((sum, name) => sum | (1 << numberOf(this.abilities, name)), 0);
    if (this.abilities.length > MOST_CAPABILITIES)
      this.report("route.capabilities", path, `There are more than ${MOST_CAPABILITIES} capabilities.`, "Join some.");
    return bits;
  }

  perDay(length: number, path: Path): void {
    const { days } = this.file;
    if (length !== days)
      this.report("route.days", path, `There are ${length} entries for ${days} days.`, "Give one per day.");
  }

  hours({ windows, dailyWindows }: Hours, path: Path): TimeWindow[][] {
    if (windows !== undefined && dailyWindows !== undefined)
      this.report(
        "route.days",
        [...path, "dailyWindows"],
        "Both windows and dailyWindows are given.",
        "Give one of them.",
      );
    if (windows !== undefined) this.perDay(windows.length, [...path, "windows"]);
    const every = dailyWindows?.map(toWindow) ?? [ALWAYS];
    return windows?.map((list) => list.map(toWindow)) ?? Array.from({ length: this.file.days }, () => every);
  }

  matrix(rows: readonly (readonly number[])[], path: Path): Float64Array {
    const n = this.file.locations.length;
    const wrong = rows.findIndex((row) => row.length !== n);
    if (rows.length !== n || wrong >= 0) {
      const cause =
        rows.length !== n ? `There are ${rows.length} rows` : `Row ${wrong + 1} has ${rows[wrong]!.length} entries`;
      this.report("route.matrix", path, `${cause} for ${n} locations.`, "Give one row and column per location.");
    }
    return Float64Array.from(rows.flat());
  }
}

function numberOf(names: string[], name: string): number {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
}
