/** Store, files, workflows and functions of one machine, metered: what tests/support/system.ts is for tests. */
import { join } from "node:path";
import { fileArchive } from "../../../functions/adapters/files/fileArchive.ts";
import { fileBlobs } from "../../../functions/adapters/files/fileBlobs.ts";
import { greatCircle } from "../../../functions/adapters/greatcircle/greatCircle.ts";
import { sqliteStore } from "../../../functions/adapters/sqlite/sqliteStore.ts";
import { stepFunctions } from "../../../functions/adapters/stepfunctions/stepFunctions.ts";
import { FUNCTIONS } from "../../../functions/contract/functions.ts";
import type { TaskLambda } from "../../../functions/handlers/taskHandler.ts";
import type { Ports } from "../../../functions/usecases/ports.ts";
import { machineArn } from "../../../local/workflow/arns.ts";
import { Interpreter } from "../../../local/workflow/interpreter.ts";
import { workflowFiles } from "../../../local/workflowService.ts";
import { highsSolver } from "../../../optimizer/lp/index.ts";
import { serve } from "../../support/stepFunctionsServer.ts";
import { meteredBlobs, meteredCalls, meteredStore, type Meter } from "./meter.ts";

/** Monday of the week that is planned, after every report. */
export const NOW = "2026-11-23T06:00:00Z";
export const WEEK = "2026-W48";

export interface BenchSystem {
  readonly ports: Omit<Ports, "site">;
  /** States left so far, each of which the cloud bills, those of maps as well. */
  transitions(): number;
  /** Waits until an execution has ended; its status. */
  finish(execution: string): Promise<string>;
  close(): Promise<void>;
}

export async function benchSystem(folder: string, meter: () => Meter): Promise<BenchSystem> {
  const clock = { now: () => NOW, elapsed: () => performance.now() };
  const store = sqliteStore(join(folder, "store.sqlite"), clock);
  const handlers = new Map<string, TaskLambda>();
  const metered = meteredCalls(meter);
  const machines = workflowFiles().filter(({ name }) => name === "weekly-planning" || name === "coalition-costs");
  const interpreter = new Interpreter({
    file: join(folder, "workflows.sqlite"),
    machines,
    clock,
    timer: () => () => undefined,
    invoke: (name, payload) => {
      const spec = FUNCTIONS.find((one) => one.name === name)!;
      return metered(spec, () => handlers.get(name)!(payload, { awsRequestId: "bench" }));
    },
    onFault: (error) => process.stderr.write(`${String(error)}\n`),
  });
  const { client, close } = await serve(interpreter);
  const ports: Omit<Ports, "site"> = {
    clock,
    log: { info: () => undefined, error: (message, error) => process.stderr.write(`${message}: ${String(error)}\n`) },
    store: meteredStore(store, meter),
    archive: fileArchive(join(folder, "audit-heads")),
    blobs: meteredBlobs(fileBlobs(join(folder, "blobs")), meter),
    mailer: {
      send(mail) {
        meter().mails += mail.to.length;
        return Promise.resolve({ kind: "sent", messageId: `<${mail.id}@bench>` });
      },
    },
    workflows: stepFunctions(client, Object.fromEntries(machines.map(({ name }) => [name, machineArn(name)]))),
    travelMatrix: ({ settings: { travel } }) =>
      greatCircle({ detourFactor: travel.detourFactor.value, speedKmh: travel.speedKmh.value }),
    engine: highsSolver,
  };
  for (const { name, calledBy } of FUNCTIONS.filter((spec) => spec.calledBy === "workflow")) {
    const module = (await import(`../../../functions/handlers/${calledBy}/${name}.ts`)) as {
      createHandler(ports: Omit<Ports, "site">): TaskLambda;
    };
    handlers.set(name, module.createHandler(ports));
  }
  return {
    ports,
    transitions: () => interpreter.journal.all<{ n: number }>("SELECT count(*) AS n FROM exit")[0]!.n,
    async finish(execution) {
      for (;;) {
        const now = await ports.workflows.describe(execution);
        if (now === undefined || now.status !== "RUNNING") return now?.status ?? "MISSING";
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async close() {
      await close();
      store.close();
    },
  };
}
