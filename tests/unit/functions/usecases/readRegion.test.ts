import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPlace } from "../../../../domain/problem.ts";
import { readRegion, type ReadRegion } from "../../../../functions/usecases/readRegion.ts";
import { memoryBlobs } from "../../../support/memoryBlobs.ts";
import { tinyFolder } from "../../../support/tinyFolder.ts";
import { TINY_NOW, tinyValidRegion } from "../../../support/tinyRegion.ts";

/** Contacts and sensors are read as well, but no plan depends on them. */
const PLAN_INPUTS = Object.keys(tinyFolder())
  .filter((file) => file !== "contacts.csv" && file !== "sensors.csv")
  .sort();

type Files = Record<string, string | Uint8Array>;

function read(change: (files: Files) => void = () => undefined, delimiter: ";" | "," = ";"): Promise<ReadRegion> {
  const files: Files = tinyFolder(delimiter);
  change(files);
  return readRegion(memoryBlobs(files), TINY_NOW);
}

const said = ({ problems }: ReadRegion): string[] => problems.map(({ code, place }) => `${code} ${formatPlace(place)}`);

test("a folder gives the region, its inputs and no problem", async () => {
  const result = await read();
  expect(result.problems).toEqual([]);
  expect(result.region).toEqual(tinyValidRegion());
  expect(result.outlines).toBeNull();
  expect(result.inputs.map(({ file }) => file)).toEqual(PLAN_INPUTS);
});

test("commas, quotes, CRLF, a byte order mark, empty lines and spare separators at the end change nothing", async () => {
  const plain = await read();
  const dressed = await read((files) => {
    for (const [file, content] of Object.entries(files)) {
      if (!file.endsWith(".csv")) continue;
      const lines = String(content).trimEnd().split("\n");
      files[file] =
        `\uFEFF${lines.map((line, index) => (index === 0 ? line : `${line},`)).join("\r\n\r\n")}\r\n${",".repeat(5)}\r\n`;
    }
  }, ",");
  expect(dressed.problems).toEqual([]);
  expect(dressed.region).toEqual(plain.region);
});

test("a cell in quotation marks may hold the separator, a quotation mark and a line break", async () => {
  const { region } = await read((files) => {
    files["municipalities.csv"] = String(files["municipalities.csv"]).replace(
      "Altdorf",
      '"Altdorf; ""am See""\nund Berg"',
    );
  });
  expect(region?.municipalities[0]?.name).toBe('Altdorf; "am See"\nund Berg');
});

test("a row after a cell of two lines keeps its own line number", async () => {
  const result = await read((files) => {
    const broken = String(files["municipalities.csv"]).replace("Altdorf", '"Alt\ndorf"').replace("8000", "viele");
    files["municipalities.csv"] = broken;
  });
  // Line 1 is the header, 2 and 3 are Altdorf, 4 is Bergheim.
  expect(said(result)).toEqual(["value.invalid municipalities.csv:4 [99001002] population"]);
});

test("the hashes are those of the bytes, and the one over all of them can be recomputed with sha256sum", async () => {
  const { inputs, inputsSha256 } = await read();
  const files = tinyFolder();
  const sha256 = (data: string): string => createHash("sha256").update(data).digest("hex");
  expect(inputs).toEqual(PLAN_INPUTS.map((file) => ({ file, sha256: sha256(files[file]!) })));
  expect(inputsSha256).toBe(sha256(inputs.map((one) => `${one.sha256}  ${one.file}\n`).join("")));
});

test("files that are not read are not hashed; an unknown table is a warning with the name that was meant", async () => {
  const result = await read((files) =>
    Object.assign(files, { "README.md": "x", "storage.csv": "id\n", "old/storages.csv": "id\n" }),
  );
  expect(said(result)).toEqual(["file.unknown storage.csv"]);
  expect(result.problems[0]?.action).toContain('Did you mean "storages.csv"?');
  expect(result.region).not.toBeNull();
  expect(result.inputsSha256).toBe((await read()).inputsSha256);
});

test("too few and too many cells are named by row", async () => {
  const result = await read((files) => {
    const lines = String(files["seasons.csv"]).trimEnd().split("\n");
    files["seasons.csv"] = `${lines[0]}\n${lines[1]};zu;viel\n`;
    files["service-shares.csv"] = String(files["service-shares.csv"]).replace(";invented for tests;true", "");
  });
  expect(said(result)).toEqual(["row.columns seasons.csv:2", "row.columns service-shares.csv:2"]);
  expect(result.region).toBeNull();
});

test("a column named twice is reported", async () => {
  const result = await read((files) => {
    files["authorities.csv"] = String(files["authorities.csv"])
      .replace("id;name;kind", "id;name;kind;name")
      .replaceAll(/;(authority|contractor);/g, ";$1;x;");
  });
  expect(said(result)).toContain("column.duplicate authorities.csv:1 name");
});

