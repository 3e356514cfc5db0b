/** The whole story, from the reports to the proof. */
import { audit } from "./chapters/audit.ts";
import { board } from "./chapters/board.ts";
import { finance } from "./chapters/finance.ts";
import { plan } from "./chapters/plan.ts";
import { publicPage } from "./chapters/publicPage.ts";
import { reports } from "./chapters/reports.ts";
import { settlement } from "./chapters/settlement.ts";
import { tours } from "./chapters/tours.ts";
import { vote } from "./chapters/vote.ts";
import type { Chapter } from "./stage.ts";

/** @param iterations of the search for tours */
export const story = (iterations: number): readonly Chapter[] => [
  reports,
  plan(iterations),
  board,
  tours,
  vote,
  finance,
  settlement,
  publicPage,
  audit,
];
