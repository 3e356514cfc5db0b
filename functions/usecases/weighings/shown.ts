/** Tickets as the API shows them, as far as the reader's right reaches. */
import { reaches, type Reach } from "../../../domain/access.ts";
import type { DensityEstimate } from "../../../domain/settlement/density.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import { densities, densityObservations } from "../../../planning/settlement/density.ts";
import { candidateOf, type MatchedTicket } from "../../../planning/settlement/matchTickets.ts";
import type { ShownWeighing } from "../../contract/weighings.ts";
import type { Ports } from "../ports.ts";
import { readIndex } from "../records/region.ts";
import { situationOf } from "./situation.ts";

type ShownPorts = Pick<Ports, "store" | "blobs" | "clock">;

interface Question {
  readonly region: string;
  readonly weeks: readonly string[];
  readonly reach: Reach;
}

export async function shownWeighings(ports: ShownPorts, { region, weeks, reach }: Question): Promise<ShownWeighing[]> {
  const { points } = await readIndex(ports.store, region);
  const { matched } = await situationOf(ports, region, weeks);
  const sees = ({ match }: MatchedTicket): boolean =>
    reach.kind === "region" || (match?.lots ?? []).some(({ pointId }) => reaches(reach, points[pointId]?.served ?? []));
  return matched.filter(sees).map(({ weighing, state, match, candidates }) => ({
    ...{ weighing, state, match },
    candidates: candidates.map(candidateOf),
  }));
}

/** The work list is for those who can work on it. */
export async function shownItems(ports: ShownPorts, { region, weeks, reach }: Question): Promise<WorkItem[]> {
  await readIndex(ports.store, region);
  if (reach.kind !== "region") return [];
  return [...(await situationOf(ports, region, weeks)).items];
}

export async function shownDensities(
  ports: ShownPorts,
  { region, weeks, reach }: Question,
): Promise<DensityEstimate[]> {
  const { points } = await readIndex(ports.store, region);
  const { matched, weeks: planned } = await situationOf(ports, region, weeks);
  const all = densities(densityObservations(matched, planned));
  return all.filter(({ pointId }) => reaches(reach, points[pointId]?.served ?? []));
}
