// Guessing, codes, questions, bounced mails, paper: what happens around a decision.
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkAmount, MOST_MISSES } from "../../functions/usecases/agreements/amounts.ts";
import { answerQuestion } from "../../functions/usecases/agreements/answers.ts";
import { readBallot, type KnownBallot } from "../../functions/usecases/agreements/ballotView.ts";
import { requestCode } from "../../functions/usecases/agreements/codes.ts";
import { decide } from "../../functions/usecases/agreements/decide.ts";
import { ask } from "../../functions/usecases/agreements/questions.ts";
import { reconcileAgreements } from "../../functions/usecases/agreements/reconcileAgreements.ts";
import { readStatus } from "../../functions/usecases/agreements/status.ts";
import { recordPaper } from "../../functions/usecases/agreements/paper.ts";
import { withdraw } from "../../functions/usecases/agreements/withdraw.ts";
import {
  ALTDORF,
  approvalAgreement,
  approvalSystem,
  BERGHEIM,
  CRONAU,
  keyOf,
  signedIn,
  type ApprovalSystem,
} from "../support/approval.ts";

let system: ApprovalSystem;
beforeEach(async () => {
  system = await approvalSystem();
  await system.propose();
  await system.advanceTo("2026-11-25T16:00:00+01:00");
});
afterEach(() => system.close());

const SHARE = "250,50";
const secret = (id = `mayor-${BERGHEIM}`): string => system.secret(id);
const codeIn = (client: string, typed: string, link = secret()) =>
  decide(system.ports, link, {
    ...{ client, version: 1, decision: "approved", amount: SHARE },
    identity: { kind: "code", code: typed },
  });
const newestCode = (): string =>
  system.mails.findLast(({ to }) => to[0]!.address === `code-${BERGHEIM}@example.com`)!.text.match(/\b\d{6}\b/)![0];

test("who guesses amounts must wait, one alert goes out, and the human in another browser goes on", async () => {
  const guess = (client: string) => checkAmount(system.ports, secret(), { client, amount: "1,00" });
  for (let i = 0; i < MOST_MISSES; i++) expect((await guess("scanner")).kind).toBe("problems");
  for (let i = 0; i < 10; i++) expect((await guess("scanner")).kind).toBe("throttled");
  expect((await checkAmount(system.ports, secret(), { client: "scanner", amount: SHARE })).kind).toBe("throttled");
  expect(system.mailsTo("dora").filter(({ id }) => id.includes("guessing"))).toHaveLength(1);
  expect((await checkAmount(system.ports, secret(), { client: "human", amount: SHARE })).kind).toBe("right");
  await system.advanceTo("2026-11-25T16:15:01+01:00");
  expect((await checkAmount(system.ports, secret(), { client: "scanner", amount: SHARE })).kind).toBe("right");
  expect((await system.logKinds()).at(-1)).toBe("agreement.opened");
});

test("a code goes to the second address, holds once, in one browser, for ten minutes", async () => {
  expect((await requestCode(system.ports, secret(), { client: "a", amount: "1,00" })).kind).toBe("problems");
  const sent = await requestCode(system.ports, secret(), { client: "a", amount: SHARE });
  expect(sent).toEqual({ kind: "sent", to: "c…@example.com", minutesValid: 10, again: false });
  expect(await requestCode(system.ports, secret(), { client: "a", amount: SHARE })).toMatchObject({ again: true });
  const code = newestCode();
  expect(JSON.stringify(system.logged)).not.toContain(code);
  expect(await codeIn("b", code)).toMatchObject({ kind: "problems", problems: [{ field: "code" }] });
  const decided = await codeIn("a", `${code.slice(0, 3)} ${code.slice(3)}`);
  expect(decided).toMatchObject({ kind: "decided", receipt: { identity: "code" } });
  expect((await codeIn("a", code)).kind).toBe("already");
});

