// Failures that DynamoDB Local does not produce. What the store means is tested on the real thing, in tests/contract.
import {
  DynamoDBClient,
  GetItemCommand,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, expect, test, vi } from "vitest";
import { dynamoDbStore } from "../../../functions/adapters/dynamodb/dynamoDbStore.ts";
import { turnedClock } from "../../contract/storeSuite.ts";

vi.mock("node:timers/promises", () => ({ setTimeout: () => Promise.resolve() }));

const client = new DynamoDBClient({ region: "eu-central-1" });
const calls = mockClient(client);
const store = dynamoDbStore(client, "table", turnedClock());
const write = { put: { pk: "p", sk: "s", data: 1 }, expected: "absent" } as const;
const meta = { $metadata: {} };
const canceled = (...codes: string[]) =>
  new TransactionCanceledException({ ...meta, message: "", CancellationReasons: codes.map((Code) => ({ Code })) });

beforeEach(() => calls.reset());

test("a transaction that met another one is tried again until it goes through", async () => {
  calls
    .on(TransactWriteItemsCommand)
    .rejectsOnce(canceled("TransactionConflict"))
    .rejectsOnce(canceled("TransactionConflict"))
    .resolves({});
  expect(await store.transact([write])).toEqual({ status: "written" });
  expect(calls.commandCalls(TransactWriteItemsCommand)).toHaveLength(3);
});

test("one that meets others again and again is given up loudly, and is no conflict", async () => {
  calls.on(TransactWriteItemsCommand).rejects(canceled("TransactionConflict"));
  await expect(store.transact([write])).rejects.toThrow("met others 5 times");
});

test("a failed expectation counts more than a meeting with others", async () => {
  calls.on(TransactWriteItemsCommand).rejects(canceled("TransactionConflict", "ConditionalCheckFailed"));
  const other = { put: { pk: "p", sk: "t", data: 1 }, expected: "absent" } as const;
  expect(await store.transact([write, other])).toEqual({ status: "conflict", at: 1 });
});

test("a transaction canceled for another reason is an error", async () => {
  calls.on(TransactWriteItemsCommand).rejects(canceled("ValidationError"));
  await expect(store.transact([write])).rejects.toBeInstanceOf(TransactionCanceledException);
});

test("throttling, time-outs and server faults are errors and never an absent item or a conflict", async () => {
  const throttled = new ProvisionedThroughputExceededException({ ...meta, message: "slow down" });
  const timedOut = Object.assign(new Error("socket hang up"), { name: "TimeoutError" });
  for (const fault of [throttled, timedOut]) {
    calls.on(GetItemCommand).rejects(fault);
    calls.on(UpdateItemCommand).rejects(fault);
    await expect(store.get({ pk: "p", sk: "s" })).rejects.toBe(fault);
    await expect(store.put(write.put, "any")).rejects.toBe(fault);
  }
});
