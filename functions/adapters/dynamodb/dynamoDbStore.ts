/**
 * The store in one DynamoDB table (tableShape.ts). Single writes are conditional updates; expiry is part of every
 * condition and filter, because DynamoDB removes what has expired only within days.
 */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "../../ports/clock.ts";
import type { Expected, Key, NewItem, Store, TransactOutcome, Write, WriteOutcome } from "../../ports/store.ts";
import { assertKey, assertWrites, dataText, keyOf } from "../storeRules.ts";
import { itemOf, keyAttributes, type Attributes } from "./attributes.ts";
import { queryPage } from "./queryPage.ts";

/** A transaction that met another one is tried again so often, with these pauses in between. */
const RETRY_PAUSES_MS = [20, 60, 150, 400, 1000];

/** @param client region, endpoint and retries are its own */
export function dynamoDbStore(client: DynamoDBClient, table: string, clock: Clock): Store {
  const now = () => Math.floor(Date.parse(clock.now()) / 1000);
  return {
    async get(key) {
      assertKey(key);
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: keyAttributes(key), ConsistentRead: true }),
      );
      return itemOf(Item, now());
    },
    query: (query) => queryPage(client, table, query, now()),
    async put(item, expected) {
      const update = updateOf(table, item, expected, now());
      return attempt(now(), async () => {
        const { Attributes } = await client.send(
          new UpdateItemCommand({
            ...update,
            ReturnValues: "UPDATED_NEW",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        );
        return Number(Attributes!["version"]!.N);
      });
    },
    async remove(key, expected) {
      const removal = removalOf(table, key, expected, now());
      return attempt(now(), async () => {
        await client.send(new DeleteItemCommand({ ...removal, ReturnValuesOnConditionCheckFailure: "ALL_OLD" }));
        return 0;
      });
    },
    async transact(writes) {
      assertWrites(writes);
      const TransactItems = writes.map((write) => transactItem(table, write, now()));
      for (const wait of RETRY_PAUSES_MS) {
        const outcome = await transactOnce(client, TransactItems);
        if (outcome !== "busy") return outcome;
        await pause(wait);
      }
      throw new Error(`a transaction of ${writes.length} writes met others ${RETRY_PAUSES_MS.length} times; try again`);
    },
  };
}

async function attempt(now: number, write: () => Promise<number>): Promise<WriteOutcome> {
  try {
    return { status: "written", version: await write() };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { status: "conflict", current: itemOf(error.Item, now) };
  }
}

type TransactItem = NonNullable<ConstructorParameters<typeof TransactWriteItemsCommand>[0]["TransactItems"]>[number];

async function transactOnce(client: DynamoDBClient, items: TransactItem[]): Promise<TransactOutcome | "busy"> {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: items }));
    return { status: "written" };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
    const at = codes.indexOf("ConditionalCheckFailed");
    if (at >= 0) return { status: "conflict", at };
    if (codes.includes("TransactionConflict")) return "busy";
    throw error;
  }
}

function transactItem(table: string, write: Write, now: number): TransactItem {
  if ("put" in write) return { Update: updateOf(table, write.put, write.expected, now) };
  if ("remove" in write) return { Delete: removalOf(table, write.remove, write.expected, now) };
  const key = keyOf(write);
  assertKey(key);
  return { ConditionCheck: { TableName: table, Key: keyAttributes(key), ...conditionOf(write.expected, now) } };
}

/** Everything but the keys is set or taken away, and the version counts on. */
function updateOf(table: string, item: NewItem, expected: Expected, now: number) {
  const text = dataText(item);
  const condition = conditionUnlessAny(expected, now);
  const sets = ["version = if_not_exists(version, :none) + :one", "#data = :data"];
  const gone: string[] = [];
  const values: Attributes = { ":none": { N: "0" }, ":one": { N: "1" }, ":data": { S: text } };
  const set = (attribute: string, value: Attributes[string] | undefined): void => {
    if (value === undefined) return void gone.push(attribute);
    sets.push(`${attribute} = :${attribute}`);
    values[`:${attribute}`] = value;
  };
  set("index_pk", item.index && { S: item.index.pk });
  set("index_sk", item.index && { S: item.index.sk });
  set("expires_at", item.expiresAt === undefined ? undefined : { N: String(item.expiresAt) });
  return {
    TableName: table,
    Key: keyAttributes(item),
    UpdateExpression: `SET ${sets.join(", ")}${gone.length === 0 ? "" : ` REMOVE ${gone.join(", ")}`}`,
    ...condition,
    ExpressionAttributeNames: { "#data": "data" },
    ExpressionAttributeValues: { ...values, ...condition.ExpressionAttributeValues },
  };
}

function removalOf(table: string, key: Key, expected: Expected, now: number) {
  assertKey(key);
  return { TableName: table, Key: keyAttributes(key), ...conditionUnlessAny(expected, now) };
}

interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeValues: Attributes;
}

function conditionUnlessAny(expected: Expected, now: number): Partial<Condition> {
  return expected === "any" ? {} : conditionOf(expected, now);
}

function conditionOf(expected: Exclude<Expected, "any">, now: number): Condition {
  const alive = "(attribute_not_exists(expires_at) OR expires_at > :now)";
  const ExpressionAttributeValues: Attributes = { ":now": { N: String(now) } };
  if (expected === "absent")
    return { ConditionExpression: `attribute_not_exists(pk) OR expires_at <= :now`, ExpressionAttributeValues };
  if (expected === "present")
    return { ConditionExpression: `attribute_exists(pk) AND ${alive}`, ExpressionAttributeValues };
  return {
    ConditionExpression: `version = :expected AND ${alive}`,
    ExpressionAttributeValues: { ...ExpressionAttributeValues, ":expected": { N: String(expected) } },
  };
}
