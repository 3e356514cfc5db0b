/** The few signs of the board; each stands beside words, or has them as its label. */
import { html, raw } from "hono/html";
import type { Html } from "../page.ts";

const PATHS = {
  lock: "M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7h1zm2 0h4V5a2 2 0 0 0-4 0v2z",
  open: "M4 7V5a4 4 0 0 1 7.7-1.5l-1.8.8A2 2 0 0 0 6 5v2h7v8H3V7h1z",
  warn: "M8 1l7.5 14H.5L8 1zm-1 5v5h2V6H7zm0 6v2h2v-2H7z",
  moved: "M9 2l6 5-6 5V9H1V5h8V2z",
  tip: "M2 2h8l4 4v2H2V2zm0 7h12v2H2V9zm1 3h3v2H3v-2zm7 0h3v2h-3v-2z",
} as const;

export type Sign = keyof typeof PATHS;

export const sign = (name: Sign): Html =>
  html`<svg class="sign is-${name}" viewBox="0 0 16 16" aria-hidden="true"><path d="${raw(PATHS[name])}" /></svg>`;

/** How full a vehicle is: a column of four steps of height, with the figure beside it in words. */
export function gauge(part: number): Html {
  const height = Math.round(16 * Math.min(1, Math.max(0, part)));
  return html`<svg class="gauge${part > 1 ? " is-over" : ""}" viewBox="0 0 4 16" aria-hidden="true">
    <rect class="room" width="4" height="16" />
    <rect class="load" y="${16 - height}" width="4" height="${height}" />
  </svg>`;
}
