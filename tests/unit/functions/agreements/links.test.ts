import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { readKeyFile } from "../../../../functions/adapters/secrets/keyFile.ts";
import { masterKeySecrets } from "../../../../functions/adapters/secrets/masterKey.ts";
import { sqliteStore, type SqliteStore } from "../../../../functions/adapters/sqlite/sqliteStore.ts";
import { makeLink, openLink, type LinkPorts } from "../../../../functions/usecases/agreements/links.ts";
import type { LinkRecord } from "../../../../functions/usecases/agreements/records.ts";
import { manualClock } from "../../../workflow/driver.ts";

const NOW = "2026-12-01T09:00:00Z";
const record: LinkRecord = {
  ...{ region: "tiny", agreement: "tiny-2026-W48", version: 1, ags: "99001001", role: "mayor", level: "L2" },
  contactId: "mayor-99001001",
  deputy: false,
  expiresAt: "2026-12-09T22:59:59Z",
};

let store: SqliteStore;
let ports: LinkPorts;
const folder = mkdtempSync(join(tmpdir(), "gruenverbund-links-"));
beforeEach(() => {
  store = sqliteStore(":memory:", manualClock(Date.parse(NOW)));
  ports = { store, secrets: masterKeySecrets(() => readKeyFile(join(folder, "key"))) };
});

test("a link opens what it was made for until it expires, to the second", async () => {
  const secret = await makeLink(ports, record);
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await openLink(ports, secret, NOW)).toMatchObject({ kind: "alive", link: record });
  expect(await openLink(ports, secret, "2026-12-09T22:59:58.999Z")).toMatchObject({ kind: "alive" });
  expect(await openLink(ports, secret, "2026-12-09T22:59:59Z")).toMatchObject({ kind: "expired", link: record });
});

test("made again it is the same; for another version, role or person it is another", async () => {
  const secret = await makeLink(ports, record);
  expect(await makeLink(ports, record)).toBe(secret);
  const others = [{ version: 2 }, { role: "finance" as const }, { contactId: "deputy-99001001", deputy: true }];
  const secrets = await Promise.all(others.map((change) => makeLink(ports, { ...record, ...change })));
  expect(new Set([secret, ...secrets]).size).toBe(4);
});

test("neither the link nor anything it could be made from is in the store", async () => {
  const secret = await makeLink(ports, record);
  const hash = ((await openLink(ports, secret, NOW)) as { hash: string }).hash;
  const { items } = await store.query({ pk: `link#${hash}` });
  expect(items).toHaveLength(1);
  expect(JSON.stringify(items)).not.toContain(secret);
});

test("guesses, parts, and links of another installation open nothing", async () => {
  const secret = await makeLink(ports, record);
  const elsewhere = masterKeySecrets(() => readKeyFile(join(folder, "other")));
  const foreign = await makeLink({ store: sqliteStore(":memory:", manualClock()), secrets: elsewhere }, record);
  const wrong = [
    "",
    secret.slice(1),
    `${secret}A`,
    secret.toLowerCase(),
    foreign,
    "../link",
    "\u0000".repeat(43),
    "A".repeat(43),
  ];
  for (const guess of wrong) expect(await openLink(ports, guess, NOW)).toEqual({ kind: "unknown" });
});

test("the key file is made once, for its owner alone, also by many at a time", async () => {
  const path = join(folder, "deep", "key");
  const keys = await Promise.all(Array.from({ length: 20 }, () => readKeyFile(path)));
  expect(new Set(keys.map((key) => Buffer.from(key).toString("hex"))).size).toBe(1);
  expect(keys[0]).toHaveLength(32);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("keys of different purposes have nothing to do with each other, and a short master key is refused", async () => {
  const secrets = masterKeySecrets(() => Promise.resolve(new Uint8Array(32)));
  const [links, codes] = await Promise.all([secrets.key("links"), secrets.key("codes")]);
  expect(Buffer.from(links).equals(codes)).toBe(false);
  await expect(masterKeySecrets(() => Promise.resolve(new Uint8Array(16))).key("links")).rejects.toThrow("256 bits");
});
