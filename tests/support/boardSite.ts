/** The board's page behind a real gateway, with the files of its map. */
import { jwtVerify } from "jose";
import { createHandler as createAssets } from "../../functions/handlers/page/assets.ts";
import { ownPage } from "../../functions/handlers/page/ownPage.ts";
import type { BoardActions } from "../../functions/usecases/board/view.ts";
import type { HttpLambda } from "../../local/gateway/endpoint.ts";
import { boardPages } from "../../web/board/routes.ts";
import { AUDIENCE, endpoint, ISSUER, servingGateway, silentLog, testIssuer } from "./servingGateway.ts";

export interface BoardSite {
  readonly origin: string;
  /** Name and value of the cookie of somebody in these groups. */
  session(name: string, groups: readonly string[]): Promise<readonly [name: string, value: string]>;
  close(): Promise<void>;
}

/** @param actions of a draft in memory; the real ones: `realBoardSite` */
export async function boardSite(actions: BoardActions): Promise<BoardSite> {
  const issuer = await testIssuer();
  const pages: { handler?: HttpLambda } = {};
  const gateway = await servingGateway([
    endpoint("ANY", "/assets/{proxy+}", createAssets() as HttpLambda),
    endpoint("ANY", "/{proxy+}", (event, context) => pages.handler!(event, context)),
  ]);
  const claimsOf = (token: string) =>
    jwtVerify(token, issuer.issuer.keys, { issuer: ISSUER, audience: AUDIENCE }).then(
      ({ payload }) => payload,
      () => undefined,
    );
  const signIn = { issuer: ISSUER, clientId: "pages" };
  pages.handler = ownPage({ log: silentLog, site: { origin: gateway.url, signIn, claimsOf } }, (around) =>
    Promise.resolve(
      boardPages({
        actions: () => Promise.resolve(actions),
        formKey: () => Promise.resolve(new Uint8Array(32).fill(5)),
        ...around,
      }),
    ),
  ) as HttpLambda;
  return {
    origin: gateway.url,
    close: () => gateway.close(),
    session: async (name, groups) => ["gv_session", await issuer.token({ name, sub: name, groups })],
  };
}
