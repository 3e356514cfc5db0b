import { afterAll, beforeAll, describe } from "vitest";
import { dynamoDbStore } from "../../functions/adapters/dynamodb/dynamoDbStore.ts";
import { sqliteStore } from "../../functions/adapters/sqlite/sqliteStore.ts";
import { startDynamoDbLocal, withoutJava, type DynamoDbLocal } from "../support/dynamoDbLocal.ts";
import { auditSuite } from "./auditSuite.ts";

describe("the audit log on SQLite", () => {
  auditSuite((clock) => Promise.resolve(sqliteStore(":memory:", clock)));
});

describe.skipIf(withoutJava)("the audit log on DynamoDB", () => {
  let local: DynamoDbLocal;
  beforeAll(async () => void (local = await startDynamoDbLocal()));
  afterAll(() => local.stop());
  auditSuite(async (clock) => dynamoDbStore(local.client, await local.createTable(), clock));
});
