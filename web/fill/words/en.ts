import type { FillWords } from "./shape.ts";

export const EN: FillWords = {
  label: "Forecast fill",
  range: (percent, range) => `${percent} (${range})`,
  expected: (day, percent, range) => `Forecast for ${day}: ${percent} full (${range}).`,
  overflowLabel: "Overflow",
  overflow: (percent, day) => `${percent} by ${day}, if nobody empties it`,
  doubtLabel: "Reports",
  doubts: {
    suspect: {
      mark: "report doubtful",
      todo: "The last report does not fit what came before. Please look again and report.",
    },
    stale: {
      mark: "no report for long",
      todo: "There has been no report for weeks, or the level is very uncertain. Please look and report.",
    },
    contradicted: {
      mark: "reports contradict",
      todo: "Reports or weighbridge tickets exclude each other. Please look, report, and check the tickets.",
    },
  },
};
