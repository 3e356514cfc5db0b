import { expect, test } from "vitest";
import { advancesOf } from "../../../web/settlement/advances.ts";

test("advances are read as people type amounts; what is none is said, and nothing is nothing", () => {
  const of = (...typed: string[]) => advancesOf(typed.map((text, i) => [`abschlag-1004411${i}`, text]));
  expect(of("1.200,50", "300", "7,5 €", "0.99")).toEqual({
    ...{ "10044110": 120_050, "10044111": 30_000, "10044112": 750, "10044113": 99 },
  });
  expect(of("", " ", "0")).toEqual({});
  expect(of("viel")).toBe("wrong");
  expect(of("-5")).toBe("wrong");
  expect(of("1,234.50")).toBe("wrong");
  expect(advancesOf([["von", "2026-W48"]])).toEqual({});
});
