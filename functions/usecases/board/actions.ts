/** What the board's page may ask for. */
import { reachOf, type Role } from "../../../domain/access.ts";
import { asJson } from "../../ports/store.ts";
import { publishedWeeks } from "../weeks/publishedWeeks.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { REGIONS_PK } from "../records/keys.ts";
import { readIndex } from "../records/region.ts";
import { sha256 } from "../sha256.ts";
import { plannedWeek, type BoardPorts, type BoardWeek } from "./boardWeek.ts";
import { readDraft, stepped, versionOf, withStep, writeDraft, type Draft, type HeldDraft, type Step } from "./draft.ts";
import { judged, makeView } from "./makeView.ts";
import { priceCommand } from "./price.ts";
import { BOARD_OPTIMIZATION, BOARD_PUBLICATION, type BoardTask } from "./task.ts";
import { keptBoards } from "./kept.ts";
import { after, hindrances, snapshotOf, stateOf, type BoardState } from "./state.ts";
import { namedRoutes } from "./tours.ts";
import { differencesOf } from "./differences.ts";
import { shownViolation } from "./violations.ts";
import type {
  BoardActions,
  BoardAt,
  BoardChange,
  BoardConflict,
  BoardHindrance,
  BoardOutcome,
  BoardRefusal,
  BoardView,
} from "./view.ts";
import { beginWork, readWork, shownWork, tellWork, type WorkKind } from "./work.ts";
import { deedOf } from "./words.ts";

export const BOARD_ROLES: readonly Role[] = ["dispatcher", "admin"];

interface Opened {
  readonly week: BoardWeek;
  readonly held: HeldDraft;
  readonly state: BoardState;
}

