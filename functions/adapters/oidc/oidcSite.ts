/** The pages' site with an OpenID Connect provider: the same for Cognito, a town hall's own, and the embedded one. */
import type { Operator } from "../../../domain/operator.ts";
import type { Home } from "../../../domain/retention.ts";
import type { SignInClient, Site } from "../../ports/site.ts";
import type { CheckToken } from "./accessTokens.ts";

export interface OidcSiteOptions {
  readonly origin: string;
  readonly signIn: SignInClient;
  readonly check: CheckToken;
  readonly operator?: Operator;
  readonly home?: Home;
  readonly inbox?: string;
}

export function oidcSite({ origin, signIn, check, operator, home, inbox }: OidcSiteOptions): Site {
  return {
    origin,
    signIn,
    claimsOf: async (token) => {
      const checked = await check(token);
      return checked.kind === "valid" ? checked.claims : undefined;
    },
    ...(operator === undefined ? {} : { operator }),
    ...(home === undefined ? {} : { home }),
    ...(inbox === undefined ? {} : { inbox }),
  };
}
