/** A file of open data over HTTP: anybody's page may read it, and nobody need fetch again what has not changed (RFC 9110). */
import type { Context } from "hono";
import { createHash } from "node:crypto";

export interface Answerable {
  readonly body: string;
  readonly type: string;
  readonly fileName: string;
  /** RFC 3339; null where nothing says when it changed. */
  readonly changedAt: string | null;
}

/** For reading, from anywhere, without credentials. */
export const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Last-Modified, Content-Length",
} as const;

/** So long a copy counts without being asked for again. */
const FRESH_SECONDS = 300;

export function answerFile(c: Context, { body, type, fileName, changedAt }: Answerable): Response {
  const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"`;
  const modified = changedAt === null ? undefined : new Date(Math.floor(Date.parse(changedAt) / 1000) * 1000);
  const headers: Record<string, string> = {
    ...CORS,
    etag,
    "cache-control": `public, max-age=${FRESH_SECONDS}`,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "cross-origin",
    "content-security-policy": "default-src 'none'; sandbox",
    ...(modified === undefined ? {} : { "last-modified": modified.toUTCString() }),
  };
  if (isUnchanged(c, etag, modified)) return c.body(null, 304, headers);
  return c.body(body, 200, {
    ...headers,
    "content-type": type,
    "content-disposition": `inline; filename="${fileName}"`,
  });
}

/** An entity tag counts before a date. */
function isUnchanged(c: Context, etag: string, modified: Date | undefined): boolean {
  const tags = c.req.header("if-none-match");
  if (tags !== undefined)
    return tags.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
  const since = Date.parse(c.req.header("if-modified-since") ?? "");
  return modified !== undefined && Number.isFinite(since) && modified.getTime() <= since;
}

export function answerPreflight(c: Context): Response {
  return c.body(null, 204, {
    ...CORS,
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
    "access-control-allow-headers": "If-None-Match, If-Modified-Since",
    "access-control-max-age": "86400",
  });
}
