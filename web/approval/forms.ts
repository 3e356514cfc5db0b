/**
 * The forms: first the amount and what one wants, then who one is. Every form holds the CSRF token; none has a value filled in
 * that would decide anything.
 */
import { html } from "hono/html";
import { money } from "../../functions/usecases/agreements/words.ts";
import type { Html } from "../page.ts";
import type { Asked, Identity, Intent, Misses } from "./view.ts";

export interface FormContext {
  readonly asked: Asked;
  readonly csrf: string;
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
function amountField({ asked: { member }, misses = {} }: FormContext, typed: string): Html {
  return html`<div class="field">
    <label for="amount">Unser Anteil in Euro</label>
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
    <p class="hint" id="amount-help">
      Bitte den Anteil von ${member.name} von dieser Seite abschreiben, mit Cent, zum Beispiel 1.234,56. So ist sicher,
      dass ein Mensch diese Zahl gelesen hat.
    </p>
  </div>`;
}

/** The first step: the amount, and what one wants. */
export function amountForm(context: FormContext, typed = ""): Html {
  return html`<form method="post" action="${context.asked.path}/weiter#entscheiden" autocomplete="off" novalidate>
    ${frame(context)} ${amountField(context, typed)}
    <div class="choices">
      <button class="button" name="intent" value="approve">Zustimmen …</button>
      <button class="button quiet" name="intent" value="reject">Ablehnen …</button>
      <button class="button quiet" name="intent" value="ask">Erst etwas fragen …</button>
    </div>
    <p class="hint">Noch ist nichts entschieden; im nächsten Schritt weisen Sie sich aus.</p>
  </form>`;
}

/** The first step before anybody decides: there is one thing to do. */
export function commentForm(context: FormContext, typed = ""): Html {
  return html`<form method="post" action="${context.asked.path}/weiter#entscheiden" autocomplete="off" novalidate>
    ${frame(context)} ${amountField(context, typed)}
    <div class="choices"><button class="button" name="intent" value="ask">Stellung nehmen …</button></div>
    <p class="hint">Im nächsten Schritt weisen Sie sich aus. Entschieden wird hier nichts.</p>
  </form>`;
}

const SUBMIT: Readonly<Record<Intent, string>> = {
  approve: "Verbindlich zustimmen",
  reject: "Verbindlich ablehnen",
  ask: "Absenden",
};

/** The second step, after the right amount. `amount` is what was typed. */
export function confirmForm(
  context: FormContext,
  { intent, amount, identity, text = "" }: { intent: Intent; amount: string; identity: Identity; text?: string },
): Html {
  const { asked, misses = {} } = context;
  const { path, member } = asked;
  const known = identity.signedInAs !== undefined || identity.codeTo !== undefined;
  return html`${intent === "ask" ? "" : whatYouSign(asked, intent)}
    <form
      method="post"
      action="${path}/${intent === "ask" ? "frage" : "entscheidung"}#entscheiden"
      autocomplete="off"
      novalidate
    >
      ${frame(context)} ${hidden("amount", amount)} ${hidden("intent", intent)}
      ${intent === "approve" ? "" : textField(intent, text, misses)} ${identityPart(identity, misses)}
      ${
        known
          ? html`<div class="choices">
              <button class="button${intent === "reject" ? " grave" : ""}">${SUBMIT[intent]}</button>
              <a class="button quiet" href="${path}">Zurück</a>
            </div>`
          : html`<p><a class="button quiet" href="${path}">Zurück</a></p>`
      }
    </form>
    ${identity.codeTo !== undefined && identity.signedInAs === undefined ? codeAgain(context, amount, intent) : ""}
    ${intent === "ask" ? html`<p class="hint">Das geht an die Disposition, und wer den Vorschlag liest, sieht es. Die Frist für ${member.name} läuft weiter.</p>` : ""}`;
}

function whatYouSign({ member, agreement }: Asked, intent: Intent): Html {
  return html`<p class="sign">
    ${
      intent === "approve"
        ? html`Sie stimmen für <strong>${member.name}</strong> einem Anteil von
            <strong>${money(member.shareCents)}</strong> zu (Fassung ${agreement.version}).`
        : html`Sie lehnen für <strong>${member.name}</strong> den Anteil von
            <strong>${money(member.shareCents)}</strong> ab (Fassung ${agreement.version}).`
    }
  </p>`;
}

function textField(intent: "reject" | "ask", text: string, { reason, question }: Misses): Html {
  const said = intent === "reject" ? reason : question;
  return html`<div class="field">
    <label for="text">${intent === "reject" ? "Warum lehnen Sie ab?" : "Ihre Frage oder Stellungnahme"}</label>
    ${miss("text-miss", said)}
    <textarea id="text" name="text" rows="4" maxlength="2000" required ${described("text", said)}>${text}</textarea>
    <p class="hint" id="text-help">
      ${
        intent === "reject"
          ? "Die Begründung lesen die Disposition und die anderen Mitglieder. Ein, zwei Sätze genügen."
          : "Höchstens 2.000 Zeichen."
      }
    </p>
  </div>`;
}

function identityPart(identity: Identity, misses: Misses): Html {
  const { codeTo, signedInAs, wrongAccount, signInUrl } = identity;
  if (signedInAs !== undefined) return html`<p class="signed-in">Angemeldet als <strong>${signedInAs}</strong>.</p>`;
  return html`${miss("identity-miss", misses.identity)}
  ${
    wrongAccount === undefined
      ? ""
      : html`<p class="miss">
          Angemeldet ist ${wrongAccount}. Gefragt ist jemand anderes; bitte mit dem eigenen Konto anmelden.
        </p>`
  }
  ${codeTo === undefined ? "" : codeField(codeTo, misses)}
  ${
    signInUrl === undefined
      ? ""
      : html`<p class="or">
          ${codeTo === undefined ? "Zum Entscheiden ist eine Anmeldung nötig." : "Oder ohne Code:"}
          <a href="${signInUrl}">Mit dem eigenen Konto anmelden</a>. Den Betrag geben Sie danach noch einmal ein.
        </p>`
  }`;
}

function codeField(codeTo: string, { code }: Misses): Html {
  return html`<div class="field">
    <label for="code">Einmalcode</label>
    ${miss("code-miss", code)}
    <input
      id="code"
      name="code"
      class="code"
      type="text"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength="12"
      required
      ${described("code", code)}
    />
    <p class="hint" id="code-help">
      Sechs Ziffern, soeben geschickt an ${codeTo}. Er gilt zehn Minuten und nur einmal.
    </p>
  </div>`;
}

function codeAgain(context: FormContext, amount: string, intent: Intent): Html {
  return html`<form class="again" method="post" action="${context.asked.path}/weiter#entscheiden">
    ${frame(context)} ${hidden("amount", amount)} ${hidden("intent", intent)}
    <button class="plain">Code noch einmal schicken</button>
  </form>`;
}
