/** The first page: each region with its newest week, what it costs jointly and alone, and how far a planning is. */
import { html } from "hono/html";
import { FINANCE_READERS, reachOf, type Principal, type Role } from "../domain/access.ts";
import type { RegionOverview } from "../functions/usecases/weeks/overview.ts";
import type { Html, PageParts } from "./page.ts";
import type { Speech } from "./language/speech.ts";
import type { SiteWords } from "./words/index.ts";

export interface HomeOptions {
  readonly regions: readonly RegionOverview[];
  readonly principal: Principal | undefined;
  /** A page of mails of this machine. */
  readonly inbox: string | undefined;
  /** What changes while a week is planned comes by itself. */
  readonly refreshing: boolean;
  /** Said above everything. */
  readonly notice?: string;
}

type Said = Speech<SiteWords>;

/** Who may open which files, as the API's routes say. */
const READERS: readonly Role[] = ["dispatcher", "mayor", "finance", "admin"];
const DRIVERS: readonly Role[] = ["dispatcher", "admin"];
/** Who may report, as the API's route says. */
export const REPORTERS: readonly Role[] = ["yard", "dispatcher", "admin"];

/** What is going on may change without anyone asking. */
export const isMoving = (regions: readonly RegionOverview[]): boolean =>
  regions.length === 0 || regions.some(({ progress }) => progress !== null);

export function home({ regions, principal, inbox, refreshing, notice }: HomeOptions, speech: Said): PageParts {
  const single = regions.length === 1;
  const { home: words } = speech.words;
  const main = html`${notice === undefined ? "" : html`<p class="note" role="status">${notice}</p>`}
  ${regions.length === 0 ? empty(speech) : ""}
  ${regions.length > 1 ? html`<h1 class="visually-hidden">${words.regions}</h1>` : ""}
  ${regions.map((region) => section(region, principal, single, speech))}
  ${isMoving(regions) ? refreshChoice(refreshing, speech) : ""}`;
  return {
    title: single ? regions[0]!.name : words.title,
    trail: html`${words.trail}`,
    aside: session(principal, speech),
    main,
    footer: html`<p>
      <a href="/api/docs">${words.api}</a>${inbox === undefined ? "" : html` · <a href="${inbox}">${words.inbox}</a>`}
    </p>`,
  };
}

function session(principal: Principal | undefined, { words }: Said): Html {
  if (principal === undefined) return html`<a class="button quiet small" href="/sign-in">${words.signIn}</a>`;
  const reports = principal.grants.some(({ role }) => REPORTERS.includes(role));
  return html`${reports ? html`<a class="button small" href="/meldung">${words.home.reportFill}</a>` : ""}
    <span>${principal.name}</span>
    <form method="post" action="/sign-out"><button class="button quiet small">${words.signOut}</button></form>`;
}

function empty({ words }: Said): Html {
  return html`<section class="region">
    <h1>${words.home.empty.head}</h1>
    <p class="lead">${words.home.empty.lead}</p>
  </section>`;
}

function refreshChoice(refreshing: boolean, { words: { home: words } }: Said): Html {
  return refreshing
    ? html`<p class="muted small">${words.refreshing} <a href="/?stand=fest">${words.hold}</a></p>`
    : html`<p class="muted small">${words.held} <a href="/">${words.goOn}</a></p>`;
}

type Head = (text: string) => Html;

function section(region: RegionOverview, principal: Principal | undefined, single: boolean, speech: Said): Html {
  const { name, municipalities, points, week } = region;
  const { words, figures } = speech;
  const eyebrow = html`<p class="eyebrow">
    ${single ? "" : html`<strong>${name}</strong> · `}${words.home.municipalities(municipalities)} ·
    ${words.home.points(points)}${week === null ? "" : ` · ${figures.weeks(week.week)}, ${figures.days(week.week)}`}
  </p>`;
  const head: Head = (text) => (single ? html`<h1>${text}</h1>` : html`<h2>${text}</h2>`);
  return html`<section class="region">${eyebrow} ${body(region, principal, head, speech)}</section>`;
}

function body(region: RegionOverview, principal: Principal | undefined, head: Head, speech: Said): Html {
  const { name, week, progress } = region;
  const { words, figures } = speech;
  if (week === null)
    return html`${head(name)}
      <p class="lead">${words.home.noWeek}</p>`;
  const weekName = figures.weeks(week.week);
  if (progress !== null) return planning(head(words.home.planning(name, weekName)), progress, speech);
  if (week.status === "failed")
    // Cause and action come from the planning, which speaks German.
    return html`${head(words.home.failed(name, weekName))}
      <div class="note" role="note" lang="de">
        <p>${week.failure?.cause ?? ""}</p>
        <p>${week.failure?.action ?? ""}</p>
      </div>`;
  return planned(region, week, principal, head, speech);
}

function planning(
  heading: Html,
  { part, steps }: NonNullable<RegionOverview["progress"]>,
  { words: { home: words } }: Said,
): Html {
  const done = Math.floor(100 * part);
  const current = steps.find(({ state }) => state === "current");
  return html`${heading}
    <progress max="100" value="${done}" aria-label="${words.progress}">${done} %</progress>
    <p class="progress-words">
      <span>${current === undefined ? "" : words.steps[current.name]}</span><span>${done} %</span>
    </p>
    <ol class="steps">
      ${steps.map(
        ({ name, state }) =>
          html`<li class="is-${state}">
            <span
              >${words.steps[name]}${state === "done" ? html`<span class="visually-hidden"> (${words.done})</span>` : ""}</span
            >
          </li>`,
      )}
    </ol>`;
}

