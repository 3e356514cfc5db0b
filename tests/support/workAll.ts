/** Works off the work list of a week as it says what to do. */
import type { Candidate } from "../../domain/settlement/weighing.ts";
import type { WorkItem } from "../../domain/settlement/workItem.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { decideWeighing, resolveStuck } from "../../functions/usecases/weighings/decide.ts";
import { findWeighing } from "../../functions/usecases/weighings/records.ts";
import { situationOf } from "../../functions/usecases/weighings/situation.ts";

type WorkPorts = Pick<Ports, "store" | "blobs" | "clock">;

/** What is decided may lead to a new question: a load that was found by hand may be far off. */
export async function workAll(ports: WorkPorts, region: string, week: string, by: string): Promise<void> {
  for (let round = 0; round < 5; round++) {
    const { items } = await situationOf(ports, region, [week]);
    const open = items.filter(({ severity }) => severity === "error");
    if (open.length === 0) return;
    for (const item of open) await workOff(ports, region, item, by);
  }
}

/** As the work list says what to do. */
async function workOff(ports: WorkPorts, region: string, item: WorkItem, by: string): Promise<void> {
  const ticket = item.place.ticketId ?? "";
  const reason = "Rücksprache mit der Waage";
  switch (item.code) {
    case "ticket.unmatched":
    case "ticket.negativeNet":
      return void (await decideWeighing(ports, region, { ticket, decision: { kind: "void", reason }, by }));
    case "ticket.outlier":
      return void (await decideWeighing(ports, region, { ticket, decision: { kind: "confirm" }, by }));
    case "ticket.contradiction":
      return void (await resolveStuck(ports, region, { id: item.id.split(":")[1]!, kind: "drop", reason, by }));
    case "ticket.ambiguous": {
      const { tourId, stop } = await inTime(ports, region, item);
      return void (await decideWeighing(ports, region, { ticket, decision: { kind: "match", tourId, stop }, by }));
    }
    case "tour.withoutWeighing":
      // Goes when its ticket is found.
      return;
    default:
      throw new Error(`nobody expected ${item.code}: ${item.cause}`);
  }
}

/** The unloading that was planned for the time on the ticket. */
async function inTime({ store }: WorkPorts, region: string, { place, candidates }: WorkItem): Promise<Candidate> {
  const { weighing } = (await findWeighing(store, region, place.ticketId!))!;
  const weighedAt = Date.parse(weighing.ticket.weighedAt);
  const off = ({ arrivalAt }: Candidate): number => Math.abs(Date.parse(arrivalAt) - weighedAt);
  return candidates.reduce((best, one) => (off(one) < off(best) ? one : best));
}
