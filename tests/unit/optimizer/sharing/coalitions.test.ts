import { expect, test } from "vitest";
import {
  coalitionOf,
  coalitionSums,
  firstMember,
  grandCoalition,
  members,
  popcount,
  properCoalitions,
  properParts,
} from "../../../../optimizer/sharing/index.ts";

test("a coalition is the sum of its players' bits", () => {
  // Players 0, 2 and 3: 1 + 4 + 8.
  expect(coalitionOf([0, 2, 3])).toBe(13);
  expect(members(13)).toEqual([0, 2, 3]);
  expect(popcount(13)).toBe(3);
  expect(firstMember(12)).toBe(2);
  expect([members(0), firstMember(0), popcount(0)]).toEqual([[], -1, 0]);
});

test("thirty players still fit a mask and more are refused", () => {
  expect(grandCoalition(30)).toBe(1_073_741_823);
  expect(popcount(grandCoalition(30))).toBe(30);
  expect(members(grandCoalition(30))).toHaveLength(30);
  expect(() => grandCoalition(31)).toThrow(RangeError);
  expect(() => coalitionOf([30])).toThrow(RangeError);
});

test("proper coalitions leave out nobody and everybody", () => {
  expect([...properCoalitions(2)]).toEqual([1, 2]);
  expect([...properCoalitions(1)]).toEqual([]);
});

test("the proper parts of {0, 1, 3} are its six non-empty true subsets", () => {
  expect([...properParts(0b1011)].toSorted((a, b) => a - b)).toEqual([0b0001, 0b0010, 0b0011, 0b1000, 0b1001, 0b1010]);
});

test("what a coalition pays is the sum of its members' shares", () => {
  expect([...coalitionSums([5, -2, 10])]).toEqual([0, 5, -2, 3, 10, 15, 8, 13]);
});
