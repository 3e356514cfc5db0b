/** The system under load, as a process of its own: the embedded runtime with examples/saarlouis, tokens by an issuer of the bench. */
import { rmSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { fileURLToPath } from "node:url";
import { fileBlobs } from "../../../functions/adapters/files/fileBlobs.ts";
import { importRegion } from "../../../functions/usecases/regions/importRegion.ts";
import { createRuntime } from "../../../local/runtime.ts";
import { WARM_SECONDS } from "./messages.ts";
import type { FromServer, ToServer } from "./messages.ts";

const EXAMPLE = fileURLToPath(new URL("../../../examples/saarlouis", import.meta.url));
const SAMPLE_MS = 1000;

const [data = ""] = process.argv.slice(2);
rmSync(data, { recursive: true, force: true });
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const say = (message: FromServer): void => void process.send!(message);

// Without `firstRegion` no week is planned beside the load.
const runtime = await createRuntime({ data, port: 0, threads: 1 });
await importRegion(runtime.ports, fileBlobs(EXAMPLE));
say({ kind: "ready", url: runtime.url });
const sayLive = (): void => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  say({ kind: "live", liveBytes: heapUsed + external });
};
setTimeout(sayLive, 1000 * WARM_SECONDS);
const sampling = setInterval(() => {
  const { user, system } = process.cpuUsage();
  say({ kind: "memory", rssBytes: process.memoryUsage.rss(), cpuMs: (user + system) / 1000 });
}, SAMPLE_MS);

process.on("message", (message: ToServer) => {
  if (message !== "close") return;
  clearInterval(sampling);
  sayLive();
  void runtime.close().then(() => process.disconnect());
});
