// A first start that is stopped before any one of its writes is made good by the next start.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ports } from "../../../functions/usecases/ports.ts";
import { key } from "../../../functions/usecases/records/keys.ts";
import { weekOf } from "../../../functions/usecases/records/week.ts";
import { isFirstStart, takeIn } from "../../../local/firstStart.ts";
import { testSystem, type TestSystem } from "../../support/system.ts";
import { tinyFolder } from "../../support/tinyFolder.ts";

class Stopped extends Error {}

const options = { iterations: 50 };
const folder = mkdtempSync(join(tmpdir(), "gruenverbund-first-"));

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(tinyFolder())) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("wherever a first start is stopped, the next one starts the week, and the one after that has nothing to do", async () => {
  let stops = 0;
  for (let allowed = 0; ; allowed++) {
    const system = await testSystem(null);
    try {
      const stopped = await takeInUntil(system, allowed);
      if (!stopped) break;
      stops++;
      expect(await isFirstStart(system.ports), `stopped before write ${allowed + 1}`).toBe(true);
      const { region, week } = (await takeIn(system.ports, folder, options))!;
      const record = weekOf(await system.ports.store.get(key.week(region, week)));
      expect(await system.finish(record!.execution)).toBe("SUCCEEDED");
      expect(weekOf(await system.ports.store.get(key.week(region, week)))!.status).toBe("planned");
      expect(await isFirstStart(system.ports)).toBe(false);
    } finally {
      await system.close();
    }
  }
  // Region: begun, files, points, reports, contacts, index, list, log. Week: files, workflow, record, log.
  expect(stops).toBeGreaterThanOrEqual(12);
});

/** @returns whether it was stopped, and had not come to its end */
async function takeInUntil(system: TestSystem, allowed: number): Promise<boolean> {
  let left = allowed;
  const use = (): void => {
    if (left-- === 0) throw new Stopped();
  };
  const { store, blobs, workflows } = system.ports;
  const ports: Ports = {
    ...system.ports,
    store: {
      ...{ get: (at) => store.get(at), query: (query) => store.query(query) },
      put: async (item, expected) => (use(), store.put(item, expected)),
      remove: async (at, expected) => (use(), store.remove(at, expected)),
      transact: async (writes) => (use(), store.transact(writes)),
    },
    blobs: { ...blobs, putAll: async (entries, how) => (use(), blobs.putAll(entries, how)) },
    workflows: {
      ...workflows,
      start: async (workflow, name, input) => (use(), workflows.start(workflow, name, input)),
    },
  };
  try {
    await takeIn(ports, folder, options);
    return false;
  } catch (error) {
    if (error instanceof Stopped) return true;
    throw error;
  }
}
