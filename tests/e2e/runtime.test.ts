// The whole system on one machine, with the tiny region: first start, sign-in, plan, files, mail, second start.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";
import type { WeekPlan } from "../../functions/contract/weeks.ts";
import { createRuntime, type Runtime } from "../../local/runtime.ts";
import { browse, cookieJar, type CookieJar } from "../support/browse.ts";
import { writeRecentFolder } from "../support/recentFolder.ts";

const folder = mkdtempSync(join(tmpdir(), "gruenverbund-runtime-"));
const options = {
  data: join(folder, "data"),
  port: 0,
  env: {},
  threads: 1,
  firstRegion: join(folder, "tiny"),
  firstOptions: { iterations: 200 },
};
let runtime: Runtime;
let week = "";

beforeAll(async () => {
  writeRecentFolder(options.firstRegion, systemClock.now().slice(0, 10));
  runtime = await createRuntime(options);
});

afterAll(async () => {
  await runtime.close();
  rmSync(folder, { recursive: true });
});

async function signIn(account: string): Promise<CookieJar> {
  const jar = cookieJar();
  const asked = await browse(jar, new URL("/sign-in", runtime.url));
  await browse(jar, new URL(asked.url), { account });
  return jar;
}

const headers = (jar: CookieJar) => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") });
const bearer = (jar: CookieJar) => ({ authorization: `Bearer ${jar.get("gv_session")}` });
const get = (path: string, jar: CookieJar) => fetch(new URL(path, runtime.url), { headers: headers(jar) });

test("the first start takes the region in and plans its next week, and the page tells", async () => {
  const first = await runtime.firstWeek;
  expect(first?.region).toBe("tiny");
  week = first!.week;
  const jar = await signIn("dispatcher.tiny");
  let plan: WeekPlan;
  const seen = new Set<string>();
  do {
    seen.add((await get("/", jar)).headers.get("refresh") ?? "still");
    plan = (await (await get(`/api/regions/tiny/weeks/${week}/plan`, jar)).json()) as WeekPlan;
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (plan.status === "planning");
  expect(plan).toMatchObject({ status: "planned", failure: null });
  expect(plan.summary!.jointCostCents).toBeGreaterThan(0);
  expect([...seen][0]).toBe("2");
  const page = await (await get("/", jar)).text();
  expect(page).toContain("Disposition Beispielkreis");
  expect(page).toContain("report.html");
});

test("roles open what they may: the report for a mayor, not for a yard, nothing without signing in", async () => {
  const report = `/api/regions/tiny/weeks/${week}/files/report.html`;
  const mayor = await get(report, await signIn("mayor.tiny.99001001"));
  expect([mayor.status, mayor.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/html")]);
  expect((await get(report, await signIn("yard.tiny.99001001"))).status).toBe(403);
  const nobody = await get(report, cookieJar());
  expect([nobody.status, nobody.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
});

test("the cookie of the pages writes nothing; the token does", async () => {
  const jar = await signIn("yard.tiny.99001001");
  const url = new URL("/api/regions/tiny/reports", runtime.url);
  const observedAt = systemClock.now();
  const send = (extra: Record<string, string>) =>
    fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": "e2e-report-1", ...extra },
      body: JSON.stringify({ storageId: "alt-woody", observedAt, quarters: 3 }),
    });
  expect((await send(headers(jar))).status).toBe(401);
  const taken = await send(bearer(jar));
  expect(taken.status).toBe(202);
  const again = await send(bearer(jar));
  expect(await again.json()).toEqual(await taken.json());
});

test("nobody is led elsewhere by a sign-in, and signing out forgets", async () => {
  const jar = cookieJar();
  const asked = await browse(jar, new URL("/sign-in?to=//evil.example/", runtime.url));
  const done = await browse(jar, new URL(asked.url), { account: "finance.tiny" });
  expect(new URL(done.url).href).toBe(`${runtime.url}/`);
  expect(done.text).toContain("Abmelden");
  const out = await browse(jar, new URL("/sign-out", runtime.url), {});
  expect(out.text).toContain("Anmelden");
});

test("a second process is told that the folder is in use, and a second start has everything", async () => {
  await expect(createRuntime(options)).rejects.toMatchObject({ problems: [{ code: "data.inUse" }] });
  const jar = await signIn("admin.tiny");
  await runtime.close();
  runtime = await createRuntime({ ...options, port: Number(new URL(runtime.url).port) });
  expect(await runtime.firstWeek).toBeUndefined();
  const plan = (await (await get(`/api/regions/tiny/weeks/${week}/plan`, jar)).json()) as WeekPlan;
  expect(plan.status).toBe("planned");
});

test("what cannot be had is said with a code", async () => {
  const other = { ...options, data: join(folder, "other") };
  const code = (wanted: string) => ({ problems: [expect.objectContaining({ code: wanted })] });
  const port = Number(new URL(runtime.url).port);
  await expect(createRuntime({ ...other, port })).rejects.toMatchObject(code("port.inUse"));
  await expect(createRuntime({ ...other, host: "0.0.0.0" })).rejects.toMatchObject(code("host.demo"));
  await expect(createRuntime({ ...other, env: { PUBLIC_URL: "https://plan.example" } })).rejects.toMatchObject(
    code("host.demo"),
  );
  await expect(createRuntime({ ...other, env: { OIDC_ISSUER: "x" } })).rejects.toMatchObject(code("setting.invalid"));
  await expect(createRuntime({ ...other, data: join(folder, "tiny", "region.json", "data") })).rejects.toMatchObject(
    code("data.notWritable"),
  );
});
