/** A true plan in which any one value is changed is no longer accepted. */
import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../optimizer/checker/index.ts";
import { tinyValidRegion } from "../../support/tinyRegion.ts";
import { handPlan } from "../../unit/optimizer/checker/handPlan.ts";
import { handTravel } from "../../unit/optimizer/checker/handTravel.ts";
import {
  leavesOf,
  listsOf,
  withoutEntry,
  withValue,
  type Leaf,
  type Path,
} from "../../unit/optimizer/checker/tamper.ts";

const region = tinyValidRegion();
const plan = handPlan();
const accepted = (candidate: unknown) => checkPlan(candidate, region, handTravel).length === 0;
const name = (path: Path) => path.join(".");

/** What the checker cannot know: how the run went, words for people, and how wide a forecast is (only that it is possible). */
const FREE = [
  /^provenance\./,
  /^game\.method$/,
  /^emissions\.factorSet$/,
  /\.stops\.\d+\.name$/,
  /^forecast\.\d+\.spread\b/,
];
const isFree = ({ path }: { path: Path }) => FREE.some((free) => free.test(name(path)));
const leaves = leavesOf(plan).filter((leaf) => !isFree(leaf));

/** What may be lower and still be true: a weaker bound is a bound. */
const MAY_BE_LOWER = [/lowerBoundCents$/];
const numbers = leaves.filter((leaf): leaf is Leaf & { value: number } => typeof leaf.value === "number");
const texts = leaves.filter((leaf): leaf is Leaf & { value: string } => typeof leaf.value === "string");

describe("a true plan", () => {
  it("is accepted", () => {
    expect(checkPlan(plan, region, handTravel)).toEqual([]);
  });

  it("has hundreds of numbers and texts to change", () => {
    expect(numbers.length).toBeGreaterThan(250);
    expect(texts.length).toBeGreaterThan(200);
  });

  it("is refused when any number grows by one", () => {
    const missed = numbers.filter(({ path, value }) => accepted(withValue(plan, path, value + 1)));
    expect(missed.map(({ path }) => name(path))).toEqual([]);
  });

  it("is refused when any number shrinks by one", () => {
    const firm = numbers.filter(({ path }) => !MAY_BE_LOWER.some((rule) => rule.test(name(path))));
    const missed = firm.filter(({ path, value }) => accepted(withValue(plan, path, value - 1)));
    expect(missed.map(({ path }) => name(path))).toEqual([]);
    // 4 cents off the lone pair: Altdorf 175 046⅔, the others ⅔ each; the two missing cents go to Altdorf and Bergheim.
    expect(accepted(withValue(plan, ["game", "values", 6], 210_996))).toBe(false);
  });

  it("is refused when any text is another", () => {
    const missed = texts.filter(({ path, value }) => accepted(withValue(plan, path, `${value}x`)));
    expect(missed.map(({ path }) => name(path))).toEqual([]);
  });

  it("is refused when a truth value is turned round or a nothing becomes something", () => {
    const others = leaves.filter(({ value }) => typeof value === "boolean" || value === null);
    const missed = others.filter(({ path, value }) =>
      accepted(withValue(plan, path, value === null ? "2026-11-20T09:00:01+01:00" : !value)),
    );
    expect(missed.map(({ path }) => name(path))).toEqual([]);
  });

  it("is refused when any entry of any list is left out", () => {
    const missed = listsOf(plan)
      .filter((list) => !isFree(list))
      .flatMap(({ path, length }) =>
        Array.from({ length }, (_, k) => k)
          .filter((k) => accepted(withoutEntry(plan, path, k)))
          .map((k) => `${name(path)}.${k}`),
      );
    expect(missed).toEqual([]);
  });

  it("is refused when any row stands twice", () => {
    const missed = listsOf(plan)
      .filter((list) => !isFree(list) && list.length > 0)
      .filter(({ path }) => {
        const list = path.reduce<unknown>(
          (node, key) => (node as Record<string | number, unknown>)[key],
          plan,
        ) as unknown[];
        return accepted(withValue(plan, path, [...list, list.at(-1)]));
      });
    expect(missed.map(({ path }) => name(path))).toEqual([]);
  });
});
