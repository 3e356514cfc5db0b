/** A request of node:http as the event that API Gateway makes of it (HTTP API, payload format 2.0). */
import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Endpoint } from "./endpoint.ts";
import { NETWORK_HEADER, viewerNetwork } from "./network.ts";

/** Of these media types the body is passed as text; any other as base64. */
const TEXT = /^(text\/.*|application\/(json|javascript|xml))$/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export interface EventParts {
  readonly request: IncomingMessage;
  /** HEAD is answered as GET. */
  readonly method: string;
  /** As sent, percent-encoded. */
  readonly path: string;
  readonly query: string;
  readonly body: Buffer;
  readonly endpoint: Endpoint;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Address under which people reach the gateway. */
  readonly origin: URL;
  /** A proxy stands in front. */
  readonly proxied: boolean;
  /** Claims of a verified token. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

export function toEvent(parts: EventParts): APIGatewayProxyEventV2 {
  const { request, method, path, query, body, endpoint, pathParameters, requestId, now, origin, claims } = parts;
  const headers = headersOf(request, origin);
  headers[NETWORK_HEADER] = viewerNetwork(request, parts.proxied);
  const cookies = (request.headers.cookie ?? "").split(/;\s*/).filter((cookie) => cookie !== "");
  const routeKey = endpoint.path === "$default" ? endpoint.path : `${endpoint.method} ${endpoint.path}`;
  const isText = TEXT.test((headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase());
  const event: APIGatewayProxyEventV2 = {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: query,
    headers,
    requestContext: {
      accountId: "000000000000",
      apiId: "local",
      domainName: origin.host,
      domainPrefix: origin.hostname.split(".")[0]!,
      http: {
        method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? "",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId,
      routeKey,
      stage: "$default",
      time: accessTime(now),
      timeEpoch: now,
    },
    isBase64Encoded: body.length > 0 && !isText,
  };
  if (claims !== undefined)
    Object.assign(event.requestContext, { authorizer: { jwt: { claims: textClaims(claims), scopes: null } } });
  if (cookies.length > 0) event.cookies = cookies;
  if (query !== "") event.queryStringParameters = queryParameters(query);
  if (Object.keys(pathParameters).length > 0) event.pathParameters = { ...pathParameters };
  if (body.length > 0) event.body = body.toString(isText ? "utf8" : "base64");
  return event;
}

/** In lower case, repeated ones joined with a comma; cookies have a field of their own. */
function headersOf(request: IncomingMessage, origin: URL): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (name !== "cookie" && values !== undefined) headers[name] = values.join(",");
  }
  headers["x-forwarded-proto"] = origin.protocol.slice(0, -1);
  return headers;
}

/** Decoded; repeated ones joined with a comma. */
function queryParameters(query: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = Object.hasOwn(parameters, name) ? `${parameters[name]},${value}` : value;
  }
  return parameters;
}

/** The authorizer hands every claim over as text, a list as `[a b]`. */
function textClaims(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(String).join(" ")}]`;
    return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
  };
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, text(value)]));
}

/** `12/Mar/2026:19:03:58 +0000` */
function accessTime(now: number): string {
  const date = new Date(now);
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}
