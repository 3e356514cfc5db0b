/** Pages with a function of their own: loaded when the first of them is asked for, with whoever is signed in. */
import type { Context, Hono } from "hono";
import { handle } from "hono/aws-lambda";
import type { LambdaContext, LambdaEvent } from "hono/aws-lambda";
import type { Principal } from "../../../domain/access.ts";
import { LOOK } from "../../../planning/report/style/look.ts";
import { sessionCookies } from "../../../web/session.ts";
import type { Ports } from "../../usecases/ports.ts";
import { principalOf } from "../api/request.ts";
import type { PageLambda } from "./pages.ts";

/** What every page is told. */
export interface PageSurroundings {
  /** Tokens and base of the house's style. */
  readonly look: string;
  /** Under which people reach the pages. */
  readonly origin: string;
  readonly log: Ports["log"];
  /** Who is signed in here. */
  readonly principal: (c: Context) => Promise<Principal | undefined>;
}

export function ownPage(
  { site, log }: Pick<Ports, "log" | "site">,
  open: (around: PageSurroundings) => Promise<Hono>,
): PageLambda {
  const session = sessionCookies(site.origin);
  const principal = (c: Context): Promise<Principal | undefined> =>
    session.principal(c, async (token) => {
      const claims = await site.claimsOf(token);
      return claims === undefined ? undefined : principalOf(claims);
    });
  let opened: Promise<Hono> | undefined;
  return async (event, context) => {
    const app = await (opened ??= open({ look: LOOK, origin: site.origin, log, principal }));
    return handle(app)(event as unknown as LambdaEvent, context as unknown as LambdaContext) as ReturnType<PageLambda>;
  };
}
