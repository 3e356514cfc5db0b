/**
 * The approval page under `/a/{secret}`: GET and HEAD read and nothing else; every change is a POST that passes the gate. Redirects
 * go to paths of this page only, whatever a request says.
 */
import { Hono, type Context } from "hono";
import type { Principal } from "../../domain/access.ts";
import type { IdentityProof, Refusal } from "../../functions/usecases/agreements/ballotActions.ts";
import type { KnownBallot } from "../../functions/usecases/agreements/ballotView.ts";
import { ballotPath } from "../../functions/usecases/agreements/paths.ts";
import { momentOf } from "../../functions/usecases/agreements/words.ts";
import { createPage, type PageParts, type RenderPage } from "../page.ts";
import type { ApprovalActions } from "./actions.ts";
import { amountForm, commentForm, confirmForm } from "./forms.ts";
import { formGate, type Posted } from "./gate.ts";
import { approvalPage, noticePage, unknownPage } from "./page.ts";
import { askedOf, identityOf, missesOf, standingOf } from "./present.ts";
import { certificatePage, unknownReceiptPage } from "./receipt.ts";
import { APPROVAL_STYLE } from "./style.ts";
import type { Intent, Misses } from "./view.ts";

export interface ApprovalOptions {
  readonly actions: ApprovalActions;
  readonly page: RenderPage;
  /** Under which the tokens of forms are made. */
  readonly formKey: () => Promise<Uint8Array>;
  /** Under which people reach the pages. */
  readonly origin: string;
  readonly principal: (c: Context) => Promise<Principal | undefined>;
}

/** The approval as an app of its own. What goes wrong in it is told by the app that it is part of. */
export function approvalPages({ look, ...options }: Omit<ApprovalOptions, "page"> & { readonly look: string }): Hono {
  const app = new Hono();
  app.onError((error) => {
    throw error;
  });
  const page = createPage(look + APPROVAL_STYLE);
  addApproval(app, { ...options, page });
  app.all("*", async () => {
    const { headers, body } = await page(unknownPage());
    return new Response(body, { status: 404, headers: { ...headers, ...PRIVATE } });
  });
  return app;
}

type Status = 200 | 403 | 404 | 409 | 413 | 422 | 429;

const PRIVATE = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