export function boardUseCases(ports: BoardPorts & Pick<Ports, "workflows">): BoardActions {
  const { store, clock, workflows } = ports;
  const kept = keptBoards(ports);

  async function open(at: BoardAt): Promise<Opened | undefined> {
    const planned = await plannedWeek(ports, at);
    if (planned === undefined) return undefined;
    const [week, held] = await Promise.all([kept.week(planned.run), readDraft(store, at, planned.record)]);
    return { week, held, state: kept.state(week, held.draft) };
  }

  async function viewOf(at: BoardAt, { week, held, state }: Opened): Promise<BoardView> {
    const version = versionOf(held.draft);
    const work = async (kind: WorkKind) => shownWork(await readWork(store, at, kind, clock.now()), version);
    const [optimizing, publishing] = await Promise.all([work("optimizing"), work("publishing")]);
    return makeView(week, held.draft, state, { optimizing, publishing });
  }

  async function conflict(at: BoardAt, opened: Opened): Promise<BoardConflict> {
    const changed = opened.held.draft.changed ?? NOBODY(clock.now());
    return { kind: "conflict", changed, view: await viewOf(at, opened) };
  }

  /** Opens the board that was seen, or says how it is now. */
  async function seen(at: BoardAt, version: number): Promise<Opened | BoardConflict | BoardRefusal> {
    const opened = await open(at);
    if (opened === undefined) return refusal({ kind: "noPlan" });
    return versionOf(opened.held.draft) === version ? opened : conflict(at, opened);
  }

  /** @param known the board after it */
  async function write(at: BoardAt, { week, held }: Opened, next: Draft, known?: BoardState): Promise<BoardOutcome> {
    const publishing = await readWork(store, at, "publishing", clock.now());
    if (publishing?.state === "running") return refusal({ kind: "publishing", by: publishing.by });
    if (!(await writeDraft(store, at, held, next))) {
      const now = await open(at);
      return now === undefined ? refusal({ kind: "noPlan" }) : conflict(at, now);
    }
    const state = kept.state(week, next, known);
    return { kind: "done", view: await viewOf(at, { week, held: { ...held, draft: next }, state }) };
  }

  function stepOn(at: BoardAt, opened: Opened, step: Step["do"], by: string): Promise<BoardOutcome> {
    const { week, held, state } = opened;
    const done = { do: step, by, at: clock.now() };
    const next = withStep(held.draft, done, deedOf(week, step), (draft) => snapshotOf(week, stateOf(week, draft)));
    return write(at, opened, next, after(week, state, step));
  }

  /** Begins what a workflow does; pressed again while it runs, it is the same. */
  async function begin(at: BoardAt, kind: WorkKind, opened: Opened, by: string): Promise<BoardOutcome> {
    const version = versionOf(opened.held.draft);
    const startedAt = clock.now();
    const name = `${at.week}_${sha256(`${at.region} ${version} ${startedAt} ${kind}`).slice(0, 24)}`;
    const news = { kind: "starting" as const };
    const fresh = { by, startedAt, state: "running" as const, part: 0, news, name, version };
    const work = await beginWork(store, at, kind, fresh);
    if (work.version !== version)
      return refusal({ kind: kind === "optimizing" ? "searching" : "publishing", by: work.by });
    const task: BoardTask = { ...at, version, name: work.name, by: work.by };
    // Whoever began it may have been stopped before starting the workflow: starting it again is no second start.
    await workflows.start(kind === "optimizing" ? BOARD_OPTIMIZATION : BOARD_PUBLICATION, work.name, asJson(task));
    return { kind: "done", view: await viewOf(at, opened) };
  }

  return {
    async regions(principal) {
      const items = await allItems(store, { pk: REGIONS_PK });
      const mine = items.map(({ sk }) => sk).filter((id) => reachOf(principal, id, BOARD_ROLES).kind === "region");
      const named = await Promise.all(mine.map(async (id) => ({ id, name: (await readIndex(store, id)).name })));
      return named.sort((a, b) => a.name.localeCompare(b.name, "de"));
    },

    weeks: (region) => publishedWeeks(store, region),

    async view(at) {
      const opened = await open(at);
      return opened === undefined ? undefined : viewOf(at, opened);
    },

    async price(at, version, command) {
      const opened = await seen(at, version);
      if ("kind" in opened) return opened;
      return priceCommand(opened.week, opened.state, command);
    },

    async prices(at, version, commands) {
      const opened = await seen(at, version);
      if ("kind" in opened) return opened;
      const { week, state } = opened;
      return { kind: "prices", prices: commands.map((command) => priceCommand(week, state, command)) };
    },

    async change(at, version, command, by) {
      const opened = await seen(at, version);
      if ("kind" in opened) return opened;
      const { week, held, state } = opened;
      if (command.kind === "undo" || command.kind === "redo") {
        const next = stepped(held.draft, command.kind, { by, at: clock.now() }, (step) => deedOf(week, step));
        if (next !== undefined) return write(at, opened, next);
        return refusal({ kind: command.kind === "undo" ? "nothingToUndo" : "nothingToRedo" });
      }
      const problems = hindrances(week, state, command);
      return problems.length > 0 ? { kind: "problem", problems } : stepOn(at, opened, command, by);
    },

    async discard(at, version, by) {
      const opened = await seen(at, version);
      return "kind" in opened ? opened : stepOn(at, opened, { kind: "discard" }, by);
    },

    async optimize(at, version, by) {
      const opened = await seen(at, version);
      return "kind" in opened ? opened : begin(at, "optimizing", opened, by);
    },

    async stopOptimizing(at, by) {
      const opened = await open(at);
      if (opened === undefined) return refusal({ kind: "noPlan" });
      const work = await readWork(store, at, "optimizing", clock.now());
      if (work?.state === "running") {
        const news = { kind: "stopped" as const, by };
        const end = { state: "stopped" as const, news, seen: versionOf(opened.held.draft) };
        // The search looks at this between two rounds.
        await tellWork(store, at, "optimizing", work.name, end);
      }
      return { kind: "done", view: await viewOf(at, opened) };
    },

    async publish(at, version, by) {
      const opened = await seen(at, version);
      if ("kind" in opened) return opened;
      const { week, state } = opened;
      const now = judged(week, state);
      const problems = now.violations.map((one): BoardHindrance => ({
        kind: "violation",
        violation: shownViolation(week, state.board.tours, one),
      }));
      if (problems.length > 0) return { kind: "problem", problems };
      if (differencesOf(week, namedRoutes(week, now.tours)).length === 0) return refusal({ kind: "nothingToPublish" });
      return begin(at, "publishing", opened, by);
    },
  };
}

const refusal = (problem: BoardHindrance): BoardRefusal => ({ kind: "problem", problems: [problem] });

/** Nobody is known to have changed what is another version all the same. */
const NOBODY = (at: string): BoardChange => ({ by: "", at, deed: { kind: "changed" } });
