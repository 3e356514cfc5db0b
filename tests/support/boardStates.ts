/** Every state of the board's pages, drawn from a draft in memory. */
import type { Language } from "../../domain/region/contacts.ts";
import { html } from "hono/html";
import { comparePage } from "../../web/board/comparePage.ts";
import { discardPage, publishPage } from "../../web/board/confirmPages.ts";
import { emptyPage } from "../../web/board/emptyPage.ts";
import { findLoad } from "../../web/board/findLoad.ts";
import { boardPage } from "../../web/board/page.ts";
import { stopPage } from "../../web/board/stopPage.ts";
import { namesOf, type Notice } from "../../web/board/view.ts";
import { BOARD_WORDS } from "../../web/board/words/index.ts";
import { speechOf } from "../../web/language/speech.ts";
import type { PageParts } from "../../web/page.ts";
import { boardDraft, type BoardDraft } from "./boardDraft.ts";

const AT = { region: "tiny", week: "2026-W48" };
const MONDAY = { vehicleId: "v0", date: "2026-11-23" };

/**
 * Loads moved, taken off and locked, a tour locked and one overfull.
 *
 * @param perTour loads on each of the twenty tours
 */
export async function workedDraft(perTour = 5): Promise<BoardDraft> {
  const draft = boardDraft(perTour);
  const { change } = draft.actions;
  const by = "Anna";
  await change(AT, 1, { kind: "remove", stop: "p5" }, by);
  await change(AT, 2, { kind: "lock", stop: "p3" }, by);
  await change(AT, 3, { kind: "lockTour", vehicleId: "v1", date: "2026-11-25" }, by);
  // Eight loads are one more than a tour takes.
  const more = Array.from({ length: 8 - perTour }, (_, index) => `p${10 + index}`);
  for (const [index, stop] of more.entries())
    await change(AT, 4 + index, { kind: "move", stop, to: { ...MONDAY, position: 0 } }, by);
  return draft;
}

export async function boardStates(language: Language): Promise<Record<string, PageParts>> {
  const speech = speechOf(BOARD_WORDS, language);
  const drawn = async (draft: BoardDraft, draw: (context: Parameters<typeof comparePage>[0]) => PageParts) => {
    const view = draft.view();
    return Promise.resolve(draw({ view, names: namesOf(view), speech, csrf: "x", aside: html`` }));
  };
  const board = (draft: BoardDraft, notice?: Notice) =>
    drawn(draft, (context) =>
      boardPage({ ...context, notice, regions: [{ id: "tiny", name: "Kreis Beispiel" }], weeks: ["2026-W48"] }),
    );
  const worked = await workedDraft();
  const searching = boardDraft();
  await searching.actions.optimize(AT, 1, "Anna");
  const stopped = boardDraft();
  await stopped.actions.optimize(AT, 1, "Anna");
  await stopped.actions.stopOptimizing(AT, "Anna");
  const changed = worked.view().changed!;
  const load = (draft: BoardDraft, ref: string) =>
    drawn(draft, (context) => {
      const target = { to: { ...MONDAY, position: 0 }, loads: 6, here: false };
      const price = {
        kind: "price" as const,
        costCents: 1,
        deltaCents: 320,
        violations: draft.view().violations,
        solved: [],
      };
      return stopPage(context, ref, findLoad(context, ref)!, [
        { ...target, price },
        { ...target, loads: 1, here: true, price: { ...price, deltaCents: -5, violations: [] } },
      ]);
    });
  return {
    empty: emptyPage("noWeek", speech, html``),
    forbidden: emptyPage("forbidden", speech, html``),
    unknown: emptyPage("unknown", speech, html``),
    gone: emptyPage("gone", speech, html``),
    untouched: await board(boardDraft()),
    noTours: await board(boardDraft(0)),
    worked: await board(worked),
    conflict: await board(worked, { kind: "conflict", changed, again: { kind: "remove", stop: "p5" } }),
    problem: await board(worked, { kind: "problem", problems: [{ kind: "loadLocked" }] }),
    stale: await board(worked, { kind: "stale" }),
    searching: await board(searching),
    stopped: await board(stopped),
    stop: await load(worked, "p2"),
    left: await load(worked, "p5"),
    compare: await drawn(worked, comparePage),
    same: await drawn(boardDraft(), comparePage),
    blocked: await drawn(worked, publishPage),
    nothing: await drawn(boardDraft(), publishPage),
    publish: await drawn(await calmDraft(), publishPage),
    discard: await drawn(worked, discardPage),
  };
}

/** One load moved, nothing broken. */
export async function calmDraft(perTour = 5): Promise<BoardDraft> {
  const draft = boardDraft(perTour);
  await draft.actions.change(AT, 1, { kind: "move", stop: "p10", to: { ...MONDAY, position: 1 } }, "Anna");
  return draft;
}
