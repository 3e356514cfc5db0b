import { beforeAll, describe, expect, test } from "vitest";
import { Random } from "../../../optimizer/routing/random.ts";
import { runKilled, type Report } from "./scenario.ts";
import { ASK_SECONDS, ITEMS, RESULT } from "./workflow.ts";

// Twenty kills: four places in the whole of a run, and four sequences of four close to each other.
const random = new Random(17);
const SINGLE = Array.from({ length: 4 }, (_, quarter) => [25 * quarter + 1 + random.below(25)]);
const SEQUENCES = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => 1 + random.below(24)));

const outputOf = ({ ended }: Report): unknown => JSON.parse(ended.output);

describe("a run that nobody kills", () => {
  let report: Report;
  beforeAll(async () => {
    report = await runKilled([]);
  });

  test("ends with the result that was worked out by hand", () => {
    expect(outputOf(report)).toEqual(RESULT);
    expect(report.ended.points).toBeGreaterThan(100);
  });

  test("runs each task once, and the flaky one three times", () => {
    // Price and Ask for each item, Settle for those that answered, three batches, Publish; and Flaky.
    expect(report.runs.size).toBe(2 * ITEMS + (ITEMS - 1) + 3 + 1 + 1);
    expect([...report.runs].filter(([, count]) => count !== 1)).toEqual([["Flaky", 3]]);
  });
});

describe.each([...SINGLE, ...SEQUENCES].map((points) => ({ points })))("killed at its points $points", ({ points }) => {
  let report: Report;
  beforeAll(async () => {
    report = await runKilled(points.map((point) => ({ point })));
  });

  test("it ends with the same result", () => {
    expect(report.kills).toBe(points.length);
    expect(outputOf(report)).toEqual(RESULT);
  });

  test("no task runs again whose exit was on disk, and the others at most once more a kill", () => {
    expect(report.ranTwice).toEqual([]);
    const most = (key: string): number => (key === "Flaky" ? 3 : 1) + report.kills;
    expect([...report.runs].filter(([key, count]) => count > most(key))).toEqual([]);
  });

  test("deadlines stay where they were, and the task that nobody answers ends at its own", () => {
    expect(report.moved).toEqual([]);
    // A minute passes at each restart, so the deadline is found passed at most a minute late.
    expect(report.silentSeconds).toBeGreaterThanOrEqual(ASK_SECONDS);
    expect(report.silentSeconds).toBeLessThanOrEqual(ASK_SECONDS + 60);
  });
});
