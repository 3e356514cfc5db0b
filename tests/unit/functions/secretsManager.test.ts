// Keys of road services from Secrets Manager: read once, when a question needs one, and never said.
import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { keyedService } from "../../../functions/adapters/roads/keyedService.ts";
import type { RoadService } from "../../../functions/adapters/roads/roadService.ts";
import { secretKey } from "../../../functions/adapters/secrets/secretsManager.ts";

const ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:gruenverbund/travel-AbCdEf";

function manager(...answers: (string | Error | undefined)[]) {
  const client = new SecretsManagerClient({ region: "eu-central-1" });
  const asked: unknown[] = [];
  mockClient(client)
    .on(GetSecretValueCommand)
    .callsFake((input: unknown) => {
      const answer = answers[Math.min(asked.push(input), answers.length) - 1];
      if (answer instanceof Error) throw answer;
      return { SecretString: answer };
    });
  return { key: secretKey(client, ARN), asked };
}

test("a key is read once, without the line break that a file leaves behind it", async () => {
  const { key, asked } = manager("5b3ce3597851110001cf6248\n");
  expect(await Promise.all([key(), key()])).toEqual(["5b3ce3597851110001cf6248", "5b3ce3597851110001cf6248"]);
  expect(await key()).toBe("5b3ce3597851110001cf6248");
  expect(asked).toEqual([{ SecretId: ARN }]);
});

test("a secret that is not there is an error, and asked for again", async () => {
  const { key } = manager(new ResourceNotFoundException({ $metadata: {}, message: "not there" }), "abc");
  await expect(key()).rejects.toThrow("not there");
  expect(await key()).toBe("abc");
});

test.each(['{"key":"abc"}', "two words", "", undefined])(
  "%j is no key, and is not repeated in the error",
  async (text) => {
    const error = await manager(text)
      .key()
      .catch((one: unknown) => one as Error);
    expect(String(error)).toContain(`${ARN} holds no key as plain text`);
    expect(String(error)).not.toContain("abc");
    expect(String(error)).not.toContain("two words");
  },
);

test("a service asks for its key with its first question and is otherwise the same", async () => {
  const questions: string[] = [];
  const serviceOf = (apiKey: string): RoadService => ({
    ...{ id: "roads", origin: "Straßennetz", limits: { places: 10, pairs: 100 }, keepDays: 180 },
    block: (sources) => {
      questions.push(`${apiKey}: ${sources.length}`);
      return Promise.resolve({ metres: [], seconds: [] });
    },
  });
  let keys = 0;
  const service = keyedService(serviceOf, () => Promise.resolve(`key-${++keys}`));
  expect([service.id, service.keepDays, keys]).toEqual(["roads", 180, 0]);
  await service.block([{ latitude: 49, longitude: 6 }], []);
  expect(questions).toEqual(["key-1: 1"]);
});
