/** `npm run bench -- FAMILY […]`: runs one family of benchmarks; each prints a table and writes JSON under tests/bench/results. */
const FAMILIES: Readonly<Record<string, () => Promise<{ run(args: string[]): Promise<void> }>>> = {
  api: () => import("./api/main.ts"),
  approvals: () => import("./approvals/main.ts"),
  board: () => import("./board/main.ts"),
  flow: () => import("./flow/main.ts"),
  forecast: () => import("./forecast/main.ts"),
  plan: () => import("./plan/main.ts"),
  regions: () => import("./regions/main.ts"),
  routing: () => import("./routing/main.ts"),
  store: () => import("./store/main.ts"),
  settlement: () => import("./settlement/main.ts"),
  sharing: () => import("./sharing/main.ts"),
  workflow: () => import("./workflow/main.ts"),
  yard: () => import("./yard/main.ts"),
};

const [family = "", ...args] = process.argv.slice(2);
const load = FAMILIES[family];
if (load === undefined) {
  process.stderr.write(`Name a family: ${Object.keys(FAMILIES).join(", ")}.\n`);
  process.exitCode = 2;
} else {
  await (await load()).run(args);
}
