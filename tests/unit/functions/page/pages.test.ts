// The pages as a function behind API Gateway and CloudFront, with a provider that speaks as Cognito does.
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessTokens } from "../../../../functions/adapters/oidc/accessTokens.ts";
import { oidcSite } from "../../../../functions/adapters/oidc/oidcSite.ts";
import { publishedKeys } from "../../../../functions/adapters/oidc/publishedKeys.ts";
import { systemClock } from "../../../../functions/adapters/system/systemClock.ts";
import { createHandler, type PageLambda } from "../../../../functions/handlers/page/pages.ts";
import { CLIENT, cognito, type Cognito } from "../../../support/cognito.ts";
import { testSystem, type TestSystem } from "../../../support/system.ts";

const ORIGIN = "https://plan.example.org";
const SESSION = "__Host-gv_session";
const GROUPS = ["dispatcher:tiny"];
let system: TestSystem;
beforeAll(async () => void (system = await testSystem()), 60_000);
afterAll(() => system.close());

async function open(): Promise<{ provider: Cognito; ask: Ask }> {
  const provider = await cognito();
  const { issuer } = provider;
  const check = accessTokens({ issuer, audiences: [CLIENT], keys: publishedKeys(issuer) }, systemClock);
  const site = oidcSite({ origin: ORIGIN, signIn: { issuer, clientId: CLIENT }, check });
  return { provider, ask: asking(createHandler({ ...system.ports, site })) };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly cookies: readonly string[];
}
type Ask = (
  method: string,
  target: string,
  cookies?: readonly string[],
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** As API Gateway asks its default route: under its own name, whatever name people used. */
const asking =
  (handler: PageLambda): Ask =>
  async (method, target, cookies = [], more = {}) => {
    const [path = "", query = ""] = target.split("?");
    const domainName = "abc123.execute-api.eu-central-1.amazonaws.com";
    const event = {
      version: "2.0",
      routeKey: "$default",
      rawPath: path,
      rawQueryString: query,
      ...(cookies.length === 0 ? {} : { cookies }),
      headers: { host: domainName, "x-forwarded-proto": "https", ...more },
      requestContext: {
        ...{
          accountId: "1",
          apiId: "abc123",
          domainName,
          domainPrefix: "abc123",
          routeKey: "$default",
          stage: "$default",
        },
        http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
        ...{ requestId: "r", time: "", timeEpoch: 0 },
      },
      isBase64Encoded: false,
    };
    const answer = await handler(event as unknown as APIGatewayProxyEventV2, {} as Context);
    const { statusCode = 0, headers = {}, body = "", isBase64Encoded } = answer;
    expect(isBase64Encoded ?? false).toBe(false);
    return {
      status: statusCode,
      headers: headers as Record<string, string>,
      body,
      cookies: answer.cookies ?? [],
    };
  };

const pair = (line: string): string => line.split(";")[0]!;

/** From the button to the page, as a browser goes. */
async function signIn({ provider, ask }: Awaited<ReturnType<typeof open>>, groups: readonly string[] = GROUPS) {
  const begun = await ask("GET", "/sign-in?here=1&to=%2F%3Fstand%3Dfest");
  const asked = new URL(begun.headers["location"]!);
  const code = provider.authorize(asked, groups);
  const back = `/sign-in/callback?code=${code}&state=${asked.searchParams.get("state")}`;
  return { begun, asked, back, done: await ask("GET", back, begun.cookies.map(pair)) };
}

test("without a session there is the page for everybody, kept by no cache, under a policy without scripts", async () => {
  const { ask, provider } = await open();
  const { status, headers, body, cookies } = await ask("GET", "/");
  expect([status, cookies]).toEqual([200, []]);
  expect(headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
  });
  const policy = headers["content-security-policy"]!;
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|script-src/);
  expect(body).toContain('href="/sign-in"');
  expect(provider.asked.size).toBe(0);
});

test("whoever comes under another name is sent to the one address first, once", async () => {
  const { ask } = await open();
  const { status, headers } = await ask("GET", "/sign-in?to=/x");
  expect([status, headers["location"]]).toEqual([302, `${ORIGIN}/sign-in?here=1&to=%2Fx`]);
});

test("a sign-in asks with a code challenge, comes back to our address and ends in a cookie of this host alone", async () => {
  const opened = await open();
  const { begun, asked, done } = await signIn(opened);
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: "code",
    client_id: CLIENT,
    redirect_uri: `${ORIGIN}/sign-in/callback`,
    code_challenge_method: "S256",
    prompt: "login",
  });
  for (const line of begun.cookies) expect(line).toMatch(/Path=\/sign-in; HttpOnly; Secure; SameSite=Lax$/);
  expect([done.status, done.headers["location"]]).toEqual([302, "/?stand=fest"]);
  const session = done.cookies.find((line) => line.startsWith(`${SESSION}=`))!;
  expect(session).toMatch(/; Max-Age=28[78]\d\d; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(session).not.toContain("Domain");

  const page = await opened.ask("GET", "/", done.cookies.map(pair));
  expect(page.body).toContain("bauhof@example.org");
  expect(page.body).toContain("Abmelden");
});

