/**
 * Arc costs between nodes as whole numbers: looked up while the matrix is small enough to stay near the processor,
 * computed from coordinates where a matrix would not fit.
 */

/** Euclidean nodes: `cost = round(scale * distance)`, the distance itself rounded to whole metres first if `whole`. */
export interface Plane {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly scale: number;
  readonly whole: boolean;
}

export class Arcs {
  readonly nodes: number;
  /** Row-major `from * nodes + to`; empty where arcs are computed. */
  readonly out: Int32Array;
  /** The transpose, `to * nodes + from`; the same array where costs are symmetric. */
  readonly into: Int32Array;
  readonly plane: Plane | null;
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly scale: number;
  private readonly whole: boolean;
  private readonly stored: boolean;

  constructor(nodes: number, out: Int32Array, plane: Plane | null) {
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

function transpose(out: Int32Array, nodes: number): Int32Array {
  for (let i = 0; i < nodes; i++) {
    for (let j = 0; j < i; j++) {
      if (out[i * nodes + j] === out[j * nodes + i]) continue;
      return Int32Array.from(out, (_, k) => out[(k % nodes) * nodes + Math.floor(k / nodes)]!);
    }
  }
  return out;
}
