/**
 * Threads for functions that compute, so that the gateway stays responsive. A call that is given up, or takes too long, ends
 * its thread: what computes does not listen.
 */
import { Worker } from "node:worker_threads";
import type { Log } from "../../functions/ports/log.ts";
import { errorOf, type Call, type WorkerMessage, type WorkerSetup } from "./messages.ts";

export interface FunctionPool {
  call(name: string, payload: unknown, requestId: string, signal: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

interface Task {
  readonly call: Call;
  readonly signal: AbortSignal;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** The thread is gone: as Lambda calls it, and workflows try again. */
class ExitError extends Error {
  override readonly name = "Runtime.ExitError";
}

export function functionPool(threads: number, setup: WorkerSetup, log: Log): FunctionPool {
  const idle: Worker[] = [];
  const busy = new Map<Worker, Task>();
  let waiting: Task[] = [];
  let lastId = 0;
  let closed = false;

  function start(): Worker {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: setup });
    // Alone it must not keep the process alive.
    worker.unref();
    worker.on("message", (message: WorkerMessage) => hear(worker, message));
    worker.on("error", (error) => log.error("function thread", error));
    worker.once("exit", (code) => {
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      const task = busy.get(worker);
      busy.delete(worker);
      task?.reject(new ExitError(`The thread of ${task.call.name} ended with ${code}.`));
      next();
    });
    return worker;
  }

  function hear(worker: Worker, message: WorkerMessage): void {
    if (message.kind === "info") return log.info(message.message, message.fields);
    if (message.kind === "failure") return log.error(message.message, errorOf(message.error), message.fields);
    const task = busy.get(worker);
    if (task?.call.id !== message.id) return;
    busy.delete(worker);
    idle.push(worker);
    worker.unref();
    if (message.kind === "result") task.resolve(message.result);
    else task.reject(errorOf(message.error));
    next();
  }

  function next(): void {
    while (!closed && waiting.length > 0 && (idle.length > 0 || busy.size < threads)) {
      const task = waiting.shift()!;
      const worker = idle.pop() ?? start();
      busy.set(worker, task);
      worker.ref();
      worker.postMessage(task.call);
    }
  }

  /** Takes a call back: from the queue, or by ending its thread. */
  function giveUp(task: Task): void {
    waiting = waiting.filter((one) => one !== task);
    const [worker] = [...busy].find(([, one]) => one === task) ?? [];
    task.reject(task.signal.reason);
    if (worker === undefined) return;
    busy.delete(worker);
    void worker.terminate().then(next);
  }

  return {
    call(name, payload, requestId, signal) {
      return new Promise((resolve, reject) => {
        if (closed || signal.aborted) return reject(signal.reason ?? new ExitError("The runtime is closing."));
        const onAbort = (): void => giveUp(task);
        const settled =
          <T>(done: (value: T) => void) =>
          (value: T): void => {
            signal.removeEventListener("abort", onAbort);
            done(value);
          };
        const call = { id: ++lastId, name, payload, requestId };
        const task: Task = { call, signal, resolve: settled(resolve), reject: settled(reject) };
        signal.addEventListener("abort", onAbort, { once: true });
        waiting.push(task);
        next();
      });
    },
    async close() {
      closed = true;
      const workers = [...idle, ...busy.keys()];
      const left = [...waiting, ...busy.values()];
      waiting = [];
      busy.clear();
      for (const task of left) task.reject(new ExitError("The runtime is closing."));
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
