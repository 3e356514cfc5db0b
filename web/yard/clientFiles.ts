/** The two scripts of the yard's pages, where they lie and under which headers. */
import { createHash } from "node:crypto";
import { FORM_SOURCE, WORKER_SOURCE } from "./client/sources.ts";

export interface ClientFile {
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** No token of a sticker is a single dash. */
export const CLIENT_FOLDER = "/m/-";
const hash = createHash("sha256").update(FORM_SOURCE).digest("hex").slice(0, 12);

/** Its name changes with its content, so that it may be kept for ever. */
export const FORM_SCRIPT_PATH = `${CLIENT_FOLDER}/form-${hash}.js`;
/** A worker's name must not change: browsers ask for it again to see whether there is a newer one. */
export const WORKER_PATH = `${CLIENT_FOLDER}/worker.js`;

const TYPE = {
  "content-type": "text/javascript; charset=utf-8",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

export const CLIENT_FILES: readonly ClientFile[] = [
  {
    path: FORM_SCRIPT_PATH,
    body: FORM_SOURCE,
    headers: { ...TYPE, "cache-control": "public, max-age=31536000, immutable" },
  },
  {
    path: WORKER_PATH,
    body: WORKER_SOURCE,
    headers: {
      ...TYPE,
      "cache-control": "no-cache",
      // It looks after the form under a sticker and after the one for whoever signed in.
      "service-worker-allowed": "/",
      "content-security-policy": "default-src 'none'; connect-src 'self'",
    },
  },
];

/** Photos of reports, for whoever signed in. */
export const PHOTO_POLICY = "img-src 'self'";
/** Scripts of ours alone, from files; they may ask this site and start the worker. */
export const SCRIPT_POLICY: readonly string[] = ["script-src 'self'", "connect-src 'self'", "worker-src 'self'"];