export function addApproval(app: Hono, options: ApprovalOptions): void {
  const { actions, page, formKey, origin } = options;
  const gate = formGate(formKey, origin);

  const shown = async (c: Context, parts: PageParts, status: Status = 200, more: Record<string, string> = {}) => {
    const { headers, body } = await page(parts);
    for (const [name, value] of Object.entries({ ...headers, ...PRIVATE, ...more })) c.header(name, value);
    return c.body(body, status);
  };

  const pageOf = async (c: Context, secret: string, view: KnownBallot, misses: Misses = {}, typed = "") => {
    const asked = askedOf(view, ballotPath(secret));
    const standing = standingOf(view, c.req.query("schon") !== undefined);
    const early = standing.kind === "early" && standing.comment === "open";
    if (standing.kind !== "open" && !early) return approvalPage(asked, standing);
    const csrf = await gate.token(c, secret);
    const said = `Ihre ${early ? "Stellungnahme" : "Frage"} ist abgeschickt.`;
    const told = c.req.query("gefragt") === undefined ? {} : { told: said };
    const context = { asked, csrf, misses };
    const form = (early ? commentForm : amountForm)(context, typed);
    return approvalPage(asked, { ...standing, ...told }, form);
  };

  const confirm = async (c: Context, secret: string, view: KnownBallot, step: Step, status: Status = 200) => {
    const path = ballotPath(secret);
    const asked = askedOf(view, path);
    const csrf = await gate.token(c, secret);
    const identity = identityOf(view, await options.principal(c), path);
    const form = confirmForm({ asked, csrf, misses: step.misses ?? {} }, { ...step, identity });
    return shown(c, approvalPage(asked, standingOf(view, false), form), status);
  };

  const refused = async (c: Context, secret: string, refusal: Refusal, step: Step) => {
    switch (refusal.kind) {
      case "unknown":
        return shown(c, unknownPage(), 404);
      case "closed":
        if (refusal.view.kind === "unknown") return shown(c, unknownPage(), 404);
        return shown(c, await pageOf(c, secret, refusal.view), 409);
      case "throttled": {
        const words = `In diesem Browser wurde zu oft ein falscher Betrag eingegeben. Er kann es ab ${momentOf(refusal.until)} wieder versuchen; entschieden ist nichts. In einem anderen Browser geht es sofort weiter.`;
        return shown(c, noticePage("Bitte einen Augenblick warten.", words, ballotPath(secret)), 429);
      }
      case "problems": {
        if (refusal.view.kind === "unknown") return shown(c, unknownPage(), 404);
        const misses = missesOf(refusal.problems);
        return misses.amount === undefined
          ? confirm(c, secret, refusal.view, { ...step, misses }, 422)
          : shown(c, await pageOf(c, secret, refusal.view, misses, step.amount), 422);
      }
    }
  };

  /** Only what passed the gate gets to the use cases. */
  const posted = (use: (c: Context, secret: string, form: Form) => Promise<Response>) => async (c: Context) => {
    const secret = c.req.param("secret") ?? "";
    const form = await gate.read(c, secret);
    if (form.kind === "form" && "fields" in form) return use(c, secret, form);
    // Whoever guesses links learns no more here than by opening them.
    return shown(c, noticePage(...REFUSED[form.kind], ballotPath(secret)), 403);
  };

  app.get("/a/:secret", async (c) => {
    const secret = c.req.param("secret");
    const view = await actions.read(secret);
    return view.kind === "unknown" ? shown(c, unknownPage(), 404) : shown(c, await pageOf(c, secret, view));
  });

  app.post(
    "/a/:secret/weiter",
    posted(async (c, secret, { fields, client }) => {
      const said = stepOf(fields);
      const typed = { client, version: said.version, amount: said.amount };
      const outcome = await actions.checkAmount(secret, typed);
      if (outcome.kind !== "right") return refused(c, secret, outcome, said);
      const { view } = outcome;
      // Before voting there is nothing but words.
      const step: Step = view.standing.kind === "early" ? { ...said, intent: "ask" } : said;
      const identity = identityOf(view, await options.principal(c), ballotPath(secret));
      if (identity.signedInAs !== undefined || identity.codeTo === undefined) return confirm(c, secret, view, step);
      const sent = await actions.requestCode(secret, typed);
      switch (sent.kind) {
        case "sent":
          return confirm(c, secret, view, step);
        case "wait":
          return confirm(c, secret, view, {
            ...step,
            misses: { code: `Es wurden zu viele Codes verschickt. Der nächste geht ab ${momentOf(sent.until)}.` },
          });
        case "notOffered":
          return confirm(c, secret, view, {
            ...step,
            misses: { identity: "Der Code war nicht zustellbar. Bitte anmelden." },
          });
        default:
          return refused(c, secret, sent, step);
      }
    }),
  );

  app.post(
    "/a/:secret/entscheidung",
    posted(async (c, secret, { fields, client }) => {
      const step = stepOf(fields);
      // Deciding needs to be said, not left out.
      const said = fields.get("intent");
      if (said !== "approve" && said !== "reject")
        return shown(c, noticePage(...REFUSED.form, ballotPath(secret)), 403);
      const proof = proofOf(fields, await options.principal(c));
      const outcome = await actions.decide(secret, {
        ...{
          client,
          version: step.version,
          amount: step.amount,
          decision: said === "approve" ? "approved" : "rejected",
        },
        ...(said === "reject" ? { reason: step.text ?? "" } : {}),
        ...(proof === undefined ? {} : { identity: proof }),
      });
      if (outcome.kind !== "decided" && outcome.kind !== "already") return refused(c, secret, outcome, step);
      return leave(c, `${ballotPath(secret)}${outcome.kind === "already" ? "?schon=1" : ""}#entscheiden`);
    }),
  );

  app.post(
    "/a/:secret/frage",
    posted(async (c, secret, { fields, client }) => {
      const step = { ...stepOf(fields), intent: "ask" as const };
      const proof = proofOf(fields, await options.principal(c));
      const outcome = await actions.ask(secret, {
        ...{ client, version: step.version, amount: step.amount, text: step.text ?? "" },
        ...(proof === undefined ? {} : { identity: proof }),
      });
      if (outcome.kind !== "asked") return refused(c, secret, outcome, step);
      return leave(c, `${ballotPath(secret)}?gefragt=1#entscheiden`);
    }),
  );

  const file = (name: string, type: string, make: (view: KnownBallot) => Promise<string | Uint8Array> | undefined) =>
    app.get(`/a/:secret/${name}`, async (c) => {
      const view = await actions.read(c.req.param("secret")!);
      const content = view.kind === "unknown" ? undefined : await make(view);
      if (content === undefined) return shown(c, unknownPage(), 404);
      for (const [header, value] of Object.entries(PRIVATE)) c.header(header, value);
      c.header("content-type", type);
      c.header("content-security-policy", "default-src 'none'; sandbox");
      c.header("content-disposition", `${type === "application/pdf" ? "inline" : "attachment"}; filename="${name}"`);
      return c.body(typeof content === "string" ? content : new Uint8Array(content));
    });

  const decided = ({ standing }: KnownBallot): boolean => standing.kind === "decided";
  file("vereinbarung.json", "application/json", (view) => actions.file(view, "agreement"));
  file("vereinbarung.pdf", "application/pdf", (view) => actions.paper(view, "agreement"));
  file("beschlussvorlage.pdf", "application/pdf", (view) =>
    view.member.level === "L3" ? actions.paper(view, "council") : undefined,
  );
  file("beleg.json", "application/json", (view) => (decided(view) ? actions.file(view, "receipt") : undefined));
  file("beleg.pdf", "application/pdf", (view) => (decided(view) ? actions.paper(view, "receipt") : undefined));

  app.get("/pruefen/:id", async (c) => {
    const certificate = await actions.certificate(c.req.param("id"));
    return certificate === undefined ? shown(c, unknownReceiptPage(), 404) : shown(c, certificatePage(certificate));
  });
}

