/** The routes of contacts.csv: download, upload with preview, confirm. Nothing is kept in between. */
import type { Hono } from "hono";
import { contactsFile, judgeContacts, takeContacts } from "../../functions/usecases/county/contactsFile.ts";
import { contactsPreview, UPLOAD_PATH } from "./contactsUpload.ts";
import type { Fault } from "./frame.ts";
import { problemsPage } from "./master/pages.ts";
import { wordsOf } from "./master/parts.ts";
import { pathOf, ROOT, type PageSeat, type PartOptions } from "./seat.ts";

const MOST_UPLOAD = 1_000_000;

/** @param list the page of all members, with what was wrong */
export function addContactsUpload(
  app: Hono,
  { ports, forAdmin }: PartOptions,
  list: (seat: PageSeat, faults: readonly Fault[], status: number) => Promise<Response>,
): void {
  const path = `${ROOT}/:region/${UPLOAD_PATH}`;
  const refused = (seat: PageSeat, text: string, status: number) => list(seat, [{ field: "kontakte", text }], status);

  /** What was sent, or the answer to it. */
  async function sent(seat: PageSeat): Promise<FormData | Response> {
    const { c, gate, about, speech } = seat;
    const posted = await gate.readFiles(c, about, MOST_UPLOAD);
    if ("form" in posted) return posted.form;
    if (posted.kind === "form") return refused(seat, wordsOf(speech).upload.empty, 413);
    return refused(seat, speech.words.refused[posted.kind], 403);
  }

  app.get(
    path,
    forAdmin("mitglieder", async ({ c, region }) =>
      c.body(await contactsFile(ports, region.id), 200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="contacts.csv"',
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      }),
    ),
  );

  app.post(
    path,
    forAdmin("mitglieder", async (seat) => {
      const { speech, region, csrf } = seat;
      const form = await sent(seat);
      if (form instanceof Response) return form;
      const file = form.get("kontakte");
      if (file === null || typeof file === "string" || file.size === 0)
        return refused(seat, wordsOf(speech).upload.none, 422);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const judged = await judgeContacts(ports, region.id, bytes);
      if (judged.kind === "same") return refused(seat, wordsOf(speech).upload.same, 422);
      if (judged.kind === "invalid")
        return seat.answer(problemsPage(judged.problems, pathOf(region.id, "mitglieder"), speech), 422);
      const text = new TextDecoder().decode(bytes);
      return seat.answer(contactsPreview({ region: region.id, csrf, text }, judged, speech));
    }),
  );

  app.post(
    `${path}/uebernehmen`,
    forAdmin("mitglieder", async (seat) => {
      const { speech, region, person } = seat;
      const form = await sent(seat);
      if (form instanceof Response) return form;
      const [text, version] = [form.get("tabelle"), form.get("version")];
      if (typeof text !== "string" || typeof version !== "string" || !/^\d{1,9}$/.test(version))
        return refused(seat, wordsOf(speech).upload.none, 422);
      const wanted = { bytes: new TextEncoder().encode(text), version: Number(version), by: person.subject };
      const outcome = await takeContacts(ports, region.id, wanted);
      if (outcome.kind === "taken") return seat.leave("mitglieder?erledigt=imported");
      if (outcome.kind === "invalid")
        return seat.answer(problemsPage(outcome.problems, pathOf(region.id, "mitglieder"), speech), 422);
      return refused(seat, wordsOf(speech).upload[outcome.kind], outcome.kind === "stale" ? 409 : 422);
    }),
  );
}