test("keys and addresses of the provider are asked for once, however many pages are shown", async () => {
  const opened = await open();
  const { done } = await signIn(opened);
  for (let page = 0; page < 5; page++) await opened.ask("GET", "/", done.cookies.map(pair));
  expect(opened.provider.asked.get("/eu-central-1_Pool/.well-known/jwks.json")).toBe(1);
  expect(opened.provider.asked.get("/oauth2/token")).toBe(1);
});

test.each([
  ["expired", { exp: 1_000_000 }],
  ["another client's", { client_id: "another" }],
  ["another issuer's", { iss: "https://cognito-idp.eu-central-1.amazonaws.com/other" }],
])("a session with a token that is %s is none", async (_, claims) => {
  const { provider, ask } = await open();
  const token = await provider.accessToken(GROUPS, claims);
  expect((await ask("GET", "/", [`${SESSION}=${token}`])).body).not.toContain("Abmelden");
});

test("a session whose token was changed, or that comes in the cookie of plain HTTP, is none", async () => {
  const { provider, ask } = await open();
  const token = await provider.accessToken(GROUPS);
  const forged = token.replace(
    /\.[^.]+\./,
    `.${Buffer.from('{"sub":"root","exp":9999999999}').toString("base64url")}.`,
  );
  for (const cookie of [`${SESSION}=${forged}`, `${SESSION}=nonsense`, `gv_session=${token}`])
    expect((await ask("GET", "/", [cookie])).body).not.toContain("Abmelden");
  expect((await ask("GET", "/", [`${SESSION}=${token}`])).body).toContain("Abmelden");
});

test("an answer with a state, a code or a browser that is not ours gives no session", async () => {
  const opened = await open();
  const { begun, back } = await signIn(opened);
  const cookies = begun.cookies.map(pair);
  const used = await opened.ask("GET", back, cookies);
  expect(used.headers["location"]).toBe("/?anmeldung=abgebrochen");
  const foreign = await opened.ask("GET", back, []);
  expect(foreign.headers["location"]).toBe("/sign-in");
  for (const answer of [used, foreign]) expect(answer.cookies.filter((line) => line.startsWith(SESSION))).toEqual([]);
  const otherState = await opened.ask("GET", back.replace(/state=.*/, "state=other"), cookies);
  expect(otherState.cookies.filter((line) => line.startsWith(SESSION))).toEqual([]);
});

test("signing out takes the cookies away; nobody is led elsewhere by a sign-in", async () => {
  const opened = await open();
  const { done } = await signIn(opened);
  const out = await opened.ask("POST", "/sign-out", done.cookies.map(pair));
  expect([out.status, out.headers["location"]]).toEqual([303, "/"]);
  for (const name of [SESSION, "__Host-gv_name"])
    expect(out.cookies.find((line) => line.startsWith(name))).toMatch(/=; Max-Age=0; Path=\/; HttpOnly; Secure/);
  const { headers } = await opened.ask("GET", "/sign-in?to=//evil.example/");
  expect(headers["location"]).toBe(`${ORIGIN}/sign-in?here=1&to=%2F`);
});

test("the first page speaks as the browser does, or as its address says, which the browser keeps", async () => {
  const { ask } = await open();
  expect((await ask("GET", "/", [], { "accept-language": "fr-LU, de;q=0.7" })).body).toContain('<html lang="fr">');
  const chosen = await ask("GET", "/?lang=en&stand=fest", ["lang=fr"]);
  expect(chosen.body).toContain('<html lang="en">');
  expect(chosen.body).toContain('href="?stand=fest&amp;lang=fr"');
  expect(chosen.cookies).toEqual(["lang=en; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax"]);
  expect((await ask("GET", "/wp-admin", ["lang=en"])).body).toContain("There is no such page here.");
  const signIn = await ask("GET", "/sign-in?here=1", ["lang=fr"]);
  expect(new URL(signIn.headers["location"]!).searchParams.get("ui_locales")).toBe("fr");
});

test("what is no page is said so: to people as a page, to programs as problem details", async () => {
  const { ask } = await open();
  const page = await ask("GET", "/wp-admin");
  expect([page.status, page.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
  const problem = await ask("DELETE", "/api/health");
  expect([problem.status, problem.headers["content-type"]]).toEqual([404, "application/problem+json"]);
  expect(JSON.parse(problem.body)).toMatchObject({ status: 404 });
});