type Form = Extract<Posted, { kind: "form"; fields: URLSearchParams }>;

interface Step {
  readonly intent: Intent;
  readonly amount: string;
  readonly version: number;
  readonly text?: string;
  readonly misses?: Misses;
}

const REFUSED: Readonly<Record<"elsewhere" | "stale" | "form", [title: string, words: string]>> = {
  elsewhere: [
    "Das kam nicht von dieser Seite.",
    "Eine andere Seite wollte hier etwas absenden. Entschieden ist nichts.",
  ],
  stale: [
    "Die Seite war zu lange offen.",
    "Bitte öffnen Sie sie neu und versuchen Sie es noch einmal. Dafür muss der Browser Cookies dieser Seite annehmen. Entschieden ist nichts.",
  ],
  form: ["Das war kein Formular dieser Seite.", "Bitte öffnen Sie die Seite neu. Entschieden ist nichts."],
};

const INTENTS: readonly Intent[] = ["approve", "reject", "ask"];
/** Longer than any amount. */
const MOST_AMOUNT = 40;

function stepOf(fields: URLSearchParams): Step {
  // A form sent by the Enter key names its first button; without one nothing is meant but to look.
  const intent = INTENTS.find((one) => one === fields.get("intent")) ?? "approve";
  const version = Number(fields.get("version") ?? "");
  return {
    intent,
    amount: (fields.get("amount") ?? "").slice(0, MOST_AMOUNT),
    version: Number.isSafeInteger(version) ? version : 0,
    text: fields.get("text") ?? "",
  };
}

function proofOf(fields: URLSearchParams, principal: Principal | undefined): IdentityProof | undefined {
  const code = (fields.get("code") ?? "").trim().slice(0, 20);
  if (code !== "") return { kind: "code", code };
  return principal === undefined ? undefined : { kind: "signIn", principal };
}

/** A path of ours, so that no host of a request ever gets into it. */
function leave(c: Context, path: string): Response {
  for (const [name, value] of Object.entries(PRIVATE)) c.header(name, value);
  return c.redirect(path, 303);
}
