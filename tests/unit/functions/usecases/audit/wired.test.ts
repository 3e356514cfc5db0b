// What is decided today stands in the log, once, and the log holds.
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLogText } from "../../../../../domain/audit/exportFile.ts";
import { exportedText, readLog } from "../../../../../functions/usecases/audit/readLog.ts";
import { createApiKey } from "../../../../../functions/usecases/keys/apiKeys.ts";
import { putPoint } from "../../../../../functions/usecases/points/putPoint.ts";
import { startPlan } from "../../../../../functions/usecases/weeks/startPlan.ts";
import { publishWeek } from "../../../../../functions/usecases/weeks/weekStates.ts";
import { sha256 } from "../../../../support/auditChain.ts";
import { testSystem, type TestSystem } from "../../../../support/system.ts";

const WEEK = "2026-W48";
let system: TestSystem;

beforeAll(async () => void (system = await testSystem()), 60_000);
afterAll(() => system.close());

const entries = async () => (await readLog(system.ports, "tiny")).entries;
const kinds = async () => (await entries()).map(({ kind, subject }) => `${kind} ${subject}`);

test("a region, a key, a changed point, a started and a published week, each once, in one chain", async () => {
  const { ports } = system;
  const secret = await createApiKey(ports, "tiny", "Sensoren");
  const { items } = await ports.store.query({ pk: "region#tiny", prefix: "point#", limit: 1 });
  const point = items[0]!.sk.slice("point#".length);
  const { source: _, verified: __, ...fields } = items[0]!.data as Record<string, unknown>;
  const change = { region: "tiny", point, fields: fields as never, by: "account-7" };
  await putPoint(ports, { ...change, ifMatch: '"1"' });
  await expect(putPoint(ports, { ...change, ifMatch: '"1"' })).rejects.toMatchObject({ status: 412 });
  await expect(putPoint(ports, { ...change, point: "nowhere", ifMatch: "*" })).rejects.toMatchObject({ status: 404 });
  const options = { seed: 1, iterations: 50 };
  const { execution } = await startPlan(ports, { region: "tiny", week: WEEK, options, by: "account-7" });
  await startPlan(ports, { region: "tiny", week: WEEK, options, by: "account-8" });
  expect(await system.finish(execution)).toBe("SUCCEEDED");
  const { run } = (await ports.store.get({ pk: "region#tiny", sk: `week#${WEEK}` }))!.data as { run: string };
  await publishWeek(ports, { region: "tiny", week: WEEK, run });

  const said = await kinds();
  expect(said).toEqual([
    "region.imported regions/tiny",
    expect.stringMatching(/^apiKey\.created api-keys\/[0-9a-f]{16}$/),
    `point.changed points/${point}`,
    `plan.started weeks/${WEEK}`,
    `plan.published weeks/${WEEK}`,
  ]);
  const text = await exportedText(ports, "tiny");
  expect(verifyLogText(text, "tiny", { sha256 })).toMatchObject({ breaks: [], last: { seq: 5 } });
  expect(text).not.toContain(secret);
  const published = (await entries()).at(-1)!;
  const plan = await ports.blobs.get(`regions/tiny/weeks/${WEEK}/runs/${run}/result/plan.json`);
  expect(published.data["planSha256"]).toBe(sha256(new TextDecoder().decode(plan)));
}, 60_000);
