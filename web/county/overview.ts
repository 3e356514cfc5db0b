/** The first page of the administration: what needs somebody, and how large the region is. Pure: from figures to markup. */
import { html } from "hono/html";
import type { Attention } from "../../functions/usecases/county/attention.ts";
import type { Html } from "../page.ts";
import { pathOf } from "./seat.ts";
import type { CountySpeech } from "./words/index.ts";

export function overviewPage(region: string, seen: Attention, speech: CountySpeech): { head: string; main: Html } {
  const { words, figures } = speech;
  const { overview } = words;
  const count = seen.failed.length + seen.returned.length + seen.votes.length + seen.offices.length;
  const main = html`<h1>${count === 0 ? overview.calm : overview.attention(count)}</h1>
    <p class="lead">${overview.lead}</p>
    <dl class="facts">
      ${fact(overview.figures.municipalities, figures.number(seen.municipalities))}
      ${fact(overview.figures.points, figures.number(seen.points))}
      ${fact(overview.figures.contacts, figures.number(seen.contacts))}
      ${fact(overview.figures.lastWeek, seen.lastWeek === null ? overview.figures.never : figures.weeks(seen.lastWeek))}
    </dl>
    ${failedSection(seen, speech)} ${returnedSection(region, seen, speech)} ${votesSection(region, seen, speech)}
    ${officesSection(region, seen, speech)}`;
  return { head: words.sections.uebersicht, main };
}

const fact = (label: string, value: string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

function section(id: string, head: string, lead: string, tasks: readonly Html[], end: Html | "" = ""): Html {
  if (tasks.length === 0) return html``;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${head}</h2>
    <p>${lead}</p>
    <ul class="tasks">
      ${tasks.map((task) => html`<li>${task}</li>`)}
    </ul>
    ${end}
  </section>`;
}

function failedSection({ failed }: Attention, { words, figures }: CountySpeech): Html {
  const { head, lead, todo } = words.overview.failed;
  const tasks = failed.map(
    ({ week, cause, action }) =>
      html`<strong>${figures.weeks(week)}</strong>
        <p lang="de">${cause}</p>
        <p>${todo} <span lang="de">${action}</span></p>`,
  );
  return section("gescheitert", head, lead, tasks);
}

function returnedSection(region: string, { returned }: Attention, { words, figures }: CountySpeech): Html {
  const { head, lead, to, all } = words.overview.returned;
  const tasks = returned.map(
    ({ contactId, name, occasion, week, at, cause }) =>
      html`<strong>${words.overview.occasions[occasion] ?? occasion} (${figures.weeks(week)})</strong>
        <p>${to} ${name ?? contactId}, ${figures.moment(at)}</p>
        <p class="muted small" lang="en">${cause}</p>`,
  );
  const end = html`<p><a class="button quiet" href="${pathOf(region, "mitglieder")}">${all}</a></p>`;
  return section("unzustellbar", head, lead, tasks, end);
}

function votesSection(region: string, { votes }: Attention, { words, figures }: CountySpeech): Html {
  const { head, lead, stands, deadline, paperMissing } = words.overview.votes;
  const tasks = votes.map(
    (one) =>
      html`<strong><a href="${pathOf(region, `vereinbarungen/${one.id}`)}">${one.id}</a></strong>
        <p>
          ${words.agreements.states[one.state]}, ${words.agreements.version(one.version)} ·
          ${one.paperMissing ? paperMissing : html`${stands(one.decided, one.asked)} · ${deadline(figures.moment(one.deadline))}`}
        </p>`,
  );
  return section("abstimmungen", head, lead, tasks);
}

function officesSection(region: string, { offices }: Attention, { words, figures }: CountySpeech): Html {
  const { head, lead, region: whole, enter } = words.overview.offices;
  const byRole = [...Map.groupBy(offices, ({ role }) => role)];
  const tasks = byRole.map(
    ([role, list]) =>
      html`<strong>${words.roles[role]}</strong>
        <p>${figures.list(list.map(({ municipality }) => municipality ?? whole))}</p>`,
  );
  const end = html`<p><a class="button quiet" href="${pathOf(region, "mitglieder/neu")}">${enter}</a></p>`;
  return section("aemter", head, lead, tasks, end);
}
