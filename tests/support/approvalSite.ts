/** The approval as people reach it: real gateway, real pages, real use cases, store, workflow and mails; only time is still. */
import { createHandler } from "../../functions/handlers/page/pages.ts";
import type { HttpLambda } from "../../local/gateway/endpoint.ts";
import { approvalFolder, approvalSystem, type ApprovalSystem } from "./approval.ts";
import type { SystemOptions } from "./system.ts";
import { endpoint, servingGateway, testIssuer, type TestIssuer } from "./servingGateway.ts";

export const OPENED = "2026-11-25T16:00:00+01:00";

export interface ApprovalSite extends ApprovalSystem {
  /** Of the gateway, which is what links in mails lead to here. */
  readonly origin: string;
  readonly issuer: TestIssuer;
  /** Path of the page in the newest mail to a contact. */
  path(contactId: string): string;
  /** Newest code mailed to a contact's second address. */
  code(ags: string): string;
}

export interface SiteOptions extends SystemOptions {
  /** How far the approval is. `again`: as an opening before has left it. Default: `open`. */
  readonly stage?: "informed" | "open" | "again";
  /** Files of the region; default: `approvalFolder()`. */
  readonly folder?: Readonly<Record<string, string>>;
  /** Before anything is proposed. */
  readonly prepare?: (system: ApprovalSystem) => void;
}

export async function approvalSite(options: SiteOptions = {}): Promise<ApprovalSite> {
  const { stage = "open", prepare = () => undefined, folder = approvalFolder() } = options;
  const system = await approvalSystem(options, stage === "again" ? null : folder);
  const issuer = await testIssuer();
  // The pages need to know under which port they are reached, and so do the mails.
  const pages: { handler?: HttpLambda } = {};
  const gateway = await servingGateway([
    endpoint("ANY", "/{proxy+}", (event, context) => pages.handler!(event, context)),
  ]);
  const site = Object.assign(system.ports.site, { origin: gateway.url, claimsOf: issuer.claimsOf });
  pages.handler = createHandler({ ...system.ports, site }) as HttpLambda;
  prepare(system);
  if (stage !== "again") await system.propose();
  if (stage === "open") await system.advanceTo(OPENED);
  return {
    ...system,
    ...{ origin: gateway.url, issuer },
    path: (contactId) => `/a/${system.secret(contactId)}`,
    code: (ags) => {
      const mails = system.mails.filter(({ to }) => to[0]!.address === `code-${ags}@example.com`);
      return /^ {4}(\d{6})$/m.exec(mails.at(-1)!.text)![1]!;
    },
    async close() {
      await gateway.close();
      await system.close();
    },
  };
}

/** Everything that an attack must not change: decisions, state, what is written down for ever, and what anybody was told. */
export async function whatCounts(site: ApprovalSite): Promise<unknown> {
  const { items } = await site.ports.store.query({ pk: "agreement#tiny#tiny-2026-W48" });
  const mails = site.mails.map(({ id }) => id).filter((id) => !id.includes("guessing"));
  return {
    ...{ log: await site.logKinds(), state: await site.state(), mails },
    agreement: items.map(({ sk, version }) => `${sk} ${version}`),
  };
}
