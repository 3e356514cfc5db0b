/** The whole system on one machine with the tiny region: real store, real workflow files, real handlers; only time is still. */
import { mkdtempSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileArchive } from "../../functions/adapters/files/fileArchive.ts";
import { sqliteStore } from "../../functions/adapters/sqlite/sqliteStore.ts";
import { masterKeySecrets } from "../../functions/adapters/secrets/masterKey.ts";
import { seedSigner } from "../../functions/adapters/signer/seedSigner.ts";
import { stepFunctions } from "../../functions/adapters/stepfunctions/stepFunctions.ts";
import { greatCircle } from "../../functions/adapters/greatcircle/greatCircle.ts";
import { FUNCTIONS } from "../../functions/contract/functions.ts";
import type { TaskLambda } from "../../functions/handlers/taskHandler.ts";
import type { Blobs } from "../../functions/ports/blobs.ts";
import type { Key, Store, Write } from "../../functions/ports/store.ts";
import type { Mail } from "../../functions/ports/mailer.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { importRegion } from "../../functions/usecases/regions/importRegion.ts";
import { machineArn } from "../../local/workflow/arns.ts";
import { Interpreter } from "../../local/workflow/interpreter.ts";
import { highsSolver } from "../../optimizer/lp/index.ts";
import { manualClock, type ManualClock } from "../workflow/driver.ts";
import { memoryBlobs } from "./memoryBlobs.ts";
import { serve } from "./stepFunctionsServer.ts";
import { tinyFolder } from "./tinyFolder.ts";
import { TINY_NOW } from "./tinyRegion.ts";

const MACHINES = [
  "agreement-approval",
  "board-optimization",
  "board-publication",
  "coalition-costs",
  "settlement-reckoning",
  "weekly-planning",
  "year-planning",
];

export interface TestSystem {
  readonly ports: Ports;
  readonly clock: ManualClock;
  readonly mails: Mail[];
  /** Folder of what was kept for ever. */
  readonly archive: string;
  /** Writes to the store and the blobs so far. */
  writes(): number;
  /** Keys of every row that was ever written. */
  readonly written: ReadonlyMap<string, Key>;
  /** What was written down, errors too. */
  readonly logged: string[];
  readonly interpreter: Interpreter;
  /** Calls a function as its caller would; API handlers take an event of the gateway. */
  call(name: string, event: unknown): Promise<unknown>;
  /** Puts something else in a function's place from now on. */
  replace(name: string, handler: TaskLambda): void;
  /** Waits until an execution has ended; time jumps to whatever it waits for. */
  finish(execution: string): Promise<string>;
  close(): Promise<void>;
}

export interface SystemOptions {
  /** What is kept lies here and stays; a system that was opened there before goes on. Default: a folder of its own, removed. */
  readonly root?: string;
  /** RFC 3339. Default: when the tiny region was observed. */
  readonly now?: string;
  /** Puts something around the ports before anything uses them. */
  readonly around?: (ports: Ports) => Ports;
}

