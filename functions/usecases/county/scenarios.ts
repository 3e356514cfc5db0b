/** The plan that scenarios are compared with: the newest published week, what others pay without each, and other prices. */
import type { Co2Balance } from "../../../domain/co2/balance.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import { planBalances } from "../../../planning/co2/balance.ts";
import type { Ports } from "../ports.ts";
import { priced, type PriceChange, type Priced } from "../finance/prices.ts";
import { publishedWeeks } from "../finance/readFinance.ts";
import { openInput, resultOf } from "../run/run.ts";
import { weekRecord } from "../weeks/readWeek.ts";
import { withoutEach, type Without } from "./without.ts";

export interface Scenarios {
  readonly week: string;
  readonly plan: Plan;
  readonly without: readonly Without[];
  readonly priced: Priced;
  readonly aloneCents: number;
  /** Of a tonne CO2e, in cents: what the plan was made with. */
  readonly co2CentsPerTonne: number;
  /** Planned greenhouse gases; other prices leave them as they are. */
  readonly co2: { readonly alone: Co2Balance; readonly joint: Co2Balance };
}

/** Undefined before the first published week. */
export async function scenarios(
  { store, blobs, engine }: Pick<Ports, "store" | "blobs" | "engine">,
  region: string,
  change: PriceChange,
): Promise<Scenarios | undefined> {
  const [week] = await publishedWeeks(store, region);
  if (week === undefined) return undefined;
  const { run } = await weekRecord(store, region, week);
  const key = { region, week, run: run! };
  const bytes = await resultOf(blobs, key).get("plan.json");
  if (bytes === undefined) throw new Error(`run ${run} of ${region} ${week} has no plan.json`);
  const plan = Plan.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const { region: master } = await openInput({ blobs }, key);
  const aloneCents = plan.municipalities.reduce((sum, one) => sum + one.standAloneCostCents, 0);
  return {
    ...{ week, plan, aloneCents },
    without: withoutEach(plan, master, await engine()),
    co2CentsPerTonne: master.settings.prices.co2CentsPerTonne.value,
    co2: planBalances(plan, master),
    priced: priced(plan, master, change),
  };
}
