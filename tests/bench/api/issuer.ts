/** A provider of identities for the bench: its keys by HTTP as OpenID Connect says, and one token for a county's dispatcher. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export interface BenchIssuer {
  /** What the runtime's environment must say. */
  readonly env: Readonly<Record<string, string>>;
  token(groups: readonly string[]): Promise<string>;
  close(): void;
}

const AUDIENCE = "bench";

export async function benchIssuer(): Promise<BenchIssuer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: "bench", alg: "RS256", use: "sig" }] };
  let issuer = "";
  const server = createServer((request, response) => {
    const found = request.url === "/jwks" ? jwks : { issuer, jwks_uri: `${issuer}/jwks` };
    response.setHeader("content-type", "application/json").end(JSON.stringify(found));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: { OIDC_ISSUER: issuer, OIDC_AUDIENCE: AUDIENCE, OIDC_CLIENT_ID: AUDIENCE },
    token: (groups) =>
      new SignJWT({ groups: [...groups] })
        .setProtectedHeader({ alg: "RS256", kid: "bench" })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject("bench")
        .setIssuedAt()
        .setExpirationTime("1h")
        .sign(privateKey),
    close: () => server.close(),
  };
}
