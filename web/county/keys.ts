/** API keys: what is there, a new one shown once, and one to be revoked. Pure: from keys to markup. */
import { html } from "hono/html";
import type { listApiKeys } from "../../functions/usecases/keys/apiKeys.ts";
import type { Html } from "../page.ts";
import { COPY_SCRIPT_PATH } from "./clientFiles.ts";
import { faultSummary, field, hidden, notice, type Fault } from "./frame.ts";
import { pathOf } from "./seat.ts";
import { table } from "./table.ts";
import type { CountySpeech } from "./words/index.ts";

type ApiKey = Awaited<ReturnType<typeof listApiKeys>>[number];

export interface KeysView {
  readonly region: string;
  readonly keys: readonly ApiKey[];
  readonly csrf: string;
  readonly typed?: string;
  readonly faults?: readonly Fault[];
  /** Just made. */
  readonly secret?: string | undefined;
  readonly revoked?: boolean;
}

type Shown = { readonly head: string; readonly main: Html };

export function keysPage(view: KeysView, speech: CountySpeech): Shown {
  const { region, csrf, typed = "", faults = [], secret, revoked = false } = view;
  const { words } = speech;
  const { keys, sections } = words;
  const main = html`<h1>${sections.schluessel}</h1>
    <p class="lead">${keys.lead}</p>
    ${notice(revoked ? keys.revoked : undefined)} ${faultSummary(faults, speech)}
    ${secret === undefined ? "" : madeKey(region, secret, speech)} ${keyList(view, speech)}
    <section aria-labelledby="anlegen" class="screen-only">
      <h2 id="anlegen">${keys.create.head}</h2>
      <form method="post" action="${pathOf(region, "schluessel")}" novalidate>
        ${hidden("csrf", csrf)}
        <div class="fields">
          ${field({
            ...{ id: "name", label: keys.create.name, help: keys.create.help, faults },
            input: { value: typed, required: true, maxlength: 100, autocomplete: "off" },
          })}
        </div>
        <p class="actions"><button class="button">${keys.create.button}</button></p>
      </form>
    </section>`;
  return { head: sections.schluessel, main };
}

function madeKey(region: string, secret: string, { words: { keys } }: CountySpeech): Html {
  return html`<section class="first" aria-labelledby="neu" tabindex="-1">
    <div class="once">
      <p id="neu" role="status">${keys.made}</p>
      <p>${keys.once}</p>
      <div class="secret">
        ${field({ id: "geheim", label: keys.secret, input: { value: secret, readonly: true, autocomplete: "off", spellcheck: "false" } })}
        <button class="button quiet" type="button" data-copy="geheim" data-said="${keys.copied}" hidden>
          ${keys.copy}
        </button>
        <p class="hint" role="status" data-copy-said></p>
      </div>
      <p class="hint">${keys.usage} <code>x-api-key</code></p>
      <p class="actions"><a class="button" href="${pathOf(region, "schluessel")}">${keys.done}</a></p>
    </div>
    <script src="${COPY_SCRIPT_PATH}" defer></script>
  </section>`;
}

function keyList({ region, keys: list }: KeysView, { words: { keys }, figures }: CountySpeech): Html {
  if (list.length === 0) return html`<section class="first"><p>${keys.list.none}</p></section>`;
  const rows = list.map(({ id, name, createdAt }) => [
    name,
    html`<code>${id}</code>`,
    figures.moment(createdAt),
    html`<a class="screen-only" href="${pathOf(region, `schluessel/${id}`)}" aria-label="${keys.revoke.label(name)}"
      >${keys.revoke.button}</a
    >`,
  ]);
  const { caption, name, id, created, action } = keys.list;
  return html`<section class="first">
    ${table({ caption, heads: [name, id, created, action], rows, pressed: true })}
  </section>`;
}

export function revokePage(region: string, key: ApiKey, csrf: string, { words, figures }: CountySpeech): Shown {
  const { revoke, list } = words.keys;
  const main = html`<h1>${revoke.head}</h1>
    <p class="lead">${revoke.lead}</p>
    <dl class="record">
      <dt>${list.name}</dt>
      <dd>${key.name}</dd>
      <dt>${list.id}</dt>
      <dd><code>${key.id}</code></dd>
      <dt>${list.created}</dt>
      <dd>${figures.moment(key.createdAt)}</dd>
    </dl>
    <form method="post" action="${pathOf(region, `schluessel/${key.id}`)}">
      ${hidden("csrf", csrf)}
      <p class="actions">
        <button class="button grave">${revoke.confirm}</button>
        <a class="button quiet" href="${pathOf(region, "schluessel")}">${revoke.keep}</a>
      </p>
    </form>`;
  return { head: revoke.head, main };
}
