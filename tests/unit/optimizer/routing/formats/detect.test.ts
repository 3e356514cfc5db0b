/** Which format a text is in: exactly one recognises it. */
import { expect, test } from "vitest";
import { InputError } from "../../../../../domain/problem.ts";
import { FORMATS, readRoutingFile } from "../../../../../optimizer/routing/formats/index.ts";
import { SAMPLES } from "./samples.ts";

test("each sample is recognised by one format and read by it", () => {
  for (const { format, text } of SAMPLES) {
    expect(FORMATS.filter((each) => each.recognises(text))).toHaveLength(1);
    expect(readRoutingFile(text, "file").format).toBe(format);
  }
});

test("line ends of Windows and a byte order mark change nothing", () => {
  for (const { format, text } of SAMPLES) {
    expect(readRoutingFile(text.replaceAll("\n", "\r\n"), "file").format).toBe(format);
    if (text.startsWith("{")) expect(readRoutingFile(`\uFEFF${text}`, "file").format).toBe(format);
  }
});

test("a text in no known format is refused with what would be read", () => {
  for (const text of ["", "Liebe Kollegen,\nanbei die Tour.", "1 2 3\n", "<xml/>"]) {
    const read = (): unknown => readRoutingFile(text, "brief.txt");
    expect(read).toThrow(InputError);
    expect(read).toThrow(/route\.format brief\.txt:1/);
  }
});
