import { boardUseCases } from "../../functions/usecases/board/actions.ts";
import type { BoardView } from "../../functions/usecases/board/view.ts";
import type { Stage } from "./stage.ts";

/** The board as the dispatcher's page has it. */
export async function readDraft({ runtime, region, notes }: Stage): Promise<BoardView> {
  const view = await boardUseCases(runtime.ports).view({ region, week: notes.week! });
  if (view === undefined) throw new Error(`week ${notes.week} has no board`);
  return view;
}
