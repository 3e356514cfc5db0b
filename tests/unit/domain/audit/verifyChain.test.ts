import { expect, test } from "vitest";
import { hashOf, nextEntry, type AuditEntry } from "../../../../domain/audit/entry.ts";
import { verifyLogText } from "../../../../domain/audit/exportFile.ts";
import { verifyChain } from "../../../../domain/audit/verifyChain.ts";
import { logText, madeChain, sha256 } from "../../../support/auditChain.ts";

const chain = madeChain(6);
const check = (entries: readonly unknown[], knownHead?: string) =>
  verifyChain(entries, { sha256, ...(knownHead === undefined ? {} : { knownHead }) });
const found = (entries: readonly unknown[], knownHead?: string) =>
  check(entries, knownHead).breaks.map(({ code, place }) => `${code} ${place.row ?? ""}`.trim());
const changed = (at: number, change: Partial<AuditEntry>) => chain.map((e, i) => (i === at ? { ...e, ...change } : e));

test("a log as it was written holds, and its ends are told", () => {
  const { breaks, first, last } = check(chain);
  expect(breaks).toEqual([]);
  expect(first).toEqual({ seq: 1, at: "2026-11-23T06:00:00.000Z", sha256: chain[0]!.sha256 });
  expect(last?.sha256).toBe(chain[5]!.sha256);
  expect(check([])).toEqual({ breaks: [] });
});

test("a changed figure breaks the hash of its own entry and no other", () => {
  const data = { ...chain[2]!.data, shareCents: 1999 };
  expect(found(changed(2, { data }))).toEqual(["audit.hash 3"]);
});

test("a changed entry with a new hash of its own breaks the link of the next", () => {
  const forged = { ...chain[2]!, data: { shareCents: 1 } };
  expect(found(changed(2, { ...forged, sha256: hashOf(forged, sha256) }))).toEqual(["audit.link 4"]);
});

test("removed, repeated and exchanged entries are found where they are", () => {
  expect(found(chain.toSpliced(2, 1))).toEqual(["audit.link 3", "audit.sequence 3"]);
  expect(found(chain.toSpliced(2, 0, chain[1]!))).toEqual(["audit.link 3", "audit.sequence 3"]);
  const [a, b, c, d, ...rest] = chain;
  const times = ["audit.link 3", "audit.sequence 3", "audit.link 4", "audit.sequence 4", "audit.time 4"];
  expect(found([a, b, d, c, ...rest])).toEqual([...times, "audit.link 5", "audit.sequence 5"]);
});

test("a missing beginning, another region's entry and what is no entry are found", () => {
  expect(found(chain.slice(1))).toEqual(["audit.start 1"]);
  expect(found([...chain, madeChain(7, "other")[6]!])).toEqual(["audit.link 7", "audit.region 7"]);
  expect(found([...chain.slice(0, 5), { ...chain[5]!, note: "hand-written" }])).toEqual(["audit.entry 6"]);
});

test("a head that was told before must be in the log, wherever", () => {
  expect(check(chain, chain[3]!.sha256).known?.seq).toBe(4);
  expect(found(chain, chain[3]!.sha256)).toEqual([]);
  expect(found(chain.slice(0, 3), chain[3]!.sha256)).toEqual(["audit.head"]);
  // Written anew as a whole, a log holds in itself; only the told head gives it away.
  const anew = madeChain(6).map((e) => ({ ...e, region: "tiny" }));
  expect(found(anew, "f".repeat(64))).toEqual(["audit.head"]);
});

test("every single changed character of a line is noticed", () => {
  const text = logText(chain);
  for (let at = 0; at < text.length; at += 7) {
    const other = text[at] === "0" ? "1" : "0";
    const spoilt = text.slice(0, at) + other + text.slice(at + 1);
    if (spoilt === text) continue;
    const judged = verifyLogText(spoilt, "log.jsonl", { sha256 });
    // The header's own time and region are told, not proved.
    const inHeader = at < text.indexOf("\n");
    if (!inHeader) expect(judged.kind === "unreadable" || judged.breaks.length > 0, `character ${at}`).toBe(true);
  }
});

test("lines that are missing at the end show in the header; what is no log says where and why", () => {
  const text = logText(chain);
  const short = text.split("\n").slice(0, 5).join("\n");
  const cut = verifyLogText(short, "log.jsonl", { sha256 });
  expect(cut.kind === "judged" && cut.breaks.map(({ code, place }) => [code, place.row])).toEqual([
    ["audit.header", 1],
  ]);
  const torn = verifyLogText(text.slice(0, -40), "log.jsonl", { sha256 });
  expect(torn).toMatchObject({ kind: "unreadable", problems: [{ code: "audit.unreadable", place: { row: 7 } }] });
  expect(verifyLogText("", "log.jsonl", { sha256 })).toMatchObject({
    kind: "unreadable",
    problems: [{ place: { row: 1 } }],
  });
  expect(verifyLogText(text.replace("audit-log/1", "audit-log/9"), "log.jsonl", { sha256 }).kind).toBe("unreadable");
});

test("the log takes no mail address, no large data and no loose words", () => {
  const at = "2026-11-23T06:00:00Z";
  const entry = (part: object) => () =>
    nextEntry(undefined, { region: "tiny", at, kind: "a.b", subject: "weeks/1", data: {}, ...part }, sha256);
  expect(entry({})().seq).toBe(1);
  expect(entry({ data: { by: ["erika@bous.example.org"] } })).toThrow("address");
  expect(entry({ data: { text: "x".repeat(4000) } })).toThrow("characters");
  expect(entry({ kind: "published" })).toThrow("dotted");
  expect(entry({ subject: "" })).toThrow("path");
});

test("an entry whose clock is behind takes the time of the one before", () => {
  const content = { kind: "a.b", subject: "x", data: {} };
  const first = nextEntry(undefined, { region: "tiny", at: "2026-11-23T06:00:00Z", ...content }, sha256);
  const second = nextEntry(first, { region: "tiny", at: "2026-11-23T05:59:59Z", ...content }, sha256);
  expect(second.at).toBe(first.at);
});
