// Passkeys with the real store, log, workflow and library; only the authenticator is of software, so that it can lie.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AgreementFile } from "../../functions/usecases/agreements/agreementFile.ts";
import type { DecideOutcome } from "../../functions/usecases/agreements/ballotActions.ts";
import { readBallot, type KnownBallot } from "../../functions/usecases/agreements/ballotView.ts";
import { decide } from "../../functions/usecases/agreements/decide.ts";
import { exportBallot } from "../../functions/usecases/agreements/exportBallot.ts";
import { passkeyActions, type PasskeyActions } from "../../functions/usecases/agreements/passkeys/actions.ts";
import { ask } from "../../functions/usecases/agreements/questions.ts";
import { passkeyChecker } from "../../functions/usecases/agreements/passkeys/sign.ts";
import { verifyAgreement } from "../../functions/usecases/agreements/verifyAgreement.ts";
import type { Json } from "../../functions/ports/store.ts";
import { key } from "../../functions/usecases/records/keys.ts";
import { ALTDORF, approvalSystem, BERGHEIM, signedIn, type ApprovalSystem } from "../support/approval.ts";
import { softAuthenticator, type KeyKind, type Lies, type SoftAuthenticator } from "../support/softAuthenticator.ts";

const OPENED = "2026-11-25T16:00:00+01:00";
const ORIGIN = "https://test.example";
const RP_ID = "test.example";
const AMOUNTS: Readonly<Record<string, string>> = { [ALTDORF]: "600,00", [BERGHEIM]: "250,50" };
const client = "browser";

let system: ApprovalSystem;
let actions: PasskeyActions;
beforeEach(async () => {
  system = await approvalSystem();
  actions = passkeyActions(system.ports);
  await system.propose();
  await system.advanceTo(OPENED);
});
afterEach(() => system.close());

const link = (ags: string, role: "mayor" | "finance" = "mayor"): string => system.secret(`${role}-${ags}`);

async function register(
  device: SoftAuthenticator,
  ags = BERGHEIM,
  lies: Lies = {},
  role: "mayor" | "finance" = "mayor",
) {
  const registrant = { principal: signedIn(role, ags), client };
  const begun = await actions.begin(link(ags, role), registrant);
  if (begun.kind === "refused") return begun;
  const answer = device.register({ challenge: begun.options.challenge, rpId: begun.options.rp.id }, lies);
  return actions.finish(link(ags, role), registrant, { nonce: begun.nonce, answer });
}

async function request(ags = BERGHEIM, decision: "approved" | "rejected" = "approved", version = 1) {
  const asked = await actions.sign(link(ags), { client, version, amount: AMOUNTS[ags]!, decision });
  return asked!;
}

interface Given {
  readonly nonce: string;
  readonly answer: string;
}

const vote = (given: Given, ags = BERGHEIM, decision: "approved" | "rejected" = "approved", browser = client) =>
  decide({ ...system.ports, passkeys: passkeyChecker(system.ports) }, link(ags), {
    ...{ client: browser, version: 1, decision, amount: AMOUNTS[ags]!, reason: "Zu teuer." },
    identity: { kind: "passkey", ...given },
  });

async function signed(device: SoftAuthenticator, lies: Lies = {}, ags = BERGHEIM): Promise<Given> {
  const { options, nonce } = await request(ags);
  return { nonce, answer: device.sign(options, lies) };
}

const refusal = (outcome: DecideOutcome): unknown =>
  outcome.kind === "problems" ? outcome.problems.map(({ field }) => field) : outcome.kind;

