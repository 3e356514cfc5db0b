/** From an event of API Gateway (HTTP API, payload 2.0) to a request that its route's schemas accept; all faults at once. */
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import { parseGrant, type Principal, type Reach } from "../../../domain/access.ts";
import type { ProblemItem } from "../../contract/common.ts";
import type { Route } from "../../contract/route.ts";
import type { Claims } from "../../ports/site.ts";
import { ApiProblem } from "../../usecases/apiProblem.ts";

type Shape<S, Otherwise> = S extends z.ZodType ? z.infer<S> : Otherwise;
type Body<R extends Route> = R extends { readonly itemwise: true }
  ? unknown
  : R extends { readonly body: infer B }
    ? Shape<B[keyof B], undefined>
    : undefined;

export interface ApiRequest<R extends Route> {
  readonly parameters: z.infer<R["parameters"]>;
  readonly query: R extends { readonly query: infer Q } ? Shape<Q, undefined> : undefined;
  readonly headers: R extends { readonly headers: infer H } ? Shape<H, undefined> : undefined;
  readonly body: Body<R>;
  /** Media type of the body without parameters; "" without a body. */
  readonly contentType: string;
  /** Undefined on public routes and on those for machines with a key. */
  readonly principal: Principal | undefined;
  /** How far the caller may go in the region of the path. */
  readonly reach: Reach;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Anything but text and bytes is sent as JSON. */
  readonly body?: unknown;
}

/** Where a provider lists groups: Cognito's name, or the one most others use. */
const GROUP_CLAIMS = ["cognito:groups", "groups"];
/** Scopes of our resource server. */
const SCOPES = "gruenverbund/";

/** @param claims of a token that was verified, as both gateways hand them over or as the token has them */
export function principalOf(claims: Claims): Principal | undefined {
  const subject = claims["sub"];
  if (typeof subject !== "string") return undefined;
  // A person's token of Cognito has neither, and names the pages as its client.
  const name = [claims["name"], claims["email"]].find((one) => typeof one === "string");
  const groups = [...GROUP_CLAIMS.flatMap((claim) => listOf(claims[claim])), ...machineGrants(claims)];
  const grants = groups.flatMap((group) => parseGrant(group) ?? []);
  return { subject, name: (name as string | undefined) ?? subject, grants };
}

/**
 * A machine is in no groups; what it may do are scopes such as `gruenverbund/dispatcher:saarlouis` of its own token (client
 * credentials: the subject is the client, RFC 9068 section 2.2). A person's token grants nothing by its scopes.
 */
function machineGrants(claims: Claims): string[] {
  if (typeof claims["client_id"] !== "string" || claims["client_id"] !== claims["sub"]) return [];
  const scopes = listOf(claims["scope"]).filter((scope) => scope.startsWith(SCOPES));
  return scopes.map((scope) => scope.slice(SCOPES.length));
}

/** The HTTP API hands a list over as the text `[a b]`. */
function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string");
  if (typeof value !== "string") return [];
  return value.replace(/^\[|\]$/g, "").split(/[\s,]+/);
}

export interface ParsedInput {
  readonly parameters: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
  readonly contentType: string;
}

/** @throws ApiProblem 400, 415 or 422 with every fault of the request */
export function parseInput(route: Route, event: APIGatewayProxyEventV2): ParsedInput {
  if (route.headers !== undefined && "if-match" in route.headers.shape && event.headers["if-match"] === undefined)
    throw new ApiProblem(428, "Im Kopf If-Match steht die Fassung, auf der die Änderung beruht (ETag).");
  const problems: ProblemItem[] = [];
  const check = (schema: z.ZodType | undefined, value: unknown, where: string): unknown => {
    const result = schema?.safeParse(value);
    if (result === undefined) return undefined;
    if (result.success) return result.data;
    problems.push(...itemsOf(result.error, where));
    return undefined;
  };
  const parameters = check(route.parameters, decoded(event.pathParameters), "path");
  const query = check(route.query, event.queryStringParameters ?? {}, "query");
  const headers = check(route.headers, event.headers, "header");
  const { contentType, value } = readBody(route, event);
  const body = route.itemwise === true ? value : check(route.body?.[contentType], value, "");
  if (problems.length > 0) throw new ApiProblem(422, "Bitte die genannten Stellen berichtigen.", problems);
  return { parameters, query, headers, body, contentType };
}

function decoded(parameters: Readonly<Record<string, string | undefined>> | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters ?? {}).map(([name, value]) => [name, decode(value ?? "")]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readBody(route: Route, event: APIGatewayProxyEventV2): { contentType: string; value: unknown } {
  if (route.body === undefined) return { contentType: "", value: undefined };
  const accepted = Object.keys(route.body);
  const sent = event.headers["content-type"]?.split(";")[0]!.trim().toLowerCase();
  const contentType = sent === undefined || sent === "" ? accepted[0]! : sent;
  if (!accepted.includes(contentType))
    throw new ApiProblem(415, `Angenommen wird ${accepted.join(" oder ")}, nicht ${contentType}.`);
  const raw = event.body ?? "";
  const text = event.isBase64Encoded ? Buffer.from(raw, "base64").toString("utf8") : raw;
  if (contentType !== "application/json") return { contentType, value: text };
  if (text.trim() === "") return { contentType, value: {} };
  try {
    return { contentType, value: JSON.parse(text) };
  } catch (error) {
    throw new ApiProblem(400, `Der Inhalt ist kein JSON: ${(error as Error).message}`);
  }
}

/** @param where of the request the value came from; "" for the body, whose places are JSON pointers */
export function itemsOf(error: z.ZodError, where: string): ProblemItem[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1"));
    const pointer = where === "" ? `/${path.join("/")}` : `${where} ${path.join(".")}`.trim();
    const code = (issue as { params?: { code?: string } }).params?.code ?? "value.invalid";
    return { code, pointer, cause: issue.message, action: "Berichtigen und noch einmal senden." };
  });
}
