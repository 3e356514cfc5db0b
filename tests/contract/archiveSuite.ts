/** What every archive must do. Call it inside a `describe`. */
import { expect, test } from "vitest";
import type { Archive } from "../../functions/ports/archive.ts";

export interface ArchiveUnderTest {
  readonly archive: Archive;
  /** What lies under a name, past the archive; undefined when there is nothing. */
  read(name: string): Promise<string | undefined>;
  /** All names, sorted. */
  names(): Promise<readonly string[]>;
}

const HEAD = "tiny/2026-11-27.json";

export function archiveSuite(open: () => Promise<ArchiveUnderTest>): void {
  test("what is kept is there as it was given, text and bytes", async () => {
    const { archive, read, names } = await open();
    expect(await archive.keep(HEAD, "Grün\n")).toBe("kept");
    expect(await archive.keep("tiny/2026-12-04.json", new TextEncoder().encode("Müll\n"))).toBe("kept");
    expect([await read(HEAD), await read("tiny/2026-12-04.json")]).toEqual(["Grün\n", "Müll\n"]);
    expect(await names()).toEqual([HEAD, "tiny/2026-12-04.json"]);
  });

  test("what is kept stays, whatever comes under its name later", async () => {
    const { archive, read, names } = await open();
    await archive.keep(HEAD, "first");
    expect(await archive.keep(HEAD, "second")).toBe("known");
    expect(await read(HEAD)).toBe("first");
    expect(await names()).toEqual([HEAD]);
  });

  test("of several at the same moment one is kept, and the others know it", async () => {
    const { archive, read, names } = await open();
    const writers = Array.from({ length: 20 }, (_, writer) => String(writer));
    const outcomes = await Promise.all(writers.map((writer) => archive.keep(HEAD, writer)));
    expect(outcomes.filter((one) => one === "kept")).toHaveLength(1);
    expect(await read(HEAD)).toBe(writers[outcomes.indexOf("kept")]);
    expect(await names()).toEqual([HEAD]);
  });

  test.each(["", "/a", "../a", "a/../b", "a//b", "a\\b", "C:a"])(
    "%j is no name, and nothing is written",
    async (name) => {
      const { archive, names } = await open();
      await expect(archive.keep(name, "x")).rejects.toThrow(RangeError);
      expect(await names()).toEqual([]);
    },
  );
}
