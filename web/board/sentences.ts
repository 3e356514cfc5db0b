/** The plan's sentences in the language of the page: said anew where a code and figures stand with them, else in German and marked so. */
import { html } from "hono/html";
import type { ViolationCode } from "../../domain/routing/violation.ts";
import { formatClock } from "../../domain/week.ts";
import type { BoardViolation } from "../../functions/usecases/board/view.ts";
import type { Html } from "../page.ts";
import type { BoardSpeech } from "./words/index.ts";

/** Their figures are seconds of the day; those of all other codes in seconds are durations. */
const CLOCKS: ReadonlySet<string> = new Set(["window", "facilityClosed", "shift", "release"] satisfies ViolationCode[]);

type Said = Pick<BoardViolation, "code" | "text" | "limit" | "needed" | "unit">;

/** Undefined: only in German. */
function translated({ code, limit, needed, unit }: Said, { words, figures }: BoardSpeech): string | undefined {
  const say = words.broken?.[code as ViolationCode];
  if (say === undefined) return undefined;
  const amount = (value: number): string => {
    if (unit === "kg") return figures.tonnes(value);
    if (unit === "litres") return `${figures.number(value / 1000, 1)}\u00A0m³`;
    if (unit === "m") return figures.kilometres(value);
    if (unit !== "s") return figures.number(value);
    return CLOCKS.has(code) ? formatClock(value) : figures.duration(value);
  };
  return say(amount(needed), amount(limit));
}

export function violationText(violation: Said, speech: BoardSpeech): string {
  return translated(violation, speech) ?? violation.text;
}

export function violationSentence(violation: Said, speech: BoardSpeech): Html {
  const text = translated(violation, speech);
  return text === undefined ? html`<span lang="de">${violation.text}</span>` : html`<span>${text}</span>`;
}

/** @param violations of its tour, among them those of the stop */
export function stopSentence(text: string, violations: readonly Said[], speech: BoardSpeech): Html {
  const whole = violations.find((one) => one.text === text || one.text.endsWith(`: ${text}`));
  return whole === undefined ? html`<span lang="de">${text}</span>` : violationSentence(whole, speech);
}
