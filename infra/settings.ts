/** What a deployment is told by CDK context (`-c name=value`); every fault at once. docs/cloud.md lists them. */
import type { Node } from "constructs";
import { readFileSync } from "node:fs";
import { Operator } from "../domain/operator.ts";

export const STAGES = ["dev", "prod"] as const;
export type Stage = (typeof STAGES)[number];

export interface Settings {
  readonly stage: Stage;
  /** Where everything but the firewall of the pages lies. */
  readonly awsRegion: string;
  /** Regions that plan weekly. */
  readonly regions: readonly string[];
  /** Under which people find the pages; without one, CloudFront's own. */
  readonly domain: string | undefined;
  /** Zone of Route 53 in which the domain is named and its certificate proven. */
  readonly hostedZoneId: string | undefined;
  /** Of a certificate for the domain, in us-east-1, where the zone is someone else's. */
  readonly certificateArn: string | undefined;
  /** Domain that mail is sent from. */
  readonly mailDomain: string;
  /** Of imprint, privacy and accessibility pages. */
  readonly operator: Operator | undefined;
  /** Who is told of alarms and of the budget. */
  readonly alarmMail: string | undefined;
  readonly budgetUsd: number;
  readonly travel: (typeof TRAVEL)[number];
  readonly travelHost: string | undefined;
  /** Of the secret that holds the key of the travel service. */
  readonly travelSecretArn: string | undefined;
  /** prod: what holds data outlives the stack and cannot be deleted by mistake. */
  readonly retain: boolean;
  readonly logDays: number;
  /** For which the heads of the audit log can be changed or deleted by nobody. */
  readonly lock: { readonly years: number } | { readonly days: number };
}

const TRAVEL = ["estimate", "osrm", "openrouteservice", "googlemaps"] as const;
const REGION = /^[a-z0-9][a-z0-9-]{0,40}$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
const SECRET = /^arn:aws:secretsmanager:eu-central-1:\d{12}:secret:[\w/+=.@-]+-[A-Za-z0-9]{6}$/;
const ZONE = /^Z[A-Z0-9]{5,31}$/;
const CERTIFICATE = /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/;
const MAIL = /^[^@\s]+@[^@\s]+$/;

/** @throws Error that names every wrong value, what it must be and how to set it */
export function readSettings(context: Pick<Node, "tryGetContext">): Settings {
  const faults: string[] = [];
  const read = <T>(name: string, otherwise: unknown, parse: (text: string) => T | undefined, expected: string): T => {
    const given = (context.tryGetContext(name) as unknown) ?? otherwise;
    const value = parse(Array.isArray(given) ? given.join(",") : String(given));
    if (value === undefined) faults.push(`-c ${name}=${String(given)}: expected ${expected}`);
    return value as T;
  };
  const oneOf =
    <T extends string>(known: readonly T[]) =>
    (text: string): T | undefined =>
      known.find((one) => one === text);
  const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);
  const optional = (name: string, pattern: RegExp, expected: string): string | undefined =>
    context.tryGetContext(name) === undefined ? undefined : read(name, "", matching(pattern), expected);

  const stage = read("stage", "dev", oneOf(STAGES), STAGES.join(" or "));
  const regions = read("regions", "saarlouis", regionsOf, "names such as saarlouis,saarland, each once");
  const mailDomain = read("mailDomain", "gruenverbund.example", matching(DOMAIN), "a domain such as abfall.example.de");
  const budgetUsd = read("budgetUsd", stage === "prod" ? 200 : 50, amountOf, "whole US dollars a month, at least 1");
  const travel = read("travel", "estimate", oneOf(TRAVEL), TRAVEL.join(", "));
  const travelHost = optional("travelHost", /^https:\/\/\S+$/, "an address that begins with https://");
  const travelSecretArn = optional("travelSecretArn", SECRET, "the whole ARN of a secret in eu-central-1");
  const domain = optional("domain", DOMAIN, "a domain such as plan.example.de");
  const hostedZoneId = optional("hostedZoneId", ZONE, "the id of a zone of Route 53, such as Z0123456789ABCDEFGHIJ");
  const certificateArn = optional("certificateArn", CERTIFICATE, "the ARN of a certificate of ACM in us-east-1");
  const alarmMail = optional("alarmMail", MAIL, "a mail address");
  const operator =
    context.tryGetContext("operator") === undefined ? undefined : read("operator", "", operatorOf, OPERATOR);
  faults.push(...travelFaults(travel, travelHost, travelSecretArn));
  if (domain !== undefined && (hostedZoneId === undefined) === (certificateArn === undefined))
    faults.push(`-c domain=${domain}: needs either -c hostedZoneId=… or -c certificateArn=…, and not both`);
  if (domain === undefined)
    for (const [name, value] of Object.entries({ hostedZoneId, certificateArn }))
      if (value !== undefined) faults.push(`-c ${name}=${value}: needs -c domain=…, the name that it is for`);
  if (faults.length > 0) throw new Error(`The context of this deployment is wrong:\n${faults.join("\n")}`);
  const prod = stage === "prod";
  return {
    stage,
    awsRegion: "eu-central-1",
    regions,
    domain,
    hostedZoneId,
    certificateArn,
    mailDomain,
    operator,
    alarmMail,
    budgetUsd,
    travel,
    travelHost,
    travelSecretArn,
    retain: prod,
    logDays: prod ? 90 : 14,
    lock: prod ? { years: 10 } : { days: 1 },
  };
}

/** What each service needs to be reached, and what none of it takes. */
function travelFaults(travel: Settings["travel"], host: string | undefined, secretArn: string | undefined): string[] {
  const takes = {
    estimate: { host: false, secretArn: false },
    osrm: { host: true, secretArn: false },
    openrouteservice: { host: true, secretArn: true },
    googlemaps: { host: false, secretArn: true },
  }[travel];
  const faults: string[] = [];
  const given = { host: host !== undefined, secretArn: secretArn !== undefined };
  if (given.host && !takes.host) faults.push(`-c travelHost=${host}: -c travel=${travel} asks no host`);
  if (given.secretArn && !takes.secretArn) faults.push(`-c travelSecretArn=…: -c travel=${travel} asks for no key`);
  const needed = [takes.host ? "-c travelHost=https://…" : "", takes.secretArn ? "-c travelSecretArn=arn:…" : ""];
  if (takes.host || takes.secretArn) {
    if (!given.host && !given.secretArn)
      faults.push(`-c travel=${travel}: needs ${needed.filter((one) => one !== "").join(" or ")}`);
  }
  return faults;
}

const OPERATOR = "a file as docs/schema/operator.schema.json describes it, of at most 3 KB";
/** An environment holds 4 KB. */
const MOST_OF_OPERATOR = 3000;

function operatorOf(file: string): Operator | undefined {
  try {
    const read = Operator.parse(JSON.parse(readFileSync(file, "utf8")));
    return JSON.stringify(read).length > MOST_OF_OPERATOR ? undefined : read;
  } catch {
    return undefined;
  }
}

function regionsOf(text: string): string[] | undefined {
  const regions = text.split(",").map((one) => one.trim());
  const right = regions.every((one) => REGION.test(one)) && new Set(regions).size === regions.length;
  return right ? regions : undefined;
}

function amountOf(text: string): number | undefined {
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}
