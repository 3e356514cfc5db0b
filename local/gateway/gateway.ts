/**
 * The HTTP gateway: takes the place of API Gateway on one machine. Requests become its events (payload 2.0), tokens are
 * checked before a function is called, limits and timeouts hold, and every refusal is problem details (RFC 9457).
 */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../../functions/ports/clock.ts";
import type { Log } from "../../functions/ports/log.ts";
import { lambdaContext } from "./context.ts";
import type { Endpoint } from "./endpoint.ts";
import { toEvent } from "./event.ts";
import { Refusal, replyOfRefusal, replyOfResult, send, type Reply } from "./reply.ts";
import { createRouter, type Router } from "./router.ts";
import { createThrottle, type Throttle } from "./throttle.ts";
import type { VerifyToken } from "./tokens.ts";

/** What a function may be sent, in bytes of body. */
export const MOST_BODY_BYTES = 6 * 1024 * 1024;
/** How long a shutdown waits for answers that are under way. */
const PATIENCE_MS = 10_000;

export interface Site {
  readonly endpoints: readonly Endpoint[];
  readonly verifyToken: VerifyToken;
  /** Cookie of the pages with an access token. It counts where nothing is written, so that links to files work. */
  readonly sessionCookie?: string;
  /** Parts that answer node:http themselves, by the beginning of the path: `/_local/oidc`. */
  readonly mounts: Readonly<Record<string, RequestListener>>;
}

export interface GatewayOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Default: none. */
  readonly throttle?: Throttle;
  /** Address under which people reach the gateway, when a proxy stands before it. Default: what the request says. */
  readonly publicUrl?: URL;
  /** The host names that requests may name; a page of someone else cannot reach a gateway on this machine under its own. */
  readonly hosts?: ReadonlySet<string>;
}

export interface Gateway {
  /** Where it listens: `http://localhost:8080`. */
  readonly url: string;
  /** From now on requests are answered; before that, with 503. */
  serve(site: Site): void;
  /** Takes no more requests, finishes those under way. */
  close(): Promise<void>;
}

/** @throws what node:http does when the port is taken or not allowed */
export async function openGateway(port: number, host: string, options: GatewayOptions): Promise<Gateway> {
  let site: { readonly router: Router; readonly of: Site } | undefined;
  let closing = false;
  const admits = options.throttle === undefined ? () => true : createThrottle(options.throttle);
  const server = createServer((request, response) => void take(request, response));
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const url = `http://${urlHost(host)}:${(server.address() as AddressInfo).port}`;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    try {
      const reply = await answer(request, response, requestId);
      if (closing) response.shouldKeepAlive = false;
      if (reply !== undefined) send(response, reply, request.method !== "HEAD");
    } catch (error) {
      const refusal = error instanceof Refusal ? error : fault(error);
      // The rest of a body that nobody reads would be taken for the next request.
      if (refusal.status === 413) response.shouldKeepAlive = false;
      if (response.headersSent) response.destroy();
      else send(response, replyOfRefusal(refusal, requestId), request.method !== "HEAD");
    }
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<Reply | undefined> {
    const [path, query] = target(request.url ?? "/");
    const origin = originOf(request, options, url);
    if (site === undefined) throw new Refusal(503, "Das System startet gerade.", { "retry-after": "1" });
    if (!admits(options.clock.elapsed()))
      throw new Refusal(429, "Bitte in einer Sekunde noch einmal.", { "retry-after": "1" });
    const mount = Object.keys(site.of.mounts).find((prefix) => path === prefix || path.startsWith(`${prefix}/`));
    if (mount !== undefined) return void site.of.mounts[mount]!(request, response);
    const method = request.method === "HEAD" ? "GET" : request.method!;
    const match = site.router(method, path);
    if (match.kind === "unknown") throw new Refusal(404, "Unter dieser Adresse gibt es nichts.");
    if (match.kind === "otherMethods")
      throw new Refusal(405, `Hier geht nur ${match.allowed.join(", ")}.`, { allow: allow(match.allowed) });
    const { endpoint, pathParameters } = match;
    const claims = endpoint.authorized
      ? await site.of.verifyToken(authorization(request, site.of.sessionCookie))
      : undefined;
    const body = await readBody(request);
    const now = Date.parse(options.clock.now());
    const proxied = options.publicUrl !== undefined;
    const parts = { proxied, request, method, path, query, body, endpoint, pathParameters, requestId, now, origin };
    const event = toEvent({ ...parts, ...(claims === undefined ? {} : { claims }) });
    const context = lambdaContext(endpoint, requestId, () => options.clock.elapsed());
    return replyOfResult(await withinTime(endpoint, endpoint.handler(event, context)));
  }

  function fault(error: unknown): Refusal {
    options.log.error("gateway", error);
    return new Refusal(500, "Der Vorgang wurde nicht ausgeführt. Bitte noch einmal versuchen.");
  }

  return {
    url,
    serve: (of) => void (site = { router: createRouter(of.endpoints), of }),
    close: () =>
      new Promise((resolve) => {
        closing = true;
        const force = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
        server.close(() => resolve(clearTimeout(force)));
        server.closeIdleConnections();
      }),
  };
}

async function withinTime<T>({ functionName, timeoutSeconds }: Endpoint, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const refusal = new Refusal(504, `${functionName} war nach ${timeoutSeconds} Sekunden nicht fertig.`);
    timer = setTimeout(() => reject(refusal), 1000 * timeoutSeconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = (): Refusal =>
    new Refusal(413, "Mehr als 6 MB auf einmal werden nicht angenommen. Bitte aufteilen.");
  if (Number(request.headers["content-length"] ?? 0) > MOST_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

/** The request's own, or that of the pages' cookie if it only reads. */
function authorization({ method, headers }: IncomingMessage, cookieName: string | undefined): string | undefined {
  if (headers.authorization !== undefined || cookieName === undefined) return headers.authorization;
  if (method !== "GET" && method !== "HEAD") return undefined;
  const start = `${cookieName}=`;
  const cookie = headers.cookie?.split(/;\s*/).find((one) => one.startsWith(start));
  return cookie === undefined ? undefined : `Bearer ${cookie.slice(start.length)}`;
}

/** Path and query string of a request's target, which may also be a whole address. */
function target(url: string): [path: string, query: string] {
  const start = url.startsWith("/") ? 0 : Math.max(0, url.indexOf("/", url.indexOf("://") + 3));
  const mark = url.indexOf("?", start);
  return mark < 0 ? [url.slice(start), ""] : [url.slice(start, mark), url.slice(mark + 1)];
}

function originOf(request: IncomingMessage, { publicUrl, hosts }: GatewayOptions, url: string): URL {
  const host = request.headers.host;
  const asked = host === undefined ? null : URL.parse(`http://${host}`);
  if (host !== undefined && asked === null) throw new Refusal(400, "Der Kopf Host nennt keinen Rechner.");
  if (asked !== null && hosts !== undefined && !hosts.has(asked.hostname) && asked.host !== publicUrl?.host)
    throw new Refusal(421, `Dieses System heißt nicht „${asked.hostname}“. Unter anderem Namen: PUBLIC_URL setzen.`);
  return publicUrl ?? asked ?? new URL(url);
}

const allow = (methods: readonly string[]): string =>
  (methods.includes("GET") ? [...methods, "HEAD"].sort() : methods).join(", ");

function urlHost(host: string): string {
  if (["127.0.0.1", "::1", "0.0.0.0", "::"].includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
