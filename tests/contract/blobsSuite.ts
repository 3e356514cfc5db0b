/** What every adapter of the Blobs port does. Call it inside a `describe` with a factory for an empty store. */
import { expect, test } from "vitest";
import type { Blobs } from "../../functions/ports/blobs.ts";

const text = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes);
const entries = (record: Readonly<Record<string, string>>): Map<string, string> => new Map(Object.entries(record));

/** @param open a store of its own at every call with a new name; the same store for the same name */
export function blobsSuite(open: (name: string) => Blobs): void {
  test("an empty store has no keys and no values", async () => {
    const blobs = open("empty");
    expect(await blobs.list("")).toEqual([]);
    expect(await blobs.get("plan.json")).toBeUndefined();
  });

  test("what is put is got back, byte for byte", async () => {
    const blobs = open("bytes");
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 37) % 256);
    await blobs.putAll(
      new Map<string, Uint8Array | string>([
        ["a.bin", bytes],
        ["b.txt", "Grünschnitt ½"],
        ["c.txt", ""],
      ]),
    );
    expect(Buffer.from((await blobs.get("a.bin"))!)).toEqual(Buffer.from(bytes));
    expect(text(await blobs.get("b.txt"))).toBe("Grünschnitt ½");
    expect((await blobs.get("c.txt"))!.length).toBe(0);
  });

  test("another opening of the store sees the same", async () => {
    await open("again").putAll(entries({ "tours/1.gpx": "1" }));
    expect(text(await open("again").get("tours/1.gpx"))).toBe("1");
  });

  test("keys are listed sorted, all of them or those below a prefix", async () => {
    const blobs = open("list");
    await blobs.putAll(entries({ "tours/b.gpx": "b", "plan.json": "{}", "tours/a.gpx": "a", "toursX.txt": "x" }));
    expect(await blobs.list("")).toEqual(["plan.json", "tours/a.gpx", "tours/b.gpx", "toursX.txt"]);
    expect(await blobs.list("tours/")).toEqual(["tours/a.gpx", "tours/b.gpx"]);
    expect(await blobs.list("nothing/")).toEqual([]);
  });

  test("a second put changes what it names and leaves the rest", async () => {
    const blobs = open("second");
    await blobs.putAll(entries({ "plan.json": "1", "notes.txt": "mine" }));
    await blobs.putAll(entries({ "plan.json": "2", "report.html": "new" }));
    expect(await blobs.list("")).toEqual(["notes.txt", "plan.json", "report.html"]);
    expect(text(await blobs.get("plan.json"))).toBe("2");
    expect(text(await blobs.get("notes.txt"))).toBe("mine");
  });

  test("keys below a replaced prefix that are not put again are gone", async () => {
    const blobs = open("replace");
    await blobs.putAll(entries({ "tours/1.gpx": "1", "tours/2.gpx": "2", "plan.json": "1", "old.txt": "old" }));
    await blobs.putAll(entries({ "tours/2.gpx": "two", "plan.json": "2" }), { replace: ["tours/"] });
    expect(await blobs.list("")).toEqual(["old.txt", "plan.json", "tours/2.gpx"]);
    await blobs.putAll(new Map(), { replace: ["tours/"] });
    expect(await blobs.list("tours/")).toEqual([]);
  });

  test("a folder is no value", async () => {
    const blobs = open("folder");
    await blobs.putAll(entries({ "tours/1.gpx": "1" }));
    expect(await blobs.get("tours")).toBeUndefined();
    expect(await blobs.get("tours/1.gpx/more")).toBeUndefined();
  });

  test.each(["", "/etc/passwd", "../up", "a/../../up", "a//b", "./a", "a\\b", "C:/a", "a\0b"])(
    "%j is refused as a key",
    async (key) => {
      const blobs = open("strange");
      await expect(
        blobs.putAll(
          new Map([
            ["good.txt", "x"],
            [key, "y"],
          ]),
        ),
      ).rejects.toThrow(RangeError);
      await expect(blobs.get(key)).rejects.toThrow(RangeError);
      expect(await blobs.list("")).toEqual([]);
    },
  );
}
