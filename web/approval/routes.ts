/**
 * The approval page under `/a/{secret}`: GET and HEAD read and nothing else; every change is a POST that passes the gate. Redirects
 * go to paths of this page only, whatever a request says.
 */
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import type { Principal } from "../../domain/access.ts";
import type { Language } from "../../domain/region/contacts.ts";
import type { ActionProblem, IdentityProof, Refusal } from "../../functions/usecases/agreements/ballotActions.ts";
import type { BallotView, KnownBallot } from "../../functions/usecases/agreements/ballotView.ts";
import { ballotPath } from "../../functions/usecases/agreements/paths.ts";
import { HELP } from "../help/targets.ts";
import { hereOf, languageOf } from "../language/choose.ts";
import { createPage, type Html, type PageParts, type RenderPage } from "../page.ts";
import { PRIVATE } from "../private.ts";
import type { ApprovalActions } from "./actions.ts";
import { amountForm, commentForm, confirmForm } from "./forms.ts";
import { formGate, type Posted } from "./gate.ts";
import { approvalPage, noticePage, unknownPage } from "./page.ts";
import { signPart, withScript } from "./passkey.ts";
import { addPasskeys, passkeyPart } from "./passkeyRoutes.ts";
import { PASSKEY_WORDS } from "./passkeyWords.ts";
import { askedOf, identityOf, isAsked, missesOf, standingOf } from "./present.ts";
import { certificatePage, unknownReceiptPage } from "./receipt.ts";
import { APPROVAL_STYLE } from "./style.ts";
import type { Intent, Misses } from "./view.ts";
import { approvalSpeech, type ApprovalSpeech } from "./words/index.ts";

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
  app.all("*", async (c) => {
    const speech = approvalSpeech(languageOf(c, options.origin));
    const { headers, body } = await page(unknownPage(speech), { language: speech.language, path: hereOf(c.req.url) });
    return c.body(body, 404, { ...headers, ...PRIVATE });
  });
  return app;
}

type Status = 200 | 403 | 404 | 409 | 413 | 422 | 429;

