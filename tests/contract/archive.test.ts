import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { fileArchive } from "../../functions/adapters/files/fileArchive.ts";
import { s3Archive } from "../../functions/adapters/s3/s3Archive.ts";
import { MemoryS3, s3Fault } from "../support/memoryS3.ts";
import { archiveSuite, type ArchiveUnderTest } from "./archiveSuite.ts";

const NAME = "tiny/2026-11-27.json";

function openFolder(): ArchiveUnderTest & { readonly folder: string } {
  const scratch = mkdtempSync(join(tmpdir(), "gruenverbund-archive-"));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const folder = join(scratch, "heads");
  return {
    folder,
    archive: fileArchive(folder),
    read: (name) => Promise.resolve(readFileSync(join(folder, name), "utf8")),
    names: () => {
      const entries =
        statSync(folder, { throwIfNoEntry: false }) && readdirSync(folder, { recursive: true, withFileTypes: true });
      const files = (entries || []).filter((entry) => entry.isFile());
      return Promise.resolve(
        files.map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join("/")).sort(),
      );
    },
  };
}

function openBucket(): ArchiveUnderTest & { readonly s3: MemoryS3 } {
  const s3 = new MemoryS3();
  const text = (name: string): string | undefined => {
    const found = s3.objects.get(`heads/${name}`);
    return found && Buffer.from(found.bytes).toString("utf8");
  };
  return {
    s3,
    archive: s3Archive(s3.client, "audit", "heads/"),
    read: (name) => Promise.resolve(text(name)),
    names: () => Promise.resolve([...s3.objects.keys()].map((key) => key.replace(/^heads\//, "")).sort()),
  };
}

describe("an archive in a folder", () => {
  archiveSuite(() => Promise.resolve(openFolder()));

  test("its files are read-only for everybody", async () => {
    const { archive, folder } = openFolder();
    await archive.keep(NAME, "x");
    expect(statSync(join(folder, NAME)).mode & 0o777).toBe(0o444);
    // The owner of the machine can still; it is no lock.
    chmodSync(join(folder, NAME), 0o644);
    writeFileSync(join(folder, NAME), "y");
    expect(await archive.keep(NAME, "x")).toBe("known");
  });

  test("no link leads out of it", async () => {
    const { archive, folder } = openFolder();
    const outside = mkdtempSync(join(tmpdir(), "gruenverbund-outside-"));
    onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
    await archive.keep(NAME, "x");
    symlinkSync(outside, join(folder, "linked"));
    await expect(archive.keep("linked/new/a.json", "x")).rejects.toThrow(RangeError);
    expect(readdirSync(outside)).toEqual([]);
  });
});

describe("an archive in a bucket", () => {
  archiveSuite(() => Promise.resolve(openBucket()));

  test("it puts and does nothing else, with a checksum, and only where nothing is", async () => {
    const { archive, s3 } = openBucket();
    await archive.keep(NAME, "x");
    await archive.keep(NAME, "x");
    expect(s3.calls()).toEqual([
      ["PutObjectCommand", expect.objectContaining({ IfNoneMatch: "*", ChecksumAlgorithm: "SHA256" })],
      ["PutObjectCommand", expect.objectContaining({ Key: `heads/${NAME}` })],
    ]);
  });

  test("throttling, a missing right and another write at the same moment are errors, so that the caller tries again", async () => {
    for (const name of ["SlowDown", "AccessDenied", "TimeoutError", "ConditionalRequestConflict"]) {
      const { archive, s3 } = openBucket();
      s3.fault = () => {
        throw s3Fault(name);
      };
      await expect(archive.keep(NAME, "x")).rejects.toThrow(name);
    }
  });

  test("a put whose answer was lost is known when it is tried again", async () => {
    const { archive, s3, read } = openBucket();
    s3.fault = (_, __, moment) => {
      if (moment === "after") throw s3Fault("TimeoutError");
    };
    await expect(archive.keep(NAME, "x")).rejects.toThrow("TimeoutError");
    s3.fault = () => undefined;
    expect(await archive.keep(NAME, "x")).toBe("known");
    expect(await read(NAME)).toBe("x");
  });
});
