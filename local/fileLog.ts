/** The log of the embedded runtime: JSON lines in one file, and the file before it. Written in batches, not line by line. */
import { appendFileSync, renameSync, statSync } from "node:fs";
import { redactField, redactText } from "../functions/adapters/powertools/redact.ts";
import type { Clock } from "../functions/ports/clock.ts";
import type { Fields, Log } from "../functions/ports/log.ts";

const MOST_BYTES = 20 * 1024 * 1024;
const BATCH_BYTES = 64 * 1024;
const BATCH_MS = 250;

export interface FileLog extends Log {
  /** Writes what is waiting. */
  close(): void;
}

export function fileLog(file: string, clock: Clock): FileLog {
  let waiting: string[] = [];
  let bytes = 0;
  let size = sizeOf(file);
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const text = waiting.join("");
    [waiting, bytes] = [[], 0];
    try {
      if (size > MOST_BYTES) {
        renameSync(file, `${file}.1`);
        size = 0;
      }
      appendFileSync(file, text);
      size += Buffer.byteLength(text);
    } catch {
      // A full disk must not end the service because of its log.
    }
  };
  const write = (level: string, message: string, fields: Fields, failure?: object): void => {
    const shown = Object.entries(fields).map(([name, value]): [string, unknown] => [name, redactField(name, value)]);
    const line = { at: clock.now(), level, message: redactText(message), ...Object.fromEntries(shown), ...failure };
    const text = `${JSON.stringify(line)}\n`;
    waiting.push(text);
    bytes += text.length;
    if (bytes > BATCH_BYTES) flush();
    else timer ??= setTimeout(flush, BATCH_MS).unref();
  };
  return {
    info: (message, fields = {}) => write("info", message, fields),
    error: (message, error, fields = {}) => write("error", message, fields, { failure: failureOf(error) }),
    close: flush,
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function failureOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: redactText(String(error)) };
  const { name, message, stack = "", cause } = error;
  const said = { name, message: redactText(message), stack: redactText(stack) };
  return cause === undefined ? said : { ...said, cause: redactText(String(cause)) };
}
