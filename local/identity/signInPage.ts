/** The sign-in page of the demo: a list of people, one press each. */
import { html } from "hono/html";
import { createPage, type Html, type Page } from "../../web/page.ts";
import { LOOK } from "../../planning/report/style/look.ts";
import type { Account } from "./accounts.ts";

const STYLE = `
.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: var(--space-4); margin-top: var(--space-5); }
.people form { height: 100%; }
.people button { width: 100%; height: 100%; min-height: 5rem; text-align: left; padding: var(--space-4); border: 1px solid var(--edge); border-radius: var(--radius); background: var(--raised); color: var(--ink); font: 400 var(--text-small)/1.45 var(--sans); cursor: pointer; }
.people button:hover { border-color: var(--joint); background: var(--joint-wash); }
.further { margin-top: var(--space-6); }
.further summary { cursor: pointer; }
.people strong { display: block; font-size: var(--text); line-height: 1.35; }
@media print { .people, .further { display: none; } }
`;

const page = createPage(LOOK + STYLE);

/** @param action where the choice is sent */
export function signInPage(accounts: readonly Account[], action: string): Promise<Page> {
  const further = accounts.filter((one) => one.further);
  return page({
    title: "Anmelden",
    trail: html`Anmelden`,
    main: html`<h1>Wer möchten Sie sein?</h1>
      <p class="lead">
        Dieses System läuft nur auf diesem Rechner. Zum Ausprobieren gibt es für jede Aufgabe ein Konto ohne Kennwort.
      </p>
      ${accounts.length === 0 ? html`<p class="note">Noch ist keine Region geladen. Bitte gleich noch einmal versuchen.</p>` : ""}
      ${people(
        accounts.filter(({ further }) => further !== true),
        action,
      )}
      ${
        further.length === 0
          ? ""
          : html`<details class="further">
              <summary>Weitere Ämter, die mitentscheiden (${further.length})</summary>
              ${people(further, action)}
            </details>`
      }`,
  });
}

function people(accounts: readonly Account[], action: string): Html {
  return html`<ul class="people">
    ${accounts.map(
      ({ id, name, task }) =>
        html`<li>
          <form method="post" action="${action}">
            <button name="account" value="${id}"><strong>${name}</strong>${task}</button>
          </form>
        </li>`,
    )}
  </ul>`;
}

/** What went wrong with a sign-in, for people. */
export function errorPage(detail: string): Promise<Page> {
  return page({
    title: "Anmeldung fehlgeschlagen",
    trail: html`Anmelden`,
    main: html`<h1>Die Anmeldung hat nicht geklappt.</h1>
      <p class="lead">Der Vorgang ist abgelaufen oder unvollständig. Bitte von vorn beginnen.</p>
      <p><a class="button" href="/">Zur Startseite</a></p>
      <p class="muted small">${detail}</p>`,
  });
}
