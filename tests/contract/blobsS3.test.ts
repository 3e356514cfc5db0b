import { describe, expect, test, vi } from "vitest";
import { regionScopes } from "../../functions/adapters/s3/layout.ts";
import { s3Blobs } from "../../functions/adapters/s3/s3Blobs.ts";
import { MemoryS3, s3Fault } from "../support/memoryS3.ts";
import { blobsSuite } from "./blobsSuite.ts";

vi.mock("node:timers/promises", () => ({ setTimeout: () => Promise.resolve() }));

const stores = new Map<string, MemoryS3>();
const storeOf = (name: string): MemoryS3 => {
  const s3 = stores.get(name) ?? new MemoryS3();
  stores.set(name, s3);
  return s3;
};
const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString("utf8");
const put = (record: Readonly<Record<string, string>>) => new Map(Object.entries(record));
const isManifest = (name: string): boolean => name.startsWith("manifests/");

describe("blobs in a bucket", () => {
  blobsSuite((name) => s3Blobs(storeOf(name).client, "bucket"));
});

describe("blobs in a bucket, with the scopes of regions", () => {
  const RUN = "regions/saarlouis/weeks/2026-W48/runs/abc/";
  const MASTER = "regions/saarlouis/master/";

  test("what lies in different scopes is refused, with nothing written", async () => {
    const s3 = new MemoryS3();
    const blobs = s3Blobs(s3.client, "bucket", regionScopes);
    await expect(blobs.putAll(put({ [`${RUN}plan.json`]: "1", [`${MASTER}region.json`]: "1" }))).rejects.toThrow(
      RangeError,
    );
    expect(s3.objects.size).toBe(0);
  });

  test("a listing above scopes finds the keys of each", async () => {
    const s3 = new MemoryS3();
    const blobs = s3Blobs(s3.client, "bucket", regionScopes);
    await blobs.putAll(put({ [`${MASTER}a.csv`]: "1", [`${MASTER}b.csv`]: "1" }));
    await blobs.putAll(put({ [`${RUN}result/plan.json`]: "1", [`${RUN}result/x.gpx`]: "1" }));
    await blobs.putAll(put({ [`${RUN}stages/one.json`]: "1" }));
    const all = [
      `${MASTER}a.csv`,
      `${MASTER}b.csv`,
      `${RUN}result/plan.json`,
      `${RUN}result/x.gpx`,
      `${RUN}stages/one.json`,
    ];
    for (const prefix of ["", "regions/", "regions/saarlouis/", "regions/saar"])
      expect(await blobs.list(prefix)).toEqual(all);
    for (const prefix of ["regions/saarlouis/weeks/", RUN, RUN.slice(0, -1)])
      expect(await blobs.list(prefix)).toEqual(all.slice(2));
    expect(await blobs.list(`${RUN}result/`)).toEqual(all.slice(2, 4));
  });

  test("keys put alone side by side share no manifest", async () => {
    const s3 = new MemoryS3();
    const blobs = s3Blobs(s3.client, "bucket", regionScopes);
    const keys = Array.from({ length: 50 }, (_, index) => `${RUN}stages/batch-${String(index).padStart(2, "0")}.json`);
    await Promise.all(keys.map((key) => blobs.putAll(put({ [key]: key }))));
    expect(await blobs.list(RUN)).toEqual(keys);
    expect([...s3.objects.keys()].filter(isManifest)).toEqual([]);
  });
});