describe.each<KeyKind>(["ES256", "EdDSA", "RS256"])("with a key of %s", (kind) => {
  test("registered, used to decide, kept with the decision, checked without the system", async () => {
    const device = softAuthenticator(ORIGIN, kind);
    expect(await register(device)).toEqual({ kind: "done" });
    const outcome = await vote(await signed(device));
    expect(outcome).toMatchObject({ kind: "decided", receipt: { identity: "passkey" } });
    const view = (await readBallot(system.ports, link(BERGHEIM))) as KnownBallot;
    const file = await exportBallot(system.ports, view, "receipt");
    expect((await verifyAgreement(file, "receipt.json")).findings).toEqual([]);
    const codes = async (change: (text: string) => string) =>
      (await verifyAgreement(change(file), "receipt.json")).findings.map(({ code }) => code);
    for (const field of ["signature", "authenticatorData", "clientDataJSON", "publicKey", "nonce"])
      expect([field, await codes((text) => withByte(text, field))]).toEqual([
        field,
        expect.arrayContaining(["agreement.passkey"]),
      ]);
    const without = (text: string): string => {
      const json = JSON.parse(text) as { content: { decisions: { passkey?: unknown }[] } };
      delete json.content.decisions[0]!.passkey;
      return JSON.stringify(json);
    };
    expect(await codes(without)).toEqual(["agreement.passkey"]);
  });
});

/** The file with one bit of one byte of a binary field changed. */
function withByte(text: string, field: string): string {
  const start = text.indexOf('"passkey": {');
  const changed = text.slice(start).replace(new RegExp(`"${field}": "([^"]+)"`), (_, value: string) => {
    const bytes = Buffer.from(value, "base64url");
    bytes[bytes.length - 1]! ^= 1;
    return `"${field}": "${bytes.toString("base64url")}"`;
  });
  return text.slice(0, start) + changed;
}

test("both of a member above the value limit decide with passkeys of their own", async () => {
  for (const role of ["mayor", "finance"] as const) {
    const device = softAuthenticator(ORIGIN);
    expect(await register(device, ALTDORF, {}, role)).toEqual({ kind: "done" });
    const typed = { client, version: 1, amount: "600,00", decision: "approved" as const };
    const { options, nonce } = (await actions.sign(link(ALTDORF, role), typed))!;
    const outcome = await decide({ ...system.ports, passkeys: passkeyChecker(system.ports) }, link(ALTDORF, role), {
      ...typed,
      identity: { kind: "passkey", nonce, answer: device.sign(options) },
    });
    expect([role, outcome.kind]).toEqual([role, "decided"]);
  }
});

test("a passkey's signature goes along where the agreement is the frame of another, and is checked there, too", async () => {
  const device = softAuthenticator(ORIGIN);
  await register(device);
  expect(refusal(await vote(await signed(device)))).toBe("decided");
  const view = (await readBallot(system.ports, link(BERGHEIM))) as KnownBallot;
  const { id, version } = view.agreement;
  const frame = { id, version, sha256: view.proposalSha256 };
  const file = await exportBallot(system.ports, { ...view, agreement: { ...view.agreement, frame } }, "agreement");
  const { content } = JSON.parse(file) as AgreementFile;
  expect(content.frame!.decisions).toEqual(content.decisions);
  const found = async (changed: unknown): Promise<unknown[]> =>
    (await verifyAgreement(JSON.stringify({ ...JSON.parse(file), content: changed }), "agreement.json")).findings
      .filter(({ place }) => place.field!.includes("passkey"))
      .map(({ code, place }) => [code, place.field]);
  expect(await found(content)).toEqual([]);
  const decisions = content.frame!.decisions.map(({ ballot, entry }) => ({ ballot, entry }));
  expect(await found({ ...content, frame: { ...content.frame!, decisions } })).toEqual([
    ["agreement.passkey", "frame.decisions[0].passkey"],
  ]);
});

