/** Groups of states side by side: the branches of a Parallel, the iterations of a Map. */
import { Cancellation, Cancelled } from "../cancellation.ts";
import { forgetBelow } from "../journal/records.ts";
import type { Json, StateGroup } from "../machine.ts";
import type { Scope, Visit } from "./visit.ts";

export type RunGroup = (scope: Scope, group: StateGroup, input: Json) => Promise<Json>;

/**
 * Runs `count` children, at most `most` at a time and in order of their index. The first error a child throws cancels the
 * others; it is thrown when all have stopped and what they had pending is forgotten.
 *
 * @param prefix under which all paths of the children lie
 */
export async function runChildren(
  visit: Visit,
  prefix: string,
  count: number,
  most: number,
  child: (index: number, cancellation: Cancellation) => Promise<void>,
): Promise<void> {
  const { engine, run, cancellation } = visit.scope;
  const ours = new Cancellation(cancellation);
  let next = 0;
  let first: unknown;
  let failed = false;
  const work = async (): Promise<void> => {
    while (next < count && !ours.cancelled) {
      try {
        await child(next++, ours);
      } catch (error) {
        if (!failed && !(error instanceof Cancelled)) [failed, first] = [true, error];
        ours.cancel();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, count) }, work));
  ours.release();
  cancellation.check();
  if (!failed) return;
  forgetBelow(engine.journal, run.id, prefix);
  throw first;
}
