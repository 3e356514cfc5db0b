/** What others said: questions with their answers, and how far the vote is. */
import { html } from "hono/html";
import { momentOf, ROLE_WORDS } from "../../functions/usecases/agreements/words.ts";
import type { Html } from "../page.ts";
import type { Asked } from "./view.ts";

const DECISION = { approved: "zugestimmt", rejected: "abgelehnt" } as const;

export function voices({ questions = [], others = [] }: Asked): Html {
  return html`${
    questions.length === 0
      ? ""
      : html`<section aria-labelledby="fragen">
          <h2 id="fragen">Fragen und Antworten</h2>
          ${questions.map(
            ({ from, memberName, at, text, answer }) =>
              html`<p class="small muted">${from}, ${memberName}, ${momentOf(at)}</p>
                <p class="said">${text}</p>
                ${
                  answer === null
                    ? html`<p class="small muted">Noch nicht beantwortet.</p>`
                    : html`<p class="said is-answer">
                        <strong>Disposition, ${momentOf(answer.at)}:</strong> ${answer.text}
                      </p>`
                }`,
          )}
        </section>`
  }
  ${
    others.length === 0
      ? ""
      : html`<details>
          <summary>
            Wer noch gefragt ist (${others.filter(({ decision }) => decision !== null).length} von ${others.length}
            entschieden)
          </summary>
          <ul class="others">
            ${others.map(
              ({ name, role, decision }) =>
                html`<li>
                  <span>${name}, ${ROLE_WORDS[role]}</span>
                  <span>${decision === null ? "offen" : DECISION[decision]}</span>
                </li>`,
            )}
          </ul>
        </details>`
  }`;
}
