/** A thread of the route pool: one search with one seed. */
import { performance } from "node:perf_hooks";
import { parentPort, workerData } from "node:worker_threads";
import { solve } from "../optimizer/routing/index.ts";
import type { RouteMessage, RouteTask } from "./routeMessages.ts";

const { problem, stop, ...options } = workerData as RouteTask;
const flag = new Int32Array(stop);
const send = (message: RouteMessage): void => parentPort?.postMessage(message);

const result = solve(problem, {
  ...options,
  now: () => performance.now(),
  signal: {
    get aborted() {
      return Atomics.load(flag, 0) !== 0;
    },
  },
  onProgress: (progress) => send({ kind: "progress", progress }),
});
send({ kind: "result", result });
