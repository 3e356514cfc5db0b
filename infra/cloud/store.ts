import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoDbStore } from "../../functions/adapters/dynamodb/dynamoDbStore.ts";
import { clock } from "./clock.ts";
import { CLIENT, required } from "./environment.ts";

export const store = dynamoDbStore(new DynamoDBClient(CLIENT), required("TABLE"), clock);
