/** The order in which absent nodes are inserted (Christiaens & Vanden Berghe 2020, section 5.3 and its part on windows). */
import { type Random, shuffle } from "../random.ts";
import type { Tours } from "./tours.ts";

/**
 * Of 19 times: random 4, heaviest 4, farthest from the depot 2, nearest 1, shortest window 2, earliest opening 2, latest
 * closing 2, latest release 2. `keys` is scratch, one entry a node.
 */
export function sortAbsent(tours: Tours, random: Random, keys: Float64Array): void {
  const { absent, absentCount } = tours;
  const { cost, demand, opens, closes, release, trips } = tours.problem;
  shuffle(absent, absentCount, random);
  const draw = random.below(trips ? 19 : 17);
  if (draw < 4) return;
  for (let i = 0; i < absentCount; i++) {
    const node = absent[i]!;
    if (draw < 8) keys[node] = -demand[node]!;
    else if (draw < 10) keys[node] = -cost[node]!;
    else if (draw < 11) keys[node] = cost[node]!;
    else if (draw < 13) keys[node] = closes[node]! - opens[node]!;
    else if (draw < 15) keys[node] = opens[node]!;
    else if (draw < 17) keys[node] = -closes[node]!;
    else keys[node] = -release[node]!;
  }
  for (let i = 1; i < absentCount; i++) {
    const node = absent[i]!;
    const key = keys[node]!;
    let j = i - 1;
    while (j >= 0 && keys[absent[j]!]! > key) {
      absent[j + 1] = absent[j]!;
      j--;
    }
    absent[j + 1] = node;
  }
}
