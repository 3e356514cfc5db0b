/** The pages as one Hono app, which a Lambda handler or the embedded gateway serves. */
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import type { Ports } from "../functions/usecases/ports.ts";
import { overview } from "../functions/usecases/weeks/overview.ts";
import type { ApprovalActions } from "./approval/actions.ts";
import { home, isMoving } from "./home.ts";
import { HOME_STYLE } from "./homeStyle.ts";
import { hereOf, languageOf, type Here } from "./language/choose.ts";
import { speechOf, type Speech } from "./language/speech.ts";
import { createPage, type Html, type PageParts } from "./page.ts";
import { sessionCookies, type WhoIs } from "./session.ts";
import { addSignIn, type SignInOptions } from "./signIn.ts";
import { SITE_WORDS, type SiteWords } from "./words/index.ts";

export interface PagesOptions {
  readonly ports: Pick<Ports, "store" | "log">;
  readonly signIn: SignInOptions;
  readonly whoIs: WhoIs;
  /** Loaded when a link of an approval is first opened: the first page need not wait for it. */
  readonly approval: () => Promise<{ readonly actions: ApprovalActions; readonly formKey: () => Promise<Uint8Array> }>;
  /** Tokens and base of the house's style. */
  readonly look: string;
  /** Address of the inbox, where there is one. */
  readonly inbox?: string;
}

const REFRESH_SECONDS = 2;
/** Programs ask there, and read problem details (RFC 9457) better than a page. */
const NO_OPERATION = JSON.stringify({
  type: "about:blank",
  title: "Das gibt es hier nicht.",
  status: 404,
  detail: "Unter dieser Adresse gibt es keinen Vorgang dieser Art. /api/docs nennt alle.",
});
const PROBLEM = {
  "content-type": "application/problem+json",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};
const TRANSPORT_SECURITY = "max-age=31536000; includeSubDomains";

export function createPages({ ports, signIn, whoIs, approval, look, inbox }: PagesOptions): Hono {
  const app = new Hono();
  const session = sessionCookies(signIn.origin);
  const page = createPage(look + HOME_STYLE);
  const shown = async (
    c: Context,
    partsOf: (speech: Speech<SiteWords>) => PageParts,
    status: 200 | 404 | 500 = 200,
    more: Record<string, string> = {},
  ): Promise<Response> => {
    const here: Here = { language: languageOf(c, signIn.origin), path: hereOf(c.req.url) };
    const { headers, body } = await page(partsOf(speechOf(SITE_WORDS, here.language)), here);
    return c.body(body, status, { ...headers, ...more });
  };

  if (session.attributes.secure)
    app.use(async (c, next) => {
      await next();
      c.res.headers.set("strict-transport-security", TRANSPORT_SECURITY);
    });

  app.get("/", async (c) => {
    const principal = await session.principal(c, whoIs);
    const regions = await overview(ports);
    const refreshing = isMoving(regions) && c.req.query("stand") !== "fest";
    const aborted = c.req.query("anmeldung") === "abgebrochen";
    const parts = (speech: Speech<SiteWords>): PageParts =>
      home(
        { regions, principal, inbox, refreshing, ...(aborted ? { notice: speech.words.signInAborted } : {}) },
        speech,
      );
    return shown(c, parts, 200, refreshing ? { refresh: String(REFRESH_SECONDS) } : {});
  });

  addSignIn(app, signIn);
  const shared = { look, origin: signIn.origin, principal: (c: Context) => session.principal(c, whoIs) };
  const openApproval = async (): Promise<Hono> => {
    const { approvalPages } = await import("./approval/routes.ts");
    return approvalPages({ ...(await approval()), ...shared });
  };
  addLater(app, ["/a/*", "/pruefen/*", "/passkey.js"], openApproval);

  app.notFound(async (c) => {
    if (c.req.path.startsWith("/api/")) return new Response(NO_OPERATION, { status: 404, headers: PROBLEM });
    return shown(
      c,
      ({ words: { notFound, toHome } }) => ({ title: notFound.title, main: wayHome(notFound.head, toHome) }),
      404,
    );
  });

  app.onError(async (error, c) => {
    ports.log.error("page", error);
    return shown(
      c,
      ({ words: { failed, toHome } }) => ({ title: failed.title, main: wayHome(failed.head, toHome, failed.lead) }),
      500,
    );
  });

  return app;
}

/** Pages that are loaded when the first of them is asked for. */
function addLater(app: Hono, paths: readonly string[], open: () => Promise<Hono>): void {
  let opened: Promise<Hono> | undefined;
  for (const path of paths) app.all(path, async (c) => (await (opened ??= open())).fetch(c.req.raw, c.env));
}

function wayHome(head: string, toHome: string, lead?: string): Html {
  return html`<h1>${head}</h1>
    ${lead === undefined ? "" : html`<p class="lead">${lead}</p>`}
    <p><a class="button" href="/">${toHome}</a></p>`;
}
