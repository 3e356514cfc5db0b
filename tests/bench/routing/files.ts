/** Reading the folders of benchmark files. */
import { readdirSync, readFileSync } from "node:fs";

export function readText(folder: URL, file: string): string {
  return readFileSync(new URL(file, folder), "utf8");
}

/** Names of the files that end so, without the ending. */
export function namesEnding(folder: URL, ending: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

/** The `instances` of a folder's bks.json. */
export function bestKnown<T>(folder: URL): Record<string, T> {
  return (JSON.parse(readText(folder, "bks.json")) as { instances: Record<string, T> }).instances;
}
