/** A scale bar of a round length, about a fifth of the map. */
import { markup, type Html } from "../html.ts";
import type { Projection } from "./projection.ts";

const LENGTHS_KM = [0.5, 1, 2, 5, 10, 20, 50, 100];

export function scaleBar(projection: Projection, size: number, group: string): Html {
  const wish = projection.width / 5 / projection.unitsPerKm;
  const km = LENGTHS_KM.reduce((best, length) => (Math.abs(length - wish) < Math.abs(best - wish) ? length : best));
  const length = km * projection.unitsPerKm;
  const [x, y] = [projection.width - length - 24, projection.height - 20];
  const path = `M${x.toFixed(1)} ${y - 7}v7h${length.toFixed(1)}v-7`;
  const text = `${String(km).replace(".", ",")} km`;
  return markup`<g class="${group}"><path class="rule" d="${path}"/><text x="${(x + length / 2).toFixed(1)}" y="${(y - size * 0.75).toFixed(1)}" font-size="${size}">${text}</text></g>`;
}
