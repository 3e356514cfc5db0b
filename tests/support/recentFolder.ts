/** The tiny region on disk, its observations moved back by whole weeks where the clock of this machine is before them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays, daysBetween } from "../../domain/week.ts";
import { tinyFolder } from "./tinyFolder.ts";

const NEWEST = "2026-11-20";

/** @param today `YYYY-MM-DD` */
export function writeRecentFolder(folder: string, today: string): void {
  const weeks = Math.max(0, Math.ceil((daysBetween(today, NEWEST) + 1) / 7));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(tinyFolder())) {
    const moved = text.replaceAll(/2026-11-\d\d/g, (date) => addDays(date, -7 * weeks));
    writeFileSync(join(folder, name), ["reports.csv", "weighings.csv"].includes(name) ? moved : text);
  }
}
