/** In which line of a JSON text a value stands, so that a fault found in the parsed value can name it. */

const SPACE = /[\s,:]*/y;
const SCALAR = /"(?:[^"\\]|\\.)*"|[^\s,:{}[\]"]+/y;

/**
 * @param text valid JSON
 * @param path keys and indices from the root
 * @returns the line, from 1, of the value; of the innermost value on the way to it where the path leads nowhere
 */
export function jsonLine(text: string, path: readonly PropertyKey[]): number {
  const reader = new Reader(text);
  let line = reader.line();
  for (const key of path) {
    if (!reader.enter(key)) break;
    line = reader.line();
  }
  return line;
}

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text.startsWith("\uFEFF") ? text.slice(1) : text;
    this.take(SPACE);
  }

  line(): number {
    let line = 1;
    for (let i = this.text.indexOf("\n"); i >= 0 && i < this.at; i = this.text.indexOf("\n", i + 1)) line++;
    return line;
  }

  /** Moves from an object or array to the value under a key; false when there is none. */
  enter(key: PropertyKey): boolean {
    const opener = this.text[this.at];
    if (opener !== "{" && opener !== "[") return false;
    this.at++;
    for (let index = 0; ; index++) {
      this.take(SPACE);
      if (this.at >= this.text.length || this.text[this.at] === "}" || this.text[this.at] === "]") return false;
      const name: PropertyKey = opener === "[" ? index : (JSON.parse(this.take(SCALAR)) as string);
      this.take(SPACE);
      if (name === key) return true;
      this.skip();
    }
  }

  private skip(): void {
    let depth = 0;
    do {
      this.take(SPACE);
      const here = this.text[this.at];
      if (here === "{" || here === "[") depth++;
      else if (here === "}" || here === "]") depth--;
      else {
        this.take(SCALAR);
        continue;
      }
      this.at++;
    } while (depth > 0);
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }
}
