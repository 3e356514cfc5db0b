/** The one script of the administration's pages, where it lies and under which headers. */
import { createHash } from "node:crypto";
import { COPY_SOURCE } from "./client/sources.ts";

const hash = createHash("sha256").update(COPY_SOURCE).digest("hex").slice(0, 12);

/** No region is a single dash. Its name changes with its content, so that it may be kept for ever. */
export const COPY_SCRIPT_PATH = `/verwaltung/-/copy-${hash}.js`;

export const COPY_SCRIPT = {
  body: COPY_SOURCE,
  headers: {
    "content-type": "text/javascript; charset=utf-8",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "public, max-age=31536000, immutable",
  },
} as const;

/** Of the page that shows a new key, and of no other. */
export const COPY_POLICY: readonly string[] = ["script-src 'self'"];
