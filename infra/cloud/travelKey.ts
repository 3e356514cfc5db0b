import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { secretKey } from "../../functions/adapters/secrets/secretsManager.ts";
import { patience } from "./environment.ts";

const client = new SecretsManagerClient(patience(4, 3));

/** Read once by what it gives. */
export const openTravelKey = (secretArn: string) => secretKey(client, secretArn);
