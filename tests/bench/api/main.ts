/**
 * `npm run bench -- api [--rate 1150] [--seconds 60] [--connections 50]`: reports against the embedded runtime, as one
 * county's yards would never send them. Afterwards the store is counted: what was acknowledged is there, once.
 */
import { fork, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { sqliteStore } from "../../../functions/adapters/sqlite/sqliteStore.ts";
import { systemClock } from "../../../functions/adapters/system/systemClock.ts";
import { allItems } from "../../../functions/usecases/records/allItems.ts";
import { regionPk } from "../../../functions/usecases/records/keys.ts";
import { benchIssuer } from "./issuer.ts";
import { createLoad, type Load } from "./load.ts";
import { WARM_SECONDS, type FromServer, type ToServer } from "./messages.ts";

const RESULTS = new URL("../results/api.json", import.meta.url);
const SERVER = fileURLToPath(new URL("server.ts", import.meta.url));
const REGION = "saarlouis";

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rate: { type: "string", default: "1150" },
      seconds: { type: "string", default: "60" },
      connections: { type: "string", default: "50" },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-api-"));
  const issuer = await benchIssuer();
  try {
    const server = await startServer(join(folder, "data"), issuer.env);
    const token = await issuer.token([`dispatcher:${REGION}`]);
    const load = createLoad(REGION);
    const options = {
      rate: Number(values.rate),
      seconds: Number(values.seconds),
      connections: Number(values.connections),
    };
    const result = await shoot(server.url, token, load, options);
    await server.close();
    const stored = await storedReports(join(folder, "data"));
    const row = { ...rowOf(result, load, stored, server.samples), liveMb: server.live.map(megabytes) };
    console.table([row]);
    mkdirSync(new URL(".", RESULTS), { recursive: true });
    const found = { benchmark: "api", node: process.version, options, row, others: load.counts.others };
    writeFileSync(RESULTS, `${JSON.stringify(found, null, 2)}\n`);
  } finally {
    issuer.close();
    rmSync(folder, { recursive: true });
  }
}

interface Options {
  readonly rate: number;
  readonly seconds: number;
  readonly connections: number;
}

function shoot(url: string, token: string, load: Load, { rate, seconds, connections }: Options) {
  return autocannon({
    url,
    connections,
    duration: seconds,
    overallRate: rate,
    timeout: 10,
    requests: [
      {
        method: "POST",
        path: `/api/regions/${REGION}/reports`,
        setupRequest(request) {
          const { key, body } = load.next();
          const headers = {
            authorization: `Bearer ${token}`,
            "content-type": "application/json",
            "idempotency-key": key,
          };
          return { ...request, headers, body };
        },
        onResponse: (status, body) => load.answered(status, body),
      },
    ],
  });
}

type Sample = Extract<FromServer, { kind: "memory" }>;

interface Server {
  readonly url: string;
  /** Once a second from the start. */
  readonly samples: Sample[];
  /** Bytes after a collection, when warm and at the end. */
  readonly live: number[];
  close(): Promise<void>;
}

async function startServer(data: string, env: Readonly<Record<string, string>>): Promise<Server> {
  const child: ChildProcess = fork(SERVER, [data], { env: { ...process.env, ...env } });
  const samples: Sample[] = [];
  const live: number[] = [];
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    child.on("message", (message: FromServer) => {
      if (message.kind === "ready") resolve(message.url);
      else if (message.kind === "live") live.push(message.liveBytes);
      else samples.push(message);
    });
  });
  const close = async (): Promise<void> => {
    child.send("close" satisfies ToServer);
    await exited;
  };
  return { url, samples, live, close };
}

/** Ids of the reports that came by the API, each as often as it is kept. */
async function storedReports(data: string): Promise<{ ids: string[]; keys: number }> {
  const file = readdirSync(data).find((name) => /^store.*(sqlite|db)$/.test(name));
  if (file === undefined) throw new Error(`no store in ${data}: ${readdirSync(data).join(", ")}`);
  const store = sqliteStore(join(data, file), systemClock);
  const reports = await allItems(store, { pk: regionPk(REGION), prefix: "report#" });
  const keys = await allItems(store, { pk: regionPk(REGION), prefix: "idempotency#" });
  store.close();
  const kept = reports.map(({ data }) => data as { id: string; channel: string });
  return { ids: kept.filter(({ channel }) => channel === "api").map(({ id }) => id), keys: keys.length };
}

const megabytes = (bytes: number | undefined): number => Math.round((bytes ?? 0) / 1e6);

type Result = Awaited<ReturnType<typeof shoot>>;

function rowOf({ latency, ...result }: Result, load: Load, stored: { ids: string[]; keys: number }, samples: Sample[]) {
  const { counts, acknowledged } = load;
  const there = new Set(stored.ids);
  return {
    acceptedPerSecond: Math.round(counts.accepted / result.duration),
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    maxMs: latency.max,
    sent: counts.sent,
    repeated: counts.repeated,
    others: Object.values(counts.others).reduce((sum, count) => sum + count, 0) + result.errors + result.timeouts,
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((id) => !there.has(id)).length,
    doubled: stored.ids.length - there.size + (stored.keys - stored.ids.length),
    // Of the process under load, all its threads, from the first second on.
    cpuMsPerReport: Number((((samples.at(-1)?.cpuMs ?? 0) - (samples[0]?.cpuMs ?? 0)) / counts.accepted).toFixed(2)),
    rssMbAt10s: megabytes(samples[WARM_SECONDS]?.rssBytes),
    rssMbAtEnd: megabytes(samples.at(-1)?.rssBytes),
  };
}
