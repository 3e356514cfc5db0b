/**
 * The embedded runtime: the handlers and workflows of the cloud on one machine. Everything that must survive lies in one
 * folder; closing it, or a kill, loses nothing, and the next opening goes on where this one was.
 */
import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { InputError } from "../domain/problem.ts";
import { systemClock } from "../functions/adapters/system/systemClock.ts";
import { accessTokens } from "../functions/adapters/oidc/accessTokens.ts";
import { oidcSite } from "../functions/adapters/oidc/oidcSite.ts";
import { FUNCTIONS } from "../functions/contract/functions.ts";
import { ROUTES } from "../functions/contract/index.ts";
import type { PlanOptions } from "../functions/contract/startPlan.ts";
import type { Ports } from "../functions/usecases/ports.ts";
import { allItems } from "../functions/usecases/records/allItems.ts";
import { allContacts } from "../functions/usecases/records/contacts.ts";
import { REGIONS_PK } from "../functions/usecases/records/keys.ts";
import { readIndex } from "../functions/usecases/records/region.ts";
import { sessionCookies } from "../web/session.ts";
import { CALLBACK } from "../web/signIn.ts";
import { holdDataFolder, type DataFolder } from "./dataFolder.ts";
import { fileLog } from "./fileLog.ts";
import { isFirstStart, takeIn, type FirstWeek } from "./firstStart.ts";
import type { CreateHandler } from "./functions/handlers.ts";
import { functionHost } from "./functions/host.ts";
import { openPorts } from "./functions/ports.ts";
import { functionPool } from "./functions/pool.ts";
import { openGateway, type Gateway } from "./gateway/gateway.ts";
import { bearerVerifier } from "./gateway/tokens.ts";
import { demoAccounts, type Account } from "./identity/accounts.ts";
import { embeddedIdentity, outsideIdentity, type Identity } from "./identity/issuer.ts";
import { inboxPages, MOUNT as INBOX } from "./inbox/pages.ts";
import { startJobs } from "./jobs.ts";
import { inboxMail, outsideMail } from "./mail.ts";
import { createScheduler } from "./scheduler/scheduler.ts";
import { missingFields, NO_OPERATOR } from "../domain/operator.ts";
import { isLoopback, readSettings, refuseDemoOutside, type Settings } from "./settings.ts";
import { apiEndpoints, pageEndpoints } from "./site.ts";
import type { Environment } from "./travel.ts";
import { workflowFiles, workflowService } from "./workflowService.ts";

export interface RuntimeOptions {
  /** Folder of everything that is kept; made when missing. */
  readonly data: string;
  /** 0 for a free one. */
  readonly port: number;
  /** Default: this machine alone. */
  readonly host?: string;
  readonly env?: Environment;
  /** Region folder for a system that has none yet. */
  readonly firstRegion?: string;
  /** How its week is planned. Default: as the API does. */
  readonly firstOptions?: PlanOptions;
  /** For functions that compute. Default: one per core. */
  readonly threads?: number;
  /** Instead of those under functions/handlers, by name. */
  readonly handlers?: Readonly<Record<string, CreateHandler>>;
}

export interface Runtime {
  /** `http://localhost:8080` */
  readonly url: string;
  readonly ports: Omit<Ports, "site">;
  /** Who can sign in without a password; empty with a provider of one's own. */
  readonly accounts: () => Promise<readonly Account[]>;
  /** Resolves when a system without a region has taken one in and plans its week; undefined when it had one. */
  readonly firstWeek: Promise<FirstWeek | undefined>;
  /** Finishes requests, ends threads; what was running goes on at the next opening. */
  close(): Promise<void>;
}

/** For programs that try the API (client credentials): may do what dispatchers may. */
const DEMO_MACHINE = { clientId: "machine", secret: "demo" };
const dispatcherGroups = ({ groups }: Account): string[] => groups.filter((group) => group.startsWith("dispatcher:"));

