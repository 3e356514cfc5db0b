/** How the yard's pages answer: with a page, with a word for the script, or with the way to another page. */
import type { Context } from "hono";
import type { PageParts } from "../page.ts";
import { PRIVATE } from "../private.ts";

export type Show = (c: Context, parts: PageParts, status?: number) => Promise<Response>;

export function keepPrivate(c: Context): void {
  for (const [name, value] of Object.entries(PRIVATE)) c.header(name, value);
}

export function json(c: Context, status: number, body: object): Response {
  keepPrivate(c);
  return c.json(body, status as 200);
}

/** A path of ours, so that no host of a request ever gets into it. */
export function leave(c: Context, path: string): Response {
  keepPrivate(c);
  return c.redirect(path, 303);
}
