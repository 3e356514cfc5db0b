/** Published keys (JWKS), from a file or an address; the only thing that verifying ever asks the net for. */
import { readFile } from "node:fs/promises";
import type { JSONWebKeySet } from "jose";
import * as z from "zod";
import { InputError } from "../domain/problem.ts";

const Jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const PATIENCE_MS = 10_000;

/** @throws InputError `keys.unreadable` */
export async function readKeys(from: string): Promise<JSONWebKeySet> {
  try {
    const text = /^https?:\/\//.test(from) ? await fetched(from) : await readFile(from, "utf8");
    return Jwks.parse(JSON.parse(text)) as JSONWebKeySet;
  } catch (error) {
    const cause = `No keys can be read there: ${error instanceof z.ZodError ? "it is no JWKS" : (error as Error).message}.`;
    const action = "Give the answer of /api/keys as a file, or its address.";
    throw new InputError([{ code: "keys.unreadable", severity: "error", place: { file: from }, cause, action }]);
  }
}

async function fetched(address: string): Promise<string> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`the answer was ${answer.status}`);
  return answer.text();
}

/** A plan.json on its own, which somebody may take for the file that holds everything. */
export function isPlanText(text: string): boolean {
  try {
    return (JSON.parse(text) as { provenance?: unknown } | null)?.provenance !== undefined;
  } catch {
    return false;
  }
}
