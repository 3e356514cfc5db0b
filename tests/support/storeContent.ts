/** Everything that a system has stored, row by row, but for the counters that slow down who guesses. */
import type { TestSystem } from "./system.ts";

/** Of a link, per browser or per hour (functions/usecases/agreements/records.ts): wrong amounts, codes, when codes were sent. */
const COUNTERS = /^link#\S+ (tries#.*|code#.*|codes)$/;
/** What the dispatchers, or a second mailbox, are told because of them: the mail's record and nothing else. */
const TOLD_OF_COUNTERS = /^mail#\S*-(guessing|code|codes)-\S* mail$/;

export type StoreContent = Readonly<Record<string, string>>;

/** @returns by `pk sk` version and data; and, as `workflow …`, which steps of the workflows have ended */
export async function storeContent({
  ports,
  written,
  interpreter,
}: Pick<TestSystem, "ports" | "written" | "interpreter">): Promise<StoreContent> {
  const content: [string, string][] = [];
  for (const [name, key] of written) {
    if (COUNTERS.test(name) || TOLD_OF_COUNTERS.test(name)) continue;
    const item = await ports.store.get(key);
    if (item !== undefined) content.push([name, `${item.version} ${JSON.stringify(item.data)}`]);
  }
  const steps = interpreter.journal.all<{ step: string; sequence: number }>(
    "SELECT execution || ' ' || path AS step, sequence FROM exit",
  );
  content.push(...steps.map(({ step, sequence }): [string, string] => [`workflow ${step}`, String(sequence)]));
  return Object.fromEntries(content);
}
