/** Why there is no settlement yet, as an answer. */
import { ApiProblem } from "../apiProblem.ts";
import type { ReckonState } from "./reckon.ts";

/** @param open matters of the work list */
export function notReckoned(state: ReckonState, open: number): ApiProblem {
  switch (state) {
    case "running":
      return new ApiProblem(409, "Die Abrechnung wird gerade gerechnet. Bitte in einer Minute noch einmal.");
    case "failed":
      return new ApiProblem(
        409,
        "Das Rechnen ist gescheitert; in zwei Minuten wird es auf Anfrage neu begonnen. Scheitert es wieder, einen kürzeren Zeitraum abrechnen.",
      );
    default:
      return new ApiProblem(
        409,
        `In der Arbeitsliste stehen noch ${open} Punkte zu diesem Zeitraum. Erst danach lässt er sich abrechnen.`,
      );
  }
}
