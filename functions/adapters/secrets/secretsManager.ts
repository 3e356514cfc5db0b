/** One key kept in AWS Secrets Manager, as plain text. */
import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { remembered } from "../remembered.ts";

/** A key has no spaces and is no JSON, which is what the console makes of one. */
const KEY = /^[^\s{}"]+$/;

/**
 * Read when first asked for, and again after a failure.
 *
 * @param secretArn with the six characters that Secrets Manager adds
 */
export function secretKey(client: SecretsManagerClient, secretArn: string): () => Promise<string> {
  return remembered(() => read(client, secretArn));
}

async function read(client: SecretsManagerClient, secretArn: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretArn }));
  const key = SecretString?.trim() ?? "";
  // What it holds instead is not said: it may be a key after all.
  if (!KEY.test(key)) throw new Error(`${secretArn} holds no key as plain text; put the key alone, without JSON`);
  return key;
}
