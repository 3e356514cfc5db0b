/** The inbox as pages and as JSON. A mail's own HTML is shown in a frame that runs nothing and loads nothing. */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { html } from "hono/html";
import type { Log } from "../../functions/ports/log.ts";
import { createPage, type Html } from "../../web/page.ts";
import { LOOK } from "../../planning/report/style/look.ts";
import type { Mails, ShownMail } from "./mails.ts";

/** Below which path the inbox answers. */
export const MOUNT = "/_local/inbox";

const STYLE = `
.mails { margin-top: var(--space-5); border-top: 1px solid var(--hairline); }
.mails a { display: grid; grid-template-columns: minmax(0, 14rem) minmax(0, 1fr) auto; gap: var(--space-1) var(--space-4); padding: var(--space-3) var(--space-2); border-bottom: 1px solid var(--hairline); color: var(--ink); text-decoration: none; }
.mails a:hover { background: var(--raised); }
.mails strong { font-weight: 600; color: var(--joint-ink); }
.mails .when { color: var(--muted); font-size: var(--text-small); white-space: nowrap; }
@media (max-width: 44rem) { .mails a { grid-template-columns: minmax(0, 1fr); } }
.fields { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--space-1) var(--space-4); margin: var(--space-4) 0; font-size: var(--text-small); }
.fields dt { color: var(--muted); }
.attachments { display: flex; flex-wrap: wrap; gap: var(--space-3); margin: 0 0 var(--space-5); }
iframe { width: 100%; height: 70vh; min-height: 24rem; border: 1px solid var(--edge); border-radius: var(--radius); background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 0.9375rem/1.55 var(--sans); background: var(--raised); border-radius: var(--radius); padding: var(--space-4); max-width: none; }
.empty { border: 1px dashed var(--edge); border-radius: var(--radius); padding: var(--space-6) var(--space-4); text-align: center; margin-top: var(--space-5); }
.empty p { margin: 0 auto var(--space-2); }
`;

const page = createPage(LOOK + STYLE);

