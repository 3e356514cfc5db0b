/** A provider that speaks as Cognito does: discovery below the issuer, access tokens without `aud` and without a name. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { onTestFinished } from "vitest";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";

export const CLIENT = "7mpl3cl1entofpages0000000";
const SUBJECT = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

export interface Cognito {
  readonly issuer: string;
  /** Requests of each path so far. */
  readonly asked: Map<string, number>;
  /** As its page does once the password is right; gives the code for the address that people are sent back to. */
  authorize(url: URL, groups: readonly string[]): string;
  accessToken(groups: readonly string[], more?: Readonly<Record<string, unknown>>): Promise<string>;
}

export async function cognito(): Promise<Cognito> {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "cognito", alg: "RS256", use: "sig" };
  const codes = new Map<string, { readonly challenge: string; readonly groups: readonly string[] }>();
  const asked = new Map<string, number>();

  const server = createServer((request, response) => {
    const path = new URL(request.url!, issuer).pathname;
    asked.set(path, (asked.get(path) ?? 0) + 1);
    void answer(path, request).then(([status, body]) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/eu-central-1_Pool`;

  async function answer(path: string, request: IncomingMessage): Promise<[number, unknown]> {
    if (path === "/eu-central-1_Pool/.well-known/openid-configuration")
      return [
        200,
        {
          issuer,
          authorization_endpoint: `${origin}/oauth2/authorize`,
          token_endpoint: `${origin}/oauth2/token`,
          jwks_uri: `${issuer}/.well-known/jwks.json`,
          id_token_signing_alg_values_supported: ["RS256"],
          response_types_supported: ["code", "token"],
          subject_types_supported: ["public"],
        },
      ];
    if (path === "/eu-central-1_Pool/.well-known/jwks.json") return [200, { keys: [jwk] }];
    if (path !== "/oauth2/token") return [404, {}];
    const form = new URLSearchParams(await text(request));
    const code = codes.get(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    codes.delete(form.get("code") ?? "");
    if (code === undefined || code.challenge !== challenge) return [400, { error: "invalid_grant" }];
    return [
      200,
      {
        access_token: await accessToken(code.groups),
        id_token: await signed({ aud: CLIENT, token_use: "id", email: "bauhof@example.org" }),
        token_type: "Bearer",
        expires_in: 28_800,
      },
    ];
  }

  const accessToken: Cognito["accessToken"] = (groups, more = {}) =>
    signed({ client_id: CLIENT, token_use: "access", username: SUBJECT, "cognito:groups": [...groups], ...more });

  function signed(claims: Record<string, unknown>): Promise<string> {
    const now = Math.floor(Date.parse(systemClock.now()) / 1000);
    return new SignJWT({ iss: issuer, sub: SUBJECT, iat: now, exp: now + 28_800, ...claims })
      .setProtectedHeader({ alg: "RS256", kid: "cognito" })
      .sign(privateKey);
  }

  return {
    issuer,
    asked,
    accessToken,
    authorize(url, groups) {
      const code = `code-${codes.size + 1}`;
      codes.set(code, { challenge: url.searchParams.get("code_challenge")!, groups });
      return code;
    },
  };
}

async function text(request: IncomingMessage): Promise<string> {
  let all = "";
  for await (const chunk of request) all += String(chunk);
  return all;
}
