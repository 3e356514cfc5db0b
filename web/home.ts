/** The first page: each region with its newest week, what it costs jointly and alone, and how far a planning is. */
import { html } from "hono/html";
import { reachOf, type Principal, type Role } from "../domain/access.ts";
import type { RegionOverview, Step } from "../functions/usecases/weeks/overview.ts";
import type { Html, PageParts } from "./page.ts";
import { dayName, euros, hours, kilometres, percent, plural, weekDays, weekName } from "./words.ts";

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

const STEPS: Readonly<Record<Step["name"], string>> = {
  forecast: "Mengen vorhersagen",
  calibration: "Fahrten abschätzen",
  flow: "Mengen auf Anlagen verteilen",
  coalitions: "Alle Gruppen bewerten",
  routes: "Touren suchen",
  split: "Kosten aufteilen und nachprüfen",
  publish: "Veröffentlichen",
};

/** Who may open which files, as the API's routes say. */
const READERS: readonly Role[] = ["dispatcher", "mayor", "finance", "admin"];
const DRIVERS: readonly Role[] = ["dispatcher", "admin"];

/** What is going on may change without anyone asking. */
export const isMoving = (regions: readonly RegionOverview[]): boolean =>
  regions.length === 0 || regions.some(({ progress }) => progress !== null);

export function home({ regions, principal, inbox, refreshing, notice }: HomeOptions): PageParts {
  const single = regions.length === 1;
  const main = html`${notice === undefined ? "" : html`<p class="note" role="status">${notice}</p>`}
  ${regions.length === 0 ? empty() : ""} ${regions.length > 1 ? html`<h1 class="visually-hidden">Regionen</h1>` : ""}
  ${regions.map((region) => section(region, principal, single))} ${isMoving(regions) ? refreshChoice(refreshing) : ""}`;
  return {
    title: single ? regions[0]!.name : "Grünabfall gemeinsam",
    trail: html`Grünabfall gemeinsam planen`,
    aside: session(principal),
    main,
    footer: html`<p>
      <a href="/api/docs">Schnittstelle</a
      >${inbox === undefined ? "" : html` · <a href="${inbox}">Postfach dieses Rechners</a>`}
    </p>`,
  };
}

function session(principal: Principal | undefined): Html {
  if (principal === undefined) return html`<a class="button quiet small" href="/sign-in">Anmelden</a>`;
  return html`<span>${principal.name}</span>
    <form method="post" action="/sign-out"><button class="button quiet small">Abmelden</button></form>`;
}

function empty(): Html {
  return html`<h1>Die erste Region wird geladen.</h1>
    <p class="lead">Gleich stehen hier ihre Sammelstellen, und die nächste Woche wird geplant.</p>`;
}

function refreshChoice(refreshing: boolean): Html {
  return refreshing
    ? html`<p class="muted small">Diese Seite erneuert sich alle zwei Sekunden. <a href="/?stand=fest">Anhalten</a></p>`
    : html`<p class="muted small">Diese Seite erneuert sich nicht von selbst. <a href="/">Wieder erneuern</a></p>`;
}

function section(region: RegionOverview, principal: Principal | undefined, single: boolean): Html {
  const { name, municipalities, points, week } = region;
  const eyebrow = html`<p class="eyebrow">
    ${single ? "" : html`<strong>${name}</strong> · `}${plural(municipalities, "Kommune", "Kommunen")} ·
    ${plural(points, "Sammelstelle", "Sammelstellen")}${week === null ? "" : ` · ${weekName(week.week)}, ${weekDays(week.week)}`}
  </p>`;
  const head = (text: string): Html => (single ? html`<h1>${text}</h1>` : html`<h2>${text}</h2>`);
  return html`<section class="region">${eyebrow} ${body(region, principal, head)}</section>`;
}

function body(region: RegionOverview, principal: Principal | undefined, head: (text: string) => Html): Html {
  const { name, week, progress } = region;
  if (week === null)
    return html`${head(name)}
      <p class="lead">Für diese Region ist noch keine Woche geplant.</p>`;
  if (progress !== null) return planning(head(`${name}: ${weekName(week.week)} wird geplant.`), progress);
  if (week.status === "failed")
    return html`${head(`${name}: ${weekName(week.week)} konnte nicht geplant werden.`)}
      <div class="note" role="note">
        <p>${week.failure?.cause ?? ""}</p>
        <p>${week.failure?.action ?? ""}</p>
      </div>`;
  return planned(region, week, principal, head);
}

