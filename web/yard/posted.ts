/** A report as a form sends it: with a photo as several parts, without one by the script as an ordinary form. */
import type { Context } from "hono";
import type { Gate, Posted } from "../approval/gate.ts";

export type PostedReport =
  | {
      readonly kind: "form";
      readonly fields: URLSearchParams;
      /** Undefined where none was chosen. */
      readonly photo?: Uint8Array<ArrayBuffer>;
    }
  | Exclude<Posted, { readonly fields: URLSearchParams }>;

/** No function is sent more; a camera's own photo may be as large. */
const MOST_UPLOAD = 6 * 1024 * 1024;
const PHOTO = "photo";

export async function postedReport(gate: Gate, c: Context, secret: string): Promise<PostedReport> {
  if (!(c.req.header("content-type") ?? "").toLowerCase().startsWith("multipart/form-data"))
    return gate.read(c, secret);
  const posted = await gate.readFiles(c, secret, MOST_UPLOAD);
  if (posted.kind !== "form" || !("form" in posted)) return posted;
  const { form } = posted;
  const fields = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string") fields.append(name, value);
  const given = form.get(PHOTO);
  // A browser sends an empty file where none was chosen.
  if (given === null || typeof given === "string" || given.size === 0) return { kind: "form", fields };
  return { kind: "form", fields, photo: new Uint8Array(await given.arrayBuffer()) };
}
