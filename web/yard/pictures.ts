/** How full a storage is, as a picture: a container seen from the side, or the bay of a heap. The words stand beside it. */
import { raw } from "hono/html";
import type { Html } from "../page.ts";
import type { FillChoice } from "./words/index.ts";

const WIDTH = 96;
const HEIGHT = 72;
const FLOOR = 62;

interface Body {
  /** Left and right end of the brim, and of the floor. */
  readonly brim: readonly [left: number, right: number];
  readonly floor: readonly [left: number, right: number];
  readonly top: number;
}

const BODIES: Readonly<Record<string, Body>> = {
  rollOff: { brim: [6, 90], floor: [11, 85], top: 22 },
  skip: { brim: [4, 92], floor: [24, 72], top: 26 },
};

export function fillPicture(kind: string, choice: FillChoice): Html {
  const beside = choice === "heap";
  const level = beside ? 5 : Number(choice);
  const body = BODIES[kind];
  const drawn = body === undefined ? bay(level) : container(body, level);
  // The heap needs room: what it lies beside stands further left and is smaller.
  const whole = beside
    ? `<g transform="translate(0 ${FLOOR * 0.26}) scale(.74)">${drawn}</g><path class="mass" d="M66 ${FLOOR}q14-42 28 0z"/>`
    : drawn;
  const svg = `<svg class="picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">${whole}<path class="ground" d="M1 ${FLOOR + 4}h94"/></svg>`;
  return raw(svg);
}

function container({ brim, floor, top }: Body, level: number): string {
  const full = Math.min(level, 4) / 4;
  const height = FLOOR - top;
  const y = FLOOR - full * height;
  const at = (side: 0 | 1): number => round(floor[side] + full * (brim[side] - floor[side]));
  const mass =
    full === 0 ? "" : `<path class="mass" d="M${at(0)} ${round(y)}H${at(1)}L${floor[1]} ${FLOOR}H${floor[0]}z"/>`;
  const mound =
    level < 5 ? "" : `<path class="mass" d="M${brim[0] + 4} ${top + 1}Q${WIDTH / 2}-8 ${brim[1] - 4} ${top + 1}z"/>`;
  return `${mass}${mound}<path class="wall" d="M${brim[0]} ${top}L${floor[0]} ${FLOOR}H${floor[1]}L${brim[1]} ${top}"/>`;
}

/** Three walls; the nearest is left out so that the heap is seen. */
function bay(level: number): string {
  const peak = [0, 11, 21, 30, 36, 50][level]!;
  const side = [0, 0, 0, 6, 20, 30][level]!;
  const mass =
    level === 0
      ? ""
      : `<path class="mass" d="M10 ${FLOOR}V${FLOOR - side}Q48 ${round(FLOOR - 2 * peak + side)} 86 ${FLOOR - side}V${FLOOR}z"/>`;
  return `${mass}<path class="wall" d="M8 ${FLOOR - 30}V${FLOOR}H88V${FLOOR - 30}"/>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
