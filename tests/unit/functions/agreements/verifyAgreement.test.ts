import { describe, expect, test } from "vitest";
import { seedSigner } from "../../../../functions/adapters/signer/seedSigner.ts";
import { nextEntry, type AuditContent, type AuditEntry } from "../../../../domain/audit/entry.ts";
import { canonicalJson } from "../../../../domain/canonicalJson.ts";
import { InputError } from "../../../../domain/problem.ts";
import type { Agreement } from "../../../../domain/agreement/agreement.ts";
import type { Ballot } from "../../../../domain/agreement/ballot.ts";
import {
  agreementFile,
  signProposal,
  type AgreementContent,
  type AgreementFile,
} from "../../../../functions/usecases/agreements/agreementFile.ts";
import { isAgreementFile, verifyAgreement } from "../../../../functions/usecases/agreements/verifyAgreement.ts";
import { sha256 } from "../../../../functions/usecases/sha256.ts";
import { sampleAgreement } from "../../../support/sampleAgreement.ts";

const signer = seedSigner(() => Promise.resolve(new Uint8Array(32).fill(7)));
const keys = { keys: (await signer.publicKeys()).map((key) => ({ ...key })) };

const agreement = sampleAgreement({
  fallbacks: [{ withoutAgs: "99001002", jointCostCents: 80_000, shares: { "99001001": 65_000, "99001003": 15_000 } }],
});
const at = "2026-11-27T10:15:00Z";

function ballotOf(of: Agreement, index: number, role: Ballot["role"] = "mayor"): Ballot {
  const { ags, shareCents } = of.members[index]!;
  const contactId = `${role}-${ags}`;
  return { ags, role, contactId, decision: "approved", deputy: false, amountCents: shareCents, reason: null, at };
}

function entryOf({ ags, role, decision, amountCents }: Ballot, of: Agreement): AuditEntry {
  const data = {
    agreement: of.id,
    version: of.version,
    proposalSha256: sha256(canonicalJson(of)),
    ags,
    role,
    decision,
    amountCents,
  };
  const told: AuditContent = { kind: "agreement.decided", subject: `agreements/${of.id}`, data };
  return nextEntry(undefined, { ...told, region: of.region, at }, sha256);
}

function contentOf(of: Agreement = agreement): AgreementContent {
  const ballots = [ballotOf(of, 0), ballotOf(of, 0, "finance"), ballotOf(of, 1), ballotOf(of, 2)];
  return {
    ...{
      agreement: of,
      proposalSha256: sha256(canonicalJson(of)),
      state: "approved",
      kind: "agreement",
      exportedAt: at,
    },
    decisions: ballots.map((ballot) => ({ ballot, entry: entryOf(ballot, of) })),
  };
}

const signed = async (content: AgreementContent): Promise<string> =>
  agreementFile(await signProposal(signer, content.agreement), content);
const verdictOf = async (content: AgreementContent) => verifyAgreement(await signed(content), "agreement.json", keys);
const codesOf = async (content: AgreementContent): Promise<string[]> => [
  ...new Set((await verdictOf(content)).findings.map(({ code }) => code)),
];

test("an agreement as it was made holds, and names the key that signed it", async () => {
  const { findings, kid } = await verdictOf(contentOf());
  expect(findings).toEqual([]);
  expect(kid).toBe(keys.keys[0]!.kid);
});

test("a receipt holds with its one decision", async () => {
  const content = contentOf();
  const receipt = { ...content, kind: "receipt", state: "open", decisions: content.decisions.slice(2, 3) } as const;
  expect((await verdictOf(receipt)).findings).toEqual([]);
  expect(await codesOf({ ...receipt, decisions: [] })).toEqual(["agreement.decision"]);
});

