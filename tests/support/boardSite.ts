/** The board's page behind a real gateway, with the files of its map. */
import { createHandler as createAssets } from "../../functions/handlers/page/assets.ts";
import { createHandler } from "../../functions/handlers/page/boardPage.ts";
import { ownPage } from "../../functions/handlers/page/ownPage.ts";
import type { PageLambda } from "../../functions/handlers/page/pages.ts";
import type { BoardActions } from "../../functions/usecases/board/view.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import type { HttpLambda } from "../../local/gateway/endpoint.ts";
import { boardPages } from "../../web/board/routes.ts";
import { endpoint, ISSUER, servingGateway, silentLog, testIssuer } from "./servingGateway.ts";

export interface BoardSite {
  readonly origin: string;
  /** Name and value of the cookie of somebody in these groups. */
  session(name: string, groups: readonly string[]): Promise<readonly [name: string, value: string]>;
  close(): Promise<void>;
}

/** The page on a draft in memory, or on whichever it is by then. */
export function boardSite(actions: BoardActions | (() => BoardActions)): Promise<BoardSite> {
  return siteOf((site) =>
    ownPage({ log: silentLog, site }, (around) =>
      Promise.resolve(
        boardPages({
          actions: () => Promise.resolve(typeof actions === "function" ? actions() : actions),
          formKey: () => Promise.resolve(new Uint8Array(32).fill(5)),
          ...around,
        }),
      ),
    ),
  );
}

/** The page on the real use cases, with whatever they need. */
export function realBoardSite(ports: Ports): Promise<BoardSite> {
  return siteOf((site) => createHandler({ ...ports, site }));
}

/** Of no municipality. */
const OUTLINES = {
  statusCode: 200,
  headers: { "content-type": "application/geo+json" },
  body: JSON.stringify({ type: "FeatureCollection", features: [] }),
};

async function siteOf(open: (site: Ports["site"]) => PageLambda): Promise<BoardSite> {
  const issuer = await testIssuer();
  const pages: { handler?: HttpLambda } = {};
  const gateway = await servingGateway([
    endpoint("ANY", "/assets/{proxy+}", createAssets() as HttpLambda),
    endpoint("ANY", "/offene-daten/{proxy+}", () => Promise.resolve(OUTLINES)),
    endpoint("ANY", "/{proxy+}", (event, context) => pages.handler!(event, context)),
  ]);
  const signIn = { issuer: ISSUER, clientId: "pages" };
  pages.handler = open({ origin: gateway.url, signIn, claimsOf: issuer.claimsOf }) as HttpLambda;
  return {
    origin: gateway.url,
    close: () => gateway.close(),
    session: async (name, groups) => ["gv_session", await issuer.token({ name, sub: name, groups })],
  };
}
