/** The interpreter with the workflow files, and its Step Functions API on a port of this machine that only we can use. */
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FUNCTIONS } from "../functions/contract/functions.ts";
import type { Clock } from "../functions/ports/clock.ts";
import type { WorkflowsEndpoint } from "./functions/messages.ts";
import { stepFunctionsHandler } from "./workflow/http.ts";
import { Interpreter } from "./workflow/interpreter.ts";
import type { MachineFile } from "./workflow/read/readMachine.ts";
import type { Invoke } from "./workflow/run/engine.ts";

const FOLDER = fileURLToPath(new URL("../workflows", import.meta.url));
const END = ".asl.json";

/** Every workflow of the house; a function's name stands for itself. */
export function workflowFiles(folder = FOLDER): MachineFile[] {
  const substitutions = Object.fromEntries(FUNCTIONS.map(({ name }) => [name, name]));
  return readdirSync(folder)
    .filter((file) => file.endsWith(END))
    .sort()
    .map((file) => ({
      name: file.slice(0, -END.length),
      file,
      text: readFileSync(join(folder, file), "utf8"),
      substitutions,
    }));
}

export interface WorkflowService {
  readonly endpoint: WorkflowsEndpoint;
  /** Opens the journal and resumes what was running. */
  start(invoke: Invoke): Interpreter;
  /** Stops working without ending anything. */
  stop(): void;
  close(): Promise<void>;
}

export async function workflowService(
  file: string,
  machines: readonly MachineFile[],
  clock: Clock,
  onFault: (error: unknown) => void,
): Promise<WorkflowService> {
  let interpreter: Interpreter | undefined;
  let handler: RequestListener | undefined;
  const accessKey = randomBytes(16).toString("hex");
  const server = createServer((request, response) => {
    // Other users of the machine reach the port, too. The name of the key is part of every signed request.
    const ours = request.headers.authorization?.includes(`Credential=${accessKey}/`) === true;
    if (ours && handler !== undefined) return handler(request, response);
    response.writeHead(ours ? 503 : 403).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint: { url, accessKey, names: machines.map(({ name }) => name) },
    start(invoke) {
      interpreter = new Interpreter({ file, machines, invoke, clock, onFault });
      handler = stepFunctionsHandler(interpreter, onFault);
      return interpreter;
    },
    stop() {
      interpreter?.close();
      interpreter = undefined;
      handler = undefined;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
