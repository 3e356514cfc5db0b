/** What a form of the administration sent, once it passed the gate. */
import type { Seat } from "./seat.ts";

export type PostedForm =
  | { readonly ok: true; readonly fields: URLSearchParams }
  /** In the reader's words. */
  | { readonly ok: false; readonly cause: string };

export async function readForm({ c, gate, about, speech }: Seat): Promise<PostedForm> {
  const posted = await gate.read(c, about);
  if (posted.kind === "form" && "fields" in posted) return { ok: true, fields: posted.fields };
  return { ok: false, cause: speech.words.refused[posted.kind] };
}
