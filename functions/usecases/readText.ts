/** Bytes to text. UTF-8 is asked for; older spreadsheet encodings are recognised, reported, and read so that checking goes on. */
import type { Problem } from "../../domain/problem.ts";
import { error } from "../../domain/region/draft.ts";

/** @param file name of the file, for the problem only */
export function readText(
  file: string,
  bytes: Uint8Array,
): { readonly text: string; readonly problems: readonly Problem[] } {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (wide) return { text: new TextDecoder("utf-16le").decode(bytes), problems: [problem(file, "UTF-16", 1)] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), problems: [] };
  } catch {
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      problems: [problem(file, "Windows-1252", badLine(bytes))],
    };
  }
}

function problem(file: string, likely: string, row: number): Problem {
  const cause = `The file is not UTF-8 but most likely ${likely}; umlauts would be lost.`;
  return error("file.encoding", { file, row }, cause, 'Save it as "CSV UTF-8" (in a spreadsheet: Save as, file type).');
}

/** The first line that is not valid UTF-8; 1 when no single line is to blame. */
function badLine(bytes: Uint8Array): number {
  let from = 0;
  for (let line = 1; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to + 1;
  }
  return 1;
}
