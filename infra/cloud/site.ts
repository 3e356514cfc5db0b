/** The pages with Cognito, behind CloudFront's address or one's own. */
import { accessTokens } from "../../functions/adapters/oidc/accessTokens.ts";
import { oidcSite } from "../../functions/adapters/oidc/oidcSite.ts";
import { publishedKeys } from "../../functions/adapters/oidc/publishedKeys.ts";
import type { Operator } from "../../domain/operator.ts";
import { clock } from "./clock.ts";
import { required } from "./environment.ts";

const issuer = required("ISSUER");
/** Checked when the stack was made. */
const operator = process.env["OPERATOR"];
const clientId = required("CLIENT_ID");

export const site = oidcSite({
  origin: required("ORIGIN"),
  home: process.env["STAGE"] === "dev" ? "dev" : "prod",
  ...(operator === undefined ? {} : { operator: JSON.parse(operator) as Operator }),
  signIn: { issuer, clientId },
  check: accessTokens({ issuer, audiences: [clientId], keys: publishedKeys(issuer) }, clock),
});
