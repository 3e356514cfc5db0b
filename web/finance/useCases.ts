/** What the finance page asks for. */
import { reachOf, FINANCE_READERS, type Principal, type Reach } from "../../domain/access.ts";
import { priced, type PriceChange, type Priced } from "../../functions/usecases/finance/prices.ts";
import { publishedWeeks, readFinance, type FinanceQuestion } from "../../functions/usecases/finance/readFinance.ts";
import { readSettled, type SettledFigures } from "../../functions/usecases/finance/settled.ts";
import type { FinanceFigures } from "../../functions/usecases/finance/figures.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { allItems } from "../../functions/usecases/records/allItems.ts";
import { REGIONS_PK } from "../../functions/usecases/records/keys.ts";
import { readIndex } from "../../functions/usecases/records/region.ts";

export interface ReadableRegion {
  readonly id: string;
  readonly name: string;
  readonly reach: Reach;
}

export interface FinanceActions {
  /** Regions whose cost somebody may see, by name. */
  regions(principal: Principal): Promise<ReadableRegion[]>;
  /** Published, newest first. */
  weeks(region: string): Promise<string[]>;
  /** The figures, and what they would be at other prices. */
  read(question: FinanceQuestion, change: PriceChange): Promise<{ figures: FinanceFigures; priced: Priced }>;
  /** What is weighed and closed; null while nothing is. */
  settled(region: string, reach: Reach): Promise<SettledFigures | null>;
}

export function financeUseCases(ports: Pick<Ports, "store" | "blobs">): FinanceActions {
  const { store } = ports;
  return {
    async regions(principal) {
      const items = await allItems(store, { pk: REGIONS_PK });
      const readable = items.map(({ sk: id }) => ({ id, reach: reachOf(principal, id, FINANCE_READERS) }));
      const mine = readable.filter(({ reach }) => reach.kind !== "none");
      const named = mine.map(async (one) => ({ ...one, name: (await readIndex(store, one.id)).name }));
      return (await Promise.all(named)).sort((a, b) => a.name.localeCompare(b.name, "de"));
    },
    settled: (region, reach) => readSettled(ports, region, reach),
    weeks: (region) => publishedWeeks(store, region),
    async read(question, change) {
      const { figures, plan, region } = await readFinance(ports, question);
      return { figures, priced: priced(plan, region, change) };
    },
  };
}
