/** The audit log on a Store. Call it inside a `describe` with a factory for an empty store. */
import { expect, test } from "vitest";
import { verifyLogText } from "../../domain/audit/exportFile.ts";
import type { Store } from "../../functions/ports/store.ts";
import { append } from "../../functions/usecases/audit/append.ts";
import { exportedText, readHead, readLog } from "../../functions/usecases/audit/readLog.ts";
import { sha256 } from "../support/auditChain.ts";
import { turnedClock, type TurnedClock } from "./storeSuite.ts";

const CONTENT = { kind: "plan.published", subject: "weeks/2026-W48", data: { run: "0123456789abcdef" } };

export function auditSuite(open: (clock: TurnedClock) => Promise<Store>): void {
  const fresh = async () => {
    const clock = turnedClock();
    return { clock, store: await open(clock) };
  };
  const exported = (ports: Parameters<typeof exportedText>[0], region = "a") => exportedText(ports, region);

  test("fifty writers at once leave fifty entries in one chain, without a gap or a fork", async () => {
    const ports = await fresh();
    // Three processes that know nothing of one another.
    const processes = Array.from({ length: 3 }, () => ({ ...ports, store: { ...ports.store } }));
    const writers = Array.from({ length: 50 }, (_, writer) =>
      append(processes[writer % 3]!, "a", { ...CONTENT, data: { writer } }),
    );
    const outcomes = await Promise.all(writers);
    expect(new Set(outcomes.map((one) => one.kind === "appended" && one.entry.seq)).size).toBe(50);
    const text = await exported(ports);
    expect(verifyLogText(text, "a", { sha256 })).toMatchObject({ breaks: [], last: { seq: 50 } });
    const seen = text.match(/"writer":\d+/g);
    expect(new Set(seen).size).toBe(50);
    expect(await readHead(ports, "a")).toMatchObject({ seq: 50 });
  }, 60_000);

  test("one decision that many write down at once stands in the log once, and all get its entry", async () => {
    const ports = await fresh();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        append({ ...ports, store: { ...ports.store } }, "a", CONTENT, { once: "plan.published 2026-W48" }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === "appended")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "known")).toHaveLength(7);
    expect((await readLog(ports, "a")).entries).toHaveLength(1);
    expect(new Set(outcomes.map((one) => JSON.stringify("entry" in one && one.entry))).size).toBe(1);
  }, 30_000);

  test("what belongs to a decision is written with its entry, or neither is", async () => {
    const ports = await fresh();
    const also = [{ put: { pk: "b", sk: "ballot", data: "approved" }, expected: "absent" as const }];
    expect(await append(ports, "a", CONTENT, { also })).toMatchObject({ kind: "appended" });
    expect((await ports.store.get({ pk: "b", sk: "ballot" }))?.data).toBe("approved");
    expect(await append(ports, "a", CONTENT, { also, once: "again" })).toEqual({ kind: "conflict", at: 0 });
    expect((await readLog(ports, "a")).entries).toHaveLength(1);
  });

  test("pages follow one another, regions have logs of their own, and an empty log is a log", async () => {
    const ports = await fresh();
    for (let i = 0; i < 5; i++) await append(ports, "a", { ...CONTENT, data: { i } });
    await append(ports, "other", CONTENT);
    const seqs: number[][] = [];
    for (let from: number | undefined = 1; from !== undefined;) {
      const page: Awaited<ReturnType<typeof readLog>> = await readLog(ports, "a", { from, limit: 2 });
      seqs.push(page.entries.map(({ seq }) => seq));
      from = page.next;
    }
    expect(seqs.filter((page) => page.length > 0)).toEqual([[1, 2], [3, 4], [5]]);
    expect(verifyLogText(await exported(ports, "none"), "none", { sha256 })).toMatchObject({ breaks: [] });
    expect(await readHead(ports, "none")).toBeUndefined();
  });
}
