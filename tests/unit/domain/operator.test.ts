import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { licenceOf, missingFields, NEEDED, NO_OPERATOR } from "../../../domain/operator.ts";
import { RETENTION } from "../../../domain/retention.ts";
import { readSettings as cloudSettings } from "../../../infra/settings.ts";
import { readSettings } from "../../../local/settings.ts";
import { OPERATOR } from "../../support/publicSite.ts";

function fileOf(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-operator-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "operator.json");
  writeFileSync(file, content);
  return file;
}

const cloud = (context: Readonly<Record<string, unknown>>) =>
  cloudSettings({ tryGetContext: (name: string) => context[name] as unknown });

test("who says nothing misses everything, and publishes under the data licence Germany", () => {
  expect(missingFields(NO_OPERATOR)).toEqual([...NEEDED]);
  expect(missingFields(OPERATOR)).toEqual([]);
  expect(licenceOf(NO_OPERATOR).uri).toBe("http://dcat-ap.de/def/licenses/dl-by-de/2.0");
});

test("the operator is read from a file, on one machine and for the cloud", () => {
  const file = fileOf(JSON.stringify(OPERATOR));
  expect(readSettings({ OPERATOR_FILE: file }).operator).toEqual(OPERATOR);
  expect(cloud({ operator: file }).operator).toEqual(OPERATOR);
  expect(readSettings({}).operator).toBe(undefined);
});

test("every fault of the file is named with its field", () => {
  const file = fileOf(
    JSON.stringify({ schema: "gruenverbund/operator/1", email: "x", accessibilityBodyUrl: "http://a.de", vat: 1 }),
  );
  expect(() => readSettings({ OPERATOR_FILE: file })).toThrow(/email(.|\n)*accessibilityBodyUrl(.|\n)*vat/);
  expect(() => readSettings({ OPERATOR_FILE: "/nowhere/operator.json" })).toThrow(/cannot be read/);
  expect(() => readSettings({ OPERATOR_FILE: fileOf("{") })).toThrow(/cannot be read/);
  expect(() => cloud({ operator: file })).toThrow(/-c operator=/);
});

test("the privacy page tells the terms that the stages have", () => {
  for (const stage of ["prod", "dev"] as const) {
    const { logDays, lock } = cloud({ stage });
    expect(RETENTION[stage].logs).toEqual({ kind: "days", count: logDays });
    expect(RETENTION[stage].auditHeads).toEqual(
      "years" in lock ? { kind: "years", count: lock.years } : { kind: "days", count: lock.days },
    );
  }
  // In full by the tests of the templates; here that the table of docs/cloud.md says the same.
  const table = readFileSync(new URL("../../../docs/cloud.md", import.meta.url), "utf8");
  expect(table).toContain("| superseded versions of plans and folders | 30 days | 365 days |");
  expect(table).toContain("recoverable to any second of the last 35 days");
  expect([RETENTION.dev.superseded, RETENTION.prod.superseded]).toEqual([
    { kind: "days", count: 30 },
    { kind: "days", count: 365 },
  ]);
});
