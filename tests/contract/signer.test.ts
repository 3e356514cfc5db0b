import { randomBytes, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { kmsSigner } from "../../functions/adapters/signer/kmsSigner.ts";
import { seedSigner } from "../../functions/adapters/signer/seedSigner.ts";
import { KEY_ARN, memoryKms } from "../support/memoryKms.ts";
import { signerSuite } from "./signerSuite.ts";

describe("a signer with a key in a file", () => {
  signerSuite(() => {
    const seed = new Uint8Array(randomBytes(32));
    return seedSigner(() => Promise.resolve(seed));
  }, "EdDSA");
});

describe("a signer with a key in KMS", () => {
  signerSuite(() => kmsSigner(memoryKms().client, KEY_ARN), "ES256");

  test("node:crypto, which knows nothing of JWS, verifies its signatures", async () => {
    const kms = memoryKms();
    const message = Buffer.from("Grünverbund");
    const signature = await kmsSigner(kms.client, KEY_ARN).sign(message);
    expect(verify("sha256", message, { key: kms.publicKey, dsaEncoding: "ieee-p1363" }, signature)).toBe(true);
  });

  test("only the hash goes to KMS, and the public key is asked for once", async () => {
    const kms = memoryKms();
    const signer = kmsSigner(kms.client, KEY_ARN);
    await Promise.all([signer.publicKeys(), signer.publicKeys()]);
    await signer.sign(new Uint8Array(10_000));
    expect(kms.sent).toEqual([
      ["GetPublicKeyCommand", { KeyId: KEY_ARN }],
      ["SignCommand", expect.objectContaining({ KeyId: KEY_ARN, MessageType: "DIGEST" })],
    ]);
    expect((kms.sent[1]![1] as { Message: Uint8Array }).Message).toHaveLength(32);
  });

  test("a failure is an error and is not remembered", async () => {
    const kms = memoryKms();
    const signer = kmsSigner(kms.client, KEY_ARN);
    const throttled = Object.assign(new Error("slow down"), { name: "ThrottlingException" });
    kms.failNext(throttled);
    await expect(signer.publicKeys()).rejects.toThrow("slow down");
    expect(await signer.publicKeys()).toHaveLength(1);
    kms.failNext(throttled);
    await expect(signer.sign(new Uint8Array(1))).rejects.toThrow("slow down");
  });

  test("a key of another kind is refused", async () => {
    await expect(kmsSigner(memoryKms("P-384").client, KEY_ARN).publicKeys()).rejects.toThrow(
      "P-384 instead of EC P-256",
    );
  });
});
