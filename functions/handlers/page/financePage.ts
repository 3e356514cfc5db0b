/** `GET /finanzen`: what a planned week costs, for a municipality's books. */
import type { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import type { LambdaContext, LambdaEvent } from "hono/aws-lambda";
import { LOOK } from "../../../planning/report/style/look.ts";
import { sessionCookies } from "../../../web/session.ts";
import type { Ports } from "../../usecases/ports.ts";
import { principalOf } from "../api/request.ts";
import type { PageLambda } from "./pages.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "site">): PageLambda => {
  const { site, log } = ports;
  const session = sessionCookies(site.origin);
  const open = async (): Promise<Hono> => {
    const { financePages } = await import("../../../web/finance/routes.ts");
    return financePages({
      actions: async () => (await import("../../../web/finance/useCases.ts")).financeUseCases(ports),
      ...{ look: LOOK, origin: site.origin, log },
      principal: (c) =>
        session.principal(c, async (token) => {
          const claims = await site.claimsOf(token);
          return claims === undefined ? undefined : principalOf(claims);
        }),
    });
  };
  let opened: Promise<Hono> | undefined;
  return async (event, context) => {
    const lambda = handle(await (opened ??= open()));
    return lambda(event as unknown as LambdaEvent, context as unknown as LambdaContext) as ReturnType<PageLambda>;
  };
};
