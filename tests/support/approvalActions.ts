/** The use cases of an approval in memory, for tests of the routes: they note every call that could change something. */
import { checkTypedAmount } from "../../domain/agreement/typedAmount.ts";
import type { BallotReceipt, KnownBallot } from "../../functions/usecases/agreements/ballotView.ts";
import { problemOf } from "../../functions/usecases/agreements/problems.ts";
import type { ApprovalActions } from "../../web/approval/actions.ts";
import { sampleAgreement } from "./sampleAgreement.ts";

export const SECRET = "k".repeat(43);
export const SHARE = "250,50";

export function openBallot(): KnownBallot {
  const agreement = sampleAgreement();
  const member = agreement.members[1]!;
  return {
    ...{
      kind: "known",
      agreement,
      member,
      role: "mayor",
      savingCents: 5000,
      others: [],
      questions: [],
      synthetic: null,
    },
    contact: { id: "mayor-99001002", name: "Berta Berger", language: "de" },
    proposalSha256: "b".repeat(64),
    times: { commentUntil: agreement.commentUntil, deadline: agreement.deadline, workingDaysLeft: 5 },
    standing: { kind: "open", identity: { codeTo: "b…@example.org", signIn: true, passkey: true } },
  };
}

export interface NotedActions extends ApprovalActions {
  /** Calls that may write, in order, as `name secret`. */
  readonly calls: string[];
}

export function notedActions(): NotedActions {
  const view = openBallot();
  const calls: string[] = [];
  const known = (secret: string) => secret === SECRET;
  const checked = (name: string, secret: string, amount: string) => {
    calls.push(`${name} ${secret}`);
    if (!known(secret)) return { kind: "unknown" } as const;
    const check = checkTypedAmount(amount, view.member.shareCents);
    if (check === "right") return undefined;
    return { kind: "problems", problems: [problemOf("amount", "amountWrong")], view } as const;
  };
  const { proposalSha256, member } = view;
  const at = "2026-11-27T10:15:00Z";
  const receipt: BallotReceipt = {
    ...{ proposalSha256, receiptId: "tiny.4.c", verifyUrl: "https://plan.example/pruefen/tiny.4.c" },
    identity: "code",
    entry: { seq: 4, sha256: "c".repeat(64), at },
    ballot: {
      ...{ ags: member.ags, contactId: "m", deputy: false, reason: null, amountCents: member.shareCents, at },
      role: "mayor",
      decision: "approved",
    },
  };
  return {
    calls,
    read: (secret) => Promise.resolve(known(secret) ? view : { kind: "unknown" }),
    checkAmount: (secret, { amount }) => Promise.resolve(checked("amount", secret, amount) ?? { kind: "right", view }),
    requestCode: (secret, { amount }) =>
      Promise.resolve(
        checked("code", secret, amount) ?? { kind: "sent", to: "b…@example.org", minutesValid: 10, again: false },
      ),
    decide: (secret, { amount }) => Promise.resolve(checked("decide", secret, amount) ?? { kind: "decided", receipt }),
    ask: (secret, { amount }) => Promise.resolve(checked("ask", secret, amount) ?? { kind: "asked", questionId: "q" }),
    file: () => Promise.resolve("{}"),
    paper: () => Promise.resolve(Uint8Array.of(37, 80, 68, 70)),
    certificate: () => Promise.resolve(undefined),
  };
}
