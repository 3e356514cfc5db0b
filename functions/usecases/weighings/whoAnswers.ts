/** Who can say what became of a load: whoever drove it or loaded it; else whoever sent out the vehicle. */
import type { Contact } from "../../../domain/region/contacts.ts";
import type { Question } from "../../../domain/settlement/question.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import type { Situation } from "./situation.ts";

const ASKABLE: readonly Question["code"][] = ["ticket.outlier", "ticket.unmatched", "tour.withoutWeighing"];

export const isAskable = (
  item: WorkItem,
): item is WorkItem & { readonly code: Question["code"]; readonly week: string } =>
  (ASKABLE as readonly string[]).includes(item.code) && item.week !== null && item.question === undefined;

/** @returns undefined when nobody of them is among the contacts */
export function whoAnswers(
  { code, place }: Pick<WorkItem, "code" | "place">,
  { matched, unloadings, weeks }: Pick<Situation, "matched" | "unloadings" | "weeks">,
  contacts: readonly Contact[],
): Contact | undefined {
  const one = matched.find(({ weighing }) => weighing.ticket.id === place.ticketId);
  const unloading = one?.unloading ?? unloadings.find(({ tourId }) => tourId === place.tourId);
  const vehicleId = unloading?.vehicleId ?? one?.weighing.ticket.vehicleId ?? null;
  const points = new Set(unloading?.lots.map(({ pointId }) => pointId));
  const of = weeks.flatMap(({ region }) => region.collectionPoints).filter(({ id }) => points.has(id));
  const yard = contacts.find(
    ({ role, municipalityAgs }) => role === "yard" && of.some((point) => point.municipalityAgs === municipalityAgs),
  );
  const driver = contacts.find((contact) => contact.role === "driver" && contact.vehicleId === vehicleId);
  const dispatcher = contacts.find(({ role }) => role === "dispatcher");
  // How much was loaded, the yard knows; whether and where something was weighed, the driver.
  return code === "ticket.outlier" ? (yard ?? driver ?? dispatcher) : (driver ?? dispatcher);
}
