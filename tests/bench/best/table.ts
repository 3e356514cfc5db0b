/**
 * `node tests/bench/best/table.ts` evaluates every kept solution anew and writes the table of README.md beside it.
 * Needs the instances in ../shared/bench/pvrpif-waste; stops at the first kept file that breaks a rule.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type CheckedRoute, checkPvrpif } from "../routing/pvrpifCheck.ts";
import { type Published, readPublished } from "../routing/pvrpifWaste.ts";

const FOLDER = new URL("../../../../shared/bench/pvrpif-waste/", import.meta.url);
const KEPT = new URL("pvrpif-waste/", import.meta.url);

interface Line {
  readonly name: string;
  readonly published: number;
  readonly lowerBound: number | null;
  readonly ours: number | null;
}

function lineOf([name, known]: [string, Published]): Line {
  const file = new URL(`${name}.json`, KEPT);
  const line = { name, published: known.bks, lowerBound: known.readme_best_lb ?? known.bcp_lb };
  if (!existsSync(file)) return { ...line, ours: null };
  const { routes } = JSON.parse(readFileSync(file, "utf8")) as { routes: CheckedRoute[] };
  const { cost, faults } = checkPvrpif(readFileSync(new URL(`${name}.geojson`, FOLDER), "utf8"), routes);
  if (faults.length > 0) throw new Error(`${name}: ${faults.join("; ")}`);
  return { ...line, ours: cost };
}

function row({ name, published, lowerBound, ours }: Line): string {
  const gap = (value: number, to: number): string => `${(100 * (value / to - 1)).toFixed(2)} %`;
  const mine = ours === null ? "– | –" : `[${ours}](pvrpif-waste/${name}.json) | ${gap(ours, published)}`;
  const above = lowerBound === null || ours === null ? "–" : gap(ours, lowerBound);
  return `| ${name} | ${published} | ${mine} | ${lowerBound ?? "–"} | ${above} |`;
}

const lines = Object.entries(readPublished(FOLDER))
  .filter(([, known]) => !known.proven_optimal)
  .map(lineOf)
  .sort((a, b) => a.name.localeCompare(b.name));
const better = lines.filter(({ ours, published }) => ours !== null && ours < published);
const mean = lines.reduce((sum, { ours, published }) => sum + 100 * ((ours ?? published) / published - 1), 0);

writeFileSync(
  new URL("README.md", import.meta.url),
  `# Solutions better than the published ones

Family pvrpif-waste: periodic waste collection with intermediate facilities (Taverna and Tilk,
[iolab-uniud/pvrpif-instances](https://github.com/iolab-uniud/pvrpif-instances), MIT). Minutes of travel over all days.
"Published" is the cheapest solution file or table value that the authors' own checker accepts, "bound" the published lower
bound of their branch-cut-and-price. The rules are in \`optimizer/routing/formats/pvrpif.ts\`; each file is a list of routes by
day and vehicle, ids as in the instance. Every figure here was evaluated from the file and the instance alone
(\`tests/bench/routing/pvrpifCheck.ts\`), by \`node tests/bench/best/table.ts\`, which writes this page.

${better.length} of the ${lines.length} instances without a proven optimum are improved; mean over all ${lines.length}, those not improved
counted as 0: ${(mean / lines.length).toFixed(2)} %.

| instance | published | ours | to published | bound | above bound |
| --- | ---: | ---: | ---: | ---: | ---: |
${lines.map(row).join("\n")}
`,
);
console.log(`${better.length} of ${lines.length} improved, mean ${(mean / lines.length).toFixed(2)} %`);