test("a code that is wrong five times, or late, is none; another can be asked for", async () => {
  await requestCode(system.ports, secret(), { client: "a", amount: SHARE });
  const wrong = newestCode() === "000000" ? "111111" : "000000";
  for (let i = 0; i < 5; i++) expect((await codeIn("a", wrong)).kind).toBe("problems");
  expect(await codeIn("a", newestCode())).toMatchObject({
    problems: [{ cause: expect.stringContaining("zu oft") as string }],
  });
  await system.advanceTo("2026-11-25T16:02:00+01:00");
  await requestCode(system.ports, secret(), { client: "a", amount: SHARE });
  await system.advanceTo("2026-11-25T16:12:01+01:00");
  expect((await codeIn("a", newestCode())).kind).toBe("problems");
  await requestCode(system.ports, secret(), { client: "a", amount: SHARE });
  expect((await codeIn("a", newestCode())).kind).toBe("decided");
});

test("so many codes for one link and no more in an hour; signing in still works", async () => {
  const kinds: string[] = [];
  for (let i = 0; i < 12; i++)
    kinds.push((await requestCode(system.ports, secret(), { client: `c${i}`, amount: SHARE })).kind);
  // One network, named or not, gets half of those of a link.
  expect(kinds.filter((kind) => kind === "sent")).toHaveLength(10);
  expect(kinds.slice(10)).toEqual(["wait", "wait"]);
  expect(system.mailsTo("dora").filter(({ id }) => id.includes("-codes-"))).toHaveLength(1);
  const question = { client: "x", version: 1, decision: "approved", amount: SHARE } as const;
  const identity = { kind: "signIn", principal: signedIn("mayor", BERGHEIM) } as const;
  expect((await decide(system.ports, secret(), { ...question, identity })).kind).toBe("decided");
});

test("a question is seen by all, answered once, and needs the amount and somebody who asks", async () => {
  const asked = (amount: string, who: object = {}) =>
    ask(system.ports, secret(), { client: "a", version: 1, amount, text: "Warum?", ...who });
  const identity = { kind: "signIn", principal: signedIn("mayor", BERGHEIM) } as const;
  expect((await asked("1,00", { identity })).kind).toBe("problems");
  expect(await asked(SHARE)).toMatchObject({ kind: "problems", problems: [{ field: "identity" }] });
  expect(system.mailsTo("dora")).toEqual([]);
  const first = await asked(SHARE, { identity });
  expect(first).toEqual(await asked(SHARE));
  expect(system.mailsTo("dora").filter(({ id }) => id.includes("question"))).toHaveLength(1);
  const { questionId } = first as { questionId: string };
  await answerQuestion(system.ports, keyOf(), { question: questionId, text: "Darum.", by: "dora" });
  const view = (await readBallot(system.ports, secret(`mayor-${CRONAU}`))) as KnownBallot;
  expect(view.questions).toMatchObject([{ text: "Warum?", memberName: "Bergheim", answer: { text: "Darum." } }]);
  expect(JSON.stringify(await system.ports.store.query({ pk: "audit#tiny" }))).not.toContain("Warum?");
});

test("a bounced mail marks the ballot, tells the dispatcher, and asks the deputy", async () => {
  const mail = system.mailsTo(`mayor-${ALTDORF}`)[0]!;
  const event = {
    source: "aws.ses",
    "detail-type": "Email Bounced",
    detail: {
      eventType: "Bounce",
      bounce: { bounceType: "Permanent", bounceSubType: "General", bouncedRecipients: [] },
      mail: { commonHeaders: { messageId: `<${mail.id}@example.org>` }, tags: {} },
    },
  };
  await system.call("recordBounce", event);
  await system.call("recordBounce", event);
  const { ballots } = await readStatus(system.ports.store, "tiny", "tiny-2026-W48");
  expect(ballots.filter(({ undeliverable }) => undeliverable).map(({ ags, role }) => [ags, role])).toEqual([
    [ALTDORF, "mayor"],
  ]);
  const alerts = system.mailsTo("dora").filter(({ id }) => id.includes("undeliverable"));
  expect(alerts).toHaveLength(1);
  expect(alerts[0]!.text).toContain(`deputy-${ALTDORF} Person`);
  expect((await system.logKinds()).at(-1)).toBe("agreement.undeliverable");
  // The deputy decides in the mayor's place; finance decides for itself.
  const amount = "600,00";
  const identity = { kind: "signIn", principal: signedIn("mayor", ALTDORF) } as const;
  const outcome = await decide(system.ports, secret(`deputy-${ALTDORF}`), {
    ...{ client: "d", version: 1, decision: "approved", amount, identity },
  });
  expect(outcome).toMatchObject({
    kind: "decided",
    receipt: { ballot: { deputy: true, contactId: `deputy-${ALTDORF}` } },
  });
});

