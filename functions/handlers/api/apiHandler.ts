/**
 * The stack around every operation of the API: who is it, may they, is the input right; then the use case; then an answer
 * or problem details. Handlers stay thin because everything that is the same lies here.
 */
import middy from "@middy/core";
import httpHeaderNormalizer from "@middy/http-header-normalizer";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { reachOf, type Principal, type Reach } from "../../../domain/access.ts";
import { InputError } from "../../../domain/problem.ts";
import type { ProblemDetails } from "../../contract/common.ts";
import type { Route } from "../../contract/route.ts";
import type { Log } from "../../ports/log.ts";
import type { Claims } from "../../ports/site.ts";
import { ApiProblem, problemItem, type ProblemStatus } from "../../usecases/apiProblem.ts";
import { parseInput, principalOf, type ApiAnswer, type ApiRequest } from "./request.ts";

export type ApiEvent = APIGatewayProxyEventV2;
export type ApiResult = APIGatewayProxyStructuredResultV2;
export type ApiLambda = (event: ApiEvent, context: Context) => Promise<ApiResult>;

export interface ApiPorts {
  readonly log: Log;
}

/** How a route for machines checks the key it was sent; gives what the key may do, or undefined for a wrong one. */
export type KeyCheck = (region: string, key: string) => Promise<Reach | undefined>;

const SECURITY_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
};

export function apiHandler<R extends Route>(
  route: R,
  ports: ApiPorts,
  use: (request: ApiRequest<R>) => Promise<ApiAnswer>,
  checkKey?: KeyCheck,
): ApiLambda {
  const answer = async (event: ApiEvent): Promise<ApiResult> => {
    const started = event.requestContext.timeEpoch;
    const principal = principalFrom(event);
    try {
      const reach = await admit(route, event, principal, checkKey);
      const input = parseInput(route, event);
      const done = await use({ ...input, principal, reach } as ApiRequest<R>);
      return resultOf(done);
    } catch (error) {
      return problemResult(error, event, route, ports.log);
    } finally {
      ports.log.info("request", { route: route.name, request: event.requestContext.requestId, started });
    }
  };
  const stack = middy<ApiEvent, ApiResult>().use(httpHeaderNormalizer()).handler(answer);
  return (event, context) => stack(event, context) as Promise<ApiResult>;
}

function principalFrom(event: ApiEvent): Principal | undefined {
  const { authorizer } = event.requestContext as { authorizer?: { jwt?: { claims?: Claims } } };
  const claims = authorizer?.jwt?.claims;
  return claims === undefined ? undefined : principalOf(claims);
}

/** Whether the caller may use the route at all, and how far in its region. */
async function admit(
  route: Route,
  event: ApiEvent,
  principal: Principal | undefined,
  checkKey: KeyCheck | undefined,
): Promise<Reach> {
  const { access } = route;
  if (access.kind === "public") return { kind: "region" };
  const region = event.pathParameters?.["region"] ?? "";
  if (access.kind === "apiKey") {
    const key = event.headers["x-api-key"];
    const reach = key === undefined || key === "" ? undefined : await checkKey!(region, key);
    if (reach === undefined) throw new ApiProblem(401, "Im Kopf X-Api-Key fehlt ein gültiger Schlüssel dieser Region.");
    return reach;
  }
  if (principal === undefined) throw new ApiProblem(401, "Diese Auskunft braucht eine Anmeldung.");
  const reach = reachOf(principal, region, access.roles);
  if (reach.kind === "none")
    throw new ApiProblem(
      403,
      `Dafür braucht es in der Region „${region}“ eine dieser Rollen: ${access.roles.join(", ")}.`,
    );
  return reach;
}

function resultOf({ status, headers = {}, body }: ApiAnswer): ApiResult {
  const kind = headers["content-type"] ?? (body === undefined ? undefined : "application/json");
  const all = { ...SECURITY_HEADERS, ...headers, ...(kind === undefined ? {} : { "content-type": kind }) };
  if (body instanceof Uint8Array)
    return { statusCode: status, headers: all, body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
  const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
  return { statusCode: status, headers: all, body: text };
}

function problemResult(error: unknown, event: ApiEvent, route: Route, log: Log): ApiResult {
  const problem = problemFrom(error);
  if (problem.status >= 500) log.error("request failed", error, { route: route.name });
  const details: ProblemDetails = {
    type: "about:blank",
    title: problem.title,
    status: problem.status,
    ...(problem.message === "" ? {} : { detail: problem.message }),
    instance: `urn:request:${event.requestContext.requestId}`,
    ...(problem.problems.length === 0 ? {} : { problems: [...problem.problems] }),
  };
  return resultOf({ status: problem.status, headers: { "content-type": "application/problem+json" }, body: details });
}

/** What is no answer of ours is masked: its text may hold what nobody outside should read. */
function problemFrom(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof InputError)
    return new ApiProblem(
      422 satisfies ProblemStatus,
      "Bitte die genannten Stellen berichtigen.",
      error.problems.map(problemItem),
    );
  return new ApiProblem(500, "Der Vorgang wurde nicht ausgeführt. Bitte noch einmal versuchen.");
}
