/** The routes of agreements: read, answer a question, record what was signed on paper. */
import type { Hono } from "hono";
import { isOnPaper } from "../../functions/usecases/agreements/evaluate.ts";
import { answerQuestion } from "../../functions/usecases/agreements/answers.ts";
import { recordPaper } from "../../functions/usecases/agreements/paper.ts";
import { findRecord } from "../../functions/usecases/agreements/readAgreement.ts";
import { readStatus } from "../../functions/usecases/agreements/status.ts";
import { ApiProblem } from "../../functions/usecases/apiProblem.ts";
import { agreementLines } from "../../functions/usecases/county/agreements.ts";
import { agreementPage, agreementsPage } from "./agreements.ts";
import type { Fault } from "./frame.ts";
import { readForm } from "./posted.ts";
import { ROOT, type PageSeat, type PartOptions } from "./seat.ts";

const MOST_UPLOAD = 4_200_000;
const DATES = ["resolutionDate", "supervisoryDate", "publicationDate"] as const;
const TYPES = ["application/pdf", "image/jpeg", "image/png", "image/tiff"] as const;

export function addAgreements(app: Hono, { ports, forAdmin }: PartOptions): void {
  const path = `${ROOT}/:region/vereinbarungen`;
  const idOf = ({ c }: PageSeat): string => c.req.param("agreement") ?? "";

  const shown = async (seat: PageSeat, faults: readonly Fault[] = [], status = 200, typed = {}): Promise<Response> => {
    const { region, csrf, speech, c } = seat;
    if ((await findRecord(ports.store, region.id, idOf(seat))) === undefined) return seat.unknown();
    const found = await readStatus(ports.store, region.id, idOf(seat));
    const { paper, questions } = speech.words.agreements;
    const done = c.req.query("erledigt");
    const said = done === "papier" ? paper.saved : done === "antwort" ? questions.answered : undefined;
    const view = { region: region.id, csrf, status: found, onPaper: isOnPaper(found.agreement), said, faults, typed };
    return seat.answer(agreementPage(view, speech), status);
  };

  app.get(
    path,
    forAdmin("vereinbarungen", async ({ region, speech, answer }) =>
      answer(agreementsPage(region.id, await agreementLines(ports.store, region.id), speech)),
    ),
  );
  app.get(
    `${path}/:agreement`,
    forAdmin("vereinbarungen", (seat) => shown(seat)),
  );

  app.post(
    `${path}/:agreement/antwort`,
    forAdmin("vereinbarungen", async (seat) => {
      const form = await readForm(seat);
      if (!form.ok) return shown(seat, [{ text: form.cause }], 403);
      const { region, person, speech } = seat;
      const question = form.fields.get("frage") ?? "";
      const text = (form.fields.get(`antwort-${question}`) ?? "").trim();
      const fault = { field: `antwort-${question}`, text: speech.words.agreements.questions.missing };
      if (text === "" || text.length > 2000) return shown(seat, [fault], 422);
      if ((await findRecord(ports.store, region.id, idOf(seat))) === undefined) return seat.unknown();
      const { versions } = await readStatus(ports.store, region.id, idOf(seat));
      const key = { region: region.id, agreement: idOf(seat), version: versions.at(-1)!.version };
      try {
        await answerQuestion(ports, key, { question, text, by: person.subject });
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        return error.status === 404 ? seat.unknown() : shown(seat, [{ text: error.message }], error.status);
      }
      return seat.leave(`vereinbarungen/${idOf(seat)}?erledigt=antwort`);
    }),
  );

  app.post(
    `${path}/:agreement/papier`,
    forAdmin("vereinbarungen", async (seat) => {
      const { c, gate, about, speech, region, person } = seat;
      const { paper } = speech.words.agreements;
      const posted = await gate.readFiles(c, about, MOST_UPLOAD);
      if (!("form" in posted)) {
        const large = posted.kind === "form";
        return shown(seat, [{ text: large ? paper.tooLarge : speech.words.refused[posted.kind] }], large ? 413 : 403);
      }
      const { form } = posted;
      const texts = Object.fromEntries(DATES.map((name) => [name, textOf(form.get(name))])) as Record<
        (typeof DATES)[number],
        string
      >;
      const scan = form.get("scan");
      const contentType = TYPES.find((type) => scan instanceof File && scan.type === type);
      const missing = DATES.find((name) => !/^\d{4}-\d{2}-\d{2}$/.test(texts[name]));
      const faults: Fault[] = [
        ...(contentType === undefined ? [{ field: "scan", text: paper.missingScan }] : []),
        ...(missing === undefined ? [] : [{ field: missing, text: paper.missingDate }]),
      ];
      if (faults.length > 0 || contentType === undefined || !(scan instanceof File))
        return shown(seat, faults, 422, texts);
      const version = Number(textOf(form.get("fassung")));
      const key = { region: region.id, agreement: idOf(seat), version: Number.isInteger(version) ? version : 0 };
      const given = {
        ...texts,
        contentType,
        scan: Buffer.from(await scan.arrayBuffer()).toString("base64"),
        by: person.subject,
      };
      try {
        await recordPaper(ports, key, given);
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (error.status === 404) return seat.unknown();
        const all = error.problems.map(({ pointer, cause, action }) => ({
          field: pointer.slice(1),
          text: `${cause} ${action}`,
        }));
        return shown(seat, all.length > 0 ? all : [{ text: error.message }], error.status, texts);
      }
      return seat.leave(`vereinbarungen/${idOf(seat)}?erledigt=papier`);
    }),
  );
}

const textOf = (value: ReturnType<FormData["get"]>): string => (typeof value === "string" ? value : "");