type Week = NonNullable<RegionOverview["week"]>;

function planned(
  { id, name, synthetic, horizonWeeks }: RegionOverview,
  week: Week,
  principal: Principal | undefined,
  head: Head,
  speech: Said,
): Html {
  const { summary } = week;
  const { home: words } = speech.words;
  const { money, percent, kilometres, weeks } = speech.figures;
  const base = `/api/regions/${id}/weeks/${week.week}`;
  if (summary === null) return head(words.planned(name, weeks(week.week)));
  const { jointCostCents, standAloneTotalCents, savingCents, tours, pickups, unserved } = summary;
  const may = (roles: readonly Role[]): boolean =>
    principal !== undefined && reachOf(principal, id, roles).kind !== "none";
  const saves = savingCents > 0;
  return html`${head(saves ? words.saves(name, money(savingCents), horizonWeeks) : words.planned(name, weeks(week.week)))}
    <dl class="figures">
      <div class="is-joint">
        <dt>${words.figures.joint}</dt>
        <dd class="value">${money(jointCostCents)}</dd>
        <dd>${words.figures.jointNote(horizonWeeks, weeks(week.week))}</dd>
      </div>
      <div>
        <dt>${words.figures.alone}</dt>
        <dd class="value">${money(standAloneTotalCents)}</dd>
        <dd>${words.figures.aloneNote}</dd>
      </div>
      <div class="is-saving">
        <dt>${saves ? words.figures.saving : words.figures.difference}</dt>
        <dd class="value">${money(savingCents)}</dd>
        <dd>
          ${standAloneTotalCents === 0 ? "" : words.figures.savingNote(percent(savingCents, standAloneTotalCents))}
        </dd>
      </div>
    </dl>
    <dl class="facts">
      <div>
        <dt>${words.tours}</dt>
        <dd>${tours}</dd>
      </div>
      <div>
        <dt>${words.pickups}</dt>
        <dd>${words.pickupsOf(pickups - unserved, pickups)}</dd>
      </div>
      <div>
        <dt>${words.distance}</dt>
        <dd>${kilometres(week.tours.reduce((sum, tour) => sum + tour.distanceMetres, 0))}</dd>
      </div>
    </dl>
    <p><a href="/oeffentlich?region=${id}">${words.forAll}</a></p>
    ${
      may(READERS)
        ? html`<p class="actions">
            <a class="button" href="${base}/files/report.html">${words.report}</a>
            ${
              may(DRIVERS)
                ? html`<a class="button quiet" href="/disposition?region=${id}&woche=${week.week}">${words.board}</a>`
                : ""
            }
            ${
              may(FINANCE_READERS)
                ? html`<a class="button quiet" href="/finanzen?region=${id}&woche=${week.week}">${words.finance}</a>`
                : ""
            }
            <a class="button quiet" href="${base}/files/costs.csv">${words.costs}</a>
            <a class="button quiet" href="${base}/files/plan.json">plan.json</a>
          </p>`
        : signInFirst(principal, speech)
    }
    ${week.tours.length === 0 ? "" : tourTable(week, base, may(DRIVERS), speech)}
    ${synthetic === null ? "" : html`<p class="muted small">${synthetic}</p>`}`;
}

function signInFirst(principal: Principal | undefined, { words: { home: words } }: Said): Html {
  if (principal !== undefined) return html`<p class="muted">${words.readers}</p>`;
  return html`<p class="actions"><a class="button" href="/sign-in">${words.signInForReport}</a></p>`;
}

function tourTable({ tours }: Week, base: string, withFiles: boolean, { words, figures }: Said): Html {
  const { table } = words.home;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.home.tours}">
    <table>
      <caption>
        ${table.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${table.vehicle}</th>
          <th scope="col">${table.day}</th>
          <th scope="col" class="num">${table.stops}</th>
          <th scope="col" class="num">${table.distance}</th>
          <th scope="col" class="num">${table.duration}</th>
          ${withFiles ? html`<th scope="col">${table.files}</th>` : ""}
        </tr>
      </thead>
      <tbody>
        ${tours.map(
          (tour) =>
            html`<tr>
              <th scope="row">${tour.vehicleName}</th>
              <td>${figures.day(tour.date)}</td>
              <td class="num">${tour.stops}</td>
              <td class="num">${figures.kilometres(tour.distanceMetres)}</td>
              <td class="num">${figures.duration(tour.durationSeconds)}</td>
              ${
                withFiles
                  ? html`<td class="files">
                      ${["pdf", "gpx", "ics"].map(
                        (kind) =>
                          html`<a href="${base}/tours/${tour.id}.${kind}"
                            >${kind.toUpperCase()}<span class="visually-hidden"
                              >: ${tour.vehicleName}, ${figures.day(tour.date)}</span
                            ></a
                          >`,
                      )}
                    </td>`
                  : ""
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
