/** Answers: what a function gave, or problem details (RFC 9457) of the gateway's own. */
import { STATUS_CODES, type ServerResponse } from "node:http";
import type { APIGatewayProxyResultV2 } from "aws-lambda";

const TITLES: Readonly<Record<number, string>> = {
  400: "Die Anfrage ist fehlerhaft.",
  401: "Bitte anmelden.",
  404: "Das gibt es hier nicht.",
  405: "Das geht hier nicht.",
  413: "Die Anfrage ist zu groß.",
  421: "Diese Anfrage gehört nicht hierher.",
  429: "Zu viele Anfragen.",
  500: "Auf unserer Seite ist etwas schiefgegangen.",
  503: "Gerade nicht erreichbar.",
  504: "Das hat zu lange gedauert.",
};

/** A request that the gateway answers itself. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  /** @param detail what is wrong and what to do; German */
  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

export function replyOfRefusal({ status, message, headers }: Refusal, requestId: string): Reply {
  const title = TITLES[status] ?? STATUS_CODES[status] ?? "";
  const details = { type: "about:blank", title, status, detail: message, instance: `urn:request:${requestId}` };
  return {
    status,
    headers: {
      ...headers,
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
    body: Buffer.from(JSON.stringify(details)),
  };
}

/** What a function gave, by the rules of payload format 2.0: without a `statusCode` the value itself is the body. */
export function replyOfResult(result: APIGatewayProxyResultV2): Reply {
  if (typeof result !== "object" || result === null || result.statusCode === undefined) {
    const text = typeof result === "string" ? result : JSON.stringify(result ?? {});
    return { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(text) };
  }
  const { statusCode, headers = {}, cookies, body = "", isBase64Encoded = false } = result;
  const all = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode,
    headers: { ...Object.fromEntries(all), ...(cookies === undefined ? {} : { "set-cookie": cookies }) },
    body: Buffer.from(body, isBase64Encoded ? "base64" : "utf8"),
  };
}

/** @param withBody false for HEAD: the headers are those of the whole answer */
export function send(response: ServerResponse, reply: Reply, withBody: boolean): void {
  const bare = reply.status === 204 || reply.status === 304;
  const length = bare ? {} : { "content-length": reply.body.length };
  response.writeHead(reply.status, { ...(reply.headers as Record<string, string | string[]>), ...length });
  response.end(withBody && !bare ? reply.body : undefined);
}
