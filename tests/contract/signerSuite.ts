/** What every signer must do. Call it inside a `describe`. */
import { calculateJwkThumbprint } from "jose";
import { expect, test } from "vitest";
import type { PublicKey, Signer } from "../../functions/ports/signer.ts";
import { signDetached, verifyDetached } from "../../functions/usecases/trust/detachedJws.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** @param open a signer with a key of its own */
export function signerSuite(open: () => Signer, alg: PublicKey["alg"]): void {
  const published = async (signer: Signer) => ({ keys: [...(await signer.publicKeys())].map((key) => ({ ...key })) });

  test("what it signs is verified with the key that it tells, and nothing else is", async () => {
    const signer = open();
    const keys = await published(signer);
    const jws = await signDetached(signer, bytes("Grün"));
    expect(await verifyDetached(jws, bytes("Grün"), keys)).toEqual({ kind: "valid", kid: keys.keys[0]!.kid });
    expect(await verifyDetached(jws, bytes("Grau"), keys)).toMatchObject({ kind: "signature" });
    const others = await published(open());
    expect(await verifyDetached(jws, bytes("Grün"), others)).toMatchObject({ kind: "key" });
    const renamed = { keys: [{ ...others.keys[0]!, kid: keys.keys[0]!.kid }] };
    expect(await verifyDetached(jws, bytes("Grün"), renamed)).toMatchObject({ kind: "signature" });
  });

  test("a hundred signatures have 64 bytes each, whatever zeros their numbers begin with", async () => {
    const signer = open();
    const keys = await published(signer);
    for (let i = 0; i < 100; i++) {
      const jws = await signDetached(signer, bytes(String(i)));
      expect(Buffer.from(jws.signature, "base64url")).toHaveLength(64);
      expect(await verifyDetached(jws, bytes(String(i)), keys)).toMatchObject({ kind: "valid" });
    }
  });

  test("megabytes are signed", async () => {
    const signer = open();
    const large = new Uint8Array(5_000_000).fill(7);
    const jws = await signDetached(signer, large);
    expect(await verifyDetached(jws, large, await published(signer))).toMatchObject({ kind: "valid" });
  });

  test("its key is named by its thumbprint and holds nothing secret", async () => {
    const signer = open();
    const [key, ...others] = await signer.publicKeys();
    expect(others).toEqual([]);
    const { kid, use, ...jwk } = key!;
    expect([jwk.alg, use, kid]).toEqual([alg, "sig", await calculateJwkThumbprint({ ...jwk })]);
    expect(key).not.toHaveProperty("d");
    expect(await signer.publicKeys()).toEqual([key]);
  });
}
