/** The one table of the cloud store: its keys and its index. The deployment and the tests make it from here. */
import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

export const INDEX_NAME = "by-index";
export const EXPIRY_ATTRIBUTE = "expires_at";

export function tableShape(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: ["pk", "sk", "index_pk", "index_sk"].map((attribute) => ({
      AttributeName: attribute,
      AttributeType: "S",
    })),
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: INDEX_NAME,
        KeySchema: [
          { AttributeName: "index_pk", KeyType: "HASH" },
          { AttributeName: "index_sk", KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "ALL" },
      },
    ],
  };
}
