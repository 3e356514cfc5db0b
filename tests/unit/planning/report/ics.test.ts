import { expect, test } from "vitest";
import { foldLine, renderIcs } from "../../../../planning/report/ics.ts";
import { samplePlan } from "../../../support/samplePlan.ts";

const plan = samplePlan();
const unfold = (text: string): string[] => text.replace(/\r\n /g, "").split("\r\n");
const octets = (line: string): number => Buffer.byteLength(line, "utf8");

test("every line ends with CRLF and has at most 75 octets", () => {
  const text = renderIcs(plan);
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
  const lines = text.split("\r\n");
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => octets(line) > 75)).toEqual([]);
});

test("folding never splits a character and unfolds to the same line", () => {
  // "ü" has two octets and the leaf four, so a cut at 75 octets would fall inside a character.
  const line = `DESCRIPTION:${"Überfüllung 🌿 ".repeat(40)}`;
  const folded = foldLine(line).split("\r\n");
  expect(folded.every((part) => octets(part) <= 75 && !part.includes("\uFFFD"))).toBe(true);
  expect(folded.slice(1).every((part) => part.startsWith(" "))).toBe(true);
  expect(unfold(foldLine(line))).toEqual([line]);
});

test("a line of exactly 75 octets is left alone and one of 76 is folded", () => {
  expect(foldLine("x".repeat(75))).toBe("x".repeat(75));
  expect(foldLine("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
});

test("there is one event a tour with local times, a stable UID and SEQUENCE 0", () => {
  const lines = unfold(renderIcs(plan));
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(plan.routes.length);
  const uids = lines.filter((line) => line.startsWith("UID:"));
  expect(new Set(uids).size).toBe(plan.routes.length);
  expect(uids[0]).toBe("UID:saarlouis-2026-W48-saarlouis-1-2026-11-23@gruenverbund");
  expect(lines.filter((line) => line === "SEQUENCE:0")).toHaveLength(plan.routes.length);
  expect(lines).toContain("DTSTART;TZID=Europe/Berlin:20261123T063000");
  expect(lines).toContain("DTSTAMP:20261123T000000Z");
  for (const line of ["METHOD:PUBLISH", "BEGIN:VTIMEZONE", "TZID:Europe/Berlin"]) expect(lines).toContain(line);
});

test("two shifts of a vehicle on one day keep different UIDs", () => {
  const twice = { ...plan, routes: [plan.routes[0]!, { ...plan.routes[0]!, id: "second" }] };
  const uids = unfold(renderIcs(twice)).filter((line) => line.startsWith("UID:"));
  expect(new Set(uids).size).toBe(2);
});

test("text values escape what would end them and cannot start a line of their own", () => {
  const route = { ...plan.routes[0]!, vehicleName: "A;B,C\\D\r\nEND:VCALENDAR\nX\u0007" };
  const lines = unfold(renderIcs({ ...plan, routes: [route] }));
  const summary = lines.find((line) => line.startsWith("SUMMARY:"));
  expect(summary).toContain(String.raw`A\;B\,C\\D\nEND:VCALENDAR\nX:`);
  expect(lines.filter((line) => line === "END:VCALENDAR")).toHaveLength(1);
});
