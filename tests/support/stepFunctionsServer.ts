/** The interpreter behind its HTTP endpoint on a free port of this machine, and a client of the AWS SDK that talks to it. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SFNClient } from "@aws-sdk/client-sfn";
import { stepFunctionsHandler } from "../../local/workflow/http.ts";
import type { Interpreter } from "../../local/workflow/interpreter.ts";

export async function serve(
  interpreter: Interpreter,
): Promise<{ client: SFNClient; endpoint: string; faults: unknown[]; close: () => Promise<void> }> {
  const faults: unknown[] = [];
  const server = createServer(stepFunctionsHandler(interpreter, (error) => faults.push(error)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SFNClient({ endpoint, region: "local", credentials });
  return {
    client,
    endpoint,
    faults,
    async close() {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      interpreter.close();
    },
  };
}
