/** The handbook as people reach it: real gateway, real pages, the texts and pictures of docs/. */
import { createHandler } from "../../functions/handlers/page/helpPage.ts";
import type { HttpLambda } from "../../local/gateway/endpoint.ts";
import { endpoint, servingGateway, silentLog } from "./servingGateway.ts";

export async function helpSite(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const pages: { handler?: HttpLambda } = {};
  const serve: HttpLambda = (event, context) => pages.handler!(event, context);
  const gateway = await servingGateway(["/hilfe", "/hilfe/{proxy+}"].map((path) => endpoint("ANY", path, serve)));
  const signIn = { issuer: "https://id.example", clientId: "pages" };
  const site = { origin: gateway.url, signIn, claimsOf: () => Promise.resolve(undefined) };
  pages.handler = createHandler({ site, log: silentLog }) as HttpLambda;
  return { origin: gateway.url, close: () => gateway.close() };
}
