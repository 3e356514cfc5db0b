/** `npm run bench -- board [--loads 100]`: how long a dispatcher waits for the price of a move, a change and the whole board. */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { boardUseCases } from "../../../functions/usecases/board/actions.ts";
import type { BoardCommand } from "../../../functions/usecases/board/view.ts";
import { publishLargeWeek } from "../../support/largeBoard.ts";
import { SAARLOUIS_RUN } from "../../support/publishedWeek.ts";
import { testSystem } from "../../support/system.ts";

const RESULTS = new URL("../results/board.json", import.meta.url);
const MOVES = 200;
const STEPS = 30;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { loads: { type: "string", default: "100" } } });
  const system = await testSystem();
  const plan = await publishLargeWeek(system.ports, Number(values.loads), 3_000);
  const board = boardUseCases(system.ports);
  const at = { region: SAARLOUIS_RUN.region, week: SAARLOUIS_RUN.week };
  const rows: Record<string, unknown>[] = [];
  const cold = performance.now();
  let view = (await board.view(at))!;
  rows.push({ what: "first view", n: 1, median: performance.now() - cold, p95: null, max: null });
  const ids = plan.pickups.map(({ id }) => id);
  const command = (i: number): BoardCommand => ({
    kind: "move",
    stop: ids[(i * 37) % ids.length]!,
    to: { vehicleId: view.vehicles[(i * 5) % view.vehicles.length]!.id, date: view.days[i % 5]!, position: 0 },
  });
  const timed = async (what: string, n: number, work: (i: number) => Promise<unknown>): Promise<void> => {
    const times: number[] = [];
    for (let i = 0; i < n; i++) {
      const begin = performance.now();
      await work(i);
      times.push(performance.now() - begin);
    }
    times.sort((a, b) => a - b);
    rows.push({ what, n, median: times[n >> 1], p95: times[Math.floor(n * 0.95)], max: times.at(-1) });
  };
  await timed("price of a move", MOVES, (i) => board.price(at, view.version, command(i)));
  const { targetsOf } = await import("../../../web/board/targets.ts");
  await timed("every place for a load", 10, (i) => targetsOf(board, view, ids[(i * 37) % ids.length]!));
  await timed("change, with the board after it", STEPS, async (i) => {
    const outcome = await board.change(at, view.version, command(i), "Dora");
    if (outcome.kind === "done") view = outcome.view;
  });
  await timed(`price of a move on a draft of ${STEPS} steps`, MOVES, (i) =>
    board.price(at, view.version, command(i + 7)),
  );
  await timed("view", 20, () => board.view(at));
  await system.close();
  const shown = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === "number" ? Math.round(value * 10) / 10 : value,
      ]),
    ),
  );
  const size = { loads: plan.pickups.length, tours: plan.routes.length, vehicles: view.vehicles.length };
  console.table([size]);
  console.table(shown);
  mkdirSync(new URL(".", RESULTS), { recursive: true });
  writeFileSync(
    RESULTS,
    `${JSON.stringify({ benchmark: "board", node: process.version, ...size, rows: shown }, null, 2)}\n`,
  );
}
