import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { main } from "../../../cli/main.ts";
import { seedSigner } from "../../../functions/adapters/signer/seedSigner.ts";
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { agreementFile, signProposal } from "../../../functions/usecases/agreements/agreementFile.ts";
import { sha256 } from "../../../functions/usecases/sha256.ts";
import { sampleAgreement } from "../../support/sampleAgreement.ts";

const folder = mkdtempSync(join(tmpdir(), "gruenverbund-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const signer = seedSigner(() => Promise.resolve(new Uint8Array(32).fill(7)));
const agreement = sampleAgreement();
const exportedAt = "2026-11-27T10:15:00Z";

async function verify(
  change: (text: string) => string,
  ...more: string[]
): Promise<{ code: number; out: string; err: string }> {
  const content = {
    agreement,
    proposalSha256: sha256(canonicalJson(agreement)),
    state: "open",
    kind: "agreement",
  } as const;
  const text = agreementFile(await signProposal(signer, agreement), { ...content, decisions: [], exportedAt });
  const [file, keys] = [join(folder, "agreement.json"), join(folder, "keys.json")];
  writeFileSync(file, change(text));
  writeFileSync(keys, JSON.stringify({ keys: await signer.publicKeys() }));
  let [out, err] = ["", ""];
  const io = {
    stdout: (s: string) => void (out += s),
    stderr: (s: string) => void (err += s),
    isTerminal: false,
    columns: 200,
  };
  const code = await main(["verify", file, "--keys", keys, ...more], io);
  return { code, out, err };
}

test("an agreement that holds ends with 0 and names its key and hash", async () => {
  const { code, out } = await verify((text) => text);
  expect(code).toBe(0);
  expect(out).toContain("holds: the agreement tiny-2026-W48, version 1.");
  expect(out).toContain(sha256(canonicalJson(agreement)));
  expect(out).toMatch(/signed with the key \S+/);
});

test("one cent moved ends with 1 and names every consequence", async () => {
  const { code, err } = await verify((text) => text.replace('"shareCents": 25050', '"shareCents": 25051'));
  expect(code).toBe(1);
  for (const problem of ["agreement.signature", "agreement.hash", "agreement.figures"]) expect(err).toContain(problem);
});

test("as JSON the findings can be counted", async () => {
  const { code, out } = await verify((text) => text, "--json");
  expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ findings: [], decisions: 0, state: "open" })]);
});

test("what is no agreement at all ends with 2", async () => {
  expect((await verify((text) => text.replace('"members"', '"member"'))).code).toBe(2);
});