test("a passkey signs decisions: it neither asks, nor does it come from a link that only comments", async () => {
  const device = softAuthenticator(ORIGIN);
  await register(device);
  const given = await signed(device);
  const asked = await ask(system.ports, link(BERGHEIM), {
    ...{ client, version: 1, amount: "250,50", text: "Warum?" },
    identity: { kind: "passkey", ...given },
  });
  expect(asked).toMatchObject({ kind: "problems", problems: [{ code: "identityMissing" }] });
  expect(refusal(await vote(given))).toBe("decided");
  const comments = link(BERGHEIM, "finance");
  const principal = signedIn("finance", BERGHEIM);
  expect(await actions.list(comments, principal.subject)).toBe(undefined);
  expect(await actions.begin(comments, { principal, client })).toEqual({ kind: "refused", why: "unknown" });
  const typed = { client, version: 1, amount: "250,50", decision: "approved" as const };
  expect(await actions.sign(comments, typed)).toBe(undefined);
});

test("registering and removing stand in the log, without key, device or name", async () => {
  const device = softAuthenticator(ORIGIN);
  await register(device);
  const { subject } = signedIn("mayor", BERGHEIM);
  const [shown] = (await actions.list(link(BERGHEIM), subject))!;
  expect(shown).toMatchObject({ mine: true, lastUsedAt: null });
  const other = { principal: { ...signedIn("mayor", BERGHEIM), subject: "deputy" }, client };
  expect(await actions.remove(link(BERGHEIM), other, shown!.id)).toEqual({ kind: "refused", why: "account" });
  const owner = { principal: signedIn("mayor", BERGHEIM), client };
  expect(await actions.remove(link(BERGHEIM), owner, shown!.id)).toEqual({ kind: "done" });
  expect(await actions.list(link(BERGHEIM), subject)).toEqual([]);
  expect((await system.logKinds()).filter((kind) => kind.startsWith("passkey."))).toEqual([
    "passkey.registered",
    "passkey.removed",
  ]);
  const { items } = await system.ports.store.query({ pk: "audit#tiny", prefix: "entry#" });
  expect(JSON.stringify(items)).not.toContain(device.credentialId);
});

describe("a passkey is only registered", () => {
  test("by the account that is asked here", async () => {
    for (const principal of [undefined, signedIn("mayor", ALTDORF), signedIn("finance", BERGHEIM)])
      expect(await actions.begin(link(BERGHEIM), { principal, client })).toEqual({ kind: "refused", why: "account" });
    expect(await actions.begin("k".repeat(43), { principal: signedIn("mayor", BERGHEIM), client })).toEqual({
      kind: "refused",
      why: "unknown",
    });
  });

  test("on this site and for its host, over the challenge given, by a person whom the device knows", async () => {
    const lies: readonly Lies[] = [
      { origin: "https://evil.example" },
      { rpId: "evil.example" },
      { userVerified: false },
      { challenge: "A".repeat(43) },
      { type: "webauthn.get" },
    ];
    for (const lie of lies)
      expect([lie, await register(softAuthenticator(ORIGIN), BERGHEIM, lie)]).toEqual([
        lie,
        { kind: "refused", why: "answer" },
      ]);
    expect(await actions.list(link(BERGHEIM), "")).toEqual([]);
  });

  test("once with a challenge, in five minutes, in the browser that asked", async () => {
    const registrant = { principal: signedIn("mayor", BERGHEIM), client };
    const begin = async () => {
      const begun = await actions.begin(link(BERGHEIM), registrant);
      if (begun.kind === "refused") throw new Error(begun.why);
      const device = softAuthenticator(ORIGIN);
      return { nonce: begun.nonce, answer: device.register({ challenge: begun.nonce, rpId: RP_ID }) };
    };
    const given = await begin();
    expect(await actions.finish(link(BERGHEIM), { ...registrant, client: "other" }, given)).toMatchObject({
      why: "answer",
    });
    expect(await actions.finish(link(BERGHEIM), registrant, given)).toEqual({ kind: "done" });
    expect(await actions.finish(link(BERGHEIM), registrant, given)).toMatchObject({ why: "answer" });
    const late = await begin();
    system.clock.milliseconds += 5 * 60_000;
    expect(await actions.finish(link(BERGHEIM), registrant, late)).toMatchObject({ why: "answer" });
  });
});