/** @param folder files of a region, null for no region; default: the tiny one */
export async function testSystem(
  folder: Readonly<Record<string, string>> | null = tinyFolder(),
  options: SystemOptions = {},
): Promise<TestSystem> {
  const root = options.root ?? mkdtempSync(join(tmpdir(), "gruenverbund-system-"));
  const clock = manualClock(Date.parse(options.now ?? TINY_NOW));
  const sqlite = sqliteStore(join(root, "store.sqlite"), clock);
  let writes = 0;
  const written = new Map<string, Key>();
  const store = countingStore(sqlite, (keys) => {
    writes++;
    for (const { pk, sk } of keys) written.set(`${pk} ${sk}`, { pk, sk });
  });
  const mails: Mail[] = [];
  const logged: string[] = [];
  const handlers = new Map<string, TaskLambda>();
  const invoke = (name: string, payload: unknown): Promise<unknown> =>
    handlers.get(name)!(payload, { awsRequestId: "test" });
  const interpreter = new Interpreter({
    file: join(root, "workflows.sqlite"),
    machines: MACHINES.map((name) => machineFile(name)),
    invoke,
    clock,
    timer: () => () => undefined,
    onFault: (error) => logged.push(String(error)),
  });
  const { client, close } = await serve(interpreter);
  const around = options.around ?? ((inner: Ports) => inner);
  const ports = around({
    clock,
    store,
    log: {
      info: (message, fields) => logged.push(`${message} ${JSON.stringify(fields)}`),
      error: (message, error) => logged.push(`${message}: ${String(error)}`),
    },
    blobs: countingBlobs(memoryBlobs(), () => writes++),
    archive: fileArchive(join(root, "audit-heads")),
    mailer: {
      send: (mail) => {
        mails.push(mail);
        return Promise.resolve({ kind: "sent", messageId: `<${mail.id}@test>` });
      },
    },
    workflows: stepFunctions(client, Object.fromEntries(MACHINES.map((name) => [name, machineArn(name)]))),
    travelMatrix: ({ settings: { travel } }) =>
      greatCircle({ detourFactor: travel.detourFactor.value, speedKmh: travel.speedKmh.value }),
    signer: seedSigner(() => Promise.resolve(new Uint8Array(32).fill(7))),
    secrets: masterKeySecrets(() => Promise.resolve(new Uint8Array(32).fill(9))),
    engine: highsSolver,
    site: {
      origin: "https://test.example",
      signIn: { issuer: "https://id.example", clientId: "pages" },
      claimsOf: () => Promise.resolve(undefined),
    },
  });
  for (const { name, calledBy } of FUNCTIONS) {
    const module = (await import(`../../functions/handlers/${calledBy}/${name}.ts`)) as {
      createHandler(ports: Ports): TaskLambda;
    };
    handlers.set(name, module.createHandler(ports));
  }
  if (folder !== null) await importRegion(ports, memoryBlobs(folder));
  return {
    ...{ ports, clock, mails, logged, interpreter },
    archive: join(root, "audit-heads"),
    call: invoke,
    writes: () => writes,
    written,
    replace: (name, handler) => void handlers.set(name, handler),
    finish: async (execution) => {
      for (;;) {
        const now = await ports.workflows.describe(execution);
        if (now === undefined || now.status !== "RUNNING") return now?.status ?? "MISSING";
        await new Promise((resolve) => setTimeout(resolve, 5));
        const due = interpreter.nextDue();
        if (due !== undefined && isWaiting(interpreter)) {
          clock.milliseconds = Math.max(clock.milliseconds, due);
          interpreter.look();
        }
      }
    },
    close: async () => {
      await close();
      sqlite.close();
      if (options.root === undefined) await rm(root, { recursive: true, force: true });
    },
  };
}

function countingStore(store: Store, count: (keys: readonly Key[]) => void): Store {
  const counted = <T extends { status: string }>(outcome: T, keys: readonly Key[]): T => {
    if (outcome.status === "written") count(keys);
    return outcome;
  };
  const keyOf = (write: Write): Key => ("put" in write ? write.put : "remove" in write ? write.remove : write.check);
  return {
    get: (key) => store.get(key),
    query: (query) => store.query(query),
    put: async (item, expected) => counted(await store.put(item, expected), [item]),
    remove: async (key, expected) => counted(await store.remove(key, expected), [key]),
    transact: async (writes) => counted(await store.transact(writes), writes.map(keyOf)),
  };
}

function countingBlobs(blobs: Blobs, count: () => void): Blobs {
  const putAll: Blobs["putAll"] = (entries, options) => {
    count();
    return blobs.putAll(entries, options);
  };
  return { ...blobs, putAll };
}

/** A Wait state is waited for, and no function is at work; the deadline of the whole execution does not count. */
function isWaiting(interpreter: Interpreter): boolean {
  const rows = interpreter.journal.all<{ path: string }>(
    "SELECT path FROM pending WHERE due IS NOT NULL AND path LIKE '/%'",
  );
  return rows.length === 1 && rows[0]!.path.startsWith("/Wait");
}

export function machineFile(name: string): {
  name: string;
  file: string;
  text: string;
  substitutions: Record<string, string>;
} {
  const file = `workflows/${name}.asl.json`;
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  return { name, file, text, substitutions: Object.fromEntries(FUNCTIONS.map((one) => [one.name, one.name])) };
}
