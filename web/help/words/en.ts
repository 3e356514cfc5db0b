import type { HelpWords } from "./shape.ts";

export const EN: HelpWords = {
  title: "Help",
  pages: "Pages of the handbook",
  contents: "On this page",
  german: "For now, the handbook is available in German only. Thank you for your understanding.",
  missing: {
    title: "Not found",
    head: "The handbook has no such page.",
    lead: "What you are looking for may be on one of these:",
  },
};
