/** Every kind of material that arrives somewhere has a place to go. */
import type { Problem } from "../../problem.ts";
import { error, placeOf, validRows, warning, type Check, type Draft } from "../draft.ts";
import type { Form } from "../common.ts";
import type { Facility, Tariff } from "../facilities.ts";
import type { Stream } from "../places.ts";
import { tariffFor } from "../rules.ts";

const isOpen = ({ status }: Facility): boolean => status === "operating" || status === "candidate";

/** Forms in which a stream can travel in this region. */
function formsOf(draft: Draft, stream: Stream): readonly Form[] {
  return stream.shreddable && draft.tables.shredders.length > 0 ? ["loose", "shredded"] : ["loose"];
}

/** Facilities, open or not, that have a price for the stream in one of its forms. */
function takers(draft: Draft, stream: Stream): Facility[] {
  const tariffs: Tariff[] = validRows(draft, "tariffs").map(({ value }) => value);
  const takes = (facility: Facility): boolean =>
    formsOf(draft, stream).some((form) => {
      const material = { fraction: stream.fraction, form, owner: stream.owner };
      return tariffFor(tariffs, facility.id, material) !== undefined;
    });
  return validRows(draft, "facilities")
    .map(({ value }) => value)
    .filter(takes);
}

/** Streams that some storage holds; a stream without storage brings nothing. */
function streamsInUse(draft: Draft): { row: number; id: string; value: Stream }[] {
  const used = new Set(draft.tables.storages.map(({ fields }) => fields.streamId));
  return validRows(draft, "streams").filter(({ id }) => used.has(id));
}

/** Rows with faults might be the very ones that are missing here; they come first. */
function isJudgeable(draft: Draft): boolean {
  return (["tariffs", "facilities"] as const).every(
    (name) => draft.present.has(name) && draft.tables[name].every(({ value }) => value !== null),
  );
}

const materialIsTaken: Check = (draft) =>
  isJudgeable(draft) ? streamsInUse(draft).flatMap((stream) => judge(draft, stream)) : [];

function judge(draft: Draft, stream: { row: number; id: string; value: Stream }): Problem[] {
  const all = takers(draft, stream.value);
  const open = all.filter(isOpen);
  const place = placeOf("streams", stream);
  if (open.some(({ access }) => access === "public")) return [];
  if (open.length > 0) {
    const cause = `Only ${open.map(({ id }) => id).join(", ")} takes it, and only from groups with the owner.`;
    return [
      warning(
        "material.ownerOnly",
        place,
        cause,
        "Add a facility of public access, or others cannot be planned alone.",
      ),
    ];
  }
  if (all.length > 0) return all.map((facility) => closedOnly(draft, facility, stream.id));
  const cause =
    "It lies in storages, but no facility has a tariff for it, loose or (where it can be shredded) shredded.";
  return [error("material.noFacility", place, cause, "Add a row to tariffs.csv for its fraction, form and owner.")];
}

function closedOnly(draft: Draft, facility: Facility, streamId: string): Problem {
  const at = validRows(draft, "facilities").find(({ id }) => id === facility.id)!;
  return error(
    "facility.closed",
    placeOf("facilities", at, "status"),
    `It is ${facility.status}, but no open facility takes the stream ${streamId}.`,
    "Add a tariff of an open facility for this stream, or correct the status.",
  );
}

export const materialChecks: readonly Check[] = [materialIsTaken];
