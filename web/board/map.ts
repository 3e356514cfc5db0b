/** The draft on a map: each tour a line in the colour of its vehicle, and what it shows as a list. */
import { html } from "hono/html";
import { clockOf } from "../../domain/language/format.ts";
import type { BoardStop, BoardTour } from "../../functions/usecases/board/view.ts";
import { mapFigure, mapPolicy, MAP_STYLESHEETS } from "../map/figure.ts";
import type { MapLayer, MapPoint } from "../map/types.ts";
import type { Html, PageParts } from "../page.ts";
import { loadName } from "./card.ts";
import type { BoardContext } from "./view.ts";

/** What the page needs besides its markup. */
export const mapParts = (): Pick<PageParts, "policy" | "stylesheets"> => ({
  policy: mapPolicy(),
  stylesheets: MAP_STYLESHEETS,
});

export function boardMap(context: BoardContext): Html {
  const { words, language } = context.speech;
  const view = {
    ...{ id: "karte", title: words.map.label, layers: layersOf(context), attribution: [] },
    ...{ list: tourList(context), listOpen: false },
  };
  return html`<section class="place" aria-label="${words.map.head}">
    <p class="muted small">${words.map.lead}</p>
    ${mapFigure(view, language)}
  </section>`;
}

export function layersOf(context: BoardContext): MapLayer[] {
  const { view, names, speech } = context;
  const { words, figures } = speech;
  const tours = driving(context).map((tour): MapLayer => {
    const loads = tour.stops.filter(({ kind }) => kind === "load");
    return {
      ...{ kind: "tour", id: tour.id, name: names.full(tour, speech), hue: names.hue(tour.vehicleId) },
      ...{ line: tour.line, columns: [words.stop.facts.arrival, words.stop.facts.amount] },
      stops: loads.map((stop): MapPoint => ({
        ...{ id: stop.ref ?? "", name: stop.name, position: stop.place },
        cells: [`${names.full(tour, speech)}, ${clockOf(stop.startsAt)}`, figures.tonnes(stop.massKg)],
      })),
    };
  });
  const standing: MapLayer = {
    ...{ kind: "points", name: words.map.standing, symbol: "site", columns: [words.stop.facts.amount] },
    points: view.left.map((left) => ({
      ...{ id: left.ref, name: left.name, position: left.place, cells: [figures.tonnes(left.massKg)] },
    })),
  };
  // The municipalities, as everybody may have them.
  const url = `/offene-daten/${view.region}/gemeindegrenzen.geojson`;
  const areas: MapLayer = { kind: "areas", name: words.map.areas, names: [], areas: { url } };
  return [areas, ...tours, standing];
}

const driving = ({ view }: BoardContext): BoardTour[] => view.tours.filter(({ startsAt }) => startsAt !== null);

/** Everything the map shows, in words. */
function tourList(context: BoardContext): Html {
  const { view, names, speech } = context;
  return html`<ul class="twin">
    ${driving(context).map(
      (tour) =>
        html`<li>
          <strong>${names.full(tour, speech)}</strong>
          <ol>
            ${tour.stops.map((stop) => html`<li>${clockOf(stop.startsAt)} ${called(stop, context)}</li>`)}
          </ol>
        </li>`,
    )}
    ${
      view.left.length === 0
        ? ""
        : html`<li>
            <strong>${speech.words.map.standing}</strong>
            <ul>
              ${view.left.map((left) => html`<li>${loadName(left, speech)}</li>`)}
            </ul>
          </li>`
    }
  </ul>`;
}

function called(stop: BoardStop, { speech }: BoardContext): string {
  if (stop.kind === "break") return speech.words.card.brk;
  return stop.kind === "load" ? loadName(stop, speech) : stop.name;
}
