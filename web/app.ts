/** The pages as one Hono app, which a Lambda handler or the embedded gateway serves. */
import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { html } from "hono/html";
import type { Principal } from "../domain/access.ts";
import type { Ports } from "../functions/usecases/ports.ts";
import { overview } from "../functions/usecases/weeks/overview.ts";
import { home, isMoving } from "./home.ts";
import { HOME_STYLE } from "./homeStyle.ts";
import { createPage, type Page } from "./page.ts";
import { addSignIn, SESSION_COOKIE, type SignInOptions } from "./signIn.ts";

export interface PagesOptions {
  readonly ports: Pick<Ports, "store" | "log">;
  readonly signIn: SignInOptions;
  /** Who an access token stands for; undefined for one that is no longer valid. */
  readonly whoIs: (accessToken: string) => Promise<Principal | undefined>;
  /** Tokens and base of the house's style. */
  readonly look: string;
  /** Address of the inbox, where there is one. */
  readonly inbox?: string;
}

const REFRESH_SECONDS = 2;

export function createPages({ ports, signIn, whoIs, look, inbox }: PagesOptions): Hono {
  const app = new Hono();
  const page = createPage(look + HOME_STYLE);
  const shown = ({ headers, body }: Page, status: 200 | 404 | 500, more: Record<string, string> = {}): Response =>
    new Response(body, { status, headers: { ...headers, ...more } });

  app.get("/", async (c) => {
    const token = getCookie(c, SESSION_COOKIE);
    const principal = token === undefined ? undefined : await whoIs(token);
    const regions = await overview(ports);
    const refreshing = isMoving(regions) && c.req.query("stand") !== "fest";
    const aborted = c.req.query("anmeldung") === "abgebrochen";
    const parts = home({
      regions,
      principal,
      inbox,
      refreshing,
      ...(aborted ? { notice: "Die Anmeldung wurde abgebrochen." } : {}),
    });
    return shown(await page(parts), 200, refreshing ? { refresh: String(REFRESH_SECONDS) } : {});
  });

  addSignIn(app, signIn);

  app.notFound(async () => {
    const main = html`<h1>Diese Seite gibt es hier nicht.</h1>
      <p><a class="button" href="/">Zur Startseite</a></p>`;
    return shown(await page({ title: "Nicht gefunden", main }), 404);
  });

  app.onError(async (error) => {
    ports.log.error("page", error);
    const main = html`<h1>Das hat nicht geklappt.</h1>
      <p class="lead">Bitte gleich noch einmal versuchen.</p>
      <p><a class="button" href="/">Zur Startseite</a></p>`;
    return shown(await page({ title: "Fehler", main }), 500);
  });

  return app;
}
