/** A thread for functions that compute: opens its own ports, answers one call after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { FUNCTIONS } from "../../functions/contract/functions.ts";
import type { Mailer } from "../../functions/ports/mailer.ts";
import { loadHandler, type Handler } from "./handlers.ts";
import { thrown, type Call, type WorkerMessage, type WorkerSetup } from "./messages.ts";
import { openPorts } from "./ports.ts";

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

const mailer: Mailer = {
  send: () => Promise.reject(new Error("functions that compute send no mail")),
};

const ports = openPorts(workerData as WorkerSetup, {
  mailer,
  log: {
    info: (message, fields = {}) => tell({ kind: "info", message, fields }),
    error: (message, error, fields = {}) => tell({ kind: "failure", message, error: thrown(error), fields }),
  },
});
const handlers = new Map<string, Handler>();

parentPort?.on("message", (call: Call) => {
  void answer(call).then(
    (result) => tell({ kind: "result", id: call.id, result }),
    (error: unknown) => tell({ kind: "error", id: call.id, error: thrown(error) }),
  );
});

async function answer({ name, payload, requestId }: Call): Promise<unknown> {
  let handler = handlers.get(name);
  if (handler === undefined) {
    handler = await loadHandler(
      FUNCTIONS.find((spec) => spec.name === name)!,
      ports,
    );
    handlers.set(name, handler);
  }
  return handler(payload, { awsRequestId: requestId });
}
