// What runs in CloudFront, run here: the file as it is, which CloudFront calls as `handler`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { ROOT } from "../../../infra/bundling/bundle.ts";
import { NETWORK_HEADER, networkOf } from "../../../local/gateway/network.ts";
import { sessionCookies } from "../../../web/session.ts";

type Values = Readonly<Record<string, { readonly value: string }>>;
interface EdgeRequest {
  readonly method: string;
  readonly uri: string;
  readonly headers: Values;
  readonly cookies: Values;
}

const FILE = readFileSync(join(ROOT, "infra/edge/sessionToBearer.js"), "utf8");
const handler = runInNewContext(`${FILE}; handler`) as (event: {
  request: EdgeRequest;
  viewer: { ip: string };
}) => EdgeRequest;
const COOKIE = sessionCookies("https://plan.example.org").name;

const atEdge = (request: Partial<EdgeRequest>, ip = "192.0.2.7"): EdgeRequest =>
  handler({
    request: { method: "GET", uri: "/api/x", headers: {}, cookies: { [COOKIE]: { value: "t" } }, ...request },
    viewer: { ip },
  });
const bearerOf = (request: Partial<EdgeRequest>): string | undefined => atEdge(request).headers["authorization"]?.value;

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

test.each([
  ["192.0.2.7", "192.0.2.0/24"],
  ["2001:db8:5:6::7", "2001:db8:5::/48"],
  ["2001:db8::7", "2001:db8:0::/48"],
  ["::1", "0:0:0::/48"],
  ["2001:0DB8:0005:0:0:0:0:1", "2001:db8:5::/48"],
])("the network of %s is named as on one machine, whatever the caller says", (ip, network) => {
  const headers = { [NETWORK_HEADER]: { value: "198.51.100.0/24" } };
  expect(atEdge({ headers }, ip).headers[NETWORK_HEADER]?.value).toBe(network);
  expect(networkOf(ip)).toBe(network);
});

test("what is no address has no network, and an IPv4 address in IPv6 is that of IPv4", () => {
  expect([networkOf(""), networkOf("x"), networkOf("::ffff:192.0.2.7"), networkOf("fe80::1%eth0")]).toEqual([
    ...["", "", "192.0.2.0/24", "fe80:0:0::/48"],
  ]);
});

test("it is as small as CloudFront asks for", () => {
  expect(Buffer.byteLength(FILE)).toBeLessThan(10_240);
});
