/** The routes of a county's year. GET reads; a POST asks. */
import type { Hono } from "hono";
import { html } from "hono/html";
import { InputError, type Problem } from "../../../domain/problem.ts";
import { isBase, NO_CHANGE, type YearChange } from "../../../domain/year/scenario.ts";
import { yearFile } from "../../../functions/usecases/year/files.ts";
import { YEAR_SECONDS, YearId } from "../../../functions/usecases/year/question.ts";
import { askedYears, readYear } from "../../../functions/usecases/year/readYears.ts";
import { startYear } from "../../../functions/usecases/year/startYear.ts";
import { yearChoices } from "../../../functions/usecases/year/yearChoices.ts";
import { speechOf } from "../../language/speech.ts";
import type { Fault } from "../frame.ts";
import { problemTable } from "../master/parts.ts";
import { readForm } from "../posted.ts";
import { ROOT, type PageSeat, type PartOptions } from "../seat.ts";
import { COUNTY_WORDS } from "../words/index.ts";
import { wordsOf } from "../whatIf/scenarios.ts";
import { changeText } from "./changeText.ts";
import { yearPage } from "./listPage.ts";
import { yearWords } from "./parts.ts";
import { readChange } from "./readChange.ts";
import { resultPage } from "./resultPage.ts";

/** Files are papers of the administration. */
const GERMAN = speechOf(COUNTY_WORDS, "de");

interface More {
  readonly typed?: Readonly<Record<string, string>>;
  readonly faults?: readonly Fault[];
  readonly problems?: readonly Problem[];
  readonly status?: number;
}

export function addYear(app: Hono, { ports, forAdmin }: PartOptions): void {
  const path = `${ROOT}/:region/szenarien/jahr`;

  const show = async (seat: PageSeat, { typed = {}, faults = [], problems, status = 200 }: More = {}) => {
    const { region, csrf, speech } = seat;
    const [choices, years] = await Promise.all([yearChoices(ports, region.id), askedYears(ports, region.id)]);
    const words = yearWords(speech);
    const said =
      problems === undefined
        ? undefined
        : html`<div class="faults" role="alert"><p>${words.faults.impossible}</p></div>
            ${problemTable(problems, words.failed.problems, speech)}`;
    return seat.answer(
      yearPage({ region: region.id, csrf, choices, years, typed, faults, problems: said }, speech),
      status,
    );
  };

  const begin = async (seat: PageSeat, change: YearChange, typed: Readonly<Record<string, string>>) => {
    try {
      const outcome = await startYear(ports, { region: seat.region.id, change, by: seat.person.subject });
      if (outcome.kind === "noWeek") return await show(seat, { typed, status: 409 });
      return seat.leave(`szenarien/jahr/${outcome.id}`);
    } catch (error) {
      if (error instanceof InputError) return show(seat, { typed, problems: error.problems, status: 422 });
      throw error;
    }
  };

  app.get(
    path,
    forAdmin("szenarien", (seat) => show(seat)),
  );

  app.post(
    path,
    forAdmin("szenarien", async (seat) => {
      const form = await readForm(seat);
      if (!form.ok) return show(seat, { faults: [{ text: form.cause }], status: 403 });
      const typed = Object.fromEntries(form.fields);
      if (typed["jahr"] === "heute") return begin(seat, NO_CHANGE, {});
      const choices = await yearChoices(ports, seat.region.id);
      if (choices === undefined) return show(seat, { typed, status: 409 });
      const { faults: say } = yearWords(seat.speech);
      const siteSay = wordsOf(seat.speech).site.problems;
      const read = readChange(typed, choices);
      if ("wrong" in read) {
        const text = (name: (typeof read.wrong)[number]): string =>
          name in say ? say[name as keyof typeof say] : siteSay[name as keyof typeof siteSay];
        const faults = read.wrong.map((name) => ({ field: name, text: text(name) }));
        return show(seat, { typed, faults, status: 422 });
      }
      if (isBase(read.change))
        return show(seat, { typed, faults: [{ field: "ohne", text: say.nothing }], status: 422 });
      return begin(seat, read.change, typed);
    }),
  );

  app.get(
    `${path}/:year`,
    forAdmin("szenarien", async (seat) => {
      const id = YearId.safeParse(seat.c.req.param("year"));
      const { region, csrf, speech } = seat;
      const read = id.success ? await readYear(ports, region.id, id.data) : undefined;
      if (read === undefined) return seat.unknown();
      const names = (await yearChoices(ports, region.id)) ?? { members: [], plants: [] };
      const latest = new Date(Date.parse(read.asked.startedAt) + 1000 * YEAR_SECONDS).toISOString();
      return seat.answer(resultPage({ region: region.id, csrf, read, names, latest }, speech));
    }),
  );

  app.post(
    `${path}/:year`,
    forAdmin("szenarien", async (seat) => {
      const form = await readForm(seat);
      if (!form.ok) return show(seat, { faults: [{ text: form.cause }], status: 403 });
      const id = YearId.safeParse(seat.c.req.param("year"));
      const read = id.success ? await readYear(ports, seat.region.id, id.data) : undefined;
      return read === undefined ? seat.unknown() : begin(seat, read.asked.change, {});
    }),
  );

  app.get(
    `${path}/:year/:file`,
    forAdmin("szenarien", async (seat) => {
      const id = YearId.safeParse(seat.c.req.param("year"));
      if (!id.success) return seat.unknown();
      const { region } = seat;
      const names = (await yearChoices(ports, region.id)) ?? { members: [], plants: [] };
      const title = (change: YearChange): string => changeText(change, names, GERMAN);
      const file = await yearFile(ports, region, id.data, seat.c.req.param("file") ?? "", title);
      if (file === undefined) return seat.unknown();
      return seat.c.body(Uint8Array.from(file.bytes), 200, {
        "content-type": file.type,
        "content-disposition": `attachment; filename="${file.name}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      });
    }),
  );
}
