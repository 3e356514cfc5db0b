/** What the environment says about the embedded runtime, all faults of it at once. docs/running.md lists the names. */
import { Cron } from "croner";
import { readFileSync } from "node:fs";
import { Operator } from "../domain/operator.ts";
import { InputError, type Problem } from "../domain/problem.ts";
import type { Throttle } from "./gateway/throttle.ts";
import type { Environment } from "./travel.ts";

export interface OutsideIssuer {
  readonly issuer: string;
  readonly audiences: readonly string[];
  /** Of the pages. */
  readonly clientId: string;
  readonly clientSecret?: string;
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly tls: "implicit" | "starttls" | "never";
  readonly from: string;
  readonly credentials?: { readonly user: string; readonly password: string };
}

export interface Settings {
  /** Someone else's provider instead of the embedded one with its demo accounts. */
  readonly issuer?: OutsideIssuer;
  /** Someone else's server instead of the inbox. */
  readonly mail?: MailServer;
  readonly publicUrl?: URL;
  readonly throttle?: Throttle;
  readonly threads?: number;
  /** Of imprint, privacy and accessibility pages. */
  readonly operator?: Operator;
  /** When weeks are planned by themselves: crontab, Europe/Berlin. */
  readonly weeklyCron: string;
}

/** Thursday morning: the reports of the week are in, and dispatchers have two days for the next. */
const WEEKLY = "0 6 * * 4";
const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** @throws InputError `setting.invalid`, `setting.missing` with every fault at once */
export function readSettings(env: Environment): Settings {
  const problems: Problem[] = [];
  const add = (code: string, field: string, cause: string, action: string): void =>
    void problems.push({ code, severity: "error", place: { field }, cause, action });
  const given = (name: string): string | undefined => (env[name] === "" ? undefined : env[name]);
  const needed = (name: string, because: string): string => {
    const value = given(name);
    if (value === undefined) add("setting.missing", name, `It is not set, although ${because} is.`, `Set ${name}.`);
    return value ?? "";
  };
  const whole = (name: string, least: number, most: number): number | undefined => {
    const value = given(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    add("setting.invalid", name, `"${value}" is no whole number from ${least} to ${most}.`, "Correct it.");
    return undefined;
  };
  const address = (name: string): URL | undefined => {
    const value = given(name);
    if (value === undefined) return undefined;
    const url = URL.parse(value);
    if (url !== null && /^https?:$/.test(url.protocol)) return url;
    add("setting.invalid", name, `"${value}" is no address.`, "Write it as https://plan.example.org.");
    return undefined;
  };
  const publicUrl = address("PUBLIC_URL");
  const issuer = address("OIDC_ISSUER") === undefined ? undefined : outsideIssuer();
  const mail = given("SMTP_HOST") === undefined ? undefined : mailServer();
  const rate = whole("THROTTLE_PER_SECOND", 1, 1_000_000);
  const burst = whole("THROTTLE_BURST", 1, 1_000_000) ?? rate;
  const threads = whole("THREADS", 1, 1024);
  const weeklyCron = given("WEEKLY_CRON") ?? WEEKLY;
  if (!isCron(weeklyCron))
    add("setting.invalid", "WEEKLY_CRON", `"${weeklyCron}" is no crontab pattern.`, 'Write one such as "0 6 * * 4".');
  const operator = given("OPERATOR_FILE") === undefined ? undefined : operatorFile(env["OPERATOR_FILE"]!);
  if (problems.length > 0) throw new InputError(problems);
  return {
    weeklyCron,
    ...(operator === undefined ? {} : { operator }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(mail === undefined ? {} : { mail }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(rate === undefined ? {} : { throttle: { requestsPerSecond: rate, burst: burst! } }),
    ...(threads === undefined ? {} : { threads }),
  };

  function operatorFile(file: string): Operator | undefined {
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
      add("setting.invalid", "OPERATOR_FILE", `"${file}" cannot be read: ${String(error)}.`, "Name a JSON file.");
      return undefined;
    }
    const read = Operator.safeParse(content);
    for (const { path, message } of read.error?.issues ?? []) {
      const field = path.join(".");
      add("setting.invalid", "OPERATOR_FILE", `${file}, field "${field}": ${message}.`, "See docs/open-data.md.");
    }
    return read.data;
  }

  function outsideIssuer(): OutsideIssuer {
    const clientSecret = given("OIDC_CLIENT_SECRET");
    return {
      issuer: env["OIDC_ISSUER"]!,
      audiences: needed("OIDC_AUDIENCE", "OIDC_ISSUER")
        .split(",")
        .map((one) => one.trim()),
      clientId: needed("OIDC_CLIENT_ID", "OIDC_ISSUER"),
      ...(clientSecret === undefined ? {} : { clientSecret }),
    };
  }

  function mailServer(): MailServer {
    const tls = given("SMTP_TLS") ?? "starttls";
    const kinds = ["implicit", "starttls", "never"] as const;
    const kind = kinds.find((one) => one === tls);
    if (kind === undefined)
      add("setting.invalid", "SMTP_TLS", `"${tls}" is none of its values.`, `Use ${kinds.join(", ")}.`);
    const user = given("SMTP_USER");
    const credentials =
      user === undefined ? {} : { credentials: { user, password: needed("SMTP_PASSWORD", "SMTP_USER") } };
    const port = whole("SMTP_PORT", 1, 65_535) ?? (kind === "implicit" ? 465 : 587);
    return {
      host: env["SMTP_HOST"]!,
      port,
      tls: kind ?? "starttls",
      from: needed("MAIL_FROM", "SMTP_HOST"),
      ...credentials,
    };
  }
}

function isCron(pattern: string): boolean {
  try {
    return new Cron(pattern, { paused: true, mode: "5-part" }).nextRun() !== null;
  } catch {
    return false;
  }
}

/** @throws InputError `host.demo`: demo accounts are for this machine alone */
export function refuseDemoOutside(host: string, { issuer, publicUrl }: Settings): void {
  if (issuer !== undefined) return;
  const outside = !isLoopback(host)
    ? host
    : publicUrl !== undefined && !isLoopback(publicUrl.hostname)
      ? publicUrl.host
      : undefined;
  if (outside === undefined) return;
  throw new InputError([
    {
      code: "host.demo",
      severity: "error",
      place: { field: "--host" },
      cause: `Others could reach the system at ${outside}, and its demo accounts have no password.`,
      action:
        "Name a provider with OIDC_ISSUER, OIDC_AUDIENCE and OIDC_CLIENT_ID, or leave --host and PUBLIC_URL away.",
    },
  ]);
}
