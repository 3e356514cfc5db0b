/**
 * A week of the Landkreis Saarlouis that was planned, weighed, settled and closed as people would do it: tickets are imported with all
 * that goes wrong at weighbridges, the work list is worked off, the week is closed, and later a correction is booked. Use cases, no
 * HTTP; some seconds.
 */
import type { ClosedSettlement, Correction, Settlement } from "../../domain/settlement/settlement.ts";
import type { WorkItem } from "../../domain/settlement/workItem.ts";
import type { Plan } from "../../domain/plan/plan.ts";
import { closeSettlement } from "../../functions/usecases/settlement/closeSettlement.ts";
import { correctSettlement } from "../../functions/usecases/settlement/correct.ts";
import { settlementId } from "../../functions/usecases/settlement/period.ts";
import { reckon } from "../../functions/usecases/settlement/reckon.ts";
import { decideWeighing } from "../../functions/usecases/weighings/decide.ts";
import type { ImportedRow } from "../../functions/usecases/weighings/importWeighings.ts";
import { situationOf } from "../../functions/usecases/weighings/situation.ts";
import { takeFile } from "../../functions/usecases/weighings/takeFile.ts";
import { plannedTickets, ticketText, type PlannedTickets } from "../../examples/weighings/tickets.ts";
import { publishQuickWeek, QUICK_NOW, QUICK_RUN, quickFiles } from "./quickWeek.ts";
import { workAll } from "./workAll.ts";
import { testSystem, type TestSystem } from "./system.ts";

export interface ClosedSaarlouis extends TestSystem {
  readonly region: "saarlouis";
  readonly week: string;
  /** Of the settlement. */
  readonly id: string;
  readonly plan: Plan;
  readonly tickets: PlannedTickets;
  /** What became of each row of the first file. */
  readonly rows: readonly ImportedRow[];
  /** The work list after the import, before anybody worked on it. */
  readonly items: readonly WorkItem[];
  readonly settlement: Settlement;
  readonly closed: ClosedSettlement;
  /** Null unless asked for. */
  readonly correction: Correction | null;
}

export interface ClosedOptions {
  /** Of the region; the example's own is `nearestStable`, which takes longer. */
  readonly rule: string;
  /** Whether a refusal that turns out after closing is booked. */
  readonly corrected: boolean;
}

const BY = "carla";
/** Two Mondays after the week. */
const AFTER = "2026-12-07T08:00:00Z";

export async function closedSaarlouis(options: Partial<ClosedOptions> = {}): Promise<ClosedSaarlouis> {
  const { rule = "tonnes", corrected = false } = options;
  const files = await quickFiles(rule);
  const system = await testSystem(files, { now: QUICK_NOW });
  const { ports } = system;
  const { region, week } = { region: "saarlouis", week: QUICK_RUN.week } as const;
  const plan = await publishQuickWeek(ports, files);
  system.clock.milliseconds = Date.parse(AFTER);
  const tickets = plannedTickets(plan, { seed: 20261126, odd: true });
  const take = (file: string, lines: readonly string[]) =>
    takeFile(ports, region, { file, text: ticketText(lines), profile: "standard", by: BY, dry: false });
  const { rows } = await take("waage.csv", tickets.lines);
  const { items } = await situationOf(ports, region, [week]);
  await take("waage-nachtrag.csv", tickets.late);
  await workAll(ports, region, week, BY);
  const { settlement } = await reckon(ports, region, { weeks: [week] });
  if (settlement === null) throw new Error("the work list is not empty");
  const request = { weeks: [week], expected: settlement.inputsSha256, by: BY };
  const closed = await closeSettlement(ports, region, request);
  const id = settlementId([week]);
  const correction = corrected ? await refuseLater(system, region, settlement) : null;
  return { ...system, region, week, id, plan, tickets, rows, items, settlement, closed, correction };
}

async function refuseLater({ ports }: TestSystem, region: string, { id, tickets }: Settlement): Promise<Correction> {
  const reason = "Die Anlage hat die Ladung nachträglich abgelehnt.";
  const ticket = tickets.findLast(({ refused }) => !refused)!.id;
  await decideWeighing(ports, region, { ticket, decision: { kind: "refuse", reason }, by: BY });
  return correctSettlement(ports, region, { id, reason, by: BY });
}
