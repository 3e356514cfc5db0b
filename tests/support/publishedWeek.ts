/** A published week of examples/saarlouis without the hours of planning it: its costs of groups are a formula, its split is real. */
import { fileBlobs } from "../../functions/adapters/files/fileBlobs.ts";
import { key } from "../../functions/usecases/records/keys.ts";
import { weekContent } from "../../functions/usecases/records/week.ts";
import { readRegion } from "../../functions/usecases/readRegion.ts";
import { resultOf, writeInput, type RunKey } from "../../functions/usecases/run/run.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import type { Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { highsSolver } from "../../optimizer/lp/index.ts";
import { withoutMember, type CountyGame } from "../../planning/sharing/countyGame.ts";
import { countyOfPlan } from "../../planning/sharing/countyOfPlan.ts";
import { divideCounty } from "../../planning/sharing/divideCounty.ts";
import { arrivalsByMember } from "../../optimizer/checker/plan/frame.ts";
import { ROOT } from "../unit/house/sourceFiles.ts";
import { samplePlan } from "./samplePlan.ts";

export const SAARLOUIS_RUN: RunKey = { region: "saarlouis", week: "2026-W48", run: "fedcba9876543210" };

/** Each further member of a group saves so much. */
const SAVING = 40_000;

/** Everybody is cheaper with more others: `c(S) = Σ alone − SAVING · (|S| − 1)`, which is closed under partition. */
export function formulaTable(alone: readonly number[]): number[] {
  const sums = [0];
  for (const cost of alone) sums.push(...sums.map((sum, group) => sum + cost - (group === 0 ? 0 : SAVING)));
  return sums;
}

export async function saarlouisFiles(): Promise<Record<string, string>> {
  const folder = fileBlobs(`${ROOT}/examples/saarlouis`);
  const files: Record<string, string> = {};
  for (const name of await folder.list("")) files[name] = new TextDecoder().decode(await folder.get(name));
  return files;
}

/** A plan of the region whose game is the formula's, divided by a rule. */
export async function formulaPlan(region: Region, rule: "nearestStable" | "tonnes" = "nearestStable"): Promise<Plan> {
  const sample = samplePlan(region);
  const kg = arrivalsByMember({ plan: sample, region });
  const municipalities = sample.municipalities.map((one, i) => ({ ...one, forecastKg: kg[i]! }));
  const values = formulaTable(municipalities.map((one) => one.standAloneCostCents));
  const plan: Plan = {
    ...{ ...sample, municipalities, jointCostCents: values.at(-1)! },
    game: { ...sample.game, values, examined: [] },
  };
  const engine = await highsSolver();
  const named = (game: CountyGame) => {
    const { shares, proof } = divideCounty(game, engine, [rule]).divisions[0]!;
    return { shares: Object.fromEntries(game.players.map((ags, i) => [ags, shares[i]!])), proof };
  };
  const county = countyOfPlan(plan, region);
  const { shares } = named(county);
  return {
    ...plan,
    municipalities: municipalities.map((one) => ({ ...one, shareCents: shares[one.ags]! })),
    allocation: {
      ...{ ...plan.allocation, rule, shares },
      without: county.players.map((ags, i) => {
        const others = withoutMember(county, i)!;
        return { ags, jointCostCents: others.jointCents, ...named(others) };
      }),
    },
  };
}

/** Puts it where a planning run would have put it. */
export async function publishFormulaWeek(
  { store, blobs, clock }: Pick<Ports, "store" | "blobs" | "clock">,
  files: Readonly<Record<string, string>>,
  rule?: "nearestStable" | "tonnes",
): Promise<Plan> {
  const run = SAARLOUIS_RUN;
  const frozenAt = clock.now();
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  await writeInput(blobs, run, { options: { seed: 1, iterations: 1 }, inputSha256: "0".repeat(64), frozenAt }, bytes);
  const { region } = await readRegion(fileBlobs(`${ROOT}/examples/saarlouis`), frozenAt);
  const plan = await formulaPlan(region!, rule);
  await resultOf(blobs, run).putAll(new Map([["plan.json", JSON.stringify(plan)]]));
  const week = weekContent({
    ...{ region: run.region, week: run.week, run: run.run, status: "planned", execution: "none", inputSha256: null },
    ...{ startedAt: frozenAt, endedAt: frozenAt, summary: null, failure: null, tours: [] },
  });
  await store.put({ ...key.week(run.region, run.week), ...week }, "any");
  return plan;
}