export function addApproval(app: Hono, options: ApprovalOptions): void {
  const { actions, page, formKey, origin } = options;
  const gate = formGate(formKey, origin);

  /** A page that was made for somebody speaks their language, unless this browser chose one. */
  const speechOf = (c: Context, view?: BallotView): ApprovalSpeech =>
    approvalSpeech(languageOf(c, origin, view?.kind === "known" ? view.contact.language : undefined));

  const shown = async (c: Context, { language }: ApprovalSpeech, parts: PageParts, status: Status = 200) => {
    // What a form led to cannot be asked for again: its other languages lie where the form does.
    const secret = c.req.param("secret");
    const path = c.req.method === "POST" && secret !== undefined ? ballotPath(secret) : hereOf(c.req.url);
    const { headers, body } = await page({ help: HELP.approval, ...parts }, { language, path });
    return c.body(body, status, { ...headers, ...PRIVATE });
  };

  const passkeyOptions = { actions: actions.passkeys, principal: options.principal, token: gate.token };

  const unknown = (c: Context) => {
    const speech = speechOf(c);
    return shown(c, speech, unknownPage(speech), 404);
  };

  const showBallot = async (
    c: Context,
    secret: string,
    view: KnownBallot,
    { status = 200, problems = [], typed = "" }: Shown = {},
  ) => {
    const speech = speechOf(c, view);
    const asked = askedOf(view, ballotPath(secret));
    const standing = standingOf(view, c.req.query("schon") !== undefined);
    const early = standing.kind === "early" && standing.comment === "open";
    if (standing.kind !== "open" && !early) return shown(c, speech, approvalPage(asked, standing, speech), status);
    const csrf = await gate.token(c, secret);
    const told =
      c.req.query("gefragt") === undefined ? {} : { told: early ? speech.words.early.sent : speech.words.questionSent };
    const context = { asked, csrf, speech, misses: missesOf(problems, speech.terms) };
    const form = early
      ? commentForm(context, typed)
      : html`${amountForm(context, typed)}
        ${await passkeyPart(passkeyOptions, c, { secret, csrf, speech }, (principal) => isAsked(view, principal))}`;
    return shown(c, speech, approvalPage(asked, { ...standing, ...told }, speech, form), status);
  };

  /** Where the person has a passkey, what it takes to sign with it. Questions are not signed. */
  const signing = async (
    secret: string,
    { intent, client, version, amount }: Step,
    speech: ApprovalSpeech,
  ): Promise<Html | ""> => {
    if (intent === "ask") return "";
    const decision = intent === "approve" ? "approved" : "rejected";
    const request = await actions.passkeys.sign(secret, { client, version, amount, decision });
    return request === undefined ? "" : signPart(request, intent, PASSKEY_WORDS[speech.language]);
  };

  const confirm = async (c: Context, secret: string, view: KnownBallot, step: Step, status: Status = 200) => {
    const path = ballotPath(secret);
    const asked = askedOf(view, path);
    const csrf = await gate.token(c, secret);
    const identity = identityOf(view, await options.principal(c), path);
    const speech = speechOf(c, view);
    const passkey = await signing(secret, step, speech);
    const context = { asked, csrf, speech, misses: step.misses?.(speech) ?? {} };
    const { codeTo, ...others } = identity;
    const unsent = passkey !== "" && !step.codeSent && codeTo !== undefined && identity.signedInAs === undefined;
    const form = confirmForm(
      context,
      unsent
        ? { ...step, passkey, identity: others, codeOffer: PASSKEY_WORDS[speech.language].sign.code }
        : { ...step, passkey, identity },
    );
    const parts = approvalPage(asked, standingOf(view, false), speech, form);
    return shown(c, speech, passkey === "" ? parts : withScript(parts, origin), status);
  };

  const refused = async (c: Context, secret: string, refusal: Refusal, step: Step) => {
    switch (refusal.kind) {
      case "unknown":
        return unknown(c);
      case "closed":
        if (refusal.view.kind === "unknown") return unknown(c);
        return showBallot(c, secret, refusal.view, { status: 409 });
      case "throttled": {
        const speech = speechOf(c, refusal.view);
        const { title, text } = speech.words.throttled;
        const until = speech.figures.moment(refusal.until);
        return shown(c, speech, noticePage(title, text(until), ballotPath(secret), speech), 429);
      }
      case "problems": {
        const { view, problems } = refusal;
        if (view.kind === "unknown") return unknown(c);
        return problems.some(({ field }) => field === "amount")
          ? showBallot(c, secret, view, { status: 422, problems, typed: step.amount })
          : confirm(c, secret, view, { ...step, misses: ({ terms }) => missesOf(problems, terms) }, 422);
      }
    }
  };

  const refuse = async (c: Context, secret: string, why: "elsewhere" | "stale" | "form") => {
    // Whoever guesses links learns no more here than by opening them.
    const speech = speechOf(c, await actions.read(secret));
    const { title, text } = speech.words.refused[why];
    return shown(c, speech, noticePage(title, text, ballotPath(secret), speech), 403);
  };

  /** Only what passed the gate gets to the use cases. */
  const posted = (use: (c: Context, secret: string, form: Form) => Promise<Response>) => async (c: Context) => {
    const secret = c.req.param("secret") ?? "";
    const form = await gate.read(c, secret);
    if (form.kind === "form" && "fields" in form) return use(c, secret, form);
    return refuse(c, secret, form.kind);
  };

  app.get("/a/:secret", async (c) => {
    const secret = c.req.param("secret");
    const view = await actions.read(secret);
    return view.kind === "unknown" ? unknown(c) : showBallot(c, secret, view);
  });

  app.post(
    "/a/:secret/weiter",
    posted(async (c, secret, { fields, client, network }) => {
      const said = stepOf(fields, client);
      const typed = { client, network, version: said.version, amount: said.amount };
      const outcome = await actions.checkAmount(secret, typed);
      if (outcome.kind !== "right") return refused(c, secret, outcome, said);
      const { view } = outcome;
      // Before voting there is nothing but words.
      const step: Step = view.standing.kind === "early" ? { ...said, intent: "ask" } : said;
      const identity = identityOf(view, await options.principal(c), ballotPath(secret));
      if (identity.signedInAs !== undefined || identity.codeTo === undefined) return confirm(c, secret, view, step);
      // Who has a passkey gets a code only when they ask for one; a passkey signs no questions.
      const unasked = step.intent !== "ask" && fields.get("send") !== "code";
      if (unasked && ((await actions.passkeys.list(secret, "")) ?? []).length > 0)
        return confirm(c, secret, view, step);
      const withCode = { ...step, codeSent: true };
      const sent = await actions.requestCode(secret, typed);
      switch (sent.kind) {
        case "sent":
          return confirm(c, secret, view, withCode);
        case "wait":
          return confirm(c, secret, view, {
            ...withCode,
            misses: ({ words, figures }) => ({ code: words.confirm.codesWait(figures.moment(sent.until)) }),
          });
        case "notOffered":
          return confirm(c, secret, view, {
            ...withCode,
            misses: ({ words }) => ({ identity: words.confirm.codeUndeliverable }),
          });
        default:
          return refused(c, secret, sent, withCode);
      }
    }),
  );

  app.post(
    "/a/:secret/entscheidung",
    posted(async (c, secret, { fields, client }) => {
      const step = stepOf(fields, client);
      // Deciding needs to be said, not left out.
      const said = fields.get("intent");
      if (said !== "approve" && said !== "reject") return refuse(c, secret, "form");
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
      const step = { ...stepOf(fields, client), intent: "ask" as const };
      const proof = proofOf(fields, await options.principal(c));
      const outcome = await actions.ask(secret, {
        ...{ client, version: step.version, amount: step.amount, text: step.text ?? "" },
        ...(proof === undefined ? {} : { identity: proof }),
      });
      if (outcome.kind !== "asked") return refused(c, secret, outcome, step);
      return leave(c, `${ballotPath(secret)}?gefragt=1#entscheiden`);
    }),
  );

  addPasskeys(app, {
    ...passkeyOptions,
    ...{ posted, leave },
    shown: async (c, secret, part) => {
      const view = await actions.read(secret);
      if (view.kind === "unknown") return unknown(c);
      const speech = speechOf(c, view);
      const asked = askedOf(view, ballotPath(secret));
      const parts = approvalPage(asked, standingOf(view, false), speech, part(PASSKEY_WORDS[speech.language]));
      return shown(c, speech, withScript(parts, origin));
    },
    refused: async (c, secret, why) => {
      const speech = speechOf(c, await actions.read(secret));
      const { head, refused: causes } = PASSKEY_WORDS[speech.language];
      return shown(c, speech, noticePage(head, causes[why], ballotPath(secret), speech), 403);
    },
  });

  const file = (
    name: string,
    type: string,
    make: (view: KnownBallot, language: Language) => Promise<string | Uint8Array> | undefined,
  ) =>
    app.get(`/a/:secret/${name}`, async (c) => {
      const view = await actions.read(c.req.param("secret")!);
      const content = view.kind === "unknown" ? undefined : await make(view, speechOf(c, view).language);
      if (content === undefined) return unknown(c);
      for (const [header, value] of Object.entries(PRIVATE)) c.header(header, value);
      c.header("content-type", type);
      c.header("content-security-policy", "default-src 'none'; sandbox");
      c.header("content-disposition", `${type === "application/pdf" ? "inline" : "attachment"}; filename="${name}"`);
      return c.body(typeof content === "string" ? content : new Uint8Array(content));
    });

  const decided = ({ standing }: KnownBallot): boolean => standing.kind === "decided";
  file("vereinbarung.json", "application/json", (view) => actions.file(view, "agreement"));
  file("vereinbarung.pdf", "application/pdf", (view) => actions.paper(view, "agreement", "de"));
  file("beschlussvorlage.pdf", "application/pdf", (view) =>
    view.member.level === "L3" ? actions.paper(view, "council", "de") : undefined,
  );
  file("beleg.json", "application/json", (view) => (decided(view) ? actions.file(view, "receipt") : undefined));
  file("beleg.pdf", "application/pdf", (view, language) =>
    decided(view) ? actions.paper(view, "receipt", language) : undefined,
  );

  app.get("/pruefen/:id", async (c) => {
    const certificate = await actions.certificate(c.req.param("id"));
    const speech = speechOf(c);
    return certificate === undefined
      ? shown(c, speech, unknownReceiptPage(speech), 404)
      : shown(c, speech, certificatePage(certificate, speech));
  });
}

