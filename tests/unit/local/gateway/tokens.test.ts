import type { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import { expect, test } from "vitest";
import type { JWTVerifyGetKey } from "jose";
import { systemClock } from "../../../../functions/adapters/system/systemClock.ts";
import { accessTokens } from "../../../../functions/adapters/oidc/accessTokens.ts";
import { bearerVerifier } from "../../../../local/gateway/tokens.ts";
import { AUDIENCE, echo, endpoint, gatewayOf, ISSUER, testIssuer } from "../../../support/gateways.ts";

const { issuer, token } = await testIssuer();
const verifyToken = bearerVerifier(accessTokens(issuer, systemClock));
const authorized = endpoint("GET", "/a", echo, { authorized: true });

async function ask(authorization?: string): Promise<Response> {
  const { url } = await gatewayOf([authorized], { verifyToken });
  return fetch(`${url}/a`, authorization === undefined ? {} : { headers: { authorization } });
}

test("claims of a good token are handed over as text, lists as the cloud writes them", async () => {
  const response = await ask(`Bearer ${await token({ groups: ["admin:tiny", "yard:tiny:99001001"], n: 1 })}`);
  const event = (await response.json()) as APIGatewayProxyEventV2WithJWTAuthorizer;
  const { claims } = event.requestContext.authorizer.jwt;
  expect(claims).toMatchObject({ iss: ISSUER, aud: AUDIENCE, sub: "anna", n: "1" });
  expect(claims["groups"]).toBe("[admin:tiny yard:tiny:99001001]");
});

test.each([
  ["none", undefined],
  ["another scheme", "Basic YTpi"],
  ["no token", "Bearer x.y.z"],
  ["another issuer", `Bearer ${await token({ iss: "https://other.example" })}`],
  ["another audience", `Bearer ${await token({ aud: "other" })}`],
  ["an expired one", `Bearer ${await token({}, -10)}`],
  ["one not valid yet", `Bearer ${await token({ nbf: 4_000_000_000 })}`],
  ["another's signature", `Bearer ${await (await testIssuer()).token({})}`],
  ["a changed one", `Bearer ${(await token({})).replace(/\.[^.]+\./, `.${btoa('{"sub":"root"}').replace("=", "")}.`)}`],
])("%s is refused as the authorizer would", async (_, authorization) => {
  const response = await ask(authorization);
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
  expect(await response.json()).toMatchObject({ title: "Bitte anmelden.", status: 401 });
});

test("without aud the client counts, as in Cognito's access tokens", async () => {
  const claims = await verifyToken(`Bearer ${await token({ aud: undefined, client_id: AUDIENCE })}`);
  expect(claims["client_id"]).toBe(AUDIENCE);
});

test("a token is verified once and remembered until it expires", async () => {
  let verified = 0;
  const keys: JWTVerifyGetKey = (...args) => (verified++, issuer.keys(...args));
  let now = systemClock.now();
  const verify = bearerVerifier(accessTokens({ ...issuer, keys }, { ...systemClock, now: () => now }));
  const one = `Bearer ${await token({}, 60)}`;
  await verify(one);
  await verify(one);
  expect(verified).toBe(1);
  now = new Date(Date.parse(now) + 61_000).toISOString();
  await expect(verify(one)).rejects.toThrow("abgelaufen");
});
