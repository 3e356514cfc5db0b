/**
 * The best tours of a phase. An improvement copies only the tours that changed since the last copy, so that its price
 * follows the change and not the number of clients.
 */
import type { Row } from "./row.ts";
import { NEXT, type Tours } from "./tours.ts";

export class Best {
  cost = Number.POSITIVE_INFINITY;
  readonly type: Int32Array;
  private readonly next: Int32Array;
  private readonly first: Int32Array;
  private readonly size: Int32Array;
  private readonly changed: Int32Array;
  private readonly isChanged: Uint8Array;
  private changedCount = 0;

  constructor(tours: Tours) {
    this.next = new Int32Array(tours.problem.nodes);
    this.first = new Int32Array(tours.first.length);
    this.size = new Int32Array(tours.size.length);
    this.type = new Int32Array(tours.type.length);
    this.changed = new Int32Array(tours.size.length);
    this.isChanged = new Uint8Array(tours.size.length);
    for (let tour = 0; tour < tours.size.length; tour++) this.note(tour);
  }

  /** Remembers which tours an accepted iteration changed. */
  noteAll(tours: Tours): void {
    for (let at = 3; at < tours.logged; at += 4) this.note(tours.log[at]!);
  }

  keep(tours: Tours, cost: number): void {
    for (let i = 0; i < this.changedCount; i++) {
      const tour = this.changed[i]!;
      this.isChanged[tour] = 0;
      const size = tours.size[tour]!;
      this.size[tour] = size;
      this.type[tour] = tours.type[tour]!;
      this.first[tour] = tours.first[tour]!;
      for (let k = 0, node = tours.first[tour]!; k < size; k++) {
        const after = tours.at[(node << 2) + NEXT]!;
        this.next[node] = after;
        node = after;
      }
    }
    this.changedCount = 0;
    this.cost = cost;
  }

  /** A new phase begins, with tours that have nothing to do with those kept. */
  forget(): void {
    this.cost = Number.POSITIVE_INFINITY;
    for (let tour = 0; tour < this.size.length; tour++) this.note(tour);
  }

  /** Type and nodes of every tour that is not empty. */
  rows(): Row[] {
    const rows: Row[] = [];
    this.size.forEach((size, tour) => {
      if (size === 0) return;
      const nodes: number[] = [];
      for (let k = 0, node = this.first[tour]!; k < size; k++, node = this.next[node]!) nodes.push(node);
      rows.push({ type: this.type[tour]!, nodes });
    });
    return rows;
  }

  private note(tour: number): void {
    if (this.isChanged[tour] === 1) return;
    this.isChanged[tour] = 1;
    this.changed[this.changedCount++] = tour;
  }
}
