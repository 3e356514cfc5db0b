/** Where somebody answers what the work list asked by mail; opened by the link of the mail, without signing in. */
import type { Context, Hono } from "hono";
import { html } from "hono/html";
import type { Question } from "../../domain/settlement/question.ts";
import type { Contact } from "../../domain/region/contacts.ts";
import { answerQuestion, openQuestions, type Given } from "../../functions/usecases/weighings/answerQuestion.ts";
import { openQuestionLink } from "../../functions/usecases/weighings/questionLink.ts";
import type { Gate } from "../approval/gate.ts";
import { hidden } from "../county/frame.ts";
import type { Html, PageParts } from "../page.ts";
import { ROOT, type SettlementPorts } from "./seat.ts";
import type { SettlementSpeech } from "./words/index.ts";

interface QuestionOptions {
  readonly ports: SettlementPorts;
  readonly gate: Gate;
  readonly spoken: (c: Context) => SettlementSpeech;
  readonly show: (c: Context, parts: PageParts, status?: number) => Promise<Response>;
}

/** Answered with what the paper says. */
const WEIGHED: readonly Question["code"][] = ["ticket.outlier", "ticket.contradiction"];

const PATH = `${ROOT}/frage/:region/:contact/:until/:mac`;

export function addQuestions(app: Hono, { ports, gate, spoken, show }: QuestionOptions): void {
  const opened = async (c: Context): Promise<{ readonly region: string; readonly contact: Contact } | undefined> => {
    const { region = "", contact: contactId = "", until = "", mac = "" } = c.req.param();
    const contact = await openQuestionLink(ports, { region, contactId, until }, mac);
    return contact === undefined ? undefined : { region, contact };
  };
  const dead = (c: Context): Promise<Response> => {
    const { question } = spoken(c).words;
    const main = html`<h1>${question.dead}</h1>
      <p class="lead">${question.deadLead}</p>`;
    return show(c, { title: question.dead, main }, 404);
  };
  const page = async (
    c: Context,
    { region, contact }: { readonly region: string; readonly contact: Contact },
    said: { readonly done?: string; readonly fault?: string } = {},
    status = 200,
  ): Promise<Response> => {
    const speech = spoken(c);
    const { question } = speech.words;
    const questions = await openQuestions(ports.store, region, contact.id);
    const csrf = await gate.token(c, aboutOf(region, contact));
    const main = html`${said.done === undefined ? "" : html`<p class="told" role="status">${said.done}</p>`}
      ${said.fault === undefined ? "" : html`<div class="faults" role="alert"><p>${said.fault}</p></div>`}
      <h1>${question.title}</h1>
      <p class="lead">${questions.length === 0 ? question.none : question.lead(contact.name)}</p>
      <ul class="tasks">
        ${questions.map((one, i) => matter(one, i, csrf, speech))}
      </ul>`;
    return show(c, { title: question.title, main }, status);
  };

  // Reads only, however often it is opened.
  app.get(PATH, async (c) => {
    const link = await opened(c);
    if (link === undefined) return dead(c);
    const done = c.req.query("erledigt") === undefined ? {} : { done: spoken(c).words.question.done };
    return page(c, link, done);
  });

  app.post(PATH, async (c) => {
    const link = await opened(c);
    if (link === undefined) return dead(c);
    const { words } = spoken(c);
    const posted = await gate.read(c, aboutOf(link.region, link.contact));
    if (posted.kind !== "form" || !("fields" in posted))
      return page(c, link, { fault: words.refused[posted.kind] }, 403);
    const outcome = await answerQuestion(ports, link.region, link.contact, givenOf(posted.fields));
    if (outcome === "form") return page(c, link, { fault: words.question.short }, 422);
    if (outcome === "gone") return page(c, link, { fault: words.question.gone }, 409);
    return c.redirect(`${new URL(c.req.url).pathname}?erledigt=ja`, 303);
  });
}

const aboutOf = (region: string, { id }: Contact): string => `weighing-question ${region} ${id}`;

function givenOf(fields: Pick<URLSearchParams, "get">): Given {
  const kind = fields.get("was");
  return {
    itemId: fields.get("frage") ?? "",
    kind: kind === "weight" || kind === "no" ? kind : "other",
    text: fields.get("antwort") ?? "",
  };
}

function matter(one: Question, i: number, csrf: string, { words, figures }: SettlementSpeech): Html {
  const { question } = words;
  const asks = question.asks[one.code];
  return html`<li>
    <h2>${asks.head(one.facts)}</h2>
    <p>${asks.ask}</p>
    <p class="muted">${question.until(figures.moment(one.answerBy))}</p>
    <form class="picker" method="post">
      ${hidden("csrf", csrf)} ${hidden("frage", one.itemId)}
      <div class="field">
        <label for="antwort-${i}">${asks.field}</label>
        <input id="antwort-${i}" name="antwort" type="text" required minlength="1" maxlength="500" autocomplete="off" />
      </div>
      ${
        asks.settle === null
          ? ""
          : html`<button class="button" name="was" value="${WEIGHED.includes(one.code) ? "weight" : "no"}">
              ${asks.settle}
            </button>`
      }
      <button class="button quiet" name="was" value="other">${question.other}</button>
    </form>
  </li>`;
}
