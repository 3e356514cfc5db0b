/** What a ruin took out and a recreate has to put back: single visits, and clients as a whole. */
import type { Random } from "../random.ts";
import type { Periodic } from "./instance.ts";

export const ALL_DAYS = -1;

export class Pending {
  /** Entry i: a node, and the day of its visit or `ALL_DAYS`. */
  readonly node: Int32Array;
  readonly day: Int32Array;
  count = 0;
  private readonly key: Float64Array;
  private readonly weight: Float64Array;
  private readonly remoteness: Float64Array;

  constructor(instance: Periodic) {
    const { nodes, days, demand, direct, directInto, schemes } = instance;
    const size = nodes * days + nodes;
    this.node = new Int32Array(size);
    this.day = new Int32Array(size);
    this.key = new Float64Array(size);
    this.weight = Float64Array.from({ length: nodes }, (_, node) =>
      node === 0 ? 0 : demand[node]! * visits(schemes[node]![0]!),
    );
    this.remoteness = Float64Array.from({ length: nodes }, (_, node) => direct[node]! + directInto[node]!);
  }

  add(node: number, day: number): void {
    this.node[this.count] = node;
    this.day[this.count++] = day;
  }

  /** Brings the entries into one of SISR's orders: at random, the heaviest, the farthest or the closest first. */
  sort(random: Random): void {
    const { node, key, count } = this;
    const kind = random.below(11);
    for (let i = 0; i < count; i++) {
      if (kind < 4) key[i] = random.bits();
      else if (kind < 8) key[i] = -this.weight[node[i]!]! + random.fraction();
      else if (kind < 10) key[i] = -this.remoteness[node[i]!]!;
      else key[i] = this.remoteness[node[i]!]!;
    }
    for (let i = 1; i < count; i++) {
      const [k, n, d] = [key[i]!, node[i]!, this.day[i]!];
      let at = i;
      for (; at > 0 && key[at - 1]! > k; at--) {
        key[at] = key[at - 1]!;
        node[at] = node[at - 1]!;
        this.day[at] = this.day[at - 1]!;
      }
      key[at] = k;
      node[at] = n;
      this.day[at] = d;
    }
  }
}

function visits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
