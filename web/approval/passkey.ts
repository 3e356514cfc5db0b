/**
 * The parts of the approval page about passkeys. Each holds a button that stays hidden until the script finds that the browser can do
 * it; without a script the sentence under it says what else there is.
 */
import { html } from "hono/html";
import { localDate } from "../../domain/localTime.ts";
import type { ShownPasskey } from "../../functions/usecases/agreements/passkeys/actions.ts";
import type { RegisterOptions } from "../../functions/usecases/agreements/passkeys/register.ts";
import type { SignRequest } from "../../functions/usecases/agreements/passkeys/sign.ts";
import type { Html, PageParts } from "../page.ts";
import { SCRIPT_PATH } from "./passkeyScript.ts";
import { PASSKEY_WORDS, type PasskeyWords } from "./passkeyWords.ts";
import type { ApprovalSpeech } from "./words/index.ts";

/** @param policy of the one script that the page may run: its whole address */
export const withScript = (parts: PageParts, origin: string): PageParts => ({
  ...parts,
  policy: [...(parts.policy ?? []), `script-src ${new URL(SCRIPT_PATH, origin).href}`],
});

const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}" />`;

/** What the script reads; `kind` names the call to the browser. */
function ceremony(
  kind: "create" | "get",
  { options, nonce }: { readonly options: RegisterOptions | SignRequest["options"]; readonly nonce: string },
  button: string,
  { script }: PasskeyWords,
): Html {
  return html`<div
      class="passkey"
      data-passkey="${kind}"
      data-options="${JSON.stringify(options)}"
      data-unsupported="${script.unsupported}"
      data-cancelled="${script.cancelled}"
      data-known="${script.known}"
    >
      ${hidden("nonce", nonce)} ${hidden("passkey", "")}
      <p hidden><button class="button" type="button">${button}</button></p>
      <p class="hint" role="status">${script.needed}</p>
    </div>
    <script src="${SCRIPT_PATH}" defer></script>`;
}

/** Inside the form that decides. */
export function signPart(request: SignRequest, intent: "approve" | "reject", words: PasskeyWords): Html {
  return html`${ceremony("get", request, words.sign[intent], words)}
    <p class="or">${words.sign.or}</p>`;
}

export interface PasskeyList {
  readonly path: string;
  readonly csrf: string;
  /** Undefined for nobody who may decide here. */
  readonly passkeys: readonly ShownPasskey[] | undefined;
  readonly signInUrl: string;
  readonly told?: string;
}

/** Under the form: one's passkeys, and how to get one. */
export function passkeyList({ path, csrf, passkeys, signInUrl, told }: PasskeyList, speech: ApprovalSpeech): Html {
  const words = PASSKEY_WORDS[speech.language];
  return html`<details class="passkeys" id="passkeys" ${told === undefined ? "" : "open"}>
    <summary>${words.head}</summary>
    ${told === undefined ? "" : html`<p class="told" role="status">${told}</p>`}
    <p class="small">${words.what}</p>
    ${
      passkeys === undefined
        ? html`<p class="small">${words.signInFirst} <a href="${signInUrl}">${words.signIn}</a></p>`
        : html`${
              passkeys.length === 0
                ? ""
                : html`<ul class="others">
                    ${passkeys.map((one) => passkeyRow(one, path, csrf, speech))}
                  </ul>`
            }
            <form method="post" action="${path}/passkey/neu#entscheiden">
              ${hidden("csrf", csrf)}
              <button class="button quiet small">${words.setUp}</button>
            </form>`
    }
  </details>`;
}

function passkeyRow(
  { id, name, createdAt, lastUsedAt, mine }: ShownPasskey,
  path: string,
  csrf: string,
  { language, figures }: ApprovalSpeech,
): Html {
  const words = PASSKEY_WORDS[language];
  const day = (at: string): string => figures.date(localDate(at));
  return html`<li>
    <span
      >${name === null ? words.since(day(createdAt)) : words.named(name, day(createdAt))}${lastUsedAt === null ? "" : html`<br />${words.usedOn(day(lastUsedAt))}`}</span
    >
    ${
      mine
        ? html`<form method="post" action="${path}/passkey/entfernen#entscheiden">
            ${hidden("csrf", csrf)} ${hidden("id", id)}
            <button class="plain">${words.remove}</button>
          </form>`
        : html`<span>${words.others}</span>`
    }
  </li>`;
}

/** In the place of the form: the step in which the browser makes the passkey. */
export function createPart(
  { path, csrf, ...request }: { path: string; csrf: string; options: RegisterOptions; nonce: string },
  words: PasskeyWords,
): Html {
  return html`<h3>${words.create.head}</h3>
    <p>${words.create.what}</p>
    <form method="post" action="${path}/passkey#entscheiden">
      ${hidden("csrf", csrf)}
      <div class="field">
        <label for="name">${words.create.name}</label>
        <input id="name" name="name" type="text" maxlength="40" autocomplete="off" aria-describedby="name-help" />
        <p class="hint" id="name-help">${words.create.nameHelp}</p>
      </div>
      ${ceremony("create", request, words.create.button, words)}
    </form>
    <p><a class="button quiet" href="${path}#entscheiden">${words.create.back}</a></p>`;
}