describe("when S3 fails", () => {
  const CHANGE = put({ "a.txt": "2", "b.txt": "2", "new.txt": "2" });
  const prepared = async () => {
    const s3 = new MemoryS3();
    const blobs = s3Blobs(s3.client, "bucket");
    await blobs.putAll(put({ "a.txt": "1", "b.txt": "1", "old/x.txt": "1" }));
    await blobs.putAll(put({ "alone.txt": "1" }));
    return { s3, blobs };
  };
  const state = async ({ blobs }: Awaited<ReturnType<typeof prepared>>) => {
    const keys = await blobs.list("");
    return Object.fromEntries(await Promise.all(keys.map(async (key) => [key, text(await blobs.get(key))])));
  };
  const BEFORE = { "a.txt": "1", "alone.txt": "1", "b.txt": "1", "old/x.txt": "1" };
  const AFTER = { "a.txt": "2", "alone.txt": "1", "b.txt": "2", "new.txt": "2" };

  test.each(["SlowDown", "InternalError", "TimeoutError"])(
    "a put that dies of %s at any call is seen whole or not at all, and goes through when tried again",
    async (name) => {
      const seen = new Set<string>();
      for (let dies = 0; ; dies++) {
        const all = await prepared();
        let calls = 0;
        let dead = false;
        all.s3.fault = () => {
          // A process that dies makes no later call either.
          dead ||= calls++ === dies;
          if (dead) throw s3Fault(name);
        };
        const outcome = await all.blobs.putAll(CHANGE, { replace: ["old/"] }).then(
          () => "done",
          () => "failed",
        );
        all.s3.fault = () => undefined;
        const now = await state(all);
        expect([BEFORE, AFTER]).toContainEqual(now);
        seen.add(JSON.stringify(now));
        if (outcome === "done") expect(now).toEqual(AFTER);
        await all.blobs.putAll(CHANGE, { replace: ["old/"] });
        expect(await state(all)).toEqual(AFTER);
        if (!dead) break;
      }
      expect(seen.size).toBe(2);
    },
  );

  test("a failed upload is an error, changes nothing and leaves nothing", async () => {
    const all = await prepared();
    const names = [...all.s3.objects.keys()].sort();
    all.s3.fault = (operation, name) => {
      if (operation === "put" && name.endsWith("/b.txt")) throw s3Fault("SlowDown");
    };
    await expect(all.blobs.putAll(CHANGE)).rejects.toThrow("SlowDown");
    expect(await state(all)).toEqual(BEFORE);
    expect([...all.s3.objects.keys()].sort()).toEqual(names);
  });

  test("a put whose answer was lost is not done twice", async () => {
    const all = await prepared();
    let lost = false;
    all.s3.fault = (operation, name, moment) => {
      if (operation !== "put" || !isManifest(name) || moment === "before" || lost) return;
      lost = true;
      // The client's own retry of a request that had arrived.
      throw s3Fault("PreconditionFailed");
    };
    await all.blobs.putAll(CHANGE, { replace: ["old/"] });
    expect(await state(all)).toEqual(AFTER);
    const { puts } = JSON.parse(text(all.s3.objects.get("manifests/manifest.json")!.bytes)!) as { puts: string[] };
    expect(puts).toHaveLength(2);
  });

  test("writers at the same moment all get through, none loses the other's keys", async () => {
    const s3 = new MemoryS3();
    const blobs = s3Blobs(s3.client, "bucket");
    const writers = ["a", "b", "c", "d"];
    await Promise.all(writers.map((one) => blobs.putAll(put({ [`${one}/1`]: one, [`${one}/2`]: one, shared: one }))));
    expect(await blobs.list("")).toEqual([...writers.flatMap((one) => [`${one}/1`, `${one}/2`]), "shared"]);
    expect(writers).toContain(text(await blobs.get("shared")));
    expect([...s3.objects.keys()].filter((name) => name.startsWith("generations/"))).toHaveLength(9);
  });

  test.each(["PreconditionFailed", "ConditionalRequestConflict"])(
    "a put that meets others again and again (%s) is given up loudly",
    async (name) => {
      const all = await prepared();
      all.s3.fault = (operation, key, moment) => {
        if (operation === "put" && isManifest(key) && moment === "before") throw s3Fault(name);
      };
      await expect(all.blobs.putAll(CHANGE)).rejects.toThrow("met others 9 times");
      all.s3.fault = () => undefined;
      expect(await state(all)).toEqual(BEFORE);
    },
  );

  test("a reader whose object is superseded under its hands gets the new one", async () => {
    for (const key of ["a.txt", "alone.txt"]) {
      const all = await prepared();
      let raced: Promise<void> | undefined;
      all.s3.fault = (operation, name, moment) => {
        if (operation !== "get" || !isManifest(name) || moment === "before" || raced !== undefined) return;
        raced = Promise.resolve();
        const other = s3Blobs(all.s3.client, "bucket");
        raced = other.putAll(put({ [key]: "2", "b.txt": "2" }));
      };
      const read = all.blobs.get(key);
      await read;
      await raced;
      expect(["1", "2"]).toContain(text(await read));
      expect(text(await all.blobs.get(key))).toBe("2");
    }
  });

  test("throttling and time-outs are errors and never an absent key", async () => {
    for (const name of ["SlowDown", "TimeoutError", "AccessDenied"]) {
      const all = await prepared();
      all.s3.fault = () => {
        throw s3Fault(name);
      };
      await expect(all.blobs.get("a.txt")).rejects.toThrow(name);
      await expect(all.blobs.list("")).rejects.toThrow(name);
      await expect(all.blobs.putAll(CHANGE)).rejects.toThrow(name);
    }
  });

  test("an object that the manifest names and that is not there is an error and no absent key", async () => {
    const all = await prepared();
    const name = [...all.s3.objects.keys()].find((one) => one.endsWith("/a.txt"))!;
    all.s3.objects.delete(name);
    await expect(all.blobs.get("a.txt")).rejects.toThrow("is missing");
  });
});
