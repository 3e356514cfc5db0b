/** The yard's pages as people reach them: real gateway, real pages, real use cases and store; only time is still. */
import { createHandler } from "../../functions/handlers/page/yardPage.ts";
import { stickerToken } from "../../functions/usecases/stickers/stickers.ts";
import type { ReportRecord } from "../../functions/usecases/records/report.ts";
import type { HttpLambda } from "../../local/gateway/endpoint.ts";
import { endpoint, servingGateway, testIssuer } from "./servingGateway.ts";
import { testSystem, type TestSystem } from "./system.ts";

export interface YardSite extends TestSystem {
  readonly origin: string;
  /** Path of the page under a storage's sticker. */
  sticker(storageId: string): Promise<string>;
  /** Cookie of somebody who signed in. */
  session(...groups: readonly string[]): Promise<string>;
  /** What the pages kept so far. */
  reports(): Promise<ReportRecord[]>;
  /** From now on nothing is answered, as without a network; or again. */
  cut(off: boolean): void;
}

export async function yardSite(): Promise<YardSite> {
  const system = await testSystem();
  const { token, claimsOf } = await testIssuer();
  // The pages need to know under which port they are reached.
  const pages: { handler?: HttpLambda; off: boolean } = { off: false };
  const gateway = await servingGateway([
    endpoint("ANY", "/{proxy+}", (event, context) =>
      pages.off ? Promise.resolve({ statusCode: 503, body: "" }) : pages.handler!(event, context),
    ),
  ]);
  const site = { ...system.ports.site, origin: gateway.url, claimsOf };
  pages.handler = createHandler({ ...system.ports, site }) as HttpLambda;
  return {
    ...system,
    origin: gateway.url,
    sticker: async (storageId) => `/m/${await stickerToken(system.ports, { region: "tiny", storageId })}`,
    session: async (...groups) => `gv_session=${await token({ groups, name: "Yves Exemple" })}`,
    reports: async () => {
      const { items } = await system.ports.store.query({ pk: "region#tiny", prefix: "report#" });
      const all = items.map(({ data }) => data as unknown as ReportRecord);
      return all.filter(({ channel }) => channel === "sticker" || channel === "form");
    },
    cut: (off) => void (pages.off = off),
    close: async () => {
      await gateway.close();
      await system.close();
    },
  };
}
