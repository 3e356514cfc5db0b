import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { masterKeySecrets } from "../../functions/adapters/secrets/masterKey.ts";
import { secretKey } from "../../functions/adapters/secrets/secretsManager.ts";
import { patience, required } from "./environment.ts";

/** `SECRET` is the ARN of the secret that holds the master key, 64 characters that the service chose. */
export const openSecrets = () => {
  const read = secretKey(new SecretsManagerClient(patience(2.5, 3)), required("SECRET"));
  return masterKeySecrets(async () => new TextEncoder().encode(await read()));
};
