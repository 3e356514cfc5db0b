import { afterAll, afterEach, expect, test, vi } from "vitest";
import { powertoolsLog } from "../../../functions/adapters/powertools/powertoolsLog.ts";
import { redactText } from "../../../functions/adapters/powertools/redact.ts";

const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
const failed = vi.spyOn(process.stderr, "write").mockReturnValue(true);
afterEach(() => [written, failed].forEach((one) => one.mockClear()));
afterAll(() => [written, failed].forEach((one) => one.mockRestore()));

const lines = () =>
  [...written.mock.calls, ...failed.mock.calls].map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);

const TASK_TOKEN = `AQCEAAAAKgAAAAMAAAAAAAAAA${"x9Z".repeat(60)}==`;
const JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

test("a line is JSON with level, message, function and fields", () => {
  powertoolsLog("readHealth").info("request", { route: "readHealth", status: 200 });
  expect(lines()).toMatchObject([
    { level: "INFO", message: "request", service: "readHealth", route: "readHealth", status: 200 },
  ]);
});

test("an error is written with its causes", () => {
  const cause = new Error("socket closed");
  powertoolsLog("readPlan").error("request failed", new TypeError("no answer", { cause }), { route: "readPlan" });
  expect(lines()).toMatchObject([
    {
      level: "ERROR",
      route: "readPlan",
      failure: { name: "TypeError", message: "no answer", cause: { message: "socket closed" } },
    },
  ]);
});

test.each([
  ["a mail address", "to j.mueller@stadt-saarlouis.de failed", "j.mueller"],
  ["a bearer token", `Authorization: Bearer ${JWT}`, "eyJ"],
  ["a web token", `got ${JWT}`, "c2ln"],
  ["an access key", "AKIAIOSFODNN7EXAMPLE signed", "IOSFODNN7"],
  ["a task token", `token ${TASK_TOKEN} is closed`, "AQCE"],
  ["a key in an address", "GET https://host.example/matrix?key=s3cr3t&x=1", "s3cr3t"],
  ["a sticker's path", `GET /m/tiny~alt-mixed~1~${"kZ-_x".repeat(4)}Aw 200`, "kZ-_x"],
  ["an approval's path", `GET /a/${"kZ-_x".repeat(9)} 200`, "kZ-_x"],
  ["a link without a digit", `link ${"AbCdE".repeat(8)}xyz unknown`, "AbCdEAbCdE"],
])("%s is never written, neither in message, field nor error", (_, text, secret) => {
  const log = powertoolsLog("test");
  log.info(text, { detail: text });
  log.error("failed", new Error(text, { cause: new Error(text) }));
  const all = JSON.stringify(lines());
  expect(lines()).toHaveLength(2);
  expect(all).not.toContain(secret);
});

test("fields that carry secrets by name are never written", () => {
  powertoolsLog("test").info("x", { taskToken: "short", apiKey: "abc", recipient: "someone" });
  expect(lines()).toMatchObject([{ taskToken: "[secret]", apiKey: "[secret]", recipient: "[secret]" }]);
});

test("hashes, ids and plain sentences stay as they are", () => {
  const hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  for (const text of [`run ${hash}`, "regions/saarlouis/weeks/2026-W48/runs/", "6f2b7e0a-5f2e-4a39-9d5e-0c8c0a5e6b11"])
    expect(redactText(text)).toBe(text);
});
