/** For every client node the others by the cost of going there and back, nearest first. */
import type { Plane } from "../../../domain/routing/problem.ts";
import type { Arcs } from "./arcs.ts";

export interface NodeNeighbours {
  readonly width: number;
  /** Row-major `node * width + rank`; the rows of depots are unused. */
  readonly list: Int32Array;
  /** Cost of the arc from each of them. */
  readonly into: Int32Array;
}

/** Keys are `cost there and back * KEY + node`, exact in 53 bits for up to two million nodes. */
const KEY = 2 ** 21;
const CLIENTS_PER_CELL = 3;

export function nearestNodes(arcs: Arcs, depots: number, most: number): NodeNeighbours {
  const { nodes } = arcs;
  const width = Math.max(0, Math.min(nodes - depots - 1, most));
  const list = new Int32Array(nodes * width);
  const into = new Int32Array(nodes * width);
  const grid = arcs.plane === null ? null : new Grid(arcs.plane, depots, nodes);
  const all = Int32Array.from({ length: nodes - depots }, (_, i) => depots + i);
  for (let node = depots; node < nodes; node++) {
    const near = grid === null ? all : grid.around(node, width);
    const keys = Float64Array.from(near, (other) => keyOf(arcs, node, other)).sort();
    for (let rank = 0; rank < width; rank++) {
      const other = keys[rank + 1]! % KEY;
      list[node * width + rank] = other;
      into[node * width + rank] = arcs.intoFrom(node, other);
    }
  }
  return { width, list, into };
}

function keyOf(arcs: Arcs, node: number, other: number): number {
  if (other === node) return other - KEY;
  return (arcs.of(node, other) + arcs.intoFrom(node, other)) * KEY + other;
}

/** Square cells over the clients of a plane. */
class Grid {
  private readonly plane: Plane;
  private readonly side: number;
  private readonly cells: number[][];
  private readonly west: number;
  private readonly south: number;
  private readonly step: number;

  constructor(plane: Plane, depots: number, nodes: number) {
    this.plane = plane;
    const x = plane.x.subarray(depots, nodes);
    const y = plane.y.subarray(depots, nodes);
    this.side = Math.max(1, Math.floor(Math.sqrt((nodes - depots) / CLIENTS_PER_CELL)));
    this.west = x.reduce((a, b) => Math.min(a, b));
    this.south = y.reduce((a, b) => Math.min(a, b));
    const extent = Math.max(
      x.reduce((a, b) => Math.max(a, b)) - this.west,
      y.reduce((a, b) => Math.max(a, b)) - this.south,
    );
    this.step = Math.max(extent / this.side, Number.MIN_VALUE);
    this.cells = Array.from({ length: this.side * this.side }, () => []);
    for (let node = depots; node < nodes; node++)
      this.cells[this.row(node) * this.side + this.column(node)]!.push(node);
  }

  /** Every client that can be among the `count` nearest of `node`, itself included. */
  around(node: number, count: number): number[] {
    const [row, column] = [this.row(node), this.column(node)];
    const found: number[] = [];
    let enough = -1;
    for (let ring = 0; ring < this.side; ring++) {
      this.addRing(found, row, column, ring);
      // The next rings reach everything within `ring` steps; corners of this one lie up to sqrt(2) * (ring + 1) away.
      if (enough < 0 && found.length > count) enough = Math.ceil(Math.SQRT2 * (ring + 1));
      if (enough >= 0 && ring >= enough) break;
    }
    return found;
  }

  private addRing(found: number[], row: number, column: number, ring: number): void {
    for (let r = Math.max(0, row - ring); r <= Math.min(this.side - 1, row + ring); r++) {
      const edge = Math.abs(r - row) === ring;
      for (let c = column - ring; c <= column + ring; c += edge || ring === 0 ? 1 : 2 * ring) {
        if (c >= 0 && c < this.side) for (const node of this.cells[r * this.side + c]!) found.push(node);
      }
    }
  }

  private row(node: number): number {
    return Math.min(this.side - 1, Math.floor((this.plane.y[node]! - this.south) / this.step));
  }

  private column(node: number): number {
    return Math.min(this.side - 1, Math.floor((this.plane.x[node]! - this.west) / this.step));
  }
}