const TIME = new Intl.DateTimeFormat("de-DE", { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Berlin" });
const when = (time: string): string => TIME.format(new Date(time));

/** Inside the frame: only what the mail brings itself. */
const MAIL_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Serves `MOUNT`, what is below it, and `MOUNT.json`. */
export function inboxPages(mails: Mails, log: Log): RequestListener {
  return (request, response) => {
    answer(mails, request).then(
      (done) => send(request, response, done),
      (error: unknown) => {
        log.error("inbox page", error);
        send(request, response, { status: 500, headers: { "content-type": "text/plain" }, body: "Interner Fehler" });
      },
    );
  };
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function answer(mails: Mails, request: IncomingMessage): Promise<Answer> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return {
      status: 405,
      headers: { allow: "GET, HEAD", "content-type": "text/plain" },
      body: "Hier wird nur gelesen.",
    };
  const path = request.url!.split("?")[0]!;
  if (path === `${MOUNT}.json`) return json(mails);
  const [id, part, index] = path.slice(MOUNT.length + 1).split("/");
  if (id === undefined || id === "") return { status: 200, ...(await page(listOf(mails.list()))) };
  const mail = mails.find(id);
  if (mail === undefined) return missing();
  if (part === undefined) return { status: 200, ...(await page(viewOf(mail))) };
  if (part === "html") return mailHtml(mails, id);
  if (part === "attachments") return attachment(mails, id, Number(index));
  return missing();
}

function json(mails: Mails): Answer {
  const shown = mails.list().map((mail) => ({
    ...mail,
    url: `${MOUNT}/${mail.id}`,
    attachments: mail.attachments.map((one, index) => ({ ...one, url: `${MOUNT}/${mail.id}/attachments/${index}` })),
  }));
  const headers = {
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
  return { status: 200, headers, body: JSON.stringify({ mails: shown }) };
}

async function mailHtml(mails: Mails, id: string): Promise<Answer> {
  const body = await mails.html(id);
  if (body === undefined) return missing();
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `${MAIL_POLICY}; frame-ancestors 'self'`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
  return { status: 200, headers, body };
}

async function attachment(mails: Mails, id: string, index: number): Promise<Answer> {
  const found = Number.isInteger(index) ? await mails.attachment(id, index) : undefined;
  if (found === undefined) return missing();
  const headers = {
    "content-type": /^[\w.+-]+\/[\w.+-]+$/.test(found.shown.contentType)
      ? found.shown.contentType
      : "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(found.shown.fileName.toWellFormed()).replaceAll("'", "%27")}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
  return { status: 200, headers, body: found.content };
}

async function missing(): Promise<Answer> {
  const main = html`<h1>Diese Mail gibt es hier nicht.</h1>
    <p class="lead">Behalten werden die neuesten 500.</p>
    <p><a class="button" href="${MOUNT}">Zum Postfach</a></p>`;
  return { status: 404, ...(await page({ title: "Nicht gefunden", trail: html`Postfach`, main })) };
}

function listOf(mails: readonly ShownMail[]): { title: string; trail: Html; main: Html; footer: Html } {
  const main = html`<h1>Postfach</h1>
    <p class="lead">Was dieses System an Mails verschickt, kommt hier an und verlässt den Rechner nicht.</p>
    ${
      mails.length === 0
        ? html`<div class="empty">
            <p><strong>Noch keine Mail.</strong></p>
            <p class="muted">
              Ist eine Woche geplant, bekommt die Disposition ihre Touren; die Mail erscheint dann hier.
            </p>
          </div>`
        : html`<ul class="mails">
            ${mails.map(
              (mail) =>
                html`<li>
                  <a href="${MOUNT}/${mail.id}"
                    ><span>${mail.to}</span><strong>${mail.subject === "" ? "(ohne Betreff)" : mail.subject}</strong
                    ><span class="when">${attachmentWords(mail)}${when(mail.receivedAt)}</span></a
                  >
                </li>`,
            )}
          </ul>`
    }`;
  return {
    title: "Postfach",
    trail: html`Postfach dieses Rechners`,
    main,
    footer: html`<p>Als Daten: <a href="${MOUNT}.json">${MOUNT}.json</a></p>`,
  };
}

const attachmentWords = ({ attachments }: ShownMail): string =>
  attachments.length === 0 ? "" : `${attachments.length} ${attachments.length === 1 ? "Anhang" : "Anhänge"} · `;

function viewOf(mail: ShownMail): { title: string; trail: Html; main: Html; policy: string[] } {
  const main = html`<h1>${mail.subject === "" ? "(ohne Betreff)" : mail.subject}</h1>
    <dl class="fields">
      <dt>Von</dt>
      <dd>${mail.from}</dd>
      <dt>An</dt>
      <dd>${mail.to}</dd>
      <dt>Gesendet</dt>
      <dd>${when(mail.receivedAt)}</dd>
    </dl>
    ${
      mail.attachments.length === 0
        ? ""
        : html`<ul class="attachments" aria-label="Anhänge">
            ${mail.attachments.map(
              ({ fileName, bytes }, index) =>
                html`<li>
                  <a class="button quiet small" href="${MOUNT}/${mail.id}/attachments/${index}"
                    >${fileName} (${size(bytes)})</a
                  >
                </li>`,
            )}
          </ul>`
    }
    ${
      mail.hasHtml
        ? html`<iframe title="Inhalt der Mail" sandbox="" src="${MOUNT}/${mail.id}/html"></iframe>
            <details>
              <summary>Als Text</summary>
              <pre>${mail.text}</pre>
            </details>`
        : html`<pre>${mail.text}</pre>`
    }`;
  return {
    title: mail.subject,
    trail: html`<a href="${MOUNT}">Postfach dieses Rechners</a>`,
    main,
    policy: ["frame-src 'self'"],
  };
}

const size = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;
