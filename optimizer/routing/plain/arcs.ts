/**
 * Arc costs between nodes as whole numbers: looked up while the matrix is small enough to stay near the processor,
 * computed from coordinates where a matrix would not fit.
 */
import type { Plane } from "../../../domain/routing/problem.ts";
import { planeMetres } from "../plane.ts";

/** Nodes in a plane: an arc costs `round(scale * metres)`. */
export interface ScaledPlane extends Plane {
  readonly scale: number;
}

export class Arcs {
  readonly nodes: number;
  /** Row-major `from * nodes + to`; empty where arcs are computed. */
  readonly out: Int32Array;
  /** The transpose, `to * nodes + from`; the same array where costs are symmetric. */
  readonly into: Int32Array;
  readonly plane: ScaledPlane | null;
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly scale: number;
  private readonly whole: boolean;
  private readonly stored: boolean;

  constructor(nodes: number, out: Int32Array, plane: ScaledPlane | null) {
    this.nodes = nodes;
    this.out = out;
    this.into = transpose(out, nodes);
    this.plane = plane;
    this.x = plane?.x ?? new Float64Array(0);
    this.y = plane?.y ?? new Float64Array(0);
    this.scale = plane?.scale ?? 1;
    this.whole = plane?.whole ?? false;
    this.stored = out.length > 0;
  }

  /** Cost of going from `from` to `to`. */
  of(from: number, to: number): number {
    if (this.stored) return this.out[from * this.nodes + to]!;
    const dx = this.x[from]! - this.x[to]!;
    const dy = this.y[from]! - this.y[to]!;
    const distance = Math.sqrt(dx * dx + dy * dy);
    return Math.floor(this.scale * (this.whole ? Math.floor(distance + 0.5) : distance) + 0.5);
  }

  /** The same from the side of `to`: one node's arcs lie together in memory, whichever way they point. */
  intoFrom(to: number, from: number): number {
    return this.stored ? this.into[to * this.nodes + from]! : this.of(from, to);
  }
}

/** What driving from node to node adds to the span of a tour: real numbers, looked up or computed. */
export class Spans {
  private readonly nodes: number;
  private readonly matrix: Float64Array;
  private readonly plane: Plane | null;

  constructor(nodes: number, matrix: Float64Array, plane: Plane | null) {
    this.nodes = nodes;
    this.matrix = matrix;
    this.plane = plane;
  }

  of(from: number, to: number): number {
    return this.plane === null ? this.matrix[from * this.nodes + to]! : planeMetres(this.plane, from, to);
  }
}

function transpose(out: Int32Array, nodes: number): Int32Array {
  for (let i = 0; i < nodes; i++) {
    for (let j = 0; j < i; j++) {
      if (out[i * nodes + j] === out[j * nodes + i]) continue;
      return Int32Array.from(out, (_, k) => out[(k % nodes) * nodes + Math.floor(k / nodes)]!);
    }
  }
  return out;
}
