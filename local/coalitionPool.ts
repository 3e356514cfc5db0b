/**
 * Prices groups of municipalities on all cores. The blocks are fixed and each begins with a cold engine, so that the
 * result does not depend on how many threads there are.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { grayBlocks, type BlockCosts, type GrayBlock } from "../optimizer/flow/index.ts";
import type { GroupCosts } from "../planning/costGame.ts";
import type { PoolInput } from "./coalitionMessages.ts";

/** @param threads default: one per core */
export function coalitionPool(threads = availableParallelism()): GroupCosts {
  return async (problem, allowed, onProgress) => {
    const blocks = grayBlocks(problem.members);
    const waiting = blocks.map((block, index) => ({ block, index }));
    const results = new Array<BlockCosts>(blocks.length);
    let done = 0;
    const collect = (index: number, costs: BlockCosts) => {
      results[index] = costs;
      done += costs.cents.length;
      onProgress(done);
    };
    const workers = Array.from(
      { length: Math.min(threads, blocks.length) },
      () =>
        new Worker(new URL("./coalitionWorker.ts", import.meta.url), {
          workerData: { problem, allowed } satisfies PoolInput,
        }),
    );
    try {
      await Promise.all(workers.map((worker) => serve(worker, waiting, collect)));
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
    return results;
  };
}

interface Task {
  readonly block: GrayBlock;
  readonly index: number;
}

/** Hands one block after the other to a thread until none is left. */
function serve(worker: Worker, waiting: Task[], collect: (index: number, costs: BlockCosts) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let current: Task | undefined;
    const next = () => {
      current = waiting.shift();
      if (current === undefined) resolve();
      else worker.postMessage(current.block);
    };
    worker.on("message", (costs: BlockCosts) => {
      collect(current!.index, costs);
      next();
    });
    worker.once("error", reject);
    next();
  });
}
