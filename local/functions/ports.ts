/** The ports of the embedded runtime: SQLite, files, the interpreter, SMTP. Main thread and function threads each open their own. */
import { join } from "node:path";
import { SFNClient } from "@aws-sdk/client-sfn";
import { fileArchive } from "../../functions/adapters/files/fileArchive.ts";
import { fileBlobs } from "../../functions/adapters/files/fileBlobs.ts";
import { readKeyFile } from "../../functions/adapters/secrets/keyFile.ts";
import { seedSigner } from "../../functions/adapters/signer/seedSigner.ts";
import { sqliteStore, type SqliteStore } from "../../functions/adapters/sqlite/sqliteStore.ts";
import { stepFunctions } from "../../functions/adapters/stepfunctions/stepFunctions.ts";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";
import type { Needs } from "../../functions/contract/functions.ts";
import type { Clock } from "../../functions/ports/clock.ts";
import type { Log } from "../../functions/ports/log.ts";
import type { Mailer } from "../../functions/ports/mailer.ts";
import type { Workflows } from "../../functions/ports/workflows.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { highsSolver, type LpSolver } from "../../optimizer/lp/index.ts";
import { travelMatrixOf } from "../travel.ts";
import { machineArn } from "../workflow/arns.ts";
import type { WorkerSetup, WorkflowsEndpoint } from "./messages.ts";

/** Pages are shown by the main thread, which alone knows the site. */
export type ThreadPorts = Omit<Ports, "site"> & Partial<Pick<Ports, "site">>;

export interface OpenPorts extends Omit<Ports, "site"> {
  readonly store: SqliteStore;
  close(): void;
}

export interface Given {
  readonly log: Log;
  readonly mailer: Mailer;
  /** Default: the machine's. */
  readonly clock?: Clock;
}

export function openPorts({ folder, workflows: endpoint, env }: WorkerSetup, given: Given): OpenPorts {
  const { log, mailer, clock = systemClock } = given;
  const store = sqliteStore(folder.store, clock);
  const { client, workflows } = workflowsAt(endpoint);
  let engine: Promise<LpSolver> | undefined;
  return {
    clock,
    log,
    store,
    blobs: fileBlobs(folder.blobs),
    archive: fileArchive(join(folder.path, "audit-heads")),
    mailer,
    workflows,
    travelMatrix: (region) => travelMatrixOf(region, { ...env, DATA_DIR: folder.path }),
    signer: seedSigner(() => readKeyFile(join(folder.path, "signing.key"))),
    engine: () => (engine ??= highsSolver()),
    close() {
      client.destroy();
      store.close();
    },
  };
}

function workflowsAt({ url, accessKey, names }: WorkflowsEndpoint): { client: SFNClient; workflows: Workflows } {
  const credentials = { accessKeyId: accessKey, secretAccessKey: "local" };
  const client = new SFNClient({ endpoint: url, region: "local", credentials });
  const arns = Object.fromEntries(names.map((name) => [name, machineArn(name)]));
  return { client, workflows: stepFunctions(client, arns) };
}

/** What a function may use: as in the cloud, what its needs do not name is not there. */
export function portsFor(needs: Needs, ports: ThreadPorts): Partial<Ports> {
  const { clock, log, store, blobs, archive, mailer, workflows, travelMatrix, signer, site, engine } = ports;
  return {
    clock,
    log,
    ...(needs.store === undefined ? {} : { store }),
    ...(needs.blobs === undefined ? {} : { blobs }),
    ...(needs.archive === undefined ? {} : { archive }),
    ...(needs.mailer === undefined ? {} : { mailer }),
    ...(needs.workflows === undefined ? {} : { workflows }),
    ...(needs.travelMatrix === undefined ? {} : { travelMatrix }),
    ...(needs.signer === undefined || signer === undefined ? {} : { signer }),
    ...(needs.site === undefined || site === undefined ? {} : { site }),
    ...(needs.engine === undefined ? {} : { engine }),
  };
}
