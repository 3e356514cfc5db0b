// The trust file of a published week, as people get it: it holds, and every tampering is named.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FlattenedSign, exportJWK, generateKeyPair, type JSONWebKeySet } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../../../../../cli/main.ts";
import { seedSigner } from "../../../../../functions/adapters/signer/seedSigner.ts";
import { readKeys } from "../../../../../functions/contract/system.ts";
import { readPlanFile } from "../../../../../functions/contract/weeks.ts";
import { signDetached } from "../../../../../functions/usecases/trust/detachedJws.ts";
import { signedBytes, type TrustFile } from "../../../../../functions/usecases/trust/trustFile.ts";
import { verifyTrust } from "../../../../../functions/usecases/trust/verifyTrust.ts";
import { startPlan } from "../../../../../functions/usecases/weeks/startPlan.ts";
import { travelMatrixOf } from "../../../../../local/travel.ts";
import { callApi } from "../../../../support/apiEvent.ts";
import { testSystem } from "../../../../support/system.ts";

const WEEK = "2026-W48";
const folder = mkdtempSync(join(tmpdir(), "gruenverbund-trust-"));
let text: string;
let keys: JSONWebKeySet;

beforeAll(async () => {
  const system = await testSystem();
  const options = { seed: 1, iterations: 50 };
  const { execution } = await startPlan(system.ports, { region: "tiny", week: WEEK, options });
  expect(await system.finish(execution)).toBe("SUCCEEDED");
  const parameters = { region: "tiny", week: WEEK, file: "trust.json" };
  text = (await callApi(system, readPlanFile, { parameters, groups: ["finance:tiny"] })).text;
  keys = JSON.parse((await callApi(system, readKeys, { parameters: {} })).text) as JSONWebKeySet;
  await system.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const estimate = (region: Parameters<typeof travelMatrixOf>[0]) => travelMatrixOf(region, {});
const codes = async (given: string, by: JSONWebKeySet | undefined = keys): Promise<string[]> => {
  const { findings } = await verifyTrust(given, "trust.json", { estimate, ...(by === undefined ? {} : { keys: by }) });
  return findings.map(({ code, place }) => `${code} ${place.field ?? ""}`.trim());
};
type Loose = { [name: string]: Loose } & Loose[];
const tampered = (change: (file: TrustFile & { content: Loose }) => void): string => {
  const file = JSON.parse(text) as TrustFile & { content: Loose };
  change(file);
  return JSON.stringify(file);
};
const reheaded = (header: object): string =>
  tampered((file) => void (file.signature.protected = Buffer.from(JSON.stringify(header)).toString("base64url")));
const header = () =>
  JSON.parse(Buffer.from((JSON.parse(text) as TrustFile).signature.protected, "base64url").toString()) as object;

test("holds as it was downloaded, and however its JSON is written", async () => {
  expect(await codes(text)).toEqual([]);
  expect(await codes(JSON.stringify(JSON.parse(text), null, 3))).toEqual([]);
  expect(text).not.toContain("example.org");
});

test("a changed figure breaks the signature and is named by the checker", async () => {
  const spoilt = tampered(
    ({ content }) => void ((content as never as { plan: { jointCostCents: number } }).plan.jointCostCents += 1),
  );
  const found = await codes(spoilt);
  expect(found[0]).toBe("trust.signature signature");
  expect(found.slice(1).join()).toMatch(/check\.plan\./);
  // Who signs it anew with a key of their own is caught twice: by the key, and by the figure.
  const own = seedSigner(() => Promise.resolve(new Uint8Array(32).fill(9)));
  const file = JSON.parse(spoilt) as TrustFile;
  const forged = JSON.stringify({ ...file, signature: await signDetached(own, signedBytes(file.content)) });
  expect((await codes(forged))[0]).toBe("trust.key signature");
  const ownKeys = { keys: [...(await own.publicKeys())] } as unknown as JSONWebKeySet;
  expect((await codes(forged, ownKeys)).join()).toMatch(/^check\.plan\./);
});

test("a changed input and a changed distance are named", async () => {
  const input = tampered(({ content }) => {
    const inputs = content["inputs"] as unknown as Record<string, string>;
    inputs["tariffs.csv"] += "\n";
  });
  expect(await codes(input)).toEqual(["trust.signature signature", "trust.input tariffs.csv"]);
  const way = tampered(({ content }) => {
    const travel = content["travel"] as unknown as { distanceMetres: number[] };
    travel.distanceMetres[1]! += 1;
  });
  expect((await codes(way)).slice(0, 2)).toEqual(["trust.signature signature", "trust.travel travel[1]"]);
});

test("a changed header, a wrong key, an unknown kid and alg none are refused", async () => {
  expect(await codes(reheaded({ ...header(), typ: "x" }))).toEqual(["trust.signature signature"]);
  expect(await codes(reheaded({ ...header(), kid: "nobody" }))).toEqual(["trust.key signature"]);
  for (const alg of ["none", "None", "HS256", "RS256", undefined])
    expect(await codes(reheaded({ ...header(), alg }))).toEqual(["trust.header signature"]);
  expect(await codes(reheaded({ ...header(), alg: "ES256" }))).toEqual(["trust.key signature"]);
  expect(await codes(reheaded({ ...header(), b64: true }))).toEqual(["trust.header signature"]);
  expect(await codes(reheaded({ ...header(), crit: ["b64", "exp"] }))).toEqual(["trust.header signature"]);
  expect(await codes(tampered((file) => void (file.signature.protected = "%%")))).toEqual(["trust.header signature"]);
  expect(await codes(tampered((file) => void (file.signature.signature = "AAAA")))).toEqual([
    "trust.signature signature",
  ]);
  const [key] = keys.keys;
  const other = seedSigner(() => Promise.resolve(new Uint8Array(32).fill(9)));
  const [{ x }] = (await other.publicKeys()) as unknown as [{ x: string }];
  expect(await codes(text, { keys: [{ ...key!, x }] })).toEqual(["trust.signature signature"]);
});

test("ES256, as a key service signs, is taken too", async () => {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const file = JSON.parse(text) as TrustFile;
  const signed = await new FlattenedSign(signedBytes(file.content))
    .setProtectedHeader({ alg: "ES256", b64: false, crit: ["b64"], kid: "kms" })
    .sign(privateKey);
  const signature = { protected: signed.protected!, signature: signed.signature };
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: "kms", alg: "ES256" }] } as JSONWebKeySet;
  expect(await codes(JSON.stringify({ ...file, signature }), jwks)).toEqual([]);
});

test("the command verifies it offline with the keys in a file", async () => {
  const path = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const run = async (...args: string[]) => {
    let out = "";
    const write = (said: string): void => void (out += said);
    const code = await main(["verify", ...args], { stdout: write, stderr: write, isTerminal: false, columns: 2000 });
    return { code, out };
  };
  const file = path("trust.json", text);
  const jwks = path("keys.json", JSON.stringify(keys));
  expect(await run(file, "--keys", jwks)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`key ${keys.keys[0]!.kid}`),
  });
  expect(await run(file)).toMatchObject({ code: 0, out: expect.stringContaining("not judged") });
  expect(await run(path("spoilt.json", reheaded({ ...header(), kid: "x" })), "--keys", jwks)).toMatchObject({
    code: 1,
  });
  expect(await run(file, "--keys", file)).toMatchObject({ code: 2, out: expect.stringContaining("keys.unreadable") });
  expect(await run(path("other.json", "{}"))).toMatchObject({
    code: 2,
    out: expect.stringContaining("trust.unreadable"),
  });
});
