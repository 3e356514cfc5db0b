import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { secretKey } from "../../functions/adapters/secrets/secretsManager.ts";
import { patience } from "./environment.ts";

export const openTravelKey = (secretArn: string) => secretKey(new SecretsManagerClient(patience(4, 3)), secretArn);
