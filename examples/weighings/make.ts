/**
 * `node examples/weighings/make.ts PLAN.json > waage.csv`: the tickets that the weighbridges would have written for the tours of a
 * plan, in the standard profile. Synthetic: weights are drawn around what was planned, from a fixed seed; one ticket in twenty is left
 * out, so that the work list has something to show.
 */
import { readFileSync } from "node:fs";
import { Plan } from "../../domain/plan/plan.ts";
import { seededRandom } from "../generate/random.ts";

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write("Which plan? node examples/weighings/make.ts PLAN.json\n");
  process.exit(2);
}
const plan = Plan.parse(JSON.parse(readFileSync(path, "utf8")));
const { uniform } = seededRandom(20261126);
const pickups = new Map(plan.pickups.map((pickup) => [pickup.id, pickup]));
const columns =
  "number;weighbridge;facilityId;weighedAt;grossKg;tareKg;netKg;fraction;vehicleId;storageId;refused;note";
const lines: string[] = [];
let number = 1000;
for (const route of plan.routes) {
  let fraction = "";
  for (const stop of route.stops) {
    fraction = pickups.get(stop.id)?.fraction ?? fraction;
    if (stop.kind !== "facility" || stop.massKg === 0) continue;
    number++;
    if (uniform() < 0.05) continue;
    const net = 20 * Math.round((stop.massKg * (0.85 + 0.3 * uniform())) / 20);
    const cells = [
      number,
      stop.id,
      stop.id,
      stop.arrivalAt,
      net + 14_000,
      14_000,
      net,
      fraction,
      route.vehicleId,
      "",
      "",
      "synthetisch",
    ];
    lines.push(cells.join(";"));
  }
}
process.stdout.write(`${[columns, ...lines].join("\r\n")}\r\n`);
