import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fileBlobs } from "../../functions/adapters/files/fileBlobs.ts";
import { blobsSuite } from "./blobsSuite.ts";

const scratch = mkdtempSync(join(tmpdir(), "gruenverbund-blobs-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("blobs in a folder", () => {
  blobsSuite((name) => fileBlobs(join(scratch, "suite", name)));

  test("a finished put leaves nothing but its files", async () => {
    const root = join(scratch, "clean", "plan");
    await fileBlobs(root).putAll(new Map([["plan.json", "1"]]));
    await fileBlobs(root).putAll(new Map([["plan.json", "2"]]), { replace: ["tours/"] });
    expect(readdirSync(root)).toEqual(["plan.json"]);
    expect(readdirSync(join(scratch, "clean"))).toEqual(["plan"]);
  });

  test("a link that leads out of the folder is neither read nor written through", async () => {
    const root = join(scratch, "links");
    const outside = join(scratch, "outside");
    for (const folder of [root, outside]) mkdirSync(folder);
    writeFileSync(join(outside, "secret.txt"), "secret");
    symlinkSync(outside, join(root, "out"));
    symlinkSync(join(outside, "secret.txt"), join(root, "secret.txt"));
    const blobs = fileBlobs(root);
    await expect(blobs.get("out/secret.txt")).rejects.toThrow(RangeError);
    await expect(blobs.get("secret.txt")).rejects.toThrow(RangeError);
    await expect(blobs.putAll(new Map([["out/new.txt", "x"]]))).rejects.toThrow(RangeError);
    expect(readdirSync(outside)).toEqual(["secret.txt"]);
  });

  test("leftovers of dead processes go, those of living ones stay", async () => {
    const root = join(scratch, "leftovers");
    const dead = join(root, ".partial-999999999-1");
    const alive = join(root, `.partial-${process.ppid}-1`);
    for (const folder of [dead, alive]) mkdirSync(folder, { recursive: true });
    expect(await fileBlobs(root).list("")).toEqual([]);
    expect([existsSync(dead), existsSync(alive)]).toEqual([false, true]);
  });

  const CHANGE = { "a.txt": "2", "b/c.txt": "2", "plan.json": "2" };

  test.each([0, 1, 2, 3])(
    "a change decided before the kill, %i of its 3 files in place, is completed by the next who opens the folder",
    async (moved) => {
      const root = join(scratch, `decided-${moved}`);
      const ready = join(root, ".partial-999999999-1.ready");
      for (const folder of ["b", ".partial-999999999-1.ready/b"]) mkdirSync(join(root, folder), { recursive: true });
      for (const name of ["old/gone.txt", "kept.txt", "plan.json"]) put(join(root, name), "1");
      Object.entries(CHANGE).forEach(([name, content], index) =>
        put(join(index < moved ? root : ready, name), content),
      );
      writeFileSync(join(ready, ".partial-removals.json"), JSON.stringify(["old/gone.txt"]));
      const blobs = fileBlobs(root);
      expect(await blobs.list("")).toEqual(["a.txt", "b/c.txt", "kept.txt", "plan.json"]);
      for (const name of Object.keys(CHANGE)) expect(readFileSync(join(root, name), "utf8")).toBe("2");
      expect(readdirSync(root).sort()).toEqual(["a.txt", "b", "kept.txt", "plan.json"]);
    },
  );
});

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Writes one generation after the other: the generation and the hash of the filling are inside each file. */
const WRITER = `
import { createHash } from "node:crypto";
import { fileBlobs } from ${JSON.stringify(new URL("../../functions/adapters/files/fileBlobs.ts", import.meta.url).href)};
const [root, fresh] = process.argv.slice(2);
const file = (generation, name) => {
  const filling = (name + generation + ".").repeat(40000);
  return JSON.stringify({ generation, filling, sha256: createHash("sha256").update(filling).digest("hex") });
};
process.stdout.write("go\\n");
for (let generation = 1; ; generation++) {
  const names = ["plan.json", "report.html", ...Array.from({ length: 12 }, (_, i) => "tours/" + ((i + generation) % 16) + ".gpx")];
  const target = fresh === "fresh" ? root + "/" + generation : root;
  await fileBlobs(target).putAll(new Map(names.map((name) => [name, file(generation, name)])), { replace: ["tours/"] });
}`;

interface Written {
  readonly generation: number;
  readonly filling: string;
  readonly sha256: string;
}

/** Throws unless the file is whole. */
function readWhole(path: string): Written {
  const written = JSON.parse(readFileSync(path, "utf8")) as Written;
  expect(createHash("sha256").update(written.filling).digest("hex")).toBe(written.sha256);
  return written;
}

/** Runs the writer and kills it, so many milliseconds after it has begun. */
async function killAfter(milliseconds: number, root: string, mode: "fresh" | "existing"): Promise<void> {
  const script = join(scratch, "writer.mjs");
  writeFileSync(script, WRITER);
  const child = spawn(process.execPath, [script, root, mode], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill("SIGKILL");
  await ended;
}

const MOMENTS = [3, 11, 23, 37, 52, 71, 96, 130];
const FILES = 14;

const visible = (folder: string): string[] => readdirSync(folder).filter((name) => !name.startsWith(".partial-"));

describe("when the writer is killed", () => {
  test.each(MOMENTS)("after %i ms, a new folder is there whole or not at all", async (moment) => {
    const root = join(scratch, `fresh-${moment}`);
    mkdirSync(root);
    await killAfter(moment, root, "fresh");
    for (const folder of visible(root)) {
      const keys = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      expect(keys.length).toBe(FILES);
      for (const { parentPath, name } of keys)
        expect(readWhole(join(parentPath, name)).generation).toBe(Number(folder));
    }
  });

  test.each(MOMENTS)(
    "after %i ms, an existing folder has only whole files, and one generation once reopened",
    async (moment) => {
      const root = join(scratch, `existing-${moment}`);
      await killAfter(moment, root, "existing");
      if (!existsSync(root)) return;
      const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      for (const { parentPath, name } of files) {
        if (!parentPath.includes(".partial-")) readWhole(join(parentPath, name));
      }
      const keys = await fileBlobs(root).list("");
      expect(keys.length).toBe(FILES);
      expect(new Set(keys.map((key) => readWhole(join(root, key)).generation)).size).toBe(1);
      expect(readdirSync(root).filter((name) => name.startsWith(".partial-"))).toEqual([]);
    },
  );
});
