/** What every adapter of the Store port does. Call it inside a `describe` with a factory for an empty store. */
import { describe, expect, test } from "vitest";
import { MOST_BYTES, PAGE, StoreMisuse, type Json, type Store } from "../../functions/ports/store.ts";

/** A clock that a test turns. */
export function turnedClock() {
  let at = Date.parse("2026-11-23T06:00:00Z");
  return {
    now: () => new Date(at).toISOString(),
    elapsed: () => at,
    seconds: () => Math.floor(at / 1000),
    turn: (seconds: number) => void (at += 1000 * seconds),
  };
}
export type TurnedClock = ReturnType<typeof turnedClock>;

const key = (sk: string, pk = "region#a") => ({ pk, sk });
const item = (sk: string, data: Json = { n: 1 }, pk = "region#a") => ({ pk, sk, data });

/** @param open an empty store of its own at every call */
export function storeSuite(open: (clock: TurnedClock) => Promise<Store>): void {
  const fresh = async () => {
    const clock = turnedClock();
    return { clock, store: await open(clock) };
  };

  describe("one item", () => {
    test("is not there before it is put, and comes back as it went in", async () => {
      const { store } = await fresh();
      expect(await store.get(key("report#1"))).toBeUndefined();
      const data = {
        text: "Grünschnitt ½ 🌿",
        empty: "",
        none: null,
        list: [1, -0.1, 1e-7, 2 ** 53 - 1, true, []],
        deep: { a: { b: {} } },
      };
      expect(await store.put(item("report#1", data), "absent")).toEqual({ status: "written", version: 1 });
      expect(await store.get(key("report#1"))).toEqual({ ...item("report#1", data), version: 1 });
    });

    test("counts its versions", async () => {
      const { store } = await fresh();
      await store.put(item("a"), "any");
      expect(await store.put(item("a", 2), 1)).toEqual({ status: "written", version: 2 });
      expect(await store.put(item("a", 3), "any")).toEqual({ status: "written", version: 3 });
      expect(await store.put(item("a", 4), "present")).toEqual({ status: "written", version: 4 });
      expect((await store.get(key("a")))?.data).toBe(4);
    });

    test.each(["absent", "present", 1] as const)(
      "that is not as expected (%s) is a conflict and stays",
      async (expected) => {
        const { store } = await fresh();
        if (expected === "present") {
          expect(await store.put(item("a"), expected)).toEqual({ status: "conflict", current: undefined });
          expect(await store.get(key("a"))).toBeUndefined();
          return;
        }
        await store.put(item("a", "first"), "any");
        await store.put(item("a", "second"), "any");
        const there = { ...item("a", "second"), version: 2 };
        expect(await store.put(item("a", "third"), expected)).toEqual({ status: "conflict", current: there });
        expect(await store.remove(key("a"), expected)).toEqual({ status: "conflict", current: there });
        expect(await store.get(key("a"))).toEqual(there);
      },
    );

    test("is replaced whole: an index and an expiry that the new one lacks are gone", async () => {
      const { store, clock } = await fresh();
      const index = { pk: "due", sk: "2026-11-24" };
      await store.put({ ...item("a"), index, expiresAt: clock.seconds() + 60 }, "any");
      await store.put(item("a"), "any");
      clock.turn(61);
      expect(await store.get(key("a"))).toEqual({ ...item("a"), version: 2 });
      expect((await store.query({ pk: "due", index: true })).items).toEqual([]);
    });

    test("is removed, and begins anew", async () => {
      const { store } = await fresh();
      await store.put(item("a"), "any");
      expect(await store.remove(key("a"), 1)).toMatchObject({ status: "written" });
      expect(await store.get(key("a"))).toBeUndefined();
      expect(await store.remove(key("a"), "any")).toMatchObject({ status: "written" });
      expect(await store.put(item("a"), "absent")).toEqual({ status: "written", version: 1 });
    });

    test("that has expired is absent for readers and for conditions, however late it is removed", async () => {
      const { store, clock } = await fresh();
      const index = { pk: "due", sk: "1" };
      await store.put({ ...item("a"), index, expiresAt: clock.seconds() + 60 }, "any");
      clock.turn(59);
      expect(await store.get(key("a"))).toBeDefined();
      clock.turn(1);
      expect(await store.get(key("a"))).toBeUndefined();
      expect((await store.query({ pk: "region#a" })).items).toEqual([]);
      expect((await store.query({ pk: "due", index: true })).items).toEqual([]);
      expect(await store.put(item("a"), 1)).toEqual({ status: "conflict", current: undefined });
      expect(await store.put(item("a"), "present")).toEqual({ status: "conflict", current: undefined });
      expect(await store.put(item("a", "new"), "absent")).toMatchObject({ status: "written" });
      expect((await store.get(key("a")))?.data).toBe("new");
    });

    test("as large as allowed is taken, a larger one refused", async () => {
      const { store } = await fresh();
      // Two quotation marks are part of the text.
      const text = "x".repeat(MOST_BYTES - 2);
      await store.put(item("large", text), "any");
      expect((await store.get(key("large")))?.data).toBe(text);
      await expect(store.put(item("larger", `${text}x`), "any")).rejects.toThrow(StoreMisuse);
    });
  });

  test.each<[string, (store: Store) => Promise<unknown>]>([
    ["an empty sort key", (store) => store.get(key(""))],
    ["an overlong partition", (store) => store.put(item("a", 1, "ä".repeat(513)), "any")],
    ["half a surrogate pair", (store) => store.get(key("a\ud800"))],
    ["NaN", (store) => store.put(item("a", { n: Number.NaN }), "any")],
    ["a function", (store) => store.put(item("a", { f: (() => 1) as unknown as Json }), "any")],
    ["undefined", (store) => store.put({ ...item("a"), data: undefined as unknown as Json }, "any")],
    ["half a second of expiry", (store) => store.put({ ...item("a"), expiresAt: 0.5 }, "any")],
    ["a page of nothing", (store) => store.query({ pk: "a", limit: 0 })],
    ["a cursor from elsewhere", (store) => store.query({ pk: "a", cursor: "%" })],
    ["no writes", (store) => store.transact([])],
    ["a key twice", (store) => store.transact([1, 2].map(() => ({ put: item("a"), expected: "any" })))],
  ])("%s is misuse", async (_, work) => {
    const { store } = await fresh();
    await expect(work(store)).rejects.toThrow(StoreMisuse);
  });

  describe("a query", () => {
    const names = ["a#1", "a#2", "a#3", "a\u00e4", "b#1", "\ud7ff", "\ue000", "🌿", "🌿z"];
    const seeded = async () => {
      const { store } = await fresh();
      for (const sk of [...names].reverse()) await store.put(item(sk, sk), "any");
      await store.put(item("a#1", "other", "region#b"), "any");
      return store;
    };
    const found = async (store: Store, query: Omit<Parameters<Store["query"]>[0], "pk">) =>
      (await store.query({ pk: "region#a", ...query })).items.map(({ sk }) => sk);

    test("gives a partition in byte order, either way", async () => {
      const store = await seeded();
      expect(await found(store, {})).toEqual(names);
      expect(await found(store, { descending: true })).toEqual([...names].reverse());
    });

    test("keeps to a prefix, a span, or both", async () => {
      const store = await seeded();
      expect(await found(store, { prefix: "a#" })).toEqual(["a#1", "a#2", "a#3"]);
      expect(await found(store, { prefix: "a" })).toEqual(["a#1", "a#2", "a#3", "a\u00e4"]);
      expect(await found(store, { prefix: "🌿" })).toEqual(["🌿", "🌿z"]);
      expect(await found(store, { prefix: "\ud7ff" })).toEqual(["\ud7ff"]);
      expect(await found(store, { from: "a#2", before: "b#1" })).toEqual(["a#2", "a#3", "a\u00e4"]);
      expect(await found(store, { prefix: "a#", from: "a#2" })).toEqual(["a#2", "a#3"]);
      expect(await found(store, { prefix: "a#", before: "a#3" })).toEqual(["a#1", "a#2"]);
      expect(await found(store, { prefix: "a#", from: "b" })).toEqual([]);
    });

    test.each([false, true])("goes page by page through everything once (descending: %s)", async (descending) => {
      const store = await seeded();
      const seen: string[] = [];
      let cursor: string | undefined;
      let pages = 0;
      do {
        const page = await store.query({
          pk: "region#a",
          limit: 2,
          descending,
          ...(cursor === undefined ? {} : { cursor }),
        });
        seen.push(...page.items.map(({ sk }) => sk));
        cursor = page.next;
        pages++;
      } while (cursor !== undefined);
      expect(seen).toEqual(descending ? [...names].reverse() : names);
      expect(pages).toBe(5);
    });

    test("fills its pages although expired items lie between", async () => {
      const { store, clock } = await fresh();
      for (let i = 0; i < 30; i++)
        await store.put(
          { ...item(`r#${String(i).padStart(2, "0")}`), ...(i % 3 === 0 ? {} : { expiresAt: clock.seconds() + 5 }) },
          "any",
        );
      clock.turn(5);
      const first = await store.query({ pk: "region#a", limit: 6 });
      expect(first.items.map(({ sk }) => sk)).toEqual(["r#00", "r#03", "r#06", "r#09", "r#12", "r#15"]);
      const rest = await store.query({ pk: "region#a", limit: 6, cursor: first.next! });
      expect(rest.items).toHaveLength(4);
      expect(rest.next).toBeUndefined();
    });

    test(`gives at most ${PAGE} items a page`, async () => {
      const { store } = await fresh();
      const all = Array.from({ length: PAGE + 1 }, (_, i) => item(String(i).padStart(4, "0")));
      for (let i = 0; i < all.length; i += 100)
        await store.transact(all.slice(i, i + 100).map((put) => ({ put, expected: "absent" })));
      const page = await store.query({ pk: "region#a", limit: 10_000 });
      expect(page.items).toHaveLength(PAGE);
      expect((await store.query({ pk: "region#a", cursor: page.next! })).items).toHaveLength(1);
    });

    test("by index finds items of several partitions, page by page, and follows every change", async () => {
      const { store } = await fresh();
      const due = (day: string) => ({ pk: "due", sk: day });
      await store.put({ ...item("x", 1, "region#a"), index: due("2026-11-25") }, "any");
      await store.put({ ...item("x", 2, "region#b"), index: due("2026-11-24") }, "any");
      await store.put({ ...item("y", 3, "region#b"), index: due("2026-11-26") }, "any");
      await store.put(item("z", 4, "region#b"), "any");
      const data = async (query: object) =>
        (await store.query({ pk: "due", index: true, ...query })).items.map((found) => found.data);
      expect(await data({})).toEqual([2, 1, 3]);
      expect(await data({ before: "2026-11-26" })).toEqual([2, 1]);
      const first = await store.query({ pk: "due", index: true, limit: 1 });
      expect(await data({ cursor: first.next, limit: 5 })).toEqual([1, 3]);
      await store.put({ ...item("x", 5, "region#b"), index: due("2026-11-27") }, "any");
      await store.remove(key("x"), "any");
      expect(await data({})).toEqual([3, 5]);
    });
  });

  describe("a transaction", () => {
    test("writes everything", async () => {
      const { store } = await fresh();
      await store.put(item("old"), "any");
      await store.put(item("guard"), "any");
      const outcome = await store.transact([
        { put: item("new", "n"), expected: "absent" },
        { remove: key("old"), expected: 1 },
        { check: key("guard"), expected: 1 },
      ]);
      expect(outcome).toEqual({ status: "written" });
      expect((await store.query({ pk: "region#a" })).items.map(({ sk, version }) => [sk, version])).toEqual([
        ["guard", 1],
        ["new", 1],
      ]);
    });

    test("writes nothing when one expectation fails, and says which", async () => {
      const { store } = await fresh();
      await store.put(item("guard"), "any");
      await store.put(item("guard"), "any");
      for (const guard of [
        { check: key("guard"), expected: 1 },
        { put: item("guard", "lost"), expected: "absent" },
        { remove: key("guard"), expected: 7 },
      ] as const) {
        expect(await store.transact([{ put: item("new"), expected: "any" }, guard])).toEqual({
          status: "conflict",
          at: 1,
        });
      }
      expect(await store.get(key("new"))).toBeUndefined();
      expect((await store.get(key("guard")))?.version).toBe(2);
    });
  });

  test("of writers at the same time who expect the same version, one wins each round", async () => {
    const { store } = await fresh();
    await store.put(item("counter", 0), "absent");
    const addOne = async (): Promise<void> => {
      for (;;) {
        const current = (await store.get(key("counter")))!;
        const outcome = await store.put(item("counter", (current.data as number) + 1), current.version);
        if (outcome.status === "written") return;
      }
    };
    await Promise.all(Array.from({ length: 12 }, addOne));
    expect(await store.get(key("counter"))).toMatchObject({ data: 12, version: 13 });
  });

  test("of twenty who create the same item, exactly one does", async () => {
    const { store } = await fresh();
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, i) => store.put(item("once", i), "absent")));
    const winner = outcomes.findIndex(({ status }) => status === "written");
    expect(outcomes.filter(({ status }) => status === "written")).toHaveLength(1);
    expect((await store.get(key("once")))?.data).toBe(winner);
  });
}
