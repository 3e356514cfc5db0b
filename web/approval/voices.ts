/** What others said: questions with their answers, and how far the vote is. */
import { html } from "hono/html";
import type { Html } from "../page.ts";
import type { Asked } from "./view.ts";
import type { ApprovalSpeech } from "./words/index.ts";

/** In one piece: the style keeps the lines of what people wrote. */
const answered = (who: string, text: string): Html =>
  html`<p class="said is-answer"><strong>${who}</strong> ${text}</p>`;

export function voices(
  { questions = [], others = [] }: Asked,
  { words: { voices: words }, figures }: ApprovalSpeech,
): Html {
  const decided = others.filter(({ decision }) => decision !== null).length;
  return html`${
    questions.length === 0
      ? ""
      : html`<section aria-labelledby="fragen">
          <h2 id="fragen">${words.questions}</h2>
          ${questions.map(
            ({ from, memberName, at, text, answer }) =>
              html`<p class="small muted">${from}, ${memberName}, ${figures.moment(at)}</p>
                <p class="said">${text}</p>
                ${
                  answer === null
                    ? html`<p class="small muted">${words.unanswered}</p>`
                    : answered(words.dispatcher(figures.moment(answer.at)), answer.text)
                }`,
          )}
        </section>`
  }
  ${
    others.length === 0
      ? ""
      : html`<details>
          <summary>${words.others(decided, others.length)}</summary>
          <ul class="others">
            ${others.map(
              ({ name, role, decision }) =>
                html`<li>
                  <span>${words.who(name, role)}</span>
                  <span>${decision === null ? words.open : words.decisions[decision]}</span>
                </li>`,
            )}
          </ul>
        </details>`
  }`;
}
