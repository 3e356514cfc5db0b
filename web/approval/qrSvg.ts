/** A QR code as SVG: black on white in light and dark, for a camera reads nothing else reliably. */
import { html } from "hono/html";
import { qrOf, QUIET_ZONE } from "../../functions/usecases/tours/qr.ts";
import type { Html } from "../page.ts";

export function qrSvg(text: string, words: string): Html {
  const { size, runs } = qrOf(text);
  const side = size + 2 * QUIET_ZONE;
  const path = runs
    .map(({ row, column, length }) => `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`)
    .join("");
  return html`<svg
    class="qr"
    viewBox="0 0 ${side} ${side}"
    role="img"
    aria-label="${words}"
    shape-rendering="crispEdges"
  >
    <rect width="${side}" height="${side}" fill="#fff"></rect>
    <path d="${path}" fill="#000"></path>
  </svg>`;
}
