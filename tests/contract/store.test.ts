import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dynamoDbStore } from "../../functions/adapters/dynamodb/dynamoDbStore.ts";
import { sqliteStore } from "../../functions/adapters/sqlite/sqliteStore.ts";
import { startDynamoDbLocal, withoutJava, type DynamoDbLocal } from "../support/dynamoDbLocal.ts";
import { storeSuite, turnedClock } from "./storeSuite.ts";

describe("the store on SQLite", () => {
  storeSuite((clock) => Promise.resolve(sqliteStore(":memory:", clock)));

  test("sweeps away what has expired and nothing else", async () => {
    const clock = turnedClock();
    const store = sqliteStore(":memory:", clock);
    await store.put({ pk: "a", sk: "goes", data: 1, expiresAt: clock.seconds() + 1 }, "any");
    await store.put({ pk: "a", sk: "stays", data: 1, expiresAt: clock.seconds() + 10 }, "any");
    await store.put({ pk: "a", sk: "always", data: 1 }, "any");
    clock.turn(1);
    expect(store.sweep()).toBe(1);
    expect((await store.query({ pk: "a" })).items.map(({ sk }) => sk)).toEqual(["always", "stays"]);
  });
});

describe.skipIf(withoutJava)("the store on DynamoDB", () => {
  let local: DynamoDbLocal;
  beforeAll(async () => void (local = await startDynamoDbLocal()));
  afterAll(() => local.stop());
  storeSuite(async (clock) => dynamoDbStore(local.client, await local.createTable(), clock));
});
