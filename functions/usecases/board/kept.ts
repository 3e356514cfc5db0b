/** Weeks and boards kept between two requests: what a run was published with never changes, nor what a version of a draft is. */
import type { RunKey } from "../run/run.ts";
import { openBoardWeek, type BoardPorts, type BoardWeek } from "./boardWeek.ts";
import { versionOf, type Draft } from "./draft.ts";
import { stateOf, type BoardState } from "./state.ts";

const MOST_WEEKS = 4;
/** Boards of a week: whoever undoes goes back to one of them. */
const MOST_STATES = 20;

export interface KeptBoards {
  week(run: RunKey): Promise<BoardWeek>;
  /** @param known the board, where whoever asks has just made it */
  state(week: BoardWeek, draft: Draft, known?: BoardState): BoardState;
}

export function keptBoards(ports: BoardPorts): KeptBoards {
  const weeks = new Map<string, Promise<BoardWeek>>();
  const states = new WeakMap<BoardWeek, Map<number, BoardState>>();
  return {
    week(run) {
      const name = `${run.region}/${run.week}/${run.run}`;
      const week = weeks.get(name) ?? openBoardWeek(ports, run);
      week.catch(() => weeks.delete(name));
      keep(weeks, name, week, MOST_WEEKS);
      return week;
    },
    state(week, draft, known) {
      const ofWeek = states.get(week) ?? new Map<number, BoardState>();
      states.set(week, ofWeek);
      const version = versionOf(draft);
      const state = known ?? ofWeek.get(version) ?? stateOf(week, draft);
      keep(ofWeek, version, state, MOST_STATES);
      return state;
    },
  };
}

/** The one used last comes last; the first goes when there are too many. */
function keep<K, V>(map: Map<K, V>, name: K, value: V, most: number): void {
  map.delete(name);
  map.set(name, value);
  for (const [first] of map) if (map.size > most) map.delete(first);
}
