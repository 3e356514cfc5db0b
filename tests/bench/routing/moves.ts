/** What pricing a move costs in CPU time on a board of 100 stops, 400 and 1,600: it must not grow with the board. */
import { boardOf, greedy, priceMove } from "../../../optimizer/routing/index.ts";
import { cpuMilliseconds } from "./family.ts";
import { Random } from "../../../optimizer/routing/random.ts";
import { richProblem } from "../../unit/optimizer/routing/instances.ts";

const MOVES = 300;

/** Clients and vehicles of the boards. */
export function benchMoves(): void {
  console.log("stops  tours  median ms  worst ms");
  for (const [clients, vehicles] of [
    [100, 10],
    [400, 40],
    [1600, 160],
  ] as const) {
    const problem = richProblem(7, { clients, vehicles, facilities: 4, windows: 0.3, jitter: 0.2 });
    const board = boardOf(problem, greedy(problem));
    const random = new Random(1);
    const times = Array.from({ length: MOVES }, () => {
      const tour = board.tours[random.below(board.tours.length)]!;
      const length = tour.stops.filter(({ kind }) => kind === "client").length;
      const client = random.below(clients);
      const holds = tour.stops.some(({ kind, index }) => kind === "client" && index === client);
      const position = random.below(holds ? length : length + 1);
      const started = cpuMilliseconds();
      priceMove(board, { client, to: { vehicle: tour.vehicle, day: tour.day, position } });
      return cpuMilliseconds() - started;
    }).sort((a, b) => a - b);
    const median = times[MOVES / 2]!.toFixed(2);
    console.log(
      `${String(clients).padStart(5)}  ${String(board.tours.length).padStart(5)}  ${median.padStart(9)}  ${times.at(-1)!.toFixed(2).padStart(8)}`,
    );
  }
}
