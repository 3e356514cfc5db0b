import { expect, test } from "vitest";
import { line, progressBar } from "../../../cli/progressBar.ts";

function watched(isTerminal: boolean, columns = 80) {
  const drawn: string[] = [];
  let now = 0;
  const clock = { now: () => "2026-11-23T06:00:00Z", elapsed: () => now };
  const io = { stdout: () => undefined, stderr: (text: string) => void drawn.push(text), isTerminal, columns };
  return { drawn, bar: progressBar(io, clock), wait: (milliseconds: number) => void (now += milliseconds) };
}

test("a line shows the part done, the phase, the gap once it is known, and the seconds", () => {
  expect(line(80, 0.42, "Pricing groups", 12.4)).toBe("[#############.................]  42 %  Pricing groups  12 s");
  expect(line(80, 0.42, "Pricing groups", 12.4, 0.0031)).toContain("  gap 0.3 %  12 s");
});

test.each([20, 30, 40, 60, 200])("in %i columns no line is wider than the terminal", (columns) => {
  expect(line(columns, 1, "Planning flows, alone and jointly", 100, 0.5).length).toBeLessThan(columns);
});

test("away from a terminal nothing is written", () => {
  const { drawn, bar } = watched(false);
  bar.begin("flow");
  bar.advance(0.5, 0.1);
  bar.end();
  expect(drawn).toEqual([]);
});

test("the last gap stays to be seen in later phases, and the line is wiped in the end", () => {
  const { drawn, bar, wait } = watched(true);
  bar.begin("flow");
  wait(1000);
  bar.advance(0.5, 0.012);
  bar.begin("routes");
  expect(drawn.at(-1)).toContain("Searching tours  gap 1.2 %  1 s");
  bar.end();
  expect(drawn.at(-1)).toBe("\r\u001b[2K");
});

test("more than ten drawings a second are not made", () => {
  const { drawn, bar, wait } = watched(true);
  bar.begin("coalitions");
  for (let i = 0; i < 100; i++) {
    wait(10);
    bar.advance(i / 100);
  }
  expect(drawn.length).toBe(11);
});
