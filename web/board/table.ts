/**
 * The board: vehicles by days, and a last row for the loads left. Roles are written out because a table loses them where the style
 * sheet lays it out as blocks (phones).
 */
import { html, raw } from "hono/html";
import { clockOf } from "../../domain/language/format.ts";
import type { BoardTour, BoardVehicle } from "../../functions/usecases/board/view.ts";
import type { Html } from "../page.ts";
import { softHyphens } from "../softHyphens.ts";
import { tourKey } from "./address.ts";
import { betweenCard, leftCard, loadCard, ORDER_FORM, tourRef } from "./card.ts";
import { orderText } from "./command.ts";
import { sign } from "./pictures.ts";
import { violationText } from "./sentences.ts";
import { daysShown, type BoardContext } from "./view.ts";

/** @param chosen the day that a phone shows; undefined: all */
export function boardTable(context: BoardContext, chosen: string | undefined): Html {
  const { view, speech } = context;
  const { words, figures } = speech;
  const days = daysShown(view);
  return html`${dayChoice(days, chosen, context)}
    <div class="scroll sheet" tabindex="0" role="region" aria-label="${words.table.caption}">
      <table class="board" role="table">
        <caption>
          <span>${words.table.caption}</span>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${words.table.vehicle}</th>
            ${days.map((date) => html`<th role="columnheader" scope="col">${figures.day(date)}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${idleLast(days, context).map((vehicle) => vehicleRow(vehicle, days, context))}${leftRow(days.length, context)}
        </tbody>
      </table>
    </div>`;
}

/** Those that drive first, so that a week of few tours is not below the vehicles that stand still. */
function idleLast(days: readonly string[], context: BoardContext): BoardVehicle[] {
  const { vehicles } = context.view;
  const idle = vehicles.filter((vehicle) => isIdle(vehicle, days, context));
  return [...vehicles.filter((vehicle) => !idle.includes(vehicle)), ...idle];
}

function isIdle({ id }: BoardVehicle, days: readonly string[], { names }: BoardContext): boolean {
  return !days.some((date) => names.tour({ vehicleId: id, date }) !== undefined);
}

/** Which day a phone shows; the style sheet hides the others. */
function dayChoice(days: readonly string[], chosen: string | undefined, { speech }: BoardContext): Html {
  const one = (value: string, text: string, index: number): Html =>
    html`<label
      ><input
        type="radio"
        name="tag"
        value="${value}"
        form="${ORDER_FORM}"
        id="tag-${index}"
        ${value === (chosen ?? "") ? raw("checked") : ""}
      /><span>${text}</span></label
    >`;
  return html`<fieldset class="days">
    <legend>${speech.words.days.label}</legend>
    ${one("", speech.words.days.all, 0)}${days.map((date, index) => one(date, speech.figures.day(date), index + 1))}
  </fieldset>`;
}

function vehicleRow(vehicle: BoardVehicle, days: readonly string[], context: BoardContext): Html {
  const { names, speech, view } = context;
  const { figures, words } = speech;
  const capacity = words.table.capacity(
    figures.tonnes(vehicle.capacityKg),
    figures.number(vehicle.capacityLitres / 1000),
  );
  // One that stands still all week is a line to drop loads on, no more.
  const idle = isIdle(vehicle, days, context);
  return html`<tr role="row" class="hue-${names.hue(vehicle.id)}${idle ? " is-idle" : ""}">
    <th role="rowheader" scope="row">
      <span class="vehicle">${softHyphens(vehicle.name)}</span><small>${capacity}</small>
    </th>
    ${days.map((date, index) => cell(vehicle, date, index + 1, vehicle.shifts[view.days.indexOf(date)] ?? null, context))}
  </tr>`;
}

function cell(
  { id: vehicleId, name }: BoardVehicle,
  date: string,
  column: number,
  shift: readonly [string, string] | null,
  context: BoardContext,
): Html {
  const { names, speech } = context;
  const { words } = speech;
  const tour = names.tour({ vehicleId, date });
  const key = tourKey({ vehicleId, date });
  const label = names.full({ vehicleId, date }, speech);
  const about = html`role="cell" class="cell day-${column}${tour === undefined ? " is-empty" : ""}" data-drop="${key}"
  data-vehicle="${vehicleId}" data-date="${date}" data-label="${label}"`;
  if (tour !== undefined) return html`<td ${about}>${tourCell(tour, context)}</td>`;
  return html`<td ${about}>
    <p class="day">${speech.figures.day(date)}<span class="visually-hidden">, ${name}</span></p>
    <p class="empty">
      ${shift === null ? words.table.noShift : html`${words.table.noTour} <small class="hours">${shift[0]}–${shift[1]}</small>`}
    </p>
    <ol class="stops"></ol>
  </td>`;
}

function tourCell(tour: BoardTour, context: BoardContext): Html {
  const { names, speech } = context;
  const { words, figures } = speech;
  const number = names.number(tour);
  const label = names.full(tour, speech);
  const own = tour.violations.filter(({ stop }) => stop === null);
  const times = tour.startsAt === null ? "" : `${clockOf(tour.startsAt)}–${clockOf(tour.endsAt ?? tour.startsAt)}`;
  return html`<p class="day">${figures.day(tour.date)}</p>
    <div class="tour-head" id="tour-${tourKey(tour)}">
      <h3 tabindex="-1">
        ${
          number === undefined
            ? ""
            : html`<span class="badge"
                ><span class="visually-hidden">${words.tour.name(number)} </span
                ><span aria-hidden="true">${number}</span></span
              >`
        }
        ${times === "" ? words.tour.empty : times}
      </h3>
      ${tour.changed ? html`<span class="flag">${words.tour.changed}</span>` : ""} ${tourLock(tour, label, context)}
    </div>
    <ol class="stops">
      ${tour.stops.map((stop) => (stop.kind === "load" ? loadCard(stop, tour, context) : betweenCard(stop, context)))}
    </ol>
    ${number === undefined ? "" : totals(tour, context)}
    ${
      own.length === 0
        ? ""
        : html`<ul class="signs">
            ${own.map((one) => html`<li class="is-warn">${sign("warn")} ${violationText(one, speech)}</li>`)}
          </ul>`
    }`;
}

function tourLock(tour: BoardTour, label: string, { speech: { words } }: BoardContext): Html {
  const kind = tour.locked ? "unlockTour" : "lockTour";
  const text = tour.locked ? words.tour.unlock : words.tour.lock;
  return html`<button
    data-item
    class="lock${tour.locked ? " is-locked" : ""}"
    form="${ORDER_FORM}"
    name="befehl"
    value="${orderText({ kind, ...tourRef(tour) })}"
    data-key="lock-${tourKey(tour)}"
    title="${text}"
  >
    ${sign(tour.locked ? "lock" : "open")}${tour.locked ? html`<span>${words.tour.locked}</span>` : ""}<span
      class="visually-hidden"
      >${text}: ${label}</span
    >
  </button>`;
}

function totals(tour: BoardTour, { speech: { words, figures } }: BoardContext): Html {
  const broken = tour.violations.length;
  return html`<p class="totals">
    <span class="visually-hidden">${words.tour.totals}: </span>${figures.kilometres(tour.distanceMetres)} ·
    ${figures.duration(tour.durationSeconds)} · <b>${figures.money(tour.costCents)}</b>${
      broken === 0 ? "" : html` · <strong class="is-warn">${sign("warn")} ${words.violationCount(broken)}</strong>`
    }
  </p>`;
}

function leftRow(columns: number, context: BoardContext): Html {
  const { view, speech } = context;
  const { left: words } = speech.words;
  return html`<tr role="row" class="left">
    <th role="rowheader" scope="row"><span class="vehicle">${words.head}</span><small>${view.left.length}</small></th>
    <td role="cell" class="cell" colspan="${columns}" data-drop="left" data-label="${words.head}">
      ${view.left.length === 0 ? html`<p class="empty">${words.none}</p>` : ""}
      <ol class="stops">
        ${view.left.map((left) => leftCard(left, context))}
      </ol>
    </td>
  </tr>`;
}
