/** What the forms of the settlement's pages do. Whoever may not do it is told so by the same page that has no such form. */
import type { Hono } from "hono";
import { InputError } from "../../domain/problem.ts";
import { Decision } from "../../domain/settlement/weighing.ts";
import { ApiProblem } from "../../functions/usecases/apiProblem.ts";
import { closeSettlement } from "../../functions/usecases/settlement/closeSettlement.ts";
import { correctSettlement } from "../../functions/usecases/settlement/correct.ts";
import { askBack } from "../../functions/usecases/weighings/askBack.ts";
import { decideWeighing, recordTour, resolveStuck } from "../../functions/usecases/weighings/decide.ts";
import { confirmFile, previewFile } from "../../functions/usecases/weighings/filePreview.ts";
import { previewTable } from "./forms.ts";
import { overview, periodOf, settlementPage, type Faults } from "./pages.ts";
import { periodQuery, ROOT, type Seated, type SettlementPorts, type SettlementSeat } from "./seat.ts";

/** A function takes six megabytes; files as base64 are a third longer. */
const MOST_UPLOAD = 2_500_000;

type Fields = Pick<URLSearchParams, "get">;

export function addActions(app: Hono, ports: SettlementPorts, seated: Seated): void {
  const weeksOf = (fields: Fields): string[] | "wrong" | undefined =>
    periodOf(fields.get("von") ?? undefined, fields.get("bis") ?? undefined);
  const back = (seat: SettlementSeat, fields: Fields, done: string): Response => {
    const weeks = weeksOf(fields);
    const query = weeks === undefined || weeks === "wrong" ? "?" : `${periodQuery(weeks)}&`;
    return seat.leave(`${query}erledigt=${done}`);
  };
  const refused = (seat: SettlementSeat, fields: Fields | null, faults: Faults, status: number): Promise<Response> =>
    overview(ports, seat, fields === null ? undefined : weeksOf(fields), faults, status);

  /** Reads the form, does what it asks for, and says on the page what is against it. */
  const acting = (who: "works" | "closes", act: (seat: SettlementSeat, fields: URLSearchParams) => Promise<Response>) =>
    seated(async (seat) => {
      if (!seat[who]) return seat.unknown();
      const posted = await seat.gate.read(seat.c, seat.about);
      if (posted.kind !== "form" || !("fields" in posted))
        return refused(seat, null, { other: seat.speech.words.refused[posted.kind] }, 403);
      try {
        return await act(seat, posted.fields);
      } catch (error) {
        if (error instanceof ApiProblem && error.status < 500)
          return refused(seat, posted.fields, { other: error.message }, error.status);
        throw error;
      }
    });

  app.post(
    `${ROOT}/:region/entscheiden`,
    acting("works", async (seat, fields) => {
      const decision = Decision.safeParse(decisionOf(fields));
      if (!decision.success) return refused(seat, fields, { other: seat.speech.words.refused.form }, 422);
      const by = seat.person.subject;
      await decideWeighing(ports, seat.region.id, { ticket: fields.get("schein") ?? "", decision: decision.data, by });
      return back(seat, fields, "decided");
    }),
  );

  app.post(
    `${ROOT}/:region/nachfragen`,
    acting("works", async (seat, fields) => {
      const weeks = weeksOf(fields);
      if (weeks === undefined || weeks === "wrong") return refused(seat, fields, {}, 422);
      const { asked, held, nobody, failed } = await askBack(ports, {
        ...{ region: seat.region.id, weeks, by: seat.person.subject },
      });
      return seat.leave(`${periodQuery(weeks)}&gefragt=${asked}-${held}-${nobody}-${failed}`);
    }),
  );

  app.post(
    `${ROOT}/:region/erledigen`,
    acting("works", async (seat, fields) => {
      const kind = fields.get("was") === "take" ? "take" : "drop";
      const reason = (fields.get("grund") ?? "").trim();
      if (reason.length < 3) return refused(seat, fields, { other: seat.speech.words.refused.form }, 422);
      const asked = {
        id: fields.get("punkt") ?? "",
        kind,
        reason: reason.slice(0, 500),
        by: seat.person.subject,
      } as const;
      await resolveStuck(ports, seat.region.id, asked);
      return back(seat, fields, "decided");
    }),
  );

  app.post(
    `${ROOT}/:region/tour`,
    acting("works", async (seat, fields) => {
      const reason = (fields.get("grund") ?? "").trim().slice(0, 500);
      const [week, tourId] = [fields.get("woche") ?? "", fields.get("tour") ?? ""];
      const wrong =
        reason.length < 3 || periodOf(week, week) === "wrong" || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(tourId);
      if (wrong) return refused(seat, fields, { other: seat.speech.words.refused.form }, 422);
      const fate = { kind: "cancelled", reason } as const;
      await recordTour(ports, seat.region.id, { week, tourId, fate, by: seat.person.subject });
      return back(seat, fields, "decided");
    }),
  );

  app.post(
    `${ROOT}/:region/vorschau`,
    seated(async (seat) => {
      if (!seat.works) return seat.unknown();
      const { words } = seat.speech;
      const posted = await seat.gate.readFiles(seat.c, seat.about, MOST_UPLOAD);
      if (!("form" in posted)) return refused(seat, null, { upload: words.refused[posted.kind] }, 403);
      const fields = textsOf(posted.form);
      const file = posted.form.get("datei");
      if (!(file instanceof File) || file.size === 0) return refused(seat, fields, { upload: words.upload.none }, 422);
      const weeks = weeksOf(fields);
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const given = {
          file: file.name.slice(0, 120),
          bytes,
          profile: fields.get("profil") ?? "",
          by: seat.person.subject,
        };
        const preview = await previewFile(ports, seat.region.id, given);
        const shown = weeks === undefined || weeks === "wrong" ? [] : weeks;
        const around = { region: seat.region.id, csrf: seat.csrf, weeks: shown };
        return await seat.show({ title: words.upload.preview, main: previewTable(around, preview, seat.speech) });
      } catch (error) {
        const said = faultsOf(error);
        if (said === undefined) throw error;
        return refused(seat, fields, { upload: said }, 422);
      }
    }),
  );

  app.post(
    `${ROOT}/:region/einlesen`,
    acting("works", async (seat, fields) => {
      const taken = await confirmFile(ports, seat.region.id, seat.person.subject, fields.get("vorschau") ?? "");
      if (taken === undefined) return refused(seat, fields, { upload: seat.speech.words.upload.again }, 409);
      return back(seat, fields, "taken");
    }),
  );

  app.post(
    `${ROOT}/:region/abschliessen`,
    acting("closes", async (seat, fields) => {
      const weeks = weeksOf(fields);
      if (weeks === undefined || weeks === "wrong") return refused(seat, fields, {}, 422);
      if (fields.get("geprueft") !== "ja")
        return refused(seat, fields, { closing: seat.speech.words.closing.missing }, 422);
      const asked = { weeks, expected: fields.get("stand") ?? "", by: seat.person.subject };
      const closed = await closeSettlement(ports, seat.region.id, asked);
      return seat.leave(`${closed.id}?erledigt=closed`);
    }),
  );

  app.post(
    `${ROOT}/:region/:settlement{[0-9]{4}-W[0-9]{2}_[0-9]{4}-W[0-9]{2}}/berichtigen`,
    seated(async (seat) => {
      if (!seat.closes) return seat.unknown();
      const posted = await seat.gate.read(seat.c, seat.about);
      if (posted.kind !== "form" || !("fields" in posted))
        return settlementPage(ports, seat, seat.speech.words.refused[posted.kind], 403);
      const reason = (posted.fields.get("anlass") ?? "").trim().slice(0, 1000);
      const id = seat.c.req.param("settlement") ?? "";
      if (reason.length < 3) return settlementPage(ports, seat, seat.speech.words.refused.form, 422);
      try {
        await correctSettlement(ports, seat.region.id, { id, reason, by: seat.person.subject });
      } catch (error) {
        if (error instanceof ApiProblem && error.status < 500)
          return settlementPage(ports, seat, error.message, error.status);
        throw error;
      }
      return seat.leave(`${id}?erledigt=corrected`);
    }),
  );
}

function decisionOf(fields: Fields): unknown {
  const kind = fields.get("was");
  const [tourId = "", stop = ""] = (fields.get("entladung") ?? "").split(" ");
  if (kind === "match") return { kind, tourId, stop: Number(stop) };
  return kind === "confirm" ? { kind } : { kind, reason: fields.get("grund") ?? "" };
}

const textsOf = (form: FormData): Fields => ({
  get: (name) => {
    const value = form.get(name);
    return typeof value === "string" ? value : null;
  },
});

function faultsOf(error: unknown): string | undefined {
  if (error instanceof ApiProblem) return error.message;
  return error instanceof InputError
    ? error.problems.map(({ cause, action }) => `${cause} ${action}`).join(" ")
    : undefined;
}
