/** The routes of the master data: read, upload, confirm, put back. */
import type { Hono } from "hono";
import { hasErrors } from "../../../domain/problem.ts";
import {
  confirmPreview,
  masterVersions,
  restorable,
  restoreMaster,
  type ChangeOutcome,
} from "../../../functions/usecases/master/changeMaster.ts";
import { masterState } from "../../../functions/usecases/master/masterState.ts";
import { previewUpload } from "../../../functions/usecases/master/preview.ts";
import { masterFiles, tableRows } from "../../../functions/usecases/master/tables.ts";
import type { Folder } from "../../../functions/usecases/regions/currentFolder.ts";
import type { Fault } from "../frame.ts";
import { readForm } from "../posted.ts";
import { pathOf, ROOT, type PageSeat, type PartOptions } from "../seat.ts";
import { masterPage, previewPage, problemsPage, restorePage, tablePage } from "./pages.ts";
import { wordsOf } from "./parts.ts";

/** A function takes six megabytes, files as base64 are a third longer. */
const MOST_UPLOAD = 4_200_000;

export function addMaster(app: Hono, { ports, forAdmin }: PartOptions): void {
  const path = `${ROOT}/:region/stammdaten`;
  const list = async (seat: PageSeat, faults: readonly Fault[] = [], status = 200): Promise<Response> => {
    const { region, csrf, speech, c } = seat;
    const { files, problems } = await masterFiles(ports, region.id);
    const versions = await masterVersions(ports, region.id);
    const done = c.req.query("erledigt");
    const { notices } = wordsOf(speech);
    const said = done === "uebernommen" || done === "zurueckgesetzt" ? notices[done] : undefined;
    const warnings = hasErrors(problems) ? problems : problems.filter(({ severity }) => severity === "warning");
    return seat.answer(
      masterPage({ ...{ region: region.id, csrf, files, versions, warnings, faults }, notice: said }, speech),
      status,
    );
  };
  const refused = (seat: PageSeat, text: string, status: number) => list(seat, [{ text }], status);
  const changed = (seat: PageSeat, outcome: ChangeOutcome, done: string): Promise<Response> | Response => {
    const { upload } = wordsOf(seat.speech);
    if (outcome.kind === "changed") return seat.leave(`stammdaten?erledigt=${done}`);
    if (outcome.kind === "invalid")
      return seat.answer(problemsPage(outcome.problems, pathOf(seat.region.id, "stammdaten"), seat.speech), 422);
    return refused(seat, upload[outcome.kind], 409);
  };

  app.get(
    path,
    forAdmin("stammdaten", (seat) => list(seat)),
  );

  app.post(
    `${path}/vorschau`,
    forAdmin("stammdaten", async (seat) => {
      const { c, gate, about, speech, region, person, csrf } = seat;
      const posted = await gate.readFiles(c, about, MOST_UPLOAD);
      if (!("form" in posted)) {
        if (posted.kind === "form") return refused(seat, wordsOf(speech).upload.empty, 413);
        return refused(seat, speech.words.refused[posted.kind], 403);
      }
      const { files, faults } = await uploadedOf(posted.form, seat);
      if (faults.length > 0) return list(seat, faults, 422);
      const outcome = await previewUpload(ports, region.id, person.subject, files);
      const { upload } = wordsOf(speech);
      if (outcome.kind === "preview") return seat.answer(previewPage(region.id, outcome.preview, csrf, speech));
      if (outcome.kind === "invalid")
        return seat.answer(problemsPage(outcome.preview.problems, pathOf(region.id, "stammdaten"), speech), 422);
      if (outcome.kind === "same") return list(seat, [{ field: "dateien", text: upload.same }], 422);
      return list(
        seat,
        outcome.files.map(({ file, why }) => ({ field: "dateien", text: upload[why](file) })),
        422,
      );
    }),
  );

  app.post(
    `${path}/uebernehmen`,
    forAdmin("stammdaten", async (seat) => {
      const form = await readForm(seat);
      if (!form.ok) return refused(seat, form.cause, 403);
      const id = form.fields.get("vorschau") ?? "";
      return changed(seat, await confirmPreview(ports, seat.region.id, seat.person.subject, id), "uebernommen");
    }),
  );

  app.get(
    `${path}/stand/:version`,
    forAdmin("stammdaten", async (seat) => {
      const found = await restorable(ports, seat.region.id, versionOf(seat));
      if (found === undefined) return seat.unknown();
      return seat.answer(restorePage(seat.region.id, found, seat.csrf, seat.speech));
    }),
  );

  app.post(
    `${path}/stand/:version`,
    forAdmin("stammdaten", async (seat) => {
      const form = await readForm(seat);
      if (!form.ok) return refused(seat, form.cause, 403);
      const expected = form.fields.get("stand") ?? "";
      const wanted = { version: versionOf(seat), by: seat.person.subject, expected };
      return changed(seat, await restoreMaster(ports, seat.region.id, wanted), "zurueckgesetzt");
    }),
  );

  app.get(
    `${path}/:file/datei`,
    forAdmin("stammdaten", async (seat) => {
      const name = seat.c.req.param("file") ?? "";
      const bytes = (await masterState(ports, seat.region.id)).files.get(name);
      if (bytes === undefined) return seat.unknown();
      const type = name.endsWith(".csv")
        ? "text/csv"
        : name.endsWith(".geojson")
          ? "application/geo+json"
          : "application/json";
      return seat.c.body(Uint8Array.from(bytes), 200, {
        "content-type": `${type}; charset=utf-8`,
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      });
    }),
  );

  app.get(
    `${path}/:file`,
    forAdmin("stammdaten", async (seat) => {
      const shown = tableRows(await masterState(ports, seat.region.id), seat.c.req.param("file") ?? "");
      return shown === undefined ? seat.unknown() : seat.answer(tablePage(seat.region.id, shown, seat.speech));
    }),
  );
}

const versionOf = ({ c }: PageSeat): number => {
  const given = c.req.param("version") ?? "";
  return /^[1-9]\d{0,5}$/.test(given) ? Number(given) : 0;
};

async function uploadedOf(form: FormData, { speech }: PageSeat): Promise<{ files: Folder; faults: Fault[] }> {
  const { upload } = wordsOf(speech);
  const files = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  for (const one of form.getAll("dateien")) {
    // A field without a choice is sent as a file without a name.
    if (typeof one === "string" || one.name === "") continue;
    if (files.has(one.name)) faults.push({ field: "dateien", text: upload.twice(one.name) });
    files.set(one.name, new Uint8Array(await one.arrayBuffer()));
  }
  if (files.size === 0) faults.push({ field: "dateien", text: upload.none });
  return { files, faults };
}
