import { afterEach, beforeEach, expect, test } from "vitest";
import { submitReports } from "../../../../functions/contract/reports.ts";
import type { ReportsReceipt } from "../../../../functions/contract/reports.ts";
import { callApi, type ApiReply } from "../../../support/apiEvent.ts";
import { testSystem, type TestSystem } from "../../../support/system.ts";

let system: TestSystem;
beforeEach(async () => {
  system = await testSystem();
});
afterEach(() => system.close());

const parameters = { region: "tiny" };
const YARD = ["yard:tiny:99001001"];
const OFFICE = ["dispatcher:tiny"];
const observedAt = "2026-11-22T09:00:00+01:00";
const report = { storageId: "alt-woody", observedAt, quarters: 3 };

let counter = 0;
const newKey = (): string => `key-${String(counter++).padStart(8, "0")}`;

function send(body: unknown, options: { key?: string; groups?: string[]; type?: string } = {}): Promise<ApiReply> {
  const { key = newKey(), groups = OFFICE, type = "application/json" } = options;
  return callApi(system, submitReports, {
    parameters,
    groups,
    headers: { "idempotency-key": key, "content-type": type },
    body,
  });
}

async function kept(): Promise<{ storageId: string; reportedBy: string; channel: string }[]> {
  const { items } = await system.ports.store.query({ pk: "region#tiny", prefix: "report#2026-11-22" });
  return items.map(({ data }) => data as never);
}

const codes = ({ json }: ApiReply): string[] =>
  (json as ReportsReceipt).rejected.flatMap(({ problems }) =>
    problems.map(({ code, pointer }) => `${code} ${pointer}`),
  );

test("one report is accepted, kept, and signed with the reporter's name", async () => {
  const reply = await send(report, { groups: YARD });
  expect(reply.status).toBe(202);
  expect((reply.json as ReportsReceipt).accepted).toEqual([
    { index: 0, id: expect.stringMatching(/^r-[0-9a-f]{24}$/) as string },
  ]);
  expect(await kept()).toMatchObject([{ storageId: "alt-woody", reportedBy: "Test Person", channel: "api" }]);
});

test("a wrong report in a list costs only itself, and all its faults are told at once", async () => {
  const bad = { storageId: "nowhere", observedAt: "2027-01-01T00:00:00Z", volumeM3: 5 };
  const reply = await send([
    report,
    bad,
    { ...report, storageId: "alt-mixed", volumeM3: 1 },
    { ...report, storageId: "berg-woody" },
  ]);
  expect((reply.json as ReportsReceipt).accepted.map(({ index }) => index)).toEqual([0, 3]);
  expect(codes(reply)).toEqual([
    "reference.unknown /1/storageId",
    "date.future /1/observedAt",
    "report.measure /2/quarters",
  ]);
  expect(await kept()).toHaveLength(2);
});

test("a yard reports only where its municipality brings material, and learns nothing of others", async () => {
  const foreign = await send({ ...report, storageId: "cron-mixed" }, { groups: YARD });
  const missing = await send({ ...report, storageId: "no-such" }, { groups: YARD });
  expect(codes(foreign)).toEqual(["reference.unknown /storageId"]);
  const cause = ({ json }: ApiReply) => (json as ReportsReceipt).rejected[0]!.problems[0]!.cause;
  expect(cause(foreign).replace("cron-mixed", "X")).toBe(cause(missing).replace("no-such", "X"));
  // p-berg is used by Bergheim and Cronau.
  expect(codes(await send({ ...report, storageId: "berg-woody" }, { groups: ["yard:tiny:99001003"] }))).toEqual([]);
});

test("the same key with the same content gives the first answer; with other content it is refused", async () => {
  const key = newKey();
  const first = await send(report, { key });
  expect((await send(report, { key })).json).toEqual(first.json);
  const other = await send({ ...report, quarters: 4 }, { key });
  expect(other.status).toBe(422);
  expect(await kept()).toHaveLength(1);
});

test("many at once under one key are one", async () => {
  const key = newKey();
  const replies = await Promise.all(Array.from({ length: 20 }, () => send(report, { key })));
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(await kept()).toHaveLength(1);
});

test("the same sight under another key is the same report; a contradiction is refused", async () => {
  const first = await send(report);
  expect((await send(report)).json).toEqual(first.json);
  expect(codes(await send({ ...report, quarters: 1 }))).toEqual(["report.duplicate /observedAt"]);
  expect(codes(await send([report, { ...report, quarters: 2 }]))).toEqual(["report.duplicate /1/observedAt"]);
  expect(await kept()).toHaveLength(1);
});

test("five hundred at once are kept, one more is too many", async () => {
  const minute = (i: number): string => new Date(Date.parse("2026-11-22T00:00:00Z") + i * 60_000).toISOString();
  const many = Array.from({ length: 501 }, (_, i) => ({ ...report, observedAt: minute(i) }));
  const reply = await send(many.slice(0, 500));
  expect((reply.json as ReportsReceipt).accepted).toHaveLength(500);
  expect((await send(many)).status).toBe(413);
});

test("CSV as spreadsheets write it: semicolons, decimal commas, a byte order mark; faults by line", async () => {
  const csv = `\uFEFFstorageId;observedAt;quarters;volumeM3;note\r\nalt-woody;${observedAt};2;;ok\r\nberg-woody;${observedAt};;12,5;\r\nberg-woody;gestern;;x;\r\n`;
  const reply = await send(csv, { type: "text/csv; charset=utf-8" });
  expect((reply.json as ReportsReceipt).accepted).toHaveLength(2);
  expect(codes(reply).sort()).toEqual([
    "value.invalid reports.csv:4 observedAt",
    "value.invalid reports.csv:4 volumeM3",
  ]);
  expect(await kept()).toMatchObject([{ channel: "csv" }, { channel: "csv" }]);
});

test("a broken CSV file, broken JSON, an unknown format and a missing key are refused whole", async () => {
  expect((await send('storageId;"observedAt\nalt', { type: "text/csv" })).status).toBe(422);
  expect((await send("{", {})).status).toBe(400);
  expect((await send("<a/>", { type: "application/xml" })).status).toBe(415);
  const unnamed = await callApi(system, submitReports, { parameters, groups: OFFICE, body: report });
  expect(unnamed).toMatchObject({ status: 422, json: { problems: [{ pointer: "header idempotency-key" }] } });
  expect(unnamed.headers["content-type"]).toBe("application/problem+json");
  expect(await kept()).toHaveLength(0);
});
