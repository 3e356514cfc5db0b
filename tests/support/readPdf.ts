/** Reads what pdfkit wrote: the text of each page as drawn, the alternative texts, the count of pages. For tests only. */
import { inflateSync } from "node:zlib";

export interface ReadPdf {
  readonly pages: readonly string[];
  readonly alternatives: readonly string[];
  readonly source: string;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const source = Buffer.from(bytes).toString("latin1");
  const pages = [...source.matchAll(/\/Type \/Page\n[^]*?\/Contents (\d+) 0 R/g)].map(([, id]) =>
    streamOf(source, id!),
  );
  const alternatives = [...source.matchAll(/\/Alt (\([^]*?[^\\]\)|\(\))/g)].map(([, text]) => stringOf(text!));
  return { pages: pages.map(textOf), alternatives, source };
}

function streamOf(source: string, id: string): string {
  const object = source.slice(source.indexOf(`\n${id} 0 obj`));
  const start = object.indexOf("stream\n") + "stream\n".length;
  const raw = Buffer.from(object.slice(start, object.indexOf("\nendstream")), "latin1");
  return inflateSync(raw).toString("latin1");
}

/** Strings of `TJ` are Windows-1252 in hexadecimal, broken where letters are kerned. One line of drawing, one line here. */
function textOf(content: string): string {
  const decoder = new TextDecoder("windows-1252");
  return [...content.matchAll(/\[([^\]]*)\] TJ/g)]
    .map(([, parts]) =>
      decoder.decode(Buffer.from([...parts!.matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => hex).join(""), "hex")),
    )
    .join("\n");
}

/** A PDF string in parentheses: UTF-16 with a byte order mark, or Latin-1. */
function stringOf(literal: string): string {
  const escaped: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  const inner = literal.slice(1, -1).replace(/\\(.)/gs, (_, character: string) => escaped[character] ?? character);
  const bytes = Buffer.from(inner, "latin1");
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString("utf16le") : inner;
}