describe("a file that was changed after it was signed", () => {
  const tampered = async (change: (file: AgreementFile) => unknown): Promise<string[]> => {
    const file = JSON.parse(await signed(contentOf())) as AgreementFile;
    change(file);
    const { findings } = await verifyAgreement(JSON.stringify(file), "agreement.json", keys);
    return findings.map(({ code }) => code);
  };

  test("is found out by the signature and the hash of the proposal", async () => {
    const codes = await tampered(({ content }) => (content.agreement.deadline = "2027-01-01T00:00:00+01:00"));
    expect(codes).toEqual(expect.arrayContaining(["agreement.signature", "agreement.hash"]));
  });

  test("is found out by hash and sum where a share was changed", async () => {
    const codes = await tampered(({ content }) => (content.agreement.members[1]!.shareCents -= 1));
    expect(codes).toEqual(expect.arrayContaining(["agreement.signature", "agreement.hash", "agreement.figures"]));
  });

  test("is found out without a signature, too", async () => {
    const file = JSON.parse(agreementFile(null, contentOf())) as AgreementFile;
    const { findings } = await verifyAgreement(JSON.stringify(file), "agreement.json", keys);
    expect(findings.map(({ cause }) => cause)).toEqual(["The file is not signed."]);
  });
});

/** What a dishonest system would sign, since it has the key. */
describe("a file that was signed wrong", () => {
  const change = (
    members: (of: Agreement["members"]) => Agreement["members"],
    more: Partial<Agreement> = {},
  ): AgreementContent => contentOf({ ...agreement, members: members(agreement.members), ...more });
  const second = (part: Partial<Agreement["members"][number]>) => (of: Agreement["members"]) =>
    of.map((one, i) => (i === 1 ? { ...one, ...part } : one));

  test.each<[string, AgreementContent, string]>([
    ["shares that do not sum", change((of) => of, { jointCostCents: 99_999 }), "agreement.figures"],
    ["a share above its guarantee", change(second({ guaranteeCents: 25_049 })), "agreement.figures"],
    ["a guarantee above the lone cost", change(second({ guaranteeCents: 30_051 })), "agreement.figures"],
    [
      "a fallback that does not sum",
      change((of) => of, { fallbacks: [{ ...agreement.fallbacks[0]!, jointCostCents: 1 }] }),
      "agreement.figures",
    ],
    ["a level below what the limit asks", change(second({ valueLimitCents: 25_049 })), "agreement.level"],
    ["a new frame released by mail", change((of) => of, { kind: "frame" }), "agreement.level"],
    ["a period passed off as a notice", change(second({ level: "L0" })), "agreement.level"],
  ])("%s", async (_, content, code) => {
    expect(await codesOf(content)).toContain(code);
  });

  const decided = (change: (ballot: Ballot) => Ballot, at = 2): AgreementContent => {
    const content = contentOf();
    return {
      ...content,
      decisions: content.decisions.map((one, i) => (i === at ? { ...one, ballot: change(one.ballot) } : one)),
    };
  };

  test.each<[string, AgreementContent, string]>([
    ["another amount", decided((one) => ({ ...one, amountCents: 1 })), "agreement.decision"],
    ["somebody who was not asked", decided((one) => ({ ...one, contactId: "mayor-99001003" })), "agreement.decision"],
    ["a decision after the deadline", decided((one) => ({ ...one, at: "2026-12-10T00:00:00Z" })), "agreement.decision"],
    ["a decision turned round", decided((one) => ({ ...one, decision: "rejected" })), "agreement.entry"],
    [
      "one decision twice",
      { ...contentOf(), decisions: [...contentOf().decisions, contentOf().decisions[2]!] },
      "agreement.decision",
    ],
    ["approved with one missing", { ...contentOf(), decisions: contentOf().decisions.slice(1) }, "agreement.state"],
  ])("%s", async (_, content, code) => {
    expect(await codesOf(content)).toContain(code);
  });

  test("an entry of the log that was changed", async () => {
    const content = contentOf();
    const [first, ...others] = content.decisions;
    const entry = { ...first!.entry, at: "2026-11-27T10:15:01Z" };
    expect(await codesOf({ ...content, decisions: [{ ...first!, entry }, ...others] })).toEqual(["agreement.entry"]);
  });
});

test("what is no such file is refused with every reason", async () => {
  expect(isAgreementFile("{}")).toBe(false);
  expect(isAgreementFile("no json")).toBe(false);
  const broken = '{"schema":"gruenverbund/agreement-file/1","signature":null,"content":{}}';
  expect(isAgreementFile(broken)).toBe(true);
  const error = await verifyAgreement(broken, "x.json").catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).problems.length).toBeGreaterThan(3);
});
