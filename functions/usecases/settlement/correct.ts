/**
 * Corrects a closed settlement: it is reckoned again from what is known now, and what differs is booked against what stood. The
 * closed one stays as it is, and so does every correction; each is one transaction with its entry in the audit log.
 */
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import type { Correction } from "../../../domain/settlement/settlement.ts";
import { changedTickets, counterBookings } from "../../../planning/settlement/counterBookings.ts";
import { asJson } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import { sha256 } from "../sha256.ts";
import { readSettlement } from "./readSettlement.ts";
import { weeksOfId } from "./period.ts";
import { notReckoned } from "./notReckoned.ts";
import { asCorrected } from "./asCorrected.ts";
import { reckon, type ReckonPorts } from "./reckon.ts";
import { settlementBlob, settlementKey } from "./records.ts";

/** @throws ApiProblem 404 without it, 409 with open work or nothing to correct, 412 when somebody else corrected it meanwhile */
export async function correctSettlement(
  ports: ReckonPorts,
  region: string,
  { id, reason, by }: { readonly id: string; readonly reason: string; readonly by: string },
): Promise<Correction> {
  const { corrections } = await readSettlement(ports, region, id);
  const before = await asCorrected(ports, region, id);
  const advances = Object.fromEntries(before.members.map(({ ags, advanceCents }) => [ags, advanceCents]));
  const { state, settlement: after, items } = await reckon(ports, region, { weeks: weeksOfId(id), advances });
  if (after === null) throw notReckoned(state, items.length);
  if (after.game.findings.length > 0)
    throw new ApiProblem(409, "Die unabhängige Prüfung hat Einwände gegen die neue Rechnung.");
  const bookings = counterBookings(before.members, after.members);
  const ticketIds = changedTickets(before, after);
  if (bookings.length === 0 && ticketIds.length === 0)
    throw new ApiProblem(409, "Seit dem Abschluss hat sich nichts geändert; es gibt nichts zu berichtigen.");
  const text = canonicalJson(after);
  const hash = sha256(text);
  await ports.blobs.putAll(new Map([[settlementBlob(region, id, hash), text]]));
  const number = corrections.length + 1;
  const correction: Correction = {
    ...{ schema: "gruenverbund/correction/1", settlementId: id, number, reason, bookings, ticketIds },
    poolDifferenceCents: after.poolCents - before.poolCents,
    ...{ sha256Before: sha256(canonicalJson(before)), sha256After: hash, at: ports.clock.now(), by },
  };
  const put = { ...settlementKey.correction(region, id, number), data: asJson(correction) };
  const data = { number, sha256: sha256(canonicalJson(correction)), sha256After: hash, by };
  const content = { kind: "settlement.corrected", subject: `settlements/${id}`, data };
  const outcome = await append(ports, region, content, { also: [{ put, expected: "absent" }] });
  if (outcome.kind !== "appended")
    throw new ApiProblem(412, "Inzwischen hat jemand anderes berichtigt. Bitte neu ansehen.");
  return correction;
}
