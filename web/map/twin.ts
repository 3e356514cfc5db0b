/** The list beside a map: everything that it shows, in words and in order. */
import { html } from "hono/html";
import type { Html } from "../page.ts";
import type { MapLayer, MapPoint } from "./types.ts";
import type { MapWords } from "./words/index.ts";

export function twin(layers: readonly MapLayer[], words: MapWords): Html {
  return html`${layers.map((layer) => layerList(layer, words))}`;
}

function layerList(layer: MapLayer, words: MapWords): Html {
  switch (layer.kind) {
    case "areas":
      return layer.names.length === 0 ? html`` : html`<p><strong>${layer.name}:</strong> ${layer.names.join(", ")}</p>`;
    case "points":
      return placeTable(layer.name, layer.columns, layer.points, words);
    case "tour":
      return placeTable(layer.name, layer.columns, layer.stops, words, true);
  }
}

function placeTable(
  name: string,
  columns: readonly string[],
  points: readonly MapPoint[],
  { place, number }: MapWords,
  numbered = false,
): Html {
  if (points.length === 0) return html``;
  const heads = [place, ...columns].map((text) => html`<th scope="col">${text}</th>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">
    <table>
      <caption>
        <span>${name}</span>
      </caption>
      <thead>
        <tr>
          ${numbered ? html`<th scope="col" class="num">${number}</th>` : ""}${heads}
        </tr>
      </thead>
      <tbody>
        ${points.map(
          (point, index) =>
            html`<tr>
              ${numbered ? html`<td class="num">${index + 1}</td>` : ""}
              <th scope="row">${point.name}</th>
              ${columns.map((_, column) => html`<td>${point.cells[column] ?? ""}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
