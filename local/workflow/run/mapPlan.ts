/** What a Map is about to do, fixed once an attempt: the items, how they are batched, how many run and may fail. */
import { queryError } from "../errors.ts";
import type { Range } from "../expressions.ts";
import { isDistributed, type ItemBatcher, type Json, type MapState } from "../machine.ts";
import { contextOf, placeOf, type Visit } from "./visit.ts";

export interface MapPlan {
  /** The items; with an ItemBatcher the inputs of the batches. */
  readonly items: readonly Json[];
  /** How many items each child has, when batched. */
  readonly sizes?: readonly number[];
  readonly concurrency: number;
  /** How many failed items are borne; undefined where no field says so. */
  readonly toleratedCount?: number;
  readonly toleratedPercentage?: number;
}

/** Quotas of Step Functions: 40 iterations at once inline, 10,000 children distributed, of which we run a tenth. */
const MOST_INLINE = 40;
const MOST_DISTRIBUTED = 1000;
const WHOLE = { least: 0, most: 2 ** 31 - 1 };
const PERCENT = { least: 0, most: 100, fraction: true };
const MOST_BATCH_BYTES = 262_144;

export async function planMap(visit: Visit<MapState>, attempts: readonly number[]): Promise<MapPlan> {
  const { state } = visit;
  const { evaluator } = visit.scope.engine;
  const bindings = {
    states: { input: visit.input, context: contextOf(visit, attempts, null) },
    variables: visit.variables,
  };
  const number = (template: number | string | undefined, field: string, range: Range): Promise<number | undefined> =>
    template === undefined
      ? Promise.resolve(undefined)
      : evaluator.number(template, bindings, placeOf(visit, field), range);

  const items =
    state.Items === undefined ? visit.input : await evaluator.template(state.Items, bindings, placeOf(visit, "Items"));
  if (!Array.isArray(items)) throw queryError(`${placeOf(visit, "Items")} must be a list, but was ${kindOf(items)}.`);
  const concurrency = (await number(state.MaxConcurrency, "MaxConcurrency", WHOLE)) ?? 0;
  const toleratedCount = await number(state.ToleratedFailureCount, "ToleratedFailureCount", WHOLE);
  const toleratedPercentage = await number(state.ToleratedFailurePercentage, "ToleratedFailurePercentage", PERCENT);
  const most = isDistributed(state) ? MOST_DISTRIBUTED : MOST_INLINE;
  const plan = {
    items: items as readonly Json[],
    concurrency: concurrency === 0 ? most : Math.min(concurrency, most),
    ...(toleratedCount === undefined ? {} : { toleratedCount }),
    ...(toleratedPercentage === undefined ? {} : { toleratedPercentage }),
  };
  if (state.ItemBatcher === undefined) return plan;
  return { ...plan, ...(await batched(visit, plan.items, state.ItemBatcher, bindings, number)) };
}

type ReadNumber = (template: number | string | undefined, field: string, range: Range) => Promise<number | undefined>;

async function batched(
  visit: Visit<MapState>,
  items: readonly Json[],
  batcher: ItemBatcher,
  bindings: Parameters<Visit["scope"]["engine"]["evaluator"]["template"]>[1],
  number: ReadNumber,
): Promise<Pick<MapPlan, "items" | "sizes">> {
  const field = "ItemBatcher/";
  const mostItems = await number(batcher.MaxItemsPerBatch, `${field}MaxItemsPerBatch`, { ...WHOLE, least: 1 });
  const bytes = { least: 1, most: MOST_BATCH_BYTES };
  const mostBytes = await number(batcher.MaxInputBytesPerBatch, `${field}MaxInputBytesPerBatch`, bytes);
  const shared =
    batcher.BatchInput === undefined
      ? {}
      : {
          BatchInput: await visit.scope.engine.evaluator.template(
            batcher.BatchInput,
            bindings,
            placeOf(visit, `${field}BatchInput`),
          ),
        };
  const selected: Json[] = [];
  for (const [index, item] of items.entries()) selected.push(await selectItem(visit, index, item));
  const groups = inGroups(
    selected,
    mostItems ?? Infinity,
    (mostBytes ?? MOST_BATCH_BYTES) - bytesOf({ ...shared, Items: [] }),
  );
  return { items: groups.map((Items) => ({ ...shared, Items })), sizes: groups.map((group) => group.length) };
}

const bytesOf = (value: Json): number => Buffer.byteLength(JSON.stringify(value));

/** In order, each group as long as both limits allow; an item too large for any group has one of its own. */
function inGroups(items: readonly Json[], mostItems: number, mostBytes: number): Json[][] {
  const groups: Json[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = bytesOf(item) + 1;
    const last = groups.at(-1);
    if (last !== undefined && last.length < mostItems && bytes + size <= mostBytes + 1) {
      last.push(item);
      bytes += size;
    } else {
      groups.push([item]);
      bytes = size;
    }
  }
  return groups;
}

/** The item itself, or what ItemSelector makes of it. */
export async function selectItem(visit: Visit<MapState>, index: number, item: Json): Promise<Json> {
  const { ItemSelector } = visit.state;
  if (ItemSelector === undefined) return item;
  const context = { ...contextOf(visit, [], null), Map: { Item: { Index: index, Value: item } } };
  const bindings = { states: { input: visit.input, context }, variables: visit.variables };
  return visit.scope.engine.evaluator.template(ItemSelector, bindings, placeOf(visit, "ItemSelector"));
}

const kindOf = (value: Json): string => (value === null ? "null" : typeof value);
