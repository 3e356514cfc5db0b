/** JSON with the line and column of what is wrong; the messages of JSON.parse differ and often name no place. */
import type { Problem } from "./problem.ts";
import { error } from "./region/draft.ts";

export type JsonResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem };

/** @param file name of the file, for the problem only */
export function readJson(file: string, text: string): JsonResult {
  const bare = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(bare) as unknown };
  } catch {
    const { line, column, found } = positionOf(bare, findFault(bare));
    const cause = `The file is not valid JSON: line ${line}, column ${column}, at ${found}.`;
    const action = "Correct it there or just before; often a comma or a quotation mark is missing or one too many.";
    return { ok: false, problem: error("file.syntax", { file, row: line }, cause, action) };
  }
}

function positionOf(text: string, offset: number): { line: number; column: number; found: string } {
  const before = text.slice(0, offset).split("\n");
  const rest = text.slice(offset, offset + 20).split("\n")[0] ?? "";
  const found = offset >= text.length ? "the end of the file" : `"${rest}"`;
  return { line: before.length, column: (before.at(-1) ?? "").length + 1, found };
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR =
  /"(?:[\u0020-\u0021\u0023-\u005b\u005d-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const KEY = /"(?:[\u0020-\u0021\u0023-\u005b\u005d-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;

/** Offset of the first character that cannot stand where it stands (RFC 8259). */
function findFault(text: string): number {
  let at = 0;
  const closers: ("}" | "]")[] = [];
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return false;
    at = pattern.lastIndex;
    return true;
  };
  const takeKey = (): boolean => take(SPACE) && take(KEY) && take(SPACE) && text[at] === ":" && ++at > 0;
  /** Goes into an opened array or object; false when what must come first does not. */
  const open = (closer: "}" | "]"): "value" | "closed" | "fault" => {
    at++;
    take(SPACE);
    if (text[at] === closer) {
      at++;
      return "closed";
    }
    closers.push(closer);
    return closer === "]" || takeKey() ? "value" : "fault";
  };
  for (;;) {
    take(SPACE);
    if (text[at] === "{" || text[at] === "[") {
      const state = open(text[at] === "{" ? "}" : "]");
      if (state === "value") continue;
      if (state === "fault") return at;
    } else if (!take(SCALAR)) return at;
    for (;;) {
      take(SPACE);
      const closer = closers.at(-1);
      if (closer === undefined || (text[at] !== "," && text[at] !== closer)) return at;
      if (text[at++] === ",") break;
      closers.pop();
    }
    if (closers.at(-1) === "}" && !takeKey()) return at;
  }
}
