import { expect, test } from "vitest";
import {
  fillSpread,
  filterStorage,
  overflowChances,
  quartersReading,
  sensorReading,
  volumeReading,
  weeklyArrivals,
  type StorageEvent,
} from "../../../../optimizer/forecast/index.ts";
import { Random, shuffle } from "../../../../optimizer/random.ts";
import { simulateStorage } from "../../../support/simulatedStorage.ts";

/** A Monday. */
const TODAY = 4 + 7 * 20;
const DAILY = 0.02;
const expected = () => DAILY;
const seen = (daysAgo: number, quarters: number): StorageEvent => ({
  kind: "reading",
  at: TODAY - daysAgo + 0.4,
  reading: quartersReading(quarters),
});
const taken = (daysAgo: number, part: number): StorageEvent => ({ kind: "weighing", at: TODAY - daysAgo + 0.3, part });
const state = (...events: StorageEvent[]) => filterStorage(events, expected, TODAY);
const width = ({ low, high }: { low: number; high: number }) => high - low;

test("the belief sums to 1 whatever came in", () => {
  const random = new Random(3);
  for (let i = 0; i < 4; i++) {
    const { events, expected: daily } = simulateStorage(random, 4, 140, { missing: 0.5, ticketsLost: 0.5 });
    const { belief } = filterStorage(events, () => daily, 144);
    expect(belief.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    expect(Math.min(...belief)).toBeGreaterThanOrEqual(0);
  }
});

test("reports that come late, in any order, say the same as in time", () => {
  const random = new Random(5);
  const { events, expected: daily } = simulateStorage(random, 4, 140, { missing: 0.2, ticketsLost: 0.2 });
  const order = Int32Array.from(events, (_, i) => i);
  shuffle(order, order.length, random);
  const late = filterStorage(
    Array.from(order, (i) => events[i]!),
    () => daily,
    144,
  );
  expect(late).toEqual(filterStorage(events, () => daily, 144));
});

test("without a report anything may lie there; each report narrows it", () => {
  const none = state();
  const one = state(seen(10, 1));
  const two = state(seen(10, 1), seen(3, 2));
  expect(none.plausibility).toBe("stale");
  expect(width(fillSpread(none.belief))).toBeGreaterThan(width(fillSpread(one.belief)));
  expect(width(fillSpread(one.belief))).toBeGreaterThan(width(fillSpread(two.belief)));
  expect(two.plausibility).toBe("ok");
});

test("a volume or a sensor says more than a quarter", () => {
  const by = (reading: ReturnType<typeof quartersReading>) =>
    width(fillSpread(state({ kind: "reading", at: TODAY - 0.5, reading }).belief));
  expect(by(sensorReading(0.3))).toBeLessThan(by(quartersReading(1)));
  expect(by(volumeReading(0.3))).toBeLessThan(by(quartersReading(1)));
});

test("a fall between two reports is an emptying, a rise is none", () => {
  const { emptyings } = state(seen(24, 1), seen(17, 2), seen(10, 4), seen(3, 0));
  expect(emptyings).toEqual([{ from: TODAY - 9.6, to: TODAY - 2.6, told: "reports" }]);
});

test("a ticket tells when, and how much is left", () => {
  const { emptyings, belief, plausibility } = state(seen(10, 4), taken(6, 0.95), seen(3, 0));
  expect(emptyings).toEqual([{ from: TODAY - 5.7, to: TODAY - 5.7, told: "ticket" }]);
  expect(fillSpread(belief).mean).toBeLessThan(0.3);
  expect(plausibility).toBe("ok");
});

test("a report that could not have come about is suspect, until another agrees with it", () => {
  // From empty to overflowing within a week in which a seventh of the room is expected.
  expect(state(seen(17, 0), seen(10, 0), seen(3, 5)).plausibility).toBe("suspect");
  expect(state(seen(24, 0), seen(17, 0), seen(10, 5), seen(3, 5)).plausibility).toBe("ok");
});

test("two reports of neighbouring days that exclude each other are contradicted", () => {
  expect(state(seen(10, 0), seen(4, 1), seen(3, 5)).plausibility).toBe("contradicted");
});

test("more weighed than can have been there contradicts the reports", () => {
  expect(state(seen(10, 0), seen(3, 1), taken(1, 1)).plausibility).toBe("contradicted");
});

test("a report of a month ago is stale", () => {
  expect(state(seen(30, 1)).plausibility).toBe("stale");
});

test("the chance of overflow never falls, and is near 1 for who is full", () => {
  const ahead = Array.from({ length: 28 }, expected);
  const chances = overflowChances(state(seen(3, 4)).belief, ahead);
  chances.slice(1).forEach((chance, d) => expect(chance).toBeGreaterThanOrEqual(chances[d]! - 1e-12));
  expect(chances.at(-1)).toBeGreaterThan(0.9);
  expect(overflowChances(state(seen(3, 0)).belief, ahead)[6]).toBeLessThan(0.02);
});

test("nine of ten times the truth lies in the interval, or a little more often", () => {
  const random = new Random(11);
  let [stock, arrivals, count] = [0, 0, 0];
  for (let i = 0; i < 40; i++) {
    const truth = simulateStorage(random, 4, 168, { missing: 0.4, ticketsLost: 0.3 });
    const today = 4 + 154;
    const { belief } = filterStorage(truth.events, () => truth.expected, today);
    const [fill, week] = [fillSpread(belief), weeklyArrivals(belief, [7 * truth.expected])[0]!];
    const came = truth.arrivals.slice(154, 161).reduce((a, b) => a + b, 0);
    count++;
    if (truth.fills[154]! >= fill.low - 0.01 && truth.fills[154]! <= fill.high + 0.01) stock++;
    if (came >= week.low && came <= week.high) arrivals++;
  }
  expect(stock / count).toBeGreaterThan(0.85);
  expect(arrivals / count).toBeGreaterThan(0.82);
});

test("what is no fill level is refused", () => {
  expect(() => quartersReading(6)).toThrow(RangeError);
  expect(() => quartersReading(1.5)).toThrow(RangeError);
  expect(() => volumeReading(-0.1)).toThrow(RangeError);
  expect(() => volumeReading(NaN)).toThrow(RangeError);
  expect(() => sensorReading(Infinity)).toThrow(RangeError);
});