const HOST = "127.0.0.1";
const HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** @throws InputError when a setting, the folder or the port cannot be had; docs/problems.md lists the codes */
export async function createRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { host = HOST, env = process.env } = options;
  const settings = readSettings(env);
  refuseDemoOutside(host, settings);
  const folder = holdDataFolder(options.data);
  const opened = new Opened();
  opened.add(async () => folder.release());
  try {
    return await open(options, settings, folder, opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function open(options: RuntimeOptions, settings: Settings, folder: DataFolder, opened: Opened): Promise<Runtime> {
  const { host = HOST, env = process.env } = options;
  const clock = systemClock;
  const log = fileLog(folder.log, clock);
  opened.add(async () => log.close());
  const gateway = await listen(options.port, host, {
    clock,
    log,
    ...(settings.throttle === undefined ? {} : { throttle: settings.throttle }),
    ...(settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl }),
    ...(isLoopback(host) ? { hosts: HOSTS } : {}),
  });
  opened.add(() => gateway.close());
  const mail = settings.mail === undefined ? await inboxMail(folder.inbox, clock, log) : outsideMail(settings.mail);
  opened.add(() => mail.close());
  const onFault = (error: unknown): void => log.error("workflows", error);
  const workflows = await workflowService(folder.workflows, workflowFiles(), clock, onFault);
  opened.add(() => workflows.close());
  const setup = {
    folder: { store: folder.store, blobs: folder.blobs, path: folder.path },
    workflows: workflows.endpoint,
    env,
  };
  const ports = openPorts(setup, { log, mailer: mail.mailer, clock });
  opened.add(async () => ports.close());
  const threads = options.threads ?? settings.threads ?? availableParallelism();
  const pool = functionPool(threads, setup, log);
  opened.add(() => pool.close());
  const origin = settings.publicUrl?.origin ?? gateway.url;
  const accounts = settings.issuer === undefined ? accountsOf(ports) : () => Promise.resolve([]);
  const identity: Identity =
    settings.issuer === undefined
      ? await embeddedIdentity({
          folder: folder.identity,
          ...{ store: ports.store, clock, log, origin, accounts },
          callbacks: [CALLBACK],
          machines: [{ ...DEMO_MACHINE, groups: async () => (await accounts()).flatMap(dispatcherGroups) }],
        })
      : outsideIdentity(settings.issuer);
  const check = accessTokens(identity.tokens, clock);
  const inbox = mail.inbox === undefined || !isLoopback(host) ? undefined : inboxPages(mail.inbox, log);
  const { signIn } = identity;
  const { operator } = settings;
  const missing = missingFields(operator ?? NO_OPERATOR);
  if (missing.length > 0) log.info("operator incomplete", { missing: missing.join(" "), setting: "OPERATOR_FILE" });
  const site = oidcSite({
    ...{ origin, signIn, check, home: "machine" },
    ...(operator === undefined ? {} : { operator }),
    ...(inbox === undefined ? {} : { inbox: INBOX }),
  });
  const functions = functionHost({
    functions: FUNCTIONS,
    ports: { ...ports, site },
    pool,
    ...(options.handlers === undefined ? {} : { handlers: options.handlers }),
  });
  gateway.serve({
    endpoints: [...apiEndpoints(ROUTES, FUNCTIONS, functions), ...pageEndpoints(FUNCTIONS, functions)],
    verifyToken: bearerVerifier(check),
    sessionCookie: sessionCookies(origin).name,
    mounts: { ...identity.mounts, ...(inbox === undefined ? {} : { [`${INBOX}.json`]: inbox, [INBOX]: inbox }) },
  });
  const interpreter = workflows.start((name, payload, signal) => functions.invoke(name, payload, signal));
  // Before the threads: what they are at is not to be taken for failed.
  opened.add(async () => workflows.stop());
  const closing = new AbortController();
  opened.add(async () => closing.abort());
  const stopJobs = startJobs({
    ports,
    interpreter,
    scheduler: createScheduler({ store: ports.store, clock, log, owner: randomUUID() }),
    invoke: (name, payload) => functions.invoke(name, payload, closing.signal),
    weeklyCron: settings.weeklyCron,
  });
  opened.add(stopJobs);
  const { firstRegion, firstOptions } = options;
  const firstWeek =
    firstRegion !== undefined && (await isFirstStart(ports))
      ? takeIn(ports, firstRegion, firstOptions)
      : Promise.resolve(undefined);
  // Whoever asks for it hears of a failure; nobody need ask.
  firstWeek.catch((error: unknown) => log.error("first region", error));
  opened.add(() => firstWeek.then(() => undefined).catch(() => undefined));
  // First of all: requests that are under way still find everything.
  opened.add(() => gateway.close());
  return { url: origin, ports, accounts, firstWeek, close: () => opened.close() };
}

/** What was opened, closed in the opposite order, once. */
class Opened {
  private parts: (() => Promise<void>)[] = [];

  add(close: () => Promise<void>): void {
    this.parts.unshift(close);
  }

  async close(): Promise<void> {
    const { parts } = this;
    this.parts = [];
    for (const close of parts) await close();
  }
}

const accountsOf = (ports: Pick<Ports, "store">) => async (): Promise<Account[]> => {
  const regions = await allItems(ports.store, { pk: REGIONS_PK });
  const people = regions.map(async ({ sk }) => ({
    ...(await readIndex(ports.store, sk)),
    contacts: await allContacts(ports.store, sk),
  }));
  return (await Promise.all(people)).flatMap(demoAccounts);
};

async function listen(port: number, host: string, options: Parameters<typeof openGateway>[2]): Promise<Gateway> {
  try {
    return await openGateway(port, host, options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const known = code === undefined || !Object.hasOwn(PORT_FAULTS, code) ? undefined : PORT_FAULTS[code];
    if (known === undefined) throw error;
    const [problem, cause] = known;
    const place = { field: `${host}:${port}` };
    const action = "Name another one with --port or PORT (and --host).";
    throw new InputError([{ code: problem, severity: "error", place, cause: `${cause} (${message})`, action }]);
  }
}

const PORT_FAULTS: Readonly<Record<string, readonly [code: string, cause: string]>> = {
  EADDRINUSE: ["port.inUse", "Another program listens there."],
  EACCES: ["port.notAllowed", "This user may not listen there."],
  EADDRNOTAVAIL: ["port.notAllowed", "This machine has no such address."],
  ENOTFOUND: ["port.notAllowed", "This machine has no such address."],
};
