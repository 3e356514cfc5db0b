/** Under the board: the published tours' sheets, and what was done to the draft. */
import { html } from "hono/html";
import type { Html } from "../page.ts";
import { changeText } from "./sentences.ts";
import type { BoardContext } from "./view.ts";

const KINDS = ["pdf", "gpx", "ics"] as const;

export function sheetsSection({ view, names, speech }: BoardContext): Html {
  const { words, language } = speech;
  const published = view.tours.filter(({ publishedCostCents }) => publishedCostCents !== null);
  return html`<section class="sheets" aria-labelledby="fahrtblaetter">
    <h2 id="fahrtblaetter">${words.sheets.head}</h2>
    <p class="muted">${words.sheets.lead} ${language === "de" ? "" : words.sheets.german}</p>
    ${published.length === 0 ? html`<p>${words.sheets.none}</p>` : ""}
    <ul>
      ${published.map((tour) => {
        const name = names.full(tour, speech);
        return html`<li>
          <span>${name}${tour.changed ? html` <small>(${words.sheets.changed})</small>` : ""}</span>
          ${KINDS.map(
            (kind) =>
              html`<a href="/api/regions/${view.region}/weeks/${view.week}/tours/${tour.id}.${kind}"
                >${kind.toUpperCase()}<span class="visually-hidden">: ${name}</span></a
              > `,
          )}
        </li>`;
      })}
    </ul>
  </section>`;
}

export function historySection({ view, speech }: BoardContext): Html {
  const { words, figures } = speech;
  const newestFirst = [...view.history].reverse();
  return html`<section class="history" aria-labelledby="verlauf">
    <h2 id="verlauf">${words.history.head}</h2>
    ${newestFirst.length === 0 ? html`<p class="muted">${words.history.none}</p>` : ""}
    <ol>
      ${newestFirst.map((change) => {
        const { who, what } = changeText(change, speech);
        return html`<li>
          <small>${figures.moment(change.at)}</small> <span><b>${who}</b> ${what}</span>
        </li>`;
      })}
    </ol>
  </section>`;
}
