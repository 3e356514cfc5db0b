/** What a deployment is told by CDK context (`-c name=value`); every fault at once. docs/cloud.md lists them. */
import type { Node } from "constructs";

export const STAGES = ["dev", "prod"] as const;
export type Stage = (typeof STAGES)[number];

export interface Settings {
  readonly stage: Stage;
  /** Where everything but the firewall of the pages lies. */
  readonly awsRegion: string;
  /** Regions that plan weekly. */
  readonly regions: readonly string[];
  /** Where people find the pages, `https://…` without a path; none before the first deployment has said it. */
  readonly address: string | undefined;
  /** Domain that mail is sent from. */
  readonly mailDomain: string;
  /** Who is told of alarms and of the budget. */
  readonly alarmMail: string | undefined;
  readonly budgetUsd: number;
  readonly travel: "estimate" | "osrm" | "openrouteservice";
  readonly travelHost: string | undefined;
  /** prod: what holds data outlives the stack and cannot be deleted by mistake. */
  readonly retain: boolean;
  readonly logDays: number;
}

const TRAVEL = ["estimate", "osrm", "openrouteservice"] as const;
const REGION = /^[a-z0-9][a-z0-9-]{0,40}$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
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
  const address = optional("address", /^https:\/\/[^\s/]+$/, "an address such as https://plan.example.de");
  const alarmMail = optional("alarmMail", MAIL, "a mail address");
  if (travel !== "estimate" && travelHost === undefined)
    faults.push(`-c travel=${travel}: needs -c travelHost=https://…, the service that answers`);
  if (faults.length > 0) throw new Error(`The context of this deployment is wrong:\n${faults.join("\n")}`);
  const prod = stage === "prod";
  return {
    stage,
    awsRegion: "eu-central-1",
    regions,
    address,
    mailDomain,
    alarmMail,
    budgetUsd,
    travel,
    travelHost,
    retain: prod,
    logDays: prod ? 90 : 14,
  };
}

function regionsOf(text: string): string[] | undefined {
  const regions = text.split(",").map((one) => one.trim());
  const right = regions.every((one) => REGION.test(one)) && new Set(regions).size === regions.length;
  return right ? regions : undefined;
}

function amountOf(text: string): number | undefined {
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}
