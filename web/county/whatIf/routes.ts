/** The routes of scenarios and trial weeks. */
import type { Hono } from "hono";
import { html } from "hono/html";
import type { Problem } from "../../../domain/problem.ts";
import { addWeeks, isWeek } from "../../../domain/week.ts";
import { scenarios } from "../../../functions/usecases/county/scenarios.ts";
import { readIndex } from "../../../functions/usecases/records/region.ts";
import { readPoints } from "../../../functions/usecases/records/point.ts";
import { withSite } from "../../../functions/usecases/trials/newSite.ts";
import { startTrial, thisWeek, trials, trialWeeks } from "../../../functions/usecases/trials/trials.ts";
import type { Html } from "../../page.ts";
import type { Fault } from "../frame.ts";
import { problemTable, wordsOf as masterWords } from "../master/parts.ts";
import { readForm } from "../posted.ts";
import { ROOT, type PageSeat, type PartOptions } from "../seat.ts";
import { scenarioPage, wordsOf } from "./scenarios.ts";
import { readCo2Price, readPercent, readSite } from "./readSite.ts";
import { trialPage } from "./trials.ts";

/** So many weeks before and after this one may be chosen. */
const WEEKS_BACK = 12;
const WEEKS_AHEAD = 4;
/** Shown and added up. */
const MOST_WEEKS = 8;

interface More {
  readonly faults?: readonly Fault[];
  readonly typed?: Readonly<Record<string, string>>;
  readonly problems?: readonly Problem[];
  readonly status?: number;
}

export function addWhatIf(app: Hono, { ports, forAdmin }: PartOptions): void {
  const scenarioPath = `${ROOT}/:region/szenarien`;
  const trialPath = `${ROOT}/:region/probebetrieb`;

  const showScenarios = async (seat: PageSeat, { faults = [], typed, problems, status = 200 }: More = {}) => {
    const { c, region, csrf, speech } = seat;
    const words = wordsOf(speech);
    const [gate, haulage] = [readPercent(c.req.query("annahme")), readPercent(c.req.query("transport"))];
    const co2 = readCo2Price(c.req.query("co2"));
    const wrong = (at: string, one: { wrong: boolean }, text = words.prices.range): Fault[] =>
      one.wrong ? [{ field: at, text }] : [];
    const change = { gatePercent: gate.percent, haulagePercent: haulage.percent, co2CentsPerTonne: co2.cents };
    const all = await trials(ports, region.id);
    const view = {
      ...{ region: region.id, csrf, change, seen: await scenarios(ports, region.id, change) },
      typedPrices: { annahme: gate.typed, transport: haulage.typed, co2: co2.typed },
      sites: all.filter(({ site }) => site !== null),
      typed: typed ?? (await middle(region.id)),
      faults: [
        ...faults,
        ...wrong("annahme", gate),
        ...wrong("transport", haulage),
        ...wrong("co2", co2, words.prices.co2Range),
      ],
      said: c.req.query("erledigt") === "gestartet" ? words.site.started : undefined,
      problems: problems === undefined ? undefined : problemPart(words.site.problems.region, problems, seat),
    };
    return seat.answer(scenarioPage(view, speech), status);
  };

  /** Of the collection points, to begin with. */
  async function middle(region: string): Promise<Readonly<Record<string, string>>> {
    const points = (await readPoints(ports.store, region)).map(
      ({ item }) => item.data as { latitude: number; longitude: number },
    );
    const mean = (name: "latitude" | "longitude"): string =>
      points.length === 0
        ? ""
        : (points.reduce((sum, one) => sum + one[name], 0) / points.length).toFixed(4).replace(".", ",");
    return { latitude: mean("latitude"), longitude: mean("longitude"), kind: "composting" };
  }

  app.get(
    scenarioPath,
    forAdmin("szenarien", (seat) => showScenarios(seat)),
  );

  app.post(
    scenarioPath,
    forAdmin("szenarien", async (seat) => {
      const form = await readForm(seat);
      if (!form.ok) return showScenarios(seat, { faults: [{ text: form.cause }], status: 403 });
      const typed = Object.fromEntries(form.fields);
      const read = readSite(typed);
      const { site: words } = wordsOf(seat.speech);
      if ("wrong" in read)
        return showScenarios(seat, {
          typed,
          status: 422,
          faults: read.wrong.map((one) => ({ field: one, text: words.problems[one] })),
        });
      const seen = await scenarios(ports, seat.region.id, { gatePercent: 0, haulagePercent: 0 });
      if (seen === undefined) return showScenarios(seat, { typed, status: 409 });
      const site = {
        name: read.site.name,
        change: (folder: Parameters<typeof withSite>[0]) => withSite(folder, read.site),
      };
      const outcome = await startTrial(ports, {
        region: seat.region.id,
        week: seen.week,
        by: seat.person.subject,
        site,
      });
      if (outcome.kind === "invalid") return showScenarios(seat, { typed, problems: outcome.problems, status: 422 });
      return seat.leave("szenarien?erledigt=gestartet#standort");
    }),
  );

  const showTrials = async (seat: PageSeat, { faults = [], typed = {}, problems, status = 200 }: More = {}) => {
    const { c, region, csrf, speech } = seat;
    await readIndex(ports.store, region.id);
    const now = thisWeek(ports.clock.now());
    const choices = Array.from({ length: WEEKS_BACK + WEEKS_AHEAD + 1 }, (_, i) => addWeeks(now, WEEKS_AHEAD - i));
    const words = wordsOf(speech).trials;
    const view = {
      ...{ region: region.id, csrf, weeks: trialWeeks(await trials(ports, region.id), MOST_WEEKS), choices, faults },
      chosen: typed["woche"] ?? addWeeks(now, -1),
      said: c.req.query("erledigt") === "gestartet" ? words.started : undefined,
      problems: problems === undefined ? undefined : problemPart(words.invalid, problems, seat),
    };
    return seat.answer(trialPage(view, speech), status);
  };

  app.get(
    trialPath,
    forAdmin("probebetrieb", (seat) => showTrials(seat)),
  );

  app.post(
    trialPath,
    forAdmin("probebetrieb", async (seat) => {
      const form = await readForm(seat);
      if (!form.ok) return showTrials(seat, { faults: [{ text: form.cause }], status: 403 });
      const typed = Object.fromEntries(form.fields);
      const week = typed["woche"] ?? "";
      const now = thisWeek(ports.clock.now());
      const offered = isWeek(week) && week >= addWeeks(now, -WEEKS_BACK) && week <= addWeeks(now, WEEKS_AHEAD);
      const fault = { field: "woche", text: wordsOf(seat.speech).trials.wrongWeek };
      if (!offered) return showTrials(seat, { typed, faults: [fault], status: 422 });
      const outcome = await startTrial(ports, { region: seat.region.id, week, by: seat.person.subject });
      if (outcome.kind === "invalid") return showTrials(seat, { typed, problems: outcome.problems, status: 422 });
      return seat.leave("probebetrieb?erledigt=gestartet");
    }),
  );
}

function problemPart(head: string, problems: readonly Problem[], { speech }: PageSeat): Html {
  const errors = problems.filter(({ severity }) => severity === "error");
  return html`<div role="alert"><p>${head}</p></div>
    ${problemTable(errors, masterWords(speech).problems.caption, speech)}`;
}
