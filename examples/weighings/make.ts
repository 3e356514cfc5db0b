/**
 * `node examples/weighings/make.ts PLAN.json [SEED] > waage.csv`: tickets for the tours of a plan, in the standard profile, with one
 * of each of what goes wrong at a weighbridge (tickets.ts). Synthetic.
 */
import { readFileSync } from "node:fs";
import { Plan } from "../../domain/plan/plan.ts";
import { plannedTickets, ticketText } from "./tickets.ts";

const [path, seed = "20261126"] = process.argv.slice(2);
if (path === undefined || !/^\d+$/.test(seed)) {
  process.stderr.write("Which plan? node examples/weighings/make.ts PLAN.json [SEED]\n");
  process.exit(2);
}
const plan = Plan.parse(JSON.parse(readFileSync(path, "utf8")));
process.stdout.write(ticketText(plannedTickets(plan, { seed: Number(seed), odd: true }).lines));
