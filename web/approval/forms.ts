/**
 * The forms: first the amount and what one wants, then who one is. Every form holds the CSRF token; none has a value filled in
 * that would decide anything.
 */
import { html } from "hono/html";
import type { Html } from "../page.ts";
import type { Asked, Identity, Intent, Misses } from "./view.ts";
import type { ApprovalSpeech } from "./words/index.ts";

export interface FormContext {
  readonly asked: Asked;
  readonly csrf: string;
  readonly speech: ApprovalSpeech;
  readonly misses?: Misses;
}

/** What every form holds. */
const frame = ({ asked: { agreement }, csrf }: FormContext): Html =>
  html`${hidden("csrf", csrf)} ${hidden("version", String(agreement.version))}`;

const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}" />`;

const miss = (id: string, words: string | undefined): Html | "" =>
  words === undefined ? "" : html`<p class="miss" id="${id}">${words}</p>`;

/** Ties a field to its hint, and to what is wrong with it. */
const described = (id: string, words: string | undefined): Html =>
  words === undefined
    ? html`aria-describedby="${id}-help"`
    : html`aria-invalid="true" aria-describedby="${id}-miss ${id}-help"`;

/** The share in euros, by hand: what you see is what you sign. */
function amountField({ asked: { member }, speech, misses = {} }: FormContext, typed: string): Html {
  const { form: words } = speech.words;
  return html`<div class="field">
    <label for="amount">${words.amount}</label>
    ${miss("amount-miss", misses.amount)}
    <div class="amount">
      <input
        id="amount"
        name="amount"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        spellcheck="false"
        required
        maxlength="40"
        value="${typed}"
        ${described("amount", misses.amount)}
      />
      <span aria-hidden="true">€</span>
    </div>
    <p class="hint" id="amount-help">${words.amountHelp(member.name)}</p>
  </div>`;
}

/** The first step: the amount, and what one wants. */
export function amountForm(context: FormContext, typed = ""): Html {
  const { form: words } = context.speech.words;
  return html`<form method="post" action="${context.asked.path}/weiter#entscheiden" autocomplete="off" novalidate>
    ${frame(context)} ${amountField(context, typed)}
    <div class="choices">
      <button class="button" name="intent" value="approve">${words.choices.approve}</button>
      <button class="button quiet" name="intent" value="reject">${words.choices.reject}</button>
      <button class="button quiet" name="intent" value="ask">${words.choices.ask}</button>
    </div>
    <p class="hint">${words.nothingYet}</p>
  </form>`;
}

/** The first step before anybody decides: there is one thing to do. */
export function commentForm(context: FormContext, typed = ""): Html {
  const { early: words } = context.speech.words;
  return html`<form method="post" action="${context.asked.path}/weiter#entscheiden" autocomplete="off" novalidate>
    ${frame(context)} ${amountField(context, typed)}
    <div class="choices"><button class="button" name="intent" value="ask">${words.choice}</button></div>
    <p class="hint">${words.note}</p>
  </form>`;
}

/** The second step, after the right amount. `amount` is what was typed. */
export function confirmForm(
  context: FormContext,
  {
    intent,
    amount,
    identity,
    text = "",
    passkey = "",
    codeOffer,
  }: {
    intent: Intent;
    amount: string;
    identity: Identity;
    text?: string;
    passkey?: Html | "";
    /** Words of the button that asks for a code; where it is there, none was sent. */
    codeOffer?: string;
  },
): Html {
  const { asked, speech } = context;
  const { path, member } = asked;
  const { confirm: words } = speech.words;
  const known = identity.signedInAs !== undefined || identity.codeTo !== undefined;
  return html`${intent === "ask" ? "" : whatYouSign(context, intent)}
    <form
      method="post"
      action="${path}/${intent === "ask" ? "frage" : "entscheidung"}#entscheiden"
      autocomplete="off"
      novalidate
    >
      ${frame(context)} ${hidden("amount", amount)} ${hidden("intent", intent)}
      ${intent === "approve" ? "" : textField(context, intent, text)} ${passkey}
      ${identityPart(context, identity, codeOffer === undefined)}
      ${
        known
          ? html`<div class="choices">
              <button class="button${intent === "reject" ? " grave" : ""}">${words.submit[intent]}</button>
              <a class="button quiet" href="${path}">${words.back}</a>
            </div>`
          : html`<p><a class="button quiet" href="${path}">${words.back}</a></p>`
      }
    </form>
    ${
      codeOffer === undefined
        ? identity.codeTo !== undefined && identity.signedInAs === undefined
          ? codeAgain(context, amount, intent, words.codeAgain)
          : ""
        : codeAgain(context, amount, intent, codeOffer)
    }
    ${intent === "ask" ? html`<p class="hint">${words.askNote(member.name)}</p>` : ""}`;
}

const strong = (text: string): Html => html`<strong>${text}</strong>`;

function whatYouSign({ asked: { member, agreement }, speech }: FormContext, intent: "approve" | "reject"): Html {
  const { confirm } = speech.words;
  const share = strong(speech.figures.money(member.shareCents));
  const says = intent === "approve" ? confirm.approves : confirm.rejects;
  return html`<p class="sign">${says(strong(member.name), share, agreement.version)}</p>`;
}

function textField({ speech, misses = {} }: FormContext, intent: "reject" | "ask", text: string): Html {
  const { confirm: words } = speech.words;
  const said = intent === "reject" ? misses.reason : misses.question;
  return html`<div class="field">
    <label for="text">${intent === "reject" ? words.reason : words.question}</label>
    ${miss("text-miss", said)}
    <textarea id="text" name="text" rows="4" maxlength="2000" required ${described("text", said)}>${text}</textarea>
    <p class="hint" id="text-help">${intent === "reject" ? words.reasonHelp : words.questionHelp}</p>
  </div>`;
}

function identityPart(
  context: FormContext,
  { codeTo, signedInAs, wrongAccount, signInUrl }: Identity,
  needed: boolean,
): Html {
  const { confirm: words } = context.speech.words;
  const missed = miss("identity-miss", context.misses?.identity);
  if (signedInAs !== undefined)
    return html`${missed}
      <p class="signed-in">${words.signedIn(strong(signedInAs))}</p>`;
  return html`${missed}
  ${wrongAccount === undefined ? "" : html`<p class="miss">${words.wrongAccount(wrongAccount)}</p>`}
  ${codeTo === undefined ? "" : codeField(context, codeTo)}
  ${
    signInUrl === undefined
      ? ""
      : html`<p class="or">
          ${codeTo !== undefined ? words.orSignIn : needed ? words.signInNeeded : ""}
          <a href="${signInUrl}">${words.signIn}</a>. ${words.amountAgain}
        </p>`
  }`;
}

function codeField({ speech, misses = {} }: FormContext, codeTo: string): Html {
  const { confirm: words } = speech.words;
  return html`<div class="field">
    <label for="code">${words.code}</label>
    ${miss("code-miss", misses.code)}
    <input
      id="code"
      name="code"
      class="code"
      type="text"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength="12"
      required
      ${described("code", misses.code)}
    />
    <p class="hint" id="code-help">${words.codeHelp(codeTo)}</p>
  </div>`;
}

function codeAgain(context: FormContext, amount: string, intent: Intent, button: string): Html {
  return html`<form class="again" method="post" action="${context.asked.path}/weiter#entscheiden">
    ${frame(context)} ${hidden("amount", amount)} ${hidden("intent", intent)} ${hidden("send", "code")}
    <button class="plain">${button}</button>
  </form>`;
}
