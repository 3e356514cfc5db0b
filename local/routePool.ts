/**
 * Searches for routes with several seeds, a thread each, and takes the best. With a fixed number of iterations the
 * result is the same on any machine; that of one thread is what `routing.solve` gives with the first seed.
 */
import { Worker } from "node:worker_threads";
import type { RoutingProblem } from "../domain/routing/problem.ts";
import type { SolveRoutes } from "../functions/usecases/routeFile.ts";
import type { Progress, RoutingResult } from "../optimizer/routing/index.ts";
import type { RouteMessage, RouteTask } from "./routeMessages.ts";

/** Seeds `seed`, `seed + 1`, …; even a single search has a thread of its own, so that the caller can still be spoken to. */
export const routePool: SolveRoutes = async (problem, { threads, signal, onProgress, ...options }) => {
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const end = (): void => void Atomics.store(new Int32Array(stop), 0, 1);
  if (signal?.aborted === true) end();
  signal?.addEventListener("abort", end, { once: true });
  const shared = share(problem);
  const progress: Progress[] = [];
  try {
    const results = await Promise.all(
      Array.from({ length: threads }, (_, k) =>
        search({ ...options, problem: shared, seed: options.seed + k, stop }, (each) => {
          progress[k] = each;
          onProgress?.(joined(progress.filter((one) => one !== undefined)));
        }),
      ),
    );
    const iterations = results.reduce((sum, result) => sum + result.iterations, 0);
    const best = results.reduce((a, b) => (compare(problem, b, a) < 0 ? b : a));
    return { ...best, iterations, seed: options.seed + results.indexOf(best) };
  } finally {
    // Threads whose sister failed must not search on.
    end();
    signal?.removeEventListener("abort", end);
  }
};

/** Required clients left out first, then cents. */
function compare(problem: RoutingProblem, a: RoutingResult, b: RoutingResult): number {
  const lost = ({ solution }: RoutingResult): number =>
    solution.unserved.filter((client) => problem.clients[client]!.prizeCents === null).length;
  return lost(a) - lost(b) || a.solution.objectiveCents - b.solution.objectiveCents;
}

function joined(progress: readonly Progress[]): Progress {
  return {
    iterations: progress.reduce((sum, each) => sum + each.iterations, 0),
    bestCents: Math.min(...progress.map((each) => each.bestCents)),
    elapsedMs: Math.max(...progress.map((each) => each.elapsedMs)),
  };
}

function search(task: RouteTask, onProgress: (progress: Progress) => void): Promise<RoutingResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./routeWorker.ts", import.meta.url), { workerData: task });
    worker.on("message", (message: RouteMessage) => {
      if (message.kind === "progress") onProgress(message.progress);
      else resolve(message.result);
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`A search thread ended with ${code} and no result.`)));
  });
}

/** Travel matrices in memory that all threads read; a copy for each would not fit where there are many places. */
function share(problem: RoutingProblem): RoutingProblem {
  const shared = (matrix: Float64Array): Float64Array => {
    const copy = new Float64Array(new SharedArrayBuffer(matrix.byteLength));
    copy.set(matrix);
    return copy;
  };
  const profiles = problem.profiles.map((profile) => {
    const distanceMetres = shared(profile.distanceMetres);
    const same = profile.durationSeconds === profile.distanceMetres;
    return {
      ...profile,
      distanceMetres,
      durationSeconds: same ? distanceMetres : shared(profile.durationSeconds),
      ...(profile.tollMetres === undefined ? {} : { tollMetres: shared(profile.tollMetres) }),
    };
  });
  return { ...problem, profiles };
}