function planning(heading: Html, { part, steps }: NonNullable<RegionOverview["progress"]>): Html {
  const done = Math.floor(100 * part);
  const current = steps.find(({ state }) => state === "current");
  return html`${heading}
    <progress max="100" value="${done}" aria-label="Fortschritt der Planung">${done} %</progress>
    <p class="progress-words"><span>${current === undefined ? "" : STEPS[current.name]}</span><span>${done} %</span></p>
    <ol class="steps">
      ${steps.map(
        ({ name, state }) =>
          html`<li class="is-${state}">
            <span>${STEPS[name]}${state === "done" ? html`<span class="visually-hidden"> (fertig)</span>` : ""}</span>
          </li>`,
      )}
    </ol>`;
}

type Week = NonNullable<RegionOverview["week"]>;

function planned(
  { id, name, synthetic, horizonWeeks }: RegionOverview,
  week: Week,
  principal: Principal | undefined,
  head: (text: string) => Html,
): Html {
  const { summary } = week;
  const base = `/api/regions/${id}/weeks/${week.week}`;
  if (summary === null) return head(`${name}: ${weekName(week.week)} ist geplant.`);
  const { jointCostCents, standAloneTotalCents, savingCents, tours, pickups, unserved } = summary;
  const may = (roles: readonly Role[]): boolean =>
    principal !== undefined && reachOf(principal, id, roles).kind !== "none";
  const saves = savingCents > 0;
  return html`${head(saves ? `${name} spart gemeinsam ${euros(savingCents)} in ${plural(horizonWeeks, "Woche", "Wochen")}.` : `${name}: ${weekName(week.week)} ist geplant.`)}
    <dl class="figures">
      <div class="is-joint">
        <dt>Gemeinsam</dt>
        <dd class="value">${euros(jointCostCents)}</dd>
        <dd>alle zusammen, ${plural(horizonWeeks, "Woche", "Wochen")} ab ${weekName(week.week)}</dd>
      </div>
      <div>
        <dt>Allein</dt>
        <dd class="value">${euros(standAloneTotalCents)}</dd>
        <dd>Summe der Alleinkosten, gleicher Zeitraum</dd>
      </div>
      <div class="is-saving">
        <dt>${saves ? "Einsparung" : "Unterschied"}</dt>
        <dd class="value">${euros(savingCents)}</dd>
        <dd>${standAloneTotalCents === 0 ? "" : `${percent(savingCents, standAloneTotalCents)} der Alleinkosten`}</dd>
      </div>
    </dl>
    <dl class="facts">
      <div>
        <dt>Touren</dt>
        <dd>${tours}</dd>
      </div>
      <div>
        <dt>Abholungen</dt>
        <dd>${pickups - unserved} von ${pickups}</dd>
      </div>
      <div>
        <dt>Strecke</dt>
        <dd>${kilometres(week.tours.reduce((sum, tour) => sum + tour.distanceMetres, 0))}</dd>
      </div>
    </dl>
    ${
      may(READERS)
        ? html`<p class="actions">
            <a class="button" href="${base}/files/report.html">Bericht öffnen</a>
            <a class="button quiet" href="${base}/files/costs.csv">Kosten als Tabelle</a>
            <a class="button quiet" href="${base}/files/plan.json">plan.json</a>
          </p>`
        : signInFirst(principal)
    }
    ${week.tours.length === 0 ? "" : tourTable(week, base, may(DRIVERS))}
    ${synthetic === null ? "" : html`<p class="muted small">${synthetic}</p>`}`;
}

function signInFirst(principal: Principal | undefined): Html {
  if (principal !== undefined)
    return html`<p class="muted">
      Den Bericht sehen Disposition, Bürgermeisteramt, Kämmerei und Verwaltung dieser Region.
    </p>`;
  return html`<p class="actions"><a class="button" href="/sign-in">Anmelden und Bericht öffnen</a></p>`;
}

function tourTable({ tours }: Week, base: string, withFiles: boolean): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Touren">
    <table>
      <caption>
        Touren der Woche
      </caption>
      <thead>
        <tr>
          <th scope="col">Fahrzeug</th>
          <th scope="col">Tag</th>
          <th scope="col" class="num">Halte</th>
          <th scope="col" class="num">Strecke</th>
          <th scope="col" class="num">Dauer</th>
          ${withFiles ? html`<th scope="col">Dateien</th>` : ""}
        </tr>
      </thead>
      <tbody>
        ${tours.map(
          (tour) =>
            html`<tr>
              <th scope="row">${tour.vehicleName}</th>
              <td>${dayName(tour.date)}</td>
              <td class="num">${tour.stops}</td>
              <td class="num">${kilometres(tour.distanceMetres)}</td>
              <td class="num">${hours(tour.durationSeconds)}</td>
              ${
                withFiles
                  ? html`<td class="files">
                      ${["pdf", "gpx", "ics"].map(
                        (kind) =>
                          html`<a href="${base}/tours/${tour.id}.${kind}"
                            >${kind.toUpperCase()}<span class="visually-hidden"
                              >: ${tour.vehicleName}, ${dayName(tour.date)}</span
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
