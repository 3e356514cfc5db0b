import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet } from "jose";
import * as client from "openid-client";
import { expect, onTestFinished, test } from "vitest";
import { parseGrant } from "../../../../domain/access.ts";
import { Contact } from "../../../../domain/region/contacts.ts";
import { sqliteStore } from "../../../../functions/adapters/sqlite/sqliteStore.ts";
import { systemClock } from "../../../../functions/adapters/system/systemClock.ts";
import { accessTokens } from "../../../../functions/adapters/oidc/accessTokens.ts";
import { bearerVerifier } from "../../../../local/gateway/tokens.ts";
import { demoAccounts } from "../../../../local/identity/accounts.ts";
import { identityKeys, publicKeys } from "../../../../local/identity/keys.ts";
import { API_AUDIENCE, identityProvider, MOUNT, PAGES_CLIENT } from "../../../../local/identity/provider.ts";
import { browse, cookieJar } from "../../../support/browse.ts";
import { gatewayOf, silentLog } from "../../../support/gateways.ts";

const MUNICIPALITIES = [
  { ags: "99001001", name: "Altdorf" },
  { ags: "99001002", name: "Bergheim" },
  { ags: "99001003", name: "Cronau" },
];
const ACCOUNTS = demoAccounts({ id: "tiny", name: "Beispielkreis", municipalities: MUNICIPALITIES });
const CALLBACK = "/sign-in/callback";

async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-identity-"));
  const keys = await identityKeys(folder);
  const store = sqliteStore(":memory:", systemClock);
  const gateway = await gatewayOf([]);
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  const provider = identityProvider({
    store,
    clock: systemClock,
    log: silentLog,
    keys,
    origin: gateway.url,
    callbacks: [CALLBACK],
    accounts: () => Promise.resolve(ACCOUNTS),
    machines: [{ clientId: "machine.tiny", secret: "demo", groups: () => Promise.resolve(["dispatcher:tiny"]) }],
  });
  const issuer = `${gateway.url}${MOUNT}`;
  const tokens = { issuer, audiences: [API_AUDIENCE], keys: createLocalJWKSet({ keys: publicKeys(keys) }) };
  const verify = bearerVerifier(accessTokens(tokens, systemClock));
  gateway.serve({ endpoints: [], verifyToken: verify, mounts: { [MOUNT]: provider } });
  return { folder, keys, gateway, issuer, verify };
}

const insecure = { execute: [client.allowInsecureRequests] };

test("there is an account for every role, and yards and mayors of two municipalities", () => {
  const grants = ACCOUNTS.flatMap(({ groups }) => groups.map((group) => parseGrant(group)!));
  expect(new Set(grants.map(({ role }) => role)).size).toBe(5);
  expect(grants.filter(({ role }) => role === "yard").map(({ municipality }) => municipality)).toEqual([
    "99001001",
    "99001002",
  ]);
});

test("whoever decides in contacts.csv has an account under their name that may decide there; deputies have none", () => {
  const contact = (role: "mayor" | "finance", ags: string, more: object = {}): Contact =>
    Contact.parse({
      id: `${role}-${ags}`,
      role,
      municipalityAgs: ags,
      name: `${role} P.`,
      email: "a@example.org",
      ...more,
    });
  const contacts = [
    contact("finance", "99001001"),
    contact("mayor", "99001003"),
    contact("mayor", "99001003", { id: "deputy", name: "D.", deputyOf: "mayor-99001003" }),
  ];
  const accounts = demoAccounts({ id: "tiny", name: "Beispielkreis", municipalities: MUNICIPALITIES, contacts });
  const added = accounts.filter(({ id }) => !ACCOUNTS.some((one) => one.id === id));
  expect(added.map(({ name, groups, further }) => [name, groups, further])).toEqual([
    ["finance P., Kämmerei Altdorf", ["finance:tiny:99001001"], undefined],
    ["mayor P., Bürgermeisteramt Cronau", ["mayor:tiny:99001003"], true],
  ]);
});

test("keys are kept, and only their owner can read them", async () => {
  const { folder, keys } = await setUp();
  expect(await identityKeys(folder)).toEqual(keys);
  expect(statSync(join(folder, "keys.json")).mode & 0o077).toBe(0);
  expect(JSON.stringify(publicKeys(keys))).not.toContain('"d"');
});

test("a page signs someone in with code and PKCE, and the token opens the API with their groups", async () => {
  const { gateway, issuer, verify } = await setUp();
  const config = await client.discovery(new URL(issuer), PAGES_CLIENT, undefined, client.None(), insecure);
  const codeVerifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const jar = cookieJar();
  const start = client.buildAuthorizationUrl(config, {
    redirect_uri: `${gateway.url}${CALLBACK}`,
    scope: "openid profile",
    prompt: "login",
    state,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
  });
  const asked = await browse(jar, start);
  expect(asked.text).toContain("Bürgermeisteramt Altdorf");
  const done = await browse(jar, new URL(asked.url), { account: "mayor.tiny.99001001" }, CALLBACK);
  const tokens = await client.authorizationCodeGrant(config, new URL(done.url), {
    pkceCodeVerifier: codeVerifier,
    expectedState: state,
  });
  const claims = await verify(`Bearer ${tokens.access_token}`);
  expect(claims).toMatchObject({ name: "Bürgermeisteramt Altdorf", groups: ["mayor:tiny:99001001"] });
  expect(tokens.claims()).toMatchObject({ sub: "mayor.tiny.99001001" });
});

test("without PKCE, or with an address that is not ours, nobody is signed in", async () => {
  const { gateway, issuer } = await setUp();
  const ask = (parameters: Record<string, string>) =>
    fetch(`${issuer}/auth?${new URLSearchParams({ client_id: PAGES_CLIENT, response_type: "code", ...parameters })}`, {
      redirect: "manual",
    });
  const bare = await ask({ redirect_uri: `${gateway.url}${CALLBACK}`, scope: "openid" });
  expect(bare.headers.get("location")).toContain("error=invalid_request");
  const foreign = await ask({ redirect_uri: "https://evil.example/", scope: "openid" });
  expect(foreign.status).toBe(400);
  expect(await foreign.text()).toContain("Die Anmeldung hat nicht geklappt.");
});

test("a sign-in that nobody began is told to begin", async () => {
  const { gateway } = await setUp();
  const response = await fetch(`${gateway.url}${MOUNT}/interaction/abc`);
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("von vorn")]);
});

test("a machine gets a token for its secret, and none for another", async () => {
  const { issuer, verify } = await setUp();
  const config = await client.discovery(new URL(issuer), "machine.tiny", "demo", undefined, insecure);
  const tokens = await client.clientCredentialsGrant(config);
  expect(await verify(`Bearer ${tokens.access_token}`)).toMatchObject({ groups: ["dispatcher:tiny"] });
  const wrong = await client.discovery(new URL(issuer), "machine.tiny", "wrong", undefined, insecure);
  await expect(client.clientCredentialsGrant(wrong)).rejects.toThrow();
});
