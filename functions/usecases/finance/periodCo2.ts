/** Greenhouse gases of a settled period: what its tours were planned to cause, and what was then driven and weighed. */
import * as z from "zod";
import type { Co2Balance } from "../../../domain/co2/balance.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import type { SettlementView } from "../../../domain/settlement/settlement.ts";
import { settledActivity, sumOfActivities, toursActivity } from "../../../planning/co2/activity.ts";
import { co2Balance } from "../../../planning/co2/balance.ts";
import { regionOf } from "../documents/readDocuments.ts";
import type { Ports } from "../ports.ts";
import { viewAsCorrected } from "../settlement/asCorrected.ts";
import { resultOf } from "../run/run.ts";

export interface PeriodCo2 {
  readonly firstWeek: string;
  readonly lastWeek: string;
  readonly planned: Co2Balance;
  readonly settled: Co2Balance;
  /** Of how many tours the kilometres were recorded; those of the others are the planned ones. */
  readonly drivenTours: number;
  readonly tours: number;
  /** How many corrections are in what was settled. */
  readonly corrections: number;
}

const Tours = z.object({ pickups: Plan.shape.pickups, routes: Plan.shape.routes });

/** Both by the factor set of the newest week; settled is what the newest correction left. @returns null for a period without a tour */
export async function periodCo2(
  ports: Pick<Ports, "blobs">,
  view: Pick<SettlementView, "settlement" | "corrections">,
): Promise<PeriodCo2 | null> {
  const settlement = await viewAsCorrected(ports, view);
  const master = await regionOf(ports, settlement);
  if (master === null) return null;
  const { region, tours, period } = settlement;
  const runs = new Map(tours.map(({ week, run }) => [`${week} ${run}`, { region, week, run }]));
  const plans = await Promise.all(
    [...runs.values()].map(async (run) => {
      const bytes = await resultOf(ports.blobs, run).get("plan.json");
      if (bytes === undefined) throw new Error(`run ${run.run} of ${region} ${run.week} has no plan.json`);
      return Tours.parse(JSON.parse(new TextDecoder().decode(bytes)));
    }),
  );
  const { emissionFactors } = master;
  return {
    ...{ firstWeek: period.firstWeek, lastWeek: period.lastWeek },
    planned: co2Balance(sumOfActivities(plans.map((plan) => toursActivity(plan, master))), emissionFactors),
    settled: co2Balance(settledActivity(settlement, master), emissionFactors),
    ...{ drivenTours: tours.filter(({ basis }) => basis === "driven").length, tours: tours.length },
    corrections: view.corrections.length,
  };
}
