/** A region's year: built, solved, and put in words that can be read without the solver. */
import type { Problem } from "../../../domain/problem.ts";
import { listAssumptions } from "../../../domain/region/assumptions.ts";
import { DEFAULT_YEAR } from "../../../domain/year/input.ts";
import type { YearPlan } from "../../../domain/year/plan.ts";
import type { YearProblem } from "../../../domain/year/problem.ts";
import { planYear, type YearEffort, type YearState } from "../../../optimizer/flow/year/index.ts";
import type { LpSolver } from "../../../optimizer/lp/index.ts";
import { notices } from "../../summary.ts";
import { buildYearProblem } from "./buildYearProblem.ts";
import type { YearBuild } from "./yearBuild.ts";

export interface YearRun extends YearBuild {
  readonly engine: LpSolver;
  readonly effort: YearEffort;
  /** German: where the calibration comes from. */
  readonly calibrationOrigin: string;
  /** An earlier run on similar figures to begin with. */
  readonly from?: YearState;
}

export type PlannedYear =
  | { readonly status: "planned"; readonly plan: YearPlan; readonly state: YearState }
  | { readonly status: "impossible"; readonly problems: readonly Problem[] };

export function planYearRegion(run: YearRun): PlannedYear {
  const { region, engine, effort, from } = run;
  const problem = buildYearProblem(run);
  const stuck = withoutWayOut(problem);
  if (stuck.length > 0) return { status: "impossible", problems: stuck };
  const outcome = planYear(engine, problem, effort, from);
  if (outcome.status === "noRoom")
    return { status: "impossible", problems: outcome.facilities.map((f) => tooSmall(problem, f)) };
  const { name, version } = region.emissionFactors;
  const plan: YearPlan = {
    schema: "gruenverbund/year-plan/1",
    region: region.settings.id,
    regionName: region.settings.name,
    members: [...(run.members ?? region.municipalities.map((m) => m.ags))],
    haulage: {
      ...{ calibration: run.calibration, origin: run.calibrationOrigin },
      ...(run.pointFactors === undefined ? {} : { pointFactors: Object.fromEntries(run.pointFactors) }),
    },
    factorSet: `${name} (${version})`,
    problem,
    decisions: outcome.decisions,
    costLines: outcome.costLines,
    costCents: outcome.costCents,
    kgCo2e: outcome.kgCo2e,
    lowerBoundCents: outcome.lowerBoundCents,
    effort: { rounds: outcome.rounds, nodes: outcome.nodes, gap: effort.gap },
    assumptions: [...listAssumptions(region).map((a) => a.text), ...yearAssumptions(run)],
    notices: notices(region, run.travel),
  };
  return { status: "planned", plan, state: outcome.state };
}

/** Every store needs a way out in any week. */
function withoutWayOut(problem: YearProblem): Problem[] {
  return problem.stores.flatMap((store, s) =>
    problem.options.some((o) => o.store === s && !o.shredded)
      ? []
      : [
          {
            code: "year.noWayOut",
            severity: "error" as const,
            place: { file: "storages.csv", id: store.id },
            cause: `No facility takes ${store.material} loose from here.`,
            action: "Add a tariff for it, or a vehicle that can load there.",
          },
        ],
  );
}

function tooSmall(problem: YearProblem, f: number): Problem {
  return {
    code: "year.noRoom",
    severity: "error",
    place: { file: "facilities.csv", id: problem.facilities[f]!.id },
    cause: "The plants together take less than comes in the year; this one is full.",
    action: "Raise a capacity, add a plant or a tariff, or take out a member.",
  };
}

/** The words of what `year.json` leaves open. */
function yearAssumptions({ year }: YearRun): string[] {
  const missing = [
    ...(year.keeping === undefined ? ["Masseverlust und längste Lagerdauer je Fraktion"] : []),
    ...(year.forecast === undefined
      ? [
          `Überlauf je Lager und Woche mit höchstens ${DEFAULT_YEAR.forecast.overflowChance.value * 100} % Wahrscheinlichkeit`,
        ]
      : []),
    ...(year.shredding === undefined ? ["Rüstzeit, Begleitpersonal und Anfahrt der Häcksler"] : []),
  ];
  return missing.map((text) => `${text} (year.json fehlt oder schweigt dazu)`);
}
