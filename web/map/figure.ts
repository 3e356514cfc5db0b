/**
 * A map for a page: an empty drawing that the script fills, its data, and the list that says the same to everyone. Without scripts
 * there is the list. The page adds `MAP_STYLESHEETS` and `mapPolicy(…)` to its parts.
 */
import { html, raw } from "hono/html";
import type { Language } from "../../domain/region/contacts.ts";
import type { Html } from "../page.ts";
import { MAP_SCRIPT_PATH, MAP_STYLE_PATH } from "./paths.ts";
import { twin } from "./twin.ts";
import type { BaseTiles, MapView } from "./types.ts";
import { MAP_WORDS, type MapWords } from "./words/index.ts";

/** For `PageParts.stylesheets`. */
export const MAP_STYLESHEETS: readonly string[] = [MAP_STYLE_PATH];

/** For `PageParts.policy`: scripts and data of this site, pictures of the tiles' host and of no other. */
export function mapPolicy(tiles?: BaseTiles): string[] {
  const images = tiles === undefined ? [] : [`img-src ${new URL(tiles.url).origin}`];
  return ["script-src 'self'", "connect-src 'self'", ...images];
}

export function mapFigure(view: MapView, language: Language): Html {
  const { id, title, attribution, tiles, listOpen = true } = view;
  const words = MAP_WORDS[language];
  const sources = [...attribution, ...(tiles === undefined ? [] : [tiles.attribution])];
  return html`<figure class="geomap" data-map aria-labelledby="${id}-title">
    <figcaption>
      <strong id="${id}-title">${title}</strong>
      <span id="${id}-keys" class="visually-hidden geomap-keys" hidden>${words.keys}</span>
    </figcaption>
    <div
      class="geomap-canvas"
      hidden
      role="application"
      aria-labelledby="${id}-title"
      aria-describedby="${id}-keys"
    ></div>
    ${sources.length === 0 ? "" : html`<p class="geomap-source" lang="de">${words.source}: ${sources.join("; ")}</p>`}
    <details class="geomap-list" ${listOpen ? raw("open") : ""}>
      <summary>${words.list}</summary>
      ${view.list ?? twin(view.layers, words)}
    </details>
    ${raw(`<script type="application/json" class="geomap-data">${embedded(drawn(view, words))}</script>`)}
    <script src="${MAP_SCRIPT_PATH}" defer></script>
  </figure>`;
}

/** What the script draws from. */
function drawn({ layers, tiles }: MapView, { zoomIn, zoomOut, close }: MapWords): object {
  const shown = layers.map((layer) => (layer.kind === "areas" ? { kind: layer.kind, ...layer.areas } : layer));
  return { layers: shown, tiles, words: { zoomIn, zoomOut, close } };
}

/** JSON that no text in it can close the element around it, nor open a comment. */
export function embedded(value: object): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll(">", "\\u003e")
    .replaceAll("&", "\\u0026")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
