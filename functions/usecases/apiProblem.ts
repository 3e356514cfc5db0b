/** What a use case answers when it cannot do what was asked: becomes problem details (RFC 9457) in the API. */
import type { ProblemItem } from "../contract/common.ts";
import { formatPlace, type Problem } from "../../domain/problem.ts";

const TITLES = {
  400: "Die Anfrage ist fehlerhaft.",
  401: "Bitte anmelden.",
  403: "Dazu fehlt die Berechtigung.",
  404: "Das gibt es hier nicht.",
  405: "Das geht hier nicht.",
  409: "Das widerspricht dem, was schon da ist.",
  412: "Inzwischen hat jemand anderes geändert.",
  413: "Die Anfrage ist zu groß.",
  415: "Dieses Format wird nicht angenommen.",
  422: "Die Angaben sind fehlerhaft.",
  428: "If-Match fehlt.",
  429: "Zu viele Anfragen.",
  500: "Auf unserer Seite ist etwas schiefgegangen.",
  503: "Gerade nicht erreichbar.",
} as const;
export type ProblemStatus = keyof typeof TITLES;

export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: ProblemStatus;
  readonly title: string;
  readonly problems: readonly ProblemItem[];

  /** @param detail what is wrong here and what to do about it; German */
  constructor(status: ProblemStatus, detail: string, problems: readonly ProblemItem[] = []) {
    super(detail);
    this.status = status;
    this.title = TITLES[status];
    this.problems = problems;
  }
}

export function problemItem({ code, place, cause, action }: Problem): ProblemItem {
  return { code, pointer: formatPlace(place), cause, action };
}
