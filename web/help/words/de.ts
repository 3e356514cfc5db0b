import type { HelpWords } from "./shape.ts";

export const DE: HelpWords = {
  title: "Hilfe",
  pages: "Seiten des Handbuchs",
  contents: "Auf dieser Seite",
  german: null,
  missing: {
    title: "Nicht gefunden",
    head: "Diese Seite hat das Handbuch nicht.",
    lead: "Vielleicht steht das Gesuchte auf einer von diesen:",
  },
};
