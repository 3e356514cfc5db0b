/** Puts texts where they cover neither symbols nor each other, as well as a greedy pass can. */
import type { Spot } from "./projection.ts";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LabelWish {
  readonly text: string;
  readonly anchor: Spot;
  readonly size: number;
  /** How far the text may move from its anchor, in multiples of its height. */
  readonly reach: number;
}

export interface Label {
  readonly text: string;
  /** Centre of the text. */
  readonly at: Spot;
  readonly size: number;
}

/** Mean advance of a sans-serif letter in parts of its size, on the safe side. */
const LETTER = 0.58;

export function boxAround({ x, y }: Spot, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}

/** Directions on rings around the anchor, nearest first; above and below before the sides. */
function candidates(wish: LabelWish, halfWidth: number): Spot[] {
  const { x, y } = wish.anchor;
  const steps = [
    [0, 0],
    [0, -1],
    [0, 1],
    [-0.5, -1],
    [0.5, -1],
    [-0.5, 1],
    [0.5, 1],
    [-1, 0],
    [1, 0],
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ] as const;
  const rings = [1, 1.6, 2.4, 3.2].filter((ring) => ring <= wish.reach);
  return rings.flatMap((ring) =>
    steps.map(([dx, dy]) => ({ x: x + dx * (halfWidth + 8) * Math.min(ring, 1.4), y: y + dy * wish.size * ring })),
  );
}

/**
 * @param taken boxes that must stay free
 * @returns one label a wish, in the same order; the least covered spot where none is free
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  taken: readonly Box[],
  frame: { readonly width: number; readonly height: number },
): Label[] {
  const occupied = [...taken];
  return wishes.map((wish) => {
    const halfWidth = (wish.text.length * wish.size * LETTER) / 2;
    const halfHeight = wish.size * 0.62;
    let best: { readonly at: Spot; readonly cost: number } = { at: wish.anchor, cost: Infinity };
    candidates(wish, halfWidth).forEach((spot, rank) => {
      const at = inside(spot, halfWidth, halfHeight, frame);
      const box = boxAround(at, halfWidth, halfHeight);
      const cost = occupied.reduce((sum, other) => sum + overlap(box, other), 0) + rank * 2;
      if (cost < best.cost) best = { at, cost };
    });
    occupied.push(boxAround(best.at, halfWidth, halfHeight));
    return { text: wish.text, at: best.at, size: wish.size };
  });
}

function inside(
  { x, y }: Spot,
  halfWidth: number,
  halfHeight: number,
  frame: { readonly width: number; readonly height: number },
): Spot {
  const clamp = (value: number, half: number, size: number) => Math.min(size - half - 6, Math.max(half + 6, value));
  return { x: clamp(x, halfWidth, frame.width), y: clamp(y, halfHeight, frame.height) };
}
