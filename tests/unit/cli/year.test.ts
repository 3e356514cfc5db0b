import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { main } from "../../../cli/main.ts";
import { YearPlan } from "../../../domain/year/plan.ts";
import { checkYear } from "../../../optimizer/checker/flow/year/index.ts";

const SAARLOUIS = fileURLToPath(new URL("../../../examples/saarlouis", import.meta.url));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    stdout: (t: string) => void out.push(t),
    stderr: (t: string) => void err.push(t),
    isTerminal: false,
    columns: 100,
  };
  return { code: await main(["year", ...args], io), out: out.join(""), err: err.join("") };
}

test("a season of Landkreis Saarlouis in words and as a file that the checker accepts", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "year-")), "year.json");
  const { code, out, err } = await run(SAARLOUIS, "--weeks", "6", "--out", file);
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toMatch(/^Landkreis Saarlouis.*6 Wochen/);
  expect(out).toMatch(/zusammen +[\d.]+,\d\d €/);
  expect(out).toMatch(/Häckselkampagnen\n.*Einsätze in/);
  expect(out).toMatch(/Bewiesen: Kein Plan mit diesen Zahlen kostet weniger als [\d.]+,\d\d €/);
  const plan = YearPlan.parse(JSON.parse(readFileSync(file, "utf8")));
  expect(checkYear(plan)).toEqual([]);
  expect(plan.costCents - plan.lowerBoundCents).toBeLessThan(0.03 * plan.costCents);
});

test("what does not fit is said before anything is computed", async () => {
  expect(await run(SAARLOUIS, "--weeks", "60")).toMatchObject({ code: 2 });
  expect(await run(SAARLOUIS, "--weeks", "4", "--without", "99999999")).toMatchObject({ code: 2 });
  expect((await run(SAARLOUIS, "--plan", "/no/such/file")).err).toContain("cannot be read");
  expect((await run(join(tmpdir(), "nothing-here"))).code).toBe(2);
});