describe("nobody decides", () => {
  let device: SoftAuthenticator;
  beforeEach(async () => {
    device = softAuthenticator(ORIGIN);
    await register(device);
  });

  test("on another site or host, over another challenge, unverified, in a frame, or with a counter that stands still", async () => {
    const lies: readonly Lies[] = [
      { origin: "https://evil.example" },
      { rpId: "evil.example" },
      { challenge: "A".repeat(43) },
      { type: "webauthn.create" },
      { userVerified: false },
      { crossOrigin: true },
      { counter: 1 },
      { counter: 0 },
    ];
    for (const lie of lies) expect([lie, refusal(await vote(await signed(device, lie)))]).toEqual([lie, ["identity"]]);
    expect(await system.logKinds()).not.toContain("agreement.decided");
    // And the person goes on.
    expect(refusal(await vote(await signed(device, { counter: 7 })))).toBe("decided");
  });

  test("with an answer that was used before", async () => {
    const given = await signed(device);
    expect(refusal(await vote(given))).toBe("decided");
    await register(device, ALTDORF);
    expect(refusal(await vote(given, ALTDORF))).toEqual(["identity"]);
    expect(refusal(await vote(given))).toBe("already");
  });

  test("otherwise than was signed", async () => {
    const { nonce, answer } = await signed(device);
    expect(refusal(await vote({ nonce, answer }, BERGHEIM, "rejected"))).toEqual(["identity"]);
  });

  test("in another browser than asked", async () => {
    expect(refusal(await vote(await signed(device), BERGHEIM, "approved", "other"))).toEqual(["identity"]);
  });

  test("after five minutes", async () => {
    const given = await signed(device);
    system.clock.milliseconds += 5 * 60_000;
    expect(refusal(await vote(given))).toEqual(["identity"]);
  });

  test("with a passkey of somebody else, though it signed the right challenge", async () => {
    const stranger = softAuthenticator(ORIGIN);
    await register(stranger, ALTDORF);
    expect(refusal(await vote(await signed(stranger)))).toEqual(["identity"]);
  });

  test("with the challenge of another member's part or of another version", async () => {
    await register(device, ALTDORF);
    const other = await signed(device, {}, ALTDORF);
    expect(refusal(await vote(other))).toEqual(["identity"]);
    const mine = await request();
    // A challenge of this ballot with the signature of another.
    expect(refusal(await vote({ nonce: mine.nonce, answer: other.answer }))).toEqual(["identity"]);
    expect(await actions.sign(link(BERGHEIM), { client, version: 2, amount: "250,50", decision: "approved" })).toBe(
      undefined,
    );
  });

  test("with what is no answer at all", async () => {
    const { nonce } = await signed(device);
    for (const answer of ["", "{", "null", "[]", '{"id":"x"}', "x".repeat(20_000)])
      expect(refusal(await vote({ nonce, answer }))).toEqual(["identity"]);
  });

  test("without the right amount, which alone makes a challenge", async () => {
    const typed = { client, version: 1, amount: "250,51", decision: "approved" as const };
    expect(await actions.sign(link(BERGHEIM), typed)).toBe(undefined);
  });

  test("in an office that somebody else holds by now", async () => {
    const given = await signed(device);
    const at = key.contacts("tiny");
    const { data } = (await system.ports.store.get(at))!;
    const renamed = JSON.stringify(data).replace(`"mayor-${BERGHEIM} Person"`, '"Nachfolgerin"');
    await system.ports.store.put({ ...at, data: JSON.parse(renamed) as Json }, "any");
    expect(refusal(await vote(given))).toEqual(["identity"]);
    expect(await actions.list(link(BERGHEIM), "")).toEqual([]);
  });

  test("where nobody checks passkeys", async () => {
    const outcome = await decide(system.ports, link(BERGHEIM), {
      ...{ client, version: 1, decision: "approved", amount: "250,50" },
      identity: { kind: "passkey", ...(await signed(device)) },
    });
    expect(refusal(outcome)).toEqual(["identity"]);
  });
});
