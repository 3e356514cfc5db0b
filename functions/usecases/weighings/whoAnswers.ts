/**
 * Who can say what became of a load: whoever drove it, loaded it or weighed it; else whoever sent out the vehicle. What only a plant
 * can say is asked where a plant is among the contacts, and nowhere else.
 */
import type { Contact } from "../../../domain/region/contacts.ts";
import type { Question } from "../../../domain/settlement/question.ts";
import type { Ticket } from "../../../domain/settlement/weighing.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import type { Situation } from "./situation.ts";

const OF_PLANTS: readonly Question["code"][] = ["ticket.refused", "ticket.contradiction"];
const ASKABLE: readonly Question["code"][] = [
  ...(["ticket.outlier", "ticket.unmatched", "tour.withoutWeighing"] as const),
  ...OF_PLANTS,
];

export type AskableItem = WorkItem & { readonly code: Question["code"]; readonly week: string };

/** By its kind; whether there is somebody is another matter. */
const isAskable = (item: WorkItem): item is AskableItem =>
  (ASKABLE as readonly string[]).includes(item.code) && item.week !== null && item.question === undefined;

const isOfPlants = ({ code }: AskableItem): boolean => OF_PLANTS.includes(code);

type Known = Pick<Situation, "matched" | "unloadings" | "weeks">;

/** What nobody was asked about yet, with who is; without, when nobody of those who know is among the contacts. */
export function askable(
  items: readonly WorkItem[],
  situation: Known,
  contacts: readonly Contact[],
): { readonly item: AskableItem; readonly contact: Contact | undefined }[] {
  return items
    .filter(isAskable)
    .map((item) => ({ item, contact: whoAnswers(item, situation, contacts) }))
    .filter(({ item, contact }) => contact !== undefined || !isOfPlants(item));
}

function whoAnswers(
  item: AskableItem,
  { matched, unloadings, weeks }: Known,
  contacts: readonly Contact[],
): Contact | undefined {
  const { code, place } = item;
  const one = matched.find(({ weighing }) => weighing.ticket.id === place.ticketId);
  const facilityId = one?.weighing.ticket.facilityId ?? null;
  const plant = contacts.find((contact) => contact.role === "plant" && contact.facilityId === facilityId);
  if (code === "ticket.refused") return plant;
  const weigher = one !== undefined && isOwnScale(one.weighing.ticket, matched) ? plant : undefined;
  if (isOfPlants(item)) return weigher;
  const unloading = one?.unloading ?? unloadings.find(({ tourId }) => tourId === place.tourId);
  const vehicleId = unloading?.vehicleId ?? one?.weighing.ticket.vehicleId ?? null;
  const points = new Set(unloading?.lots.map(({ pointId }) => pointId));
  const of = weeks.flatMap(({ region }) => region.collectionPoints).filter(({ id }) => points.has(id));
  const yard = contacts.find(
    ({ role, municipalityAgs }) => role === "yard" && of.some((point) => point.municipalityAgs === municipalityAgs),
  );
  const driver = contacts.find((contact) => contact.role === "driver" && contact.vehicleId === vehicleId);
  const dispatcher = contacts.find(({ role }) => role === "dispatcher");
  // What was weighed, the scale knows, how much was loaded, the yard; whether and where something was weighed, the driver.
  return code === "ticket.outlier" ? (weigher ?? yard ?? driver ?? dispatcher) : (driver ?? dispatcher);
}

/** A scale all of whose tickets are of one facility is that plant's; a public one weighs for several. */
const isOwnScale = ({ weighbridge, facilityId }: Ticket, matched: Known["matched"]): boolean =>
  matched.every(({ weighing: { ticket } }) => ticket.weighbridge !== weighbridge || ticket.facilityId === facilityId);