test("what needs paper is in force the day after publication, with the hash of the scan in the log", async () => {
  const frame = approvalAgreement({ kind: "frame" });
  const members = frame.members.map((member) => ({ ...member, level: "L3" as const }));
  await system.propose({ kind: "frame", members, createdAt: "2026-11-25T16:00:00+01:00" });
  await system.idle();
  const key = keyOf(2);
  const scan = Buffer.from("%PDF-1.7 signed").toString("base64");
  const paper = { scan, contentType: "application/pdf", by: "dora", resolutionDate: "2026-11-24" } as const;
  const dates = { supervisoryDate: "2026-11-25", publicationDate: "2026-11-30" };
  await expect(recordPaper(system.ports, key, { ...paper, ...dates })).rejects.toThrow("zur Abstimmung offen");
  for (const { ags, shareCents } of members)
    for (const role of ["mayor", "finance"] as const)
      await decide(system.ports, secret(`${role}-${ags}`), {
        ...{ client: "c", version: 2, decision: "approved", amount: String(shareCents / 100) },
        identity: { kind: "signIn", principal: signedIn(role, ags) },
      });
  await system.idle();
  expect(await system.state()).toBe("approved");
  const wrong = {
    ...paper,
    scan: Buffer.from("MZ......").toString("base64"),
    supervisoryDate: "2026-11-23",
    publicationDate: "2026-11-22",
  };
  await expect(recordPaper(system.ports, key, wrong)).rejects.toMatchObject({
    problems: [{ pointer: "/scan" }, { pointer: "/supervisoryDate" }, { pointer: "/publicationDate" }],
  });
  const { paper: kept, inForce } = await recordPaper(system.ports, key, { ...paper, ...dates });
  expect(inForce).toBe(false);
  expect(Buffer.from((await system.ports.blobs.get(kept.scanBlob))!).toString("base64")).toBe(scan);
  await system.advanceTo("2026-11-30T23:59:00+01:00");
  await reconcileAgreements(system.ports);
  expect(await system.state()).toBe("approved");
  await system.advanceTo("2026-12-01T00:00:00+01:00");
  await reconcileAgreements(system.ports);
  expect(await system.state()).toBe("inForce");
  expect((await system.logKinds()).slice(-2)).toEqual(["agreement.paper", "agreement.inForce"]);
  expect((await reconcileAgreements(system.ports)).agreements).toBe(0);
});

test("taken back, nobody can decide any more, and the workflow ends", async () => {
  await withdraw(system.ports, keyOf(), { reason: "Ein Versehen.", by: "dora" });
  await system.idle();
  expect(system.interpreter.running).toBe(0);
  expect(await readBallot(system.ports, secret())).toMatchObject({
    standing: { kind: "closed", state: "withdrawn", reason: "Ein Versehen.", next: null },
  });
  await expect(withdraw(system.ports, keyOf(), { reason: "Noch einmal.", by: "dora" })).resolves.toMatchObject({
    state: "withdrawn",
  });
});

test("a mail service that is away for an hour costs no mail", async () => {
  const mailer = system.ports.mailer as { send: (mail: never) => Promise<unknown> };
  const send = mailer.send;
  const before = system.mails.length;
  mailer.send = () => Promise.reject(new Error("connect ECONNREFUSED"));
  await system.propose({ createdAt: "2026-11-25T16:00:00+01:00" });
  await system.idle();
  expect([await system.state(), system.mails.length]).toEqual(["open", before]);
  // It is asked again after a while, and not before.
  expect(await reconcileAgreements(system.ports)).toMatchObject({ failed: 0 });
  system.clock.milliseconds += 60_000;
  expect((await reconcileAgreements(system.ports)).failed).toBe(1);
  mailer.send = send;
  system.clock.milliseconds += 120_000;
  await reconcileAgreements(system.ports);
  const changed = system.mails.slice(before).filter(({ id }) => id.includes("-v2-changed-"));
  expect(changed).toHaveLength(5);
});