type Form = Extract<Posted, { kind: "form"; fields: URLSearchParams }>;

interface Step {
  /** The browser. */
  readonly client: string;
  readonly intent: Intent;
  readonly amount: string;
  readonly version: number;
  readonly text?: string;
  /** Whether a code was asked for and there is a field for it. */
  readonly codeSent: boolean;
  /** In the language that the page turns out to have. */
  readonly misses?: (speech: ApprovalSpeech) => Misses;
}

interface Shown {
  readonly status?: Status;
  readonly problems?: readonly ActionProblem[];
  /** The amount that was typed. */
  readonly typed?: string;
}

const INTENTS: readonly Intent[] = ["approve", "reject", "ask"];
/** Longer than any amount. */
const MOST_AMOUNT = 40;

function stepOf(fields: URLSearchParams, client: string): Step {
  // A form sent by the Enter key names its first button; without one nothing is meant but to look.
  const intent = INTENTS.find((one) => one === fields.get("intent")) ?? "approve";
  const version = Number(fields.get("version") ?? "");
  return {
    ...{ intent, client },
    amount: (fields.get("amount") ?? "").slice(0, MOST_AMOUNT),
    version: Number.isSafeInteger(version) ? version : 0,
    text: fields.get("text") ?? "",
    codeSent: fields.has("code"),
  };
}

function proofOf(fields: URLSearchParams, principal: Principal | undefined): IdentityProof | undefined {
  const code = (fields.get("code") ?? "").trim().slice(0, 20);
  const answer = fields.get("passkey") ?? "";
  if (answer !== "") return { kind: "passkey", nonce: fields.get("nonce") ?? "", answer };
  if (code !== "") return { kind: "code", code };
  return principal === undefined ? undefined : { kind: "signIn", principal };
}

/** A path of ours, so that no host of a request ever gets into it. */
function leave(c: Context, path: string): Response {
  for (const [name, value] of Object.entries(PRIVATE)) c.header(name, value);
  return c.redirect(path, 303);
}
