/** A process of the whole system that a test kills: says its address, and then nothing. */
import { createRuntime } from "../../local/runtime.ts";

const [data, region] = process.argv.slice(2);
const runtime = await createRuntime({
  data: data!,
  port: 0,
  env: {},
  threads: 1,
  firstRegion: region!,
  firstOptions: { iterations: 100 },
});
process.stdout.write(`${runtime.url}\n`);
