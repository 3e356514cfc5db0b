/** What every file format of routing problems offers once a text has been read. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { RoutingSolution, UnservedReason } from "../../../domain/routing/solution.ts";

export interface RoutingFile {
  /** For people: `CVRP (VRPLIB)`. */
  readonly format: string;
  readonly problem: RoutingProblem;
  /** What a plan costs by the file's own rules. */
  readonly cost: (solution: RoutingSolution) => number;
  /** The plan as a file in this format's own form. */
  readonly write: (solution: RoutingSolution, run: RunFigures) => string;
  /** Whether `write` can tell of clients that are left out. */
  readonly writesUnserved: boolean;
  /** How the file calls a client and a vehicle. */
  readonly clientName: (client: number) => string;
  readonly vehicleName: (vehicle: number) => string;
  /** Reads back what `write` wrote; absent where a format keeps too little of a plan. Throws `InputError`. */
  readonly readSolution?: (text: string, file: string) => RoutingSolution;
  /** A sentence that names things by kind and index (`client 3`), in the names of the file. */
  readonly inNames?: (text: string) => string;
}

export interface RunFigures {
  readonly seed: number;
  readonly iterations: number;
  readonly reasons: readonly UnservedReason[];
}

export interface FileFormat {
  /** By a cheap look; at most one format may recognise a text. */
  readonly recognises: (text: string) => boolean;
  /** Throws `InputError` with every fault, its line and cause. `file` names the source in them. */
  readonly read: (text: string, file: string) => RoutingFile;
}
