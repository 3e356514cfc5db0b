import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { append } from "../../../../../functions/usecases/audit/append.ts";
import { mailAuditHeads } from "../../../../../functions/usecases/audit/weeklyHead.ts";
import { readHead } from "../../../../../functions/usecases/audit/readLog.ts";
import { key } from "../../../../../functions/usecases/records/keys.ts";
import { asJson } from "../../../../../functions/ports/store.ts";
import { testSystem, type TestSystem } from "../../../../support/system.ts";

let system: TestSystem;
beforeAll(async () => void (system = await testSystem()), 60_000);
afterAll(() => system.close());

const person = (id: string, role: string, language: string, email = `${id}@example.org`) => ({
  ...{ id, role, language, email, name: `<${id}>`, municipalityAgs: "10044111" },
});

test("every member gets the head of the log in their language, once; the day's object fixes what is told", async () => {
  const { ports, mails } = system;
  const contacts = [
    ...[person("rathaus", "mayor", "de"), person("mairie", "finance", "fr"), person("county", "admin", "en")],
    // One person in two offices; a yard is not told.
    ...[person("rathaus-2", "finance", "de", "RATHAUS@example.org"), person("bauhof", "yard", "de")],
  ];
  await ports.store.put({ ...key.contacts("tiny"), data: asJson({ contacts }) }, "any");
  const head = (await readHead(ports, "tiny"))!;
  expect(await system.call("mailAuditHeads", {})).toEqual({ regions: 1, sent: 3, failed: 0 });
  expect(mails).toHaveLength(3);
  for (const { text, html } of mails) {
    expect(text).toContain(`--head ${head.sha256}`);
    expect(html).toContain(head.sha256);
    expect(html).not.toMatch(/<img|<script|src=/);
    expect(html).toContain("&lt;");
  }
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(3);

  await append(ports, "tiny", { kind: "a.b", subject: "x", data: {} });
  await system.call("mailAuditHeads", {});
  expect(mails).toHaveLength(3);
  const kept = readdirSync(join(system.archive, "tiny"));
  expect(kept).toHaveLength(1);
  expect(JSON.parse(readFileSync(join(system.archive, "tiny", kept[0]!), "utf8"))).toMatchObject({
    region: "tiny",
    head,
  });
});

test("nobody is told what could not be kept; the next call keeps and tells what the first would have", async () => {
  const { ports, mails, clock } = system;
  clock.milliseconds += 7 * 24 * 3600 * 1000;
  const head = (await readHead(ports, "tiny"))!;
  const before = mails.length;
  const full = { keep: () => Promise.reject(new Error("no space")) };
  await expect(mailAuditHeads({ ...ports, archive: full })).rejects.toThrow("no space");
  expect(mails).toHaveLength(before);
  await append(ports, "tiny", { kind: "a.b", subject: "y", data: {} });
  expect(await system.call("mailAuditHeads", {})).toMatchObject({ sent: 3, failed: 0 });
  for (const { text } of mails.slice(before)) expect(text).toContain(`--head ${head.sha256}`);
  expect(readdirSync(join(system.archive, "tiny"))).toHaveLength(2);
});
