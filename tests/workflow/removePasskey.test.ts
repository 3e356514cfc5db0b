// The administration removes a passkey of somebody: through the API, with the real store, log, workflow and library.
import { afterEach, beforeEach, expect, test } from "vitest";
import { listPasskeys, removePasskey } from "../../functions/contract/passkeys.ts";
import { decide } from "../../functions/usecases/agreements/decide.ts";
import { passkeyActions, type PasskeyActions } from "../../functions/usecases/agreements/passkeys/actions.ts";
import { passkeyChecker } from "../../functions/usecases/agreements/passkeys/sign.ts";
import { key } from "../../functions/usecases/records/keys.ts";
import type { Json } from "../../functions/ports/store.ts";
import { callApi } from "../support/apiEvent.ts";
import { approvalSystem, BERGHEIM, signedIn, type ApprovalSystem } from "../support/approval.ts";
import { softAuthenticator } from "../support/softAuthenticator.ts";

const ORIGIN = "https://test.example";
const client = "browser";
const contact = `mayor-${BERGHEIM}`;
const typed = { client, version: 1, amount: "250,50", decision: "approved" as const };

let system: ApprovalSystem;
let actions: PasskeyActions;
let failing = false;
beforeEach(async () => {
  failing = false;
  const around: NonNullable<Parameters<typeof approvalSystem>[0]>["around"] = (ports) => ({
    ...ports,
    mailer: { send: (mail) => (failing ? Promise.reject(new Error("server away")) : ports.mailer.send(mail)) },
  });
  system = await approvalSystem({ around });
  actions = passkeyActions(system.ports);
  await system.propose();
  await system.advanceTo("2026-11-25T16:00:00+01:00");
});
afterEach(() => system.close());

async function register() {
  const device = softAuthenticator(ORIGIN);
  const registrant = { principal: signedIn("mayor", BERGHEIM), client };
  const begun = await actions.begin(system.secret(contact), registrant);
  if (begun.kind === "refused") throw new Error(begun.why);
  const answer = device.register({ challenge: begun.options.challenge, rpId: begun.options.rp.id });
  await actions.finish(system.secret(contact), registrant, { nonce: begun.nonce, answer });
  return device;
}

const groups = ["admin:tiny"];
const list = async (): Promise<{ contactId: string; passkey: string; valid: boolean }[]> =>
  ((await callApi(system, listPasskeys, { parameters: { region: "tiny" }, groups })).json as { passkeys: never[] })
    .passkeys;
const remove = async (passkey: string, as = groups): Promise<number> =>
  (await callApi(system, removePasskey, { parameters: { region: "tiny", contact, passkey }, groups: as })).status;

test("it is gone at once, the log says by whom, and the person is told once", async () => {
  const device = await register();
  const { options, nonce } = (await actions.sign(system.secret(contact), typed))!;
  const signed = { kind: "passkey", nonce, answer: device.sign(options) } as const;
  const [held, ...more] = await list();
  expect(more).toEqual([]);
  expect(held).toMatchObject({ contactId: contact, valid: true });
  expect(await remove(held!.passkey, [`admin:tiny:${BERGHEIM}`])).toBe(204);
  expect(await list()).toEqual([]);
  expect(await remove(held!.passkey)).toBe(404);
  const outcome = await decide({ ...system.ports, passkeys: passkeyChecker(system.ports) }, system.secret(contact), {
    ...typed,
    identity: signed,
  });
  expect(outcome).toMatchObject({ kind: "problems", problems: [{ field: "identity" }] });
  const { items } = await system.ports.store.query({ pk: "audit#tiny", prefix: "entry#" });
  const entry = items.map(({ data }) => data as { kind: string; data: object }).at(-1)!;
  expect(entry).toMatchObject({
    kind: "passkey.removed",
    data: { contactId: contact, credentialSha256: held!.passkey, by: "someone" },
  });
  // The API has no mailer; whoever looks after agreements has.
  await system.call("reconcileAgreements", {});
  await system.call("reconcileAgreements", {});
  const [mail, ...again] = system.mailsTo(contact).filter(({ id }) => id.includes("removed"));
  expect(again).toEqual([]);
  expect(mail!.text).toContain("Ihren Passkey vom 25.11.2026");
});

test("where mail cannot be sent, it is removed all the same, and the person is told later, once", async () => {
  await register();
  failing = true;
  expect(await remove((await list())[0]!.passkey)).toBe(204);
  expect(await list()).toEqual([]);
  failing = false;
  for (let hour = 0; hour < 3; hour++) {
    system.clock.milliseconds += 3600_000;
    await system.call("reconcileAgreements", {});
  }
  expect(system.mailsTo(contact).filter(({ id }) => id.includes("removed"))).toHaveLength(1);
});

test("a passkey of somebody who held the office before is removed without a mail to who holds it now", async () => {
  await register();
  const at = key.contacts("tiny");
  const { data } = (await system.ports.store.get(at))!;
  const renamed = JSON.stringify(data).replace(`"${contact} Person"`, '"Nachfolgerin"');
  await system.ports.store.put({ ...at, data: JSON.parse(renamed) as Json }, "any");
  const [held] = await list();
  expect(held).toMatchObject({ valid: false });
  expect(await remove(held!.passkey)).toBe(204);
  expect(system.mailsTo(contact).some(({ id }) => id.includes("removed"))).toBe(false);
});

test("only the administration sees and removes passkeys, and of a municipality only its own", async () => {
  await register();
  const [held] = await list();
  for (const as of ["dispatcher:tiny", `mayor:tiny:${BERGHEIM}`, "admin:elsewhere"])
    expect([as, await remove(held!.passkey, [as])]).toEqual([as, 403]);
  expect(await remove(held!.passkey, ["admin:tiny:10001001"])).toBe(403);
  expect(await list()).toHaveLength(1);
});
