import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoDbStore } from "../../functions/adapters/dynamodb/dynamoDbStore.ts";
import { clock } from "./clock.ts";
import { patience, required } from "./environment.ts";

export const store = dynamoDbStore(new DynamoDBClient(patience(2.5, 3)), required("TABLE"), clock);
