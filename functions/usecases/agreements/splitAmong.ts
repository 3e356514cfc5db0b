/**
 * The split of a published week among some of its members, when others said no or nothing: by the rule of the plan, from the
 * costs of groups that the plan holds, so that it is there at once. Where it holds none (more members than a table is made for),
 * the groups that are needed are priced now, by the same model. What the independent checker does not accept is not proposed.
 */
import type { Agreement, Fallback } from "../../../domain/agreement/agreement.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { AllocationRule } from "../../../domain/sharing/keys.ts";
import { checkAmong, type StatedAmong } from "../../../optimizer/checker/index.ts";
import type { LpSolver } from "../../../optimizer/lp/index.ts";
import { amongMembers, type CountyGame } from "../../../planning/sharing/countyGame.ts";
import { countyOfPlan } from "../../../planning/sharing/countyOfPlan.ts";
import { divideCounty } from "../../../planning/sharing/divideCounty.ts";
import type { Ports } from "../ports.ts";
import { openInput, resultOf, type RunKey } from "../run/run.ts";
import { priceOtherGroups } from "../run/stages.ts";

export type SplitPorts = Pick<Ports, "store" | "blobs" | "clock" | "travelMatrix" | "engine" | "log">;

export interface SplitAmong {
  readonly jointCostCents: number;
  /** Cents by AGS; sum exactly to the joint cost. */
  readonly shares: Readonly<Record<string, number>>;
  /** The same without one more of them, for each; those that have no answer are left out. */
  readonly fallbacks: readonly Fallback[];
}

export type Ready = Pick<SplitAmong, "jointCostCents" | "shares">;

/**
 * Undefined when there is no plan, or its rule has no answer for these: then the week must be planned anew without the others.
 *
 * @param members AGS of those who stay, two or more
 * @param ready their split, where the proposal holds it: it stands, and is neither priced nor divided again
 */
export async function splitAmong(
  ports: SplitPorts,
  { region, plan: { week, run }, rule }: Pick<Agreement, "region" | "plan" | "rule">,
  members: readonly string[],
  ready?: Ready,
): Promise<SplitAmong | undefined> {
  const read = await readPlan(ports, { region, week, run });
  if (read === undefined) return undefined;
  const found = await withCosts(ports, { region, week, run }, read, members, ready);
  const engine = await ports.engine();
  const county = countyOfPlan(found.plan, found.region);
  const game = ready === undefined ? amongMembers(county, members) : null;
  const whole = ready ?? (game === null ? undefined : divideChecked(ports, found, game, rule, engine));
  if (whole === undefined) return undefined;
  const fallbacks = members.flatMap((withoutAgs): Fallback[] => {
    const others = members.filter((ags) => ags !== withoutAgs);
    const rest = others.length < 2 ? null : amongMembers(county, others);
    const split = rest === null ? undefined : divideChecked(ports, found, rest, rule, engine);
    return split === undefined ? [] : [{ withoutAgs, ...split }];
  });
  const { jointCostCents, shares } = whole;
  return { jointCostCents, shares, fallbacks };
}

interface Found {
  readonly plan: Plan;
  readonly region: Region;
}

async function readPlan({ blobs, log }: SplitPorts, run: RunKey): Promise<Found | undefined> {
  const bytes = await resultOf(blobs, run).get("plan.json");
  if (bytes === undefined) {
    log.error("no plan to split anew", new Error(`run ${run.run} has no plan.json`), { region: run.region });
    return undefined;
  }
  const { region } = await openInput({ blobs }, run);
  return { plan: Plan.parse(JSON.parse(new TextDecoder().decode(bytes))), region };
}

/** The plan with what these pay together, and what they would without one more of them. */
async function withCosts(
  ports: SplitPorts,
  run: RunKey,
  found: Found,
  members: readonly string[],
  ready: Ready | undefined,
): Promise<Found> {
  const { plan } = found;
  if (plan.game.values.length > 0) return found;
  const nameOf = (group: readonly string[]): string => [...group].sort().join();
  const known = new Set(plan.game.examined.map((one) => nameOf(one.members)));
  const groups = [
    ...(ready === undefined ? [members] : []),
    ...members.map((out) => members.filter((ags) => ags !== out)),
  ].filter((group) => group.length > 1 && group.length < plan.municipalities.length && !known.has(nameOf(group)));
  if (groups.length === 0) return found;
  const more = await priceOtherGroups(ports, run, groups);
  return { ...found, plan: { ...plan, game: { ...plan.game, examined: [...plan.game.examined, ...more] } } };
}

function divideChecked(
  { log }: SplitPorts,
  { plan, region }: Found,
  game: CountyGame,
  rule: AllocationRule,
  engine: LpSolver,
): Pick<SplitAmong, "jointCostCents" | "shares"> | undefined {
  const [division] = divideCounty(game, engine, [rule]).divisions;
  if (division === undefined) return undefined;
  const shares = Object.fromEntries(game.players.map((ags, i) => [ags, division.shares[i]!]));
  const stated: StatedAmong = {
    ...{ members: game.players, rule, jointCostCents: game.jointCents, shares, proof: division.proof },
  };
  const findings = checkAmong(plan, region, stated);
  if (findings.length === 0) return { jointCostCents: game.jointCents, shares };
  const first = findings.slice(0, 3).map(({ code, cause }) => `${code}: ${cause}`);
  log.error("the checker refuses a split", new Error(first.join(" ")), { region: plan.region, week: plan.week });
  return undefined;
}