test("an open quotation mark is reported with its line, and the file is not called empty as well", async () => {
  const result = await read((files) => {
    files["seasons.csv"] = String(files["seasons.csv"]).replace("\nyard", '\n"yard');
  });
  expect(said(result).filter((line) => line.includes("seasons.csv"))).toEqual(["file.syntax seasons.csv:2"]);
});

test("Windows-1252 is recognised, reported with the line, and read on", async () => {
  const result = await read((files) => {
    const wrong = String(files["streams.csv"]).replace("200;330", "viel;330");
    files["streams.csv"] = Uint8Array.from(Buffer.from(wrong, "latin1"));
  });
  expect(said(result)).toEqual([
    "file.encoding streams.csv:2",
    "value.invalid streams.csv:3 [municipal-mixed] looseKgPerM3",
  ]);
  expect(result.problems[0]?.cause).toContain("Windows-1252");
  expect(result.region).toBeNull();
});

test("UTF-16 is recognised", async () => {
  const result = await read((files) => {
    files["streams.csv"] = Uint8Array.from(Buffer.from(`\uFEFF${files["streams.csv"] as string}`, "utf16le"));
  });
  expect(said(result)).toEqual(["file.encoding streams.csv:1"]);
  expect(result.problems[0]?.cause).toContain("UTF-16");
});

test.each([
  ['{\n  "a": 1,\n  "b": }\n', 3, 8, '"}"'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '""b": 2"'],
  ['{"a": [1, 2,]}', 1, 13, '"]}"'],
  ['{"a": 1', 1, 8, "the end of the file"],
  ['{"a": 01}', 1, 8, '"1}"'],
  ["{'a': 1}", 1, 2, "\"'a': 1}\""],
  ['{"a": tru}', 1, 7, '"tru}"'],
  ['{"a": "b\nc"}', 1, 7, '""b"'],
  ["{} {}", 1, 4, '"{}"'],
  ["", 1, 1, "the end of the file"],
])("malformed JSON %j is found at line %i, column %i", async (content, line, column, found) => {
  const result = await read((files) => (files["region.json"] = content));
  expect(said(result)).toEqual([`file.syntax region.json:${line}`]);
  expect(result.problems[0]?.cause).toBe(`The file is not valid JSON: line ${line}, column ${column}, at ${found}.`);
});

test("outlines are passed through, and malformed ones are a problem", async () => {
  const outlines = { type: "FeatureCollection", features: [] };
  expect((await read((files) => (files["municipalities.geojson"] = JSON.stringify(outlines)))).outlines).toEqual(
    outlines,
  );
  expect(said(await read((files) => (files["municipalities.geojson"] = "{")))).toEqual([
    "file.syntax municipalities.geojson:1",
  ]);
});

test("a folder without any file of a region is one problem, not sixteen", async () => {
  const result = await readRegion(memoryBlobs({ "README.md": "x" }), TINY_NOW);
  expect(said(result)).toEqual(["file.missing "]);
  expect(result.region).toBeNull();
});

test("faults of form and of content come together", async () => {
  const result = await read((files) => {
    delete files["tariffs.csv"];
    files["emission-factors.json"] = "{";
    files["reports.csv"] = String(files["reports.csv"]).replace("2026-11-20T10:00", "2027-11-20T10:00");
  });
  expect(said(result)).toEqual([
    "file.syntax emission-factors.json:1",
    "date.future reports.csv:5 [r4] observedAt",
    "file.missing tariffs.csv",
  ]);
});

test("whatever is done to a file, it is reported and never thrown, and a region comes only without errors", async () => {
  const names = Object.keys(tinyFolder()).sort();
  const damage = fc.record({
    file: fc.constantFrom(...names),
    at: fc.nat(4000),
    cut: fc.nat(40),
    put: fc.oneof(
      fc.string(),
      fc.constantFrom(";", '"', "\n", "null", "[]", "{}", "-1", "\uFEFF", "__proto__", "constructor"),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      const result = await read((files) => {
        for (const { file, at, cut, put } of damages) {
          const content = String(files[file]);
          const from = at % (content.length + 1);
          files[file] = content.slice(0, from) + put + content.slice(from + cut);
        }
      });
      expect(result.region === null).toBe(result.problems.some(({ severity }) => severity === "error"));
    }),
    { seed: 11, numRuns: 300 },
  );
});

test.each(["null", "1", "[]", '"x"', "{}"])(
  "a settings file that holds only %s is reported, not thrown",
  async (content) => {
    const result = await read((files) => (files["region.json"] = content));
    expect(result.region).toBeNull();
    expect(result.problems.every(({ place }) => place.file === "region.json")).toBe(true);
  },
);

test.each(["__proto__", "constructor", "toString"])("a column called %s is unknown like any other", async (column) => {
  const result = await read(
    (files) => (files["seasons.csv"] = String(files["seasons.csv"]).replace("jan;", `${column};`)),
  );
  expect(said(result)).toContain(`column.unknown seasons.csv:1 ${column}`);
  expect(said(result)).toContain("column.missing seasons.csv:1 jan");
});
