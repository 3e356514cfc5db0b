/** A progress bar of one line on a terminal; quiet elsewhere. */
import type { Clock } from "../functions/ports/clock.ts";
import { partOfRun, type Phase, type PlanProgress } from "../planning/progress.ts";
import type { CliIo } from "./io.ts";

const LABELS: Readonly<Record<Phase, string>> = {
  forecast: "Forecast",
  calibration: "Calibrating haulage",
  flow: "Planning flows, alone and jointly",
  coalitions: "Pricing groups",
  routes: "Searching tours",
  split: "Splitting and checking",
};
/** Redrawing more often than this helps nobody. */
const LEAST_MS = 100;

export function progressBar(io: CliIo, clock: Clock): PlanProgress & { end(): void } {
  if (!io.isTerminal) return { begin: () => undefined, advance: () => undefined, end: () => undefined };
  const started = clock.elapsed();
  let phase: Phase = "forecast";
  let gap: number | undefined;
  let drawn = -Infinity;
  const draw = (part: number) => {
    drawn = clock.elapsed();
    const total = partOfRun(phase, part);
    io.stderr(`\r\u001b[2K${line(io.columns, total, LABELS[phase], (drawn - started) / 1000, gap)}`);
  };
  return {
    begin(next) {
      phase = next;
      draw(0);
    },
    advance(part, newGap) {
      gap = newGap ?? gap;
      if (clock.elapsed() - drawn >= LEAST_MS) draw(part);
    },
    end: () => io.stderr("\r\u001b[2K"),
  };
}

/** A bar for one search: how much of its budget is used and the best cost so far. */
export function searchBar(io: CliIo): { show(share: number, label: string, seconds: number): void; end(): void } {
  if (!io.isTerminal) return { show: () => undefined, end: () => undefined };
  return {
    show: (share, label, seconds) => io.stderr(`\r\u001b[2K${line(io.columns, Math.min(1, share), label, seconds)}`),
    end: () => io.stderr("\r\u001b[2K"),
  };
}

/** `[#####.....]  42 %  Pricing groups  gap 0.3 %  12 s`, never wider than the terminal. */
export function line(columns: number, total: number, label: string, seconds: number, gap?: number): string {
  const proven = gap === undefined ? "" : `  gap ${(100 * gap).toFixed(1)} %`;
  const tail = ` ${String(Math.floor(total * 100)).padStart(3)} %  ${label}${proven}  ${Math.round(seconds)} s`;
  const width = Math.min(30, columns - tail.length - 3);
  if (width < 5) return tail.trim().slice(0, Math.max(0, columns - 1));
  const full = Math.round(width * total);
  return `[${"#".repeat(full)}${".".repeat(width - full)}]${tail}`;
}
