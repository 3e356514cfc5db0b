// The administration's pages, as a browser without scripts gets them: who gets in, API keys, the audit log.
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkApiKey, createApiKey, revokeApiKey } from "../../../../functions/usecases/keys/apiKeys.ts";
import { readLog } from "../../../../functions/usecases/audit/readLog.ts";
import { countyClient, countySite, type CountySite } from "../../../support/countySite.ts";

let site: CountySite;
beforeAll(async () => {
  site = await countySite();
}, 60_000);
afterAll(async () => {
  await site.closeGateway();
  await site.close();
});

const PARTS = ["", "/schluessel", "/protokoll"];

test("whoever is not signed in is led to the sign-in, and from there to the page", async () => {
  for (const part of PARTS) {
    const answer = await fetch(`${site.origin}/verwaltung/tiny${part}`, { redirect: "manual" });
    expect([part, answer.status]).toEqual([part, 303]);
    expect(answer.headers.get("location")).toBe(`/sign-in?to=${encodeURIComponent(`/verwaltung/tiny${part}`)}`);
  }
});

test.each([
  ["dispatcher:tiny"],
  ["finance:tiny"],
  ["mayor:tiny:10001001"],
  ["yard:tiny:10001001"],
  ["admin:tiny:10001001"],
])("%s is told in a friendly way that this is not theirs", async (group) => {
  const client = await countyClient(site, [group]);
  for (const part of PARTS) expect([part, (await client.get(`/verwaltung/tiny${part}`)).status]).toEqual([part, 403]);
  const posted = await client.post("/verwaltung/tiny/schluessel", { name: "Netz" });
  expect(posted.status).toBe(403);
  expect(posted.text).toContain("Diese Seite ist für die Verwaltung des Kreises.");
});

test("the administration of another region finds nothing here", async () => {
  const client = await countyClient(site, ["admin:tiny", "admin:elsewhere"]);
  expect((await client.get("/verwaltung/elsewhere")).status).toBe(404);
  const stranger = await countyClient(site, ["admin:elsewhere"]);
  expect((await stranger.get("/verwaltung/tiny/schluessel")).status).toBe(403);
});

test("one region needs no choice; an unknown part of it is said to be unknown", async () => {
  const client = await countyClient(site);
  const first = await client.get("/verwaltung");
  expect([first.status, first.location]).toEqual([303, "/verwaltung/tiny"]);
  expect((await client.get("/verwaltung/tiny/nirgends")).status).toBe(404);
});

test("a key is shown once, kept as a hash, works, and can be revoked; both stand in the log with who did it", async () => {
  const client = await countyClient(site);
  const made = await client.post("/verwaltung/tiny/schluessel", { name: "Netz Nord" });
  expect(made.status).toBe(200);
  const secret = /value="(gv_[\w-]{43})"/.exec(made.text)![1]!;
  expect(made.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(await checkApiKey(site.ports, "tiny", secret)).toEqual({ kind: "region" });
  const list = await client.get("/verwaltung/tiny/schluessel");
  expect(list.text).toContain("Netz Nord");
  expect(list.text).not.toContain(secret);
  expect(list.headers.get("content-security-policy")).not.toContain("script-src");

  const again = await client.post("/verwaltung/tiny/schluessel", { name: "Netz Nord" });
  expect(again.status).toBe(422);
  expect(again.text).toContain("Einen Schlüssel dieses Namens gibt es schon.");

  const [, id] = /schluessel\/([0-9a-f]{16})"/.exec(list.text)!;
  const path = `/verwaltung/tiny/schluessel/${id}`;
  expect((await client.get(path)).text).toContain("Diesen Schlüssel sperren?");
  const revoked = await client.post(path, {});
  expect(revoked.location).toBe("/verwaltung/tiny/schluessel?erledigt=gesperrt");
  expect(await checkApiKey(site.ports, "tiny", secret)).toBeUndefined();
  const { entries } = await readLog(site.ports, "tiny", { limit: 200 });
  const about = entries.filter(({ subject }) => subject === `api-keys/${id}`);
  expect(about.map(({ kind, data }) => [kind, typeof data["by"]])).toEqual([
    ["apiKey.created", "string"],
    ["apiKey.revoked", "string"],
  ]);
});

test("a form without its token, or from another site, changes nothing", async () => {
  const client = await countyClient(site);
  const path = "/verwaltung/tiny/schluessel";
  const stale = await client.post(path, { csrf: "x", name: "Eins" });
  expect(stale.status).toBe(403);
  const body = new URLSearchParams({ csrf: await client.csrfOf(path), name: "Zwei" });
  const other = await client.send(path, { method: "POST", body, headers: { "sec-fetch-site": "cross-site" } });
  expect(other.status).toBe(403);
  const { text } = await client.get(path);
  expect(text).not.toContain('<th scope="row" >Eins');
  expect(text).not.toContain("Zwei");
});

test("what is typed is text, never markup", async () => {
  const client = await countyClient(site);
  await client.post("/verwaltung/tiny/schluessel", { name: "<script>alert(1)</script>" });
  const { text } = await client.get("/verwaltung/tiny/schluessel");
  expect(text).toContain("&lt;script&gt;");
  expect(text).not.toContain("<script>alert");
});

test("the log is read newest first, by subject and day, page by page, each entry once", async () => {
  const client = await countyClient(site);
  for (let i = 0; i < 60; i++) {
    const { id } = await createApiKey(site.ports, "tiny", `Netz ${i}`);
    await revokeApiKey(site.ports, "tiny", id);
  }
  const seen: number[] = [];
  for (let next: string | undefined = "/verwaltung/tiny/protokoll?was=apiKey"; next !== undefined;) {
    const { text }: { text: string } = await client.get(next);
    expect(text).toMatch(/API-Schlüssel [0-9a-f]{16} (angelegt|gesperrt)/);
    seen.push(
      ...[...text.matchAll(/<th scope="row"[^>]*>\s*([\d.]+)\s*<\/th>/g)].map(([, seq]) =>
        Number(seq!.replace(".", "")),
      ),
    );
    next = /href="([^"]+)"[^>]*>Ältere/.exec(text)?.[1]!.replaceAll("&amp;", "&");
  }
  expect(seen.length).toBeGreaterThanOrEqual(120);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  expect(new Set(seen).size).toBe(seen.length);
  const plans = await client.get("/verwaltung/tiny/protokoll?was=plan");
  expect(plans.text).toContain("Plan der KW");
  expect(plans.text).not.toContain("API-Schlüssel 0");
  expect((await client.get("/verwaltung/tiny/protokoll?von=2030-01-01")).text).toContain(
    "Dazu gibt es keinen Eintrag.",
  );
  expect((await client.get("/verwaltung/tiny/protokoll?von=2026-12-02&bis=2026-12-01")).text).toContain(
    "liegt vor dem ersten",
  );
});
