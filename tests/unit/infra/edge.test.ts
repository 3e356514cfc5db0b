// What runs in CloudFront, run here: the file as it is, which CloudFront calls as `handler`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { ROOT } from "../../../infra/bundling/bundle.ts";
import { sessionCookies } from "../../../web/session.ts";

type Values = Readonly<Record<string, { readonly value: string }>>;
interface EdgeRequest {
  readonly method: string;
  readonly uri: string;
  readonly headers: Values;
  readonly cookies: Values;
}

const FILE = readFileSync(join(ROOT, "infra/edge/sessionToBearer.js"), "utf8");
const handler = runInNewContext(`${FILE}; handler`) as (event: { request: EdgeRequest }) => EdgeRequest;
const COOKIE = sessionCookies("https://plan.example.org").name;

const bearerOf = (request: Partial<EdgeRequest>): string | undefined =>
  handler({
    request: { method: "GET", uri: "/api/x", headers: {}, cookies: { [COOKIE]: { value: "t" } }, ...request },
  }).headers["authorization"]?.value;

test("the cookie of the pages is a token for what only reads the API, and for nothing else", () => {
  expect(bearerOf({})).toBe("Bearer t");
  expect(bearerOf({ method: "HEAD" })).toBe("Bearer t");
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) expect(bearerOf({ method })).toBeUndefined();
  expect(bearerOf({ uri: "/" })).toBeUndefined();
  expect(bearerOf({ cookies: {} })).toBeUndefined();
  expect(bearerOf({ cookies: { gv_session: { value: "t" } } })).toBeUndefined();
});

test("a token of the request's own counts before the cookie", () => {
  expect(bearerOf({ headers: { authorization: { value: "Bearer own" } } })).toBe("Bearer own");
});

test("it is as small as CloudFront asks for", () => {
  expect(Buffer.byteLength(FILE)).toBeLessThan(10_240);
});
