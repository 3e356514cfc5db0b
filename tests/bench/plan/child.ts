/** Plans one region in a process of its own; its last line of output is what the process used. */
import { main } from "../../../cli/main.ts";

const [region = "", out = ""] = process.argv.slice(2);
const io = {
  stdout: () => undefined,
  stderr: (text: string) => void process.stderr.write(text),
  isTerminal: false,
  columns: 80,
};
process.exitCode = await main(["plan", region, "--out", out], io);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ maxRssKib: maxRSS, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 }));
