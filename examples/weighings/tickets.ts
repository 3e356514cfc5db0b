/**
 * The tickets that weighbridges would have written for the tours of a plan, in the standard profile. Synthetic: weights are drawn around
 * what was planned, from a fixed seed. With `odd` the file has one of each of what goes wrong at a weighbridge, so that the work list
 * has something to show.
 */
import type { Plan } from "../../domain/plan/plan.ts";
import { addDays, mondayOf } from "../../domain/week.ts";
import { seededRandom } from "../generate/random.ts";

/** How far loads are off what was planned: the standard deviation of the factor; most is twice as much. */
const SPREAD = 0.08;
const TARE_KG = 14_000;
/** Scales show steps of 20 kg. */
const STEP_KG = 20;

export interface TicketOptions {
  readonly seed: number;
  /** Whether the file has tickets that nothing fits, that are negative, refused, double, far off, and one that is left out. */
  readonly odd: boolean;
}

export interface PlannedTickets {
  /** Lines of the file without their header, in the order of tours. */
  readonly lines: readonly string[];
  /** Of the load whose ticket is not in the file; empty without `odd`. */
  readonly late: readonly string[];
  /** Numbers of the odd ones. */
  readonly odd: Readonly<Record<"unmatched" | "negative" | "refused" | "twin" | "outlier" | "late", string>>;
}

export const TICKET_HEADER =
  "number;weighbridge;facilityId;weighedAt;grossKg;tareKg;netKg;fraction;vehicleId;storageId;refused;note";

export const ticketText = (lines: readonly string[]): string => `${[TICKET_HEADER, ...lines].join("\r\n")}\r\n`;

interface Load {
  readonly number: string;
  readonly facilityId: string;
  readonly at: string;
  readonly plannedKg: number;
  readonly fraction: string;
  readonly vehicleId: string;
}

export function plannedTickets(plan: Plan, { seed, odd }: TicketOptions): PlannedTickets {
  const { normal } = seededRandom(seed);
  const loads = loadsOf(plan);
  const factors = loads.map(() => 1 + SPREAD * Math.max(-2, Math.min(2, normal())));
  const names = { unmatched: "9001", negative: "9002", refused: "", twin: "", outlier: "", late: "" };
  if (!odd) return { lines: loads.map((load, i) => line(load, factors[i]!)), late: [], odd: names };
  if (loads.length < 5) throw new Error(`a week with ${loads.length} loads is too small for what goes wrong`);
  // The heaviest load is far off: only from half a tonne on a difference is asked about.
  const heaviest = loads.reduce((best, load, i) => (load.plannedKg > loads[best]!.plannedKg ? i : best), 0);
  const [refused, twin, late] = loads.map((_, i) => i).filter((i) => i !== heaviest) as [number, number, number];
  const lines = loads.map((load, i) =>
    line(load, i === heaviest ? 0.4 : factors[i]!, i === refused ? { refused: "ja", note: "Störstoffe" } : {}),
  );
  const saturday = `${addDays(mondayOf(plan.week), 5)}T09:30:00+01:00`;
  const extra = [
    line({ ...loads[0]!, number: names.unmatched, at: saturday }, 1),
    line({ ...loads[0]!, number: names.negative }, 0, { netKg: -STEP_KG, note: "Waage nicht genullt" }),
    // The same row again, and a reprint that says otherwise.
    lines[twin]!,
    line(loads[twin]!, factors[twin]! + 0.05, { note: "Nachdruck" }),
  ];
  return {
    lines: [...lines.filter((_, i) => i !== late), ...extra],
    late: [lines[late]!],
    odd: {
      ...names,
      ...{ refused: loads[refused]!.number, twin: loads[twin]!.number },
      ...{ outlier: loads[heaviest]!.number, late: loads[late]!.number },
    },
  };
}

function loadsOf(plan: Plan): Load[] {
  const pickups = new Map(plan.pickups.map((pickup) => [pickup.id, pickup]));
  const loads: Load[] = [];
  for (const { vehicleId, stops } of plan.routes) {
    let fraction = "";
    let plannedKg = 0;
    for (const stop of stops) {
      const pickup = stop.kind === "pickup" ? pickups.get(stop.id) : undefined;
      fraction = pickup?.fraction ?? fraction;
      plannedKg += pickup?.massKg ?? 0;
      if (stop.kind !== "facility" || plannedKg === 0) continue;
      const number = String(1001 + loads.length);
      loads.push({ number, facilityId: stop.id, at: stop.arrivalAt, plannedKg, fraction, vehicleId });
      plannedKg = 0;
    }
  }
  return loads;
}

interface Change {
  readonly netKg?: number;
  readonly refused?: string;
  readonly note?: string;
}

function line(load: Load, factor: number, change: Change = {}): string {
  const { netKg = STEP_KG * Math.round((load.plannedKg * factor) / STEP_KG), refused = "", note = "" } = change;
  const { number, facilityId, at, fraction, vehicleId } = load;
  const weights = [netKg + TARE_KG, TARE_KG, netKg];
  return [number, facilityId, facilityId, at, ...weights, fraction, vehicleId, "", refused, note].join(";");
}
