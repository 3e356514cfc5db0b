/** Events as API Gateway (HTTP API, payload 2.0) sends them, and answers as a client reads them. */
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Route } from "../../functions/contract/route.ts";
import type { TestSystem } from "./system.ts";

export interface ApiCall {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects are sent as JSON, text as it is. */
  readonly body?: unknown;
  /** Groups of whoever signed in; absent: nobody did. */
  readonly groups?: readonly string[];
}

export function apiEvent(route: Route, call: ApiCall): APIGatewayProxyEventV2 {
  const { parameters = {}, query, headers = {}, body, groups } = call;
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? "");
  const http = { method: route.method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" };
  const claims = { sub: "someone", name: "Test Person", "cognito:groups": `[${(groups ?? []).join(" ")}]` };
  const context = {
    accountId: "local",
    apiId: "local",
    domainName: "test.example",
    domainPrefix: "test",
    http,
    requestId: "request-1",
    routeKey: `${route.method} ${route.path}`,
    stage: "$default",
    time: "",
    timeEpoch: 0,
    ...(groups === undefined ? {} : { authorizer: { jwt: { claims, scopes: null } } }),
  };
  return {
    version: "2.0",
    routeKey: context.routeKey,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { "content-type": "application/json", ...headers },
    ...(query === undefined ? {} : { queryStringParameters: { ...query } }),
    pathParameters: { ...parameters },
    requestContext: context as unknown as APIGatewayProxyEventV2["requestContext"],
    isBase64Encoded: false,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  };
}

export interface ApiReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Parsed where it is JSON. */
  readonly json: unknown;
}

export async function callApi(system: TestSystem, route: Route, call: ApiCall): Promise<ApiReply> {
  const { statusCode, headers, body, isBase64Encoded } = (await system.call(route.name, apiEvent(route, call))) as {
    statusCode: number;
    headers: Record<string, string>;
    body: string;
    isBase64Encoded?: boolean;
  };
  const text = isBase64Encoded === true ? Buffer.from(body, "base64").toString() : body;
  const isJson = /[/+]json(;|$)/.test(headers["content-type"] ?? "");
  return { status: statusCode, headers, text, json: isJson ? JSON.parse(text) : undefined };
}
