/** What people decide in the work list. Each decision is one transaction with its entry in the audit log, and is never taken back,
 * only followed by another. */
import { localDate } from "../../../domain/localTime.ts";
import type { Decision, Weighing } from "../../../domain/settlement/weighing.ts";
import type { TourFate, TourRecord } from "../../../domain/settlement/tourRecord.ts";
import { asJson, type Write } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { findWeighing, StuckRecord, weighingKey } from "./records.ts";

type DecidePorts = Pick<Ports, "store" | "clock">;

const taken = (): ApiProblem =>
  new ApiProblem(412, "Inzwischen hat jemand anderes entschieden. Bitte neu laden und noch einmal ansehen.");

/** @throws ApiProblem 404 without the ticket, 412 when somebody else decided meanwhile */
export async function decideWeighing(
  ports: DecidePorts,
  region: string,
  { ticket, decision, by }: { readonly ticket: string; readonly decision: Decision; readonly by: string },
): Promise<Weighing> {
  const found = await findWeighing(ports.store, region, ticket);
  if (found === undefined) throw new ApiProblem(404, `Einen Wiegeschein „${ticket}“ gibt es hier nicht.`);
  const { weighing, version } = found;
  const decisions = [...weighing.decisions, { decision, at: ports.clock.now(), by }];
  const next: Weighing = { ...weighing, decisions };
  const put = { ...weighingKey.weighing(region, weighing.ticket), data: asJson(next) };
  const content = { kind: "weighing.decided", subject: `weighings/${ticket}`.slice(0, 200), data: { ...decision, by } };
  const outcome = await append(ports, region, content, { also: [{ put, expected: version }] });
  if (outcome.kind !== "appended") throw taken();
  return next;
}

/**
 * Lets a stuck row be, or takes the other ticket in the place of the first.
 *
 * @throws ApiProblem 404 without it, 409 when it was dealt with, or when a row that nobody can read is to be taken
 */
export async function resolveStuck(
  ports: DecidePorts,
  region: string,
  {
    id,
    kind,
    reason,
    by,
  }: { readonly id: string; readonly kind: "drop" | "take"; readonly reason: string; readonly by: string },
): Promise<StuckRecord> {
  const key = weighingKey.stuck(region, id);
  const item = await ports.store.get(key);
  if (item === undefined) throw new ApiProblem(404, `Einen Eintrag „${id}“ gibt es in der Arbeitsliste nicht.`);
  const record = StuckRecord.parse(item.data);
  if (record.resolved !== null) throw new ApiProblem(409, "Das ist schon erledigt.");
  if (kind === "take" && record.kind === "row")
    throw new ApiProblem(409, "Diese Zeile ist nicht lesbar. Die Datei berichtigen und noch einmal einlesen.");
  const { writes, replaced } = kind === "take" ? await takeTwin(ports, region, record) : { writes: [], replaced: null };
  const next = { ...record, resolved: { kind, reason, at: ports.clock.now(), by, replaced } };
  const also: Write[] = [...writes, { put: { ...key, data: asJson(next) }, expected: item.version }];
  const content = {
    kind: `weighing.${kind === "take" ? "replaced" : "dropped"}`,
    subject: `weighings/${id}`,
    data: { reason, by },
  };
  const outcome = await append(ports, region, content, { also });
  if (outcome.kind !== "appended") throw taken();
  return next;
}

async function takeTwin({ store }: DecidePorts, region: string, record: StuckRecord) {
  if (record.kind !== "contradiction") return { writes: [], replaced: null };
  const found = await findWeighing(store, region, record.ticket.id);
  if (found === undefined) throw new ApiProblem(404, "Den ersten Schein gibt es nicht mehr.");
  const { weighing, version } = found;
  const [old, now] = [weighing.ticket, record.ticket].map((ticket) => weighingKey.weighing(region, ticket)) as [
    ReturnType<typeof weighingKey.weighing>,
    ReturnType<typeof weighingKey.weighing>,
  ];
  const data = asJson({ ...weighing, ticket: record.ticket, origin: record.origin });
  const pointer = {
    ...weighingKey.ticket(region, record.ticket.id),
    data: { date: localDate(record.ticket.weighedAt) },
  };
  const moved: Write[] =
    old.sk === now.sk
      ? [{ put: { ...now, data }, expected: version }]
      : [
          { remove: old, expected: version },
          { put: { ...now, data }, expected: "absent" },
        ];
  return { writes: [...moved, { put: pointer, expected: "present" } satisfies Write], replaced: weighing.ticket };
}

/** What became of a tour; the last word counts. */
export async function recordTour(
  ports: DecidePorts,
  region: string,
  {
    week,
    tourId,
    fate,
    by,
  }: { readonly week: string; readonly tourId: string; readonly fate: TourFate; readonly by: string },
): Promise<TourRecord> {
  const key = weighingKey.tour(region, week, tourId);
  const current = await ports.store.get(key);
  const record: TourRecord = { tourId, week, fate, at: ports.clock.now(), by };
  const content = { kind: "tour.recorded", subject: `tours/${tourId}`.slice(0, 200), data: { week, ...fate, by } };
  const also: Write[] = [{ put: { ...key, data: asJson(record) }, expected: current?.version ?? "absent" }];
  const outcome = await append(ports, region, content, { also });
  if (outcome.kind !== "appended") throw taken();
  return record;
}
