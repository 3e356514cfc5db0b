/** The pages with Cognito, behind CloudFront's address or one's own. */
import { accessTokens } from "../../functions/adapters/oidc/accessTokens.ts";
import { oidcSite } from "../../functions/adapters/oidc/oidcSite.ts";
import { publishedKeys } from "../../functions/adapters/oidc/publishedKeys.ts";
import { clock } from "./clock.ts";
import { required } from "./environment.ts";

const issuer = required("ISSUER");
const clientId = required("CLIENT_ID");

export const site = oidcSite({
  origin: required("ORIGIN"),
  signIn: { issuer, clientId },
  check: accessTokens({ issuer, audiences: [clientId], keys: publishedKeys(issuer) }, clock),
});
