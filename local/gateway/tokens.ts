/** Bearer tokens at the gateway: what the check of a token says, as API Gateway's authorizer answers it. */
import type { CheckToken } from "../../functions/adapters/oidc/accessTokens.ts";
import type { Claims } from "../../functions/ports/site.ts";
import { Refusal } from "./reply.ts";

/** @throws Refusal 401 */
export type VerifyToken = (authorization: string | undefined) => Promise<Claims>;

const REFUSED = {
  expired: "Die Anmeldung ist abgelaufen. Bitte neu anmelden.",
  audience: "Die Anmeldung gilt nicht für dieses System.",
  invalid: "Die Anmeldung ist ungültig. Bitte neu anmelden.",
};

export function bearerVerifier(check: CheckToken): VerifyToken {
  return async (authorization) => {
    const token = /^bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) throw unauthorized("Diese Auskunft braucht eine Anmeldung.");
    const checked = await check(token);
    if (checked.kind === "valid") return checked.claims;
    throw unauthorized(REFUSED[checked.kind], "invalid_token");
  };
}

function unauthorized(detail: string, error?: string): Refusal {
  return new Refusal(401, detail, { "www-authenticate": error === undefined ? "Bearer" : `Bearer error="${error}"` });
}
