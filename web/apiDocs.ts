/** The API's description as a page: what one can ask for, who may, what comes back. Works without script. The description is German. */
import { html, raw } from "hono/html";
import { DOCS_WORDS, type DocsWords } from "./docsWords.ts";
import type { Here } from "./language/choose.ts";
import { languageLinks } from "./page.ts";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

type Content = Readonly<Record<string, { readonly schema: Readonly<Record<string, unknown>> }>>;

interface DocumentedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly "x-roles": readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

export interface DocumentedApi {
  readonly info: Readonly<Record<string, unknown>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

const STYLE = `
:root { color-scheme: light dark; --paper: #fcfcf9; --raised: #f3f5ee; --ink: #1a241e; --muted: #536058; --line: #d8ddd3; --accent: #155638; }
@media print {
  :root { color-scheme: light; } body { background: none; font-size: 10pt; } nav { display: none; } main, header { max-width: none; padding: 0; }
  .wide { overflow: visible; } tr { break-inside: avoid; } h2, h3, .call { break-after: avoid; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
}
@media screen and (prefers-color-scheme: dark) { :root { --paper: #121714; --raised: #1b221e; --ink: #e9eeea; --muted: #a9b5ad; --line: #343e37; --accent: #84d3a6; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
main, header { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2vw, 2.5rem); line-height: 1.15; margin: 1rem 0 0.5rem; }
h2 { font-size: 1.25rem; margin: 0; }
h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
p { overflow-wrap: anywhere; }
a { color: var(--accent); }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", monospace; font-size: 0.9em; overflow-wrap: anywhere; }
section { border-top: 1px solid var(--line); padding: 1.5rem 0; }
.call { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; margin: 0.25rem 0 0.5rem; }
.method { font-weight: 700; color: var(--accent); }
.muted { color: var(--muted); }
table { border-collapse: collapse; width: 100%; }
td:first-child code { white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); }
.wide { overflow-x: auto; }
details { background: var(--raised); border-radius: 0.375rem; padding: 0.5rem 0.75rem; margin: 0.5rem 0; }
summary { cursor: pointer; min-height: 1.5rem; }
pre { overflow-x: auto; margin: 0.5rem 0 0; font-size: 0.85rem; }
.operations ul { list-style: none; padding: 0; columns: 18rem; }
.languages ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
.languages [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
nav a { display: inline-block; padding: 0.15rem 0; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

export function apiDocsPage(api: DocumentedApi, here: Here): string {
  const words = DOCS_WORDS[here.language];
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return String(
    html`<!doctype html>
      <html lang="${here.language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${words.title} · Grünverbund</title>
          <style>
            ${raw(STYLE)}
          </style>
        </head>
        <body>
          <header>
            <p><a href="/">Grünverbund</a></p>
            ${languageLinks(here)}
            <h1>${words.title}</h1>
            <p>
              <span lang="de">${String(api.info["description"])}</span>
              ${words.machines(html`<a href="/api/openapi.json">OpenAPI 3.1</a>`)} ${words.units}
            </p>
            <p>${words.faults(html`<code>application/problem+json</code>`)}</p>
            <nav class="operations" aria-label="${words.operations}">
              <ul lang="de">
                ${operations.map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`)}
              </ul>
            </nav>
          </header>
          <main>
            ${operations.map((one) => section(one.path, one.method, one.operation, words))}
            <section id="shapes">
              <h2>${words.shapes}</h2>
              ${Object.entries(api.components.schemas).map(
                ([name, schema]) =>
                  html`<details id="shape-${name}">
                    <summary><code>${name}</code></summary>
                    ${json(schema)}
                  </details>`,
              )}
            </section>
          </main>
        </body>
      </html>`,
  );
}

function section(path: string, method: string, operation: DocumentedOperation, words: DocsWords) {
  const { parameters, requestBody, responses } = operation;
  return html`<section id="${operation.operationId}">
    <h2 lang="de">${operation.summary}</h2>
    <p class="call"><span class="method">${method}</span><code>${path}</code></p>
    <p lang="de">${operation.description}</p>
    <p class="muted">${accessText(operation, words)}</p>
    ${
      parameters.length === 0
        ? ""
        : html`<h3>${words.parameters}</h3>
            <div class="wide" tabindex="0" role="region" aria-label="${words.parameters}: ${operation.operationId}">
              <table>
                <thead>
                  <tr>
                    ${words.columns.map((head) => html`<th scope="col">${head}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${parameters.map((one) => parameterRow(one, words))}
                </tbody>
              </table>
            </div>`
    }
    ${
      requestBody === undefined
        ? ""
        : html`<h3>${words.content}</h3>
            ${contents(requestBody.content)}`
    }
    <h3>${words.answers}</h3>
    ${Object.entries(responses).map(
      ([status, { description, content }]) =>
        html`<p>
            <strong>${status === "default" ? words.otherwise : status}</strong> <span lang="de">${description}</span>
          </p>
          ${content === undefined ? "" : contents(content)}`,
    )}
  </section>`;
}

function accessText({ security, "x-roles": roles }: DocumentedOperation, words: DocsWords): string {
  if (security.length === 0) return words.open;
  if (roles.length === 0) return words.byKey;
  const names: Readonly<Record<string, string>> = words.roles;
  return words.byRole(roles.map((role) => names[role] ?? role).join(", "));
}

function parameterRow({ name, in: where, required, description, schema }: Parameter, words: DocsWords) {
  const places: Readonly<Record<string, string>> = words.places;
  const example = schema["example"];
  return html`<tr>
    <td><code>${name}</code></td>
    <td>${places[where] ?? where}${required ? "" : `, ${words.optional}`}</td>
    <td>
      <span lang="de">${description ?? ""}</span
      >${example === undefined ? "" : html` <span class="muted">${words.example} <code>${String(example)}</code></span>`}
    </td>
  </tr>`;
}

function contents(content: Content) {
  return Object.entries(content).map(([type, { schema }]) => {
    const reference = typeof schema["$ref"] === "string" ? schema["$ref"].split("/").at(-1)! : undefined;
    if (reference !== undefined)
      return html`<p><code>${type}</code>: <a href="#shape-${reference}">${reference}</a></p>`;
    if (Object.keys(schema).length === 0) return html`<p><code>${type}</code></p>`;
    return html`<details>
      <summary><code>${type}</code></summary>
      ${json(schema)}
    </details>`;
  });
}

function json(schema: unknown) {
  return html`<pre tabindex="0" lang="de"><code>${JSON.stringify(schema, null, 2)}</code></pre>`;
}
