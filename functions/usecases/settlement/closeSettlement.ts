/**
 * Closes a period for ever: the file first, under its hash; then one transaction with the record, the weeks and the entry in the
 * audit log. Who is killed in between has closed nothing; who closes twice gets what was closed.
 */
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import type { ClosedSettlement } from "../../../domain/settlement/settlement.ts";
import { formatDate } from "../../../domain/week.ts";
import { unloadingKey, type Unloading } from "../../../planning/settlement/unloadings.ts";
import { asJson, type Write } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import { sha256 } from "../sha256.ts";
import type { Situation } from "../weighings/situation.ts";
import { settlementId } from "./period.ts";
import { notReckoned } from "./notReckoned.ts";
import { reckon, type ReckonPorts } from "./reckon.ts";
import { findClosed, settlementBlob, settlementKey } from "./records.ts";

export interface CloseRequest {
  readonly weeks: readonly string[];
  /** `inputsSha256` of the preview that was looked at: what has changed since is not closed unseen. */
  readonly expected: string;
  readonly advances?: Readonly<Record<string, number>>;
  readonly by: string;
}

/** @throws ApiProblem 404 for a week without a plan; 409 with open work, or a week of another settlement; 412 when the preview is stale */
export async function closeSettlement(
  ports: ReckonPorts,
  region: string,
  { weeks, expected, advances = {}, by }: CloseRequest,
): Promise<ClosedSettlement> {
  const id = settlementId(weeks);
  const before = await findClosed(ports.store, region, id);
  if (before !== undefined) return before;
  const { state, settlement, items, situation } = await reckon(ports, region, { weeks, advances });
  const [unplanned] = situation.unplanned;
  if (unplanned !== undefined) throw new ApiProblem(404, `Die Woche ${unplanned} hat keinen veröffentlichten Plan.`);
  if (settlement === null) throw notReckoned(state, items.length);
  const [ahead] = withoutTicket(situation);
  if (ahead !== undefined)
    throw new ApiProblem(
      409,
      `Die Tour von ${ahead.vehicleName} am ${formatDate(ahead.date)} ist noch ohne Schein. Erst danach lässt sich der Zeitraum abschließen.`,
    );
  if (settlement.inputsSha256 !== expected)
    throw new ApiProblem(412, "Seit der Vorschau ist etwas dazugekommen. Bitte die Abrechnung neu ansehen.");
  if (settlement.game.findings.length > 0)
    throw new ApiProblem(
      409,
      `Die unabhängige Prüfung hat Einwände: ${settlement.game.findings.slice(0, 3).join("; ")}`,
    );
  const text = canonicalJson(settlement);
  const hash = sha256(text);
  await ports.blobs.putAll(new Map([[settlementBlob(region, id, hash), text]]));
  const { jointCostCents, soloTotalCents, poolCents, period } = settlement;
  const closed: ClosedSettlement = {
    ...{ id, period: { firstWeek: period.firstWeek, lastWeek: period.lastWeek }, state: "closed", sha256: hash },
    ...{ closedAt: ports.clock.now(), closedBy: by, jointCostCents, soloTotalCents, poolCents },
  };
  const also: Write[] = [
    { put: { ...settlementKey.closed(region, id), data: asJson(closed) }, expected: "absent" },
    ...weeks.map((week): Write => ({ put: { ...settlementKey.week(region, week), data: { id } }, expected: "absent" })),
  ];
  const shares = Object.fromEntries(settlement.members.map(({ ags, shareCents }) => [ags, shareCents]));
  const data = { sha256: hash, jointCostCents, poolCents, by, shares, sharesSha256: sha256(canonicalJson(shares)) };
  const content = { kind: "settlement.closed", subject: `settlements/${id}`, data: fitting(data) };
  const outcome = await append(ports, region, content, { once: `settlement#${id}`, also });
  if (outcome.kind === "conflict" && outcome.at > 0) throw weekTaken(weeks[outcome.at - 1]!);
  return (await findClosed(ports.store, region, id))!;
}

/** Tours of days to come are in no work list yet; a period that has some is not over. */
function withoutTicket({ unloadings, matched }: Situation): readonly Unloading[] {
  const weighed = new Set(matched.flatMap(({ unloading }) => (unloading === null ? [] : [unloadingKey(unloading)])));
  return unloadings.filter((one) => !weighed.has(unloadingKey(one)));
}

/** The log takes no more than 4,000 characters: of many members it names the hash alone. */
function fitting<T extends { readonly shares: object }>(data: T): Record<string, never> {
  const { shares, ...rest } = data;
  return (JSON.stringify(data).length <= 3500 ? { ...rest, shares } : rest) as unknown as Record<string, never>;
}

const weekTaken = (week: string): ApiProblem =>
  new ApiProblem(409, `Die Woche ${week} ist schon mit einem anderen Zeitraum abgerechnet.`);
