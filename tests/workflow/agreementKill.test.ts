// Whoever stores a decision is stopped before any one of their writes, mails and callbacks; the reconciler makes it good.
import { expect, test } from "vitest";
import type { DecideOutcome } from "../../functions/usecases/agreements/ballotActions.ts";
import { decide } from "../../functions/usecases/agreements/decide.ts";
import { reconcileAgreements } from "../../functions/usecases/agreements/reconcileAgreements.ts";
import { LEASE_SECONDS } from "../../functions/usecases/mail/sendOnce.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { approvalSystem, BERGHEIM, CRONAU, signedIn, type ApprovalSystem } from "../support/approval.ts";

class Stopped extends Error {}

const OPENED = "2026-11-25T16:00:00+01:00";

/** Everything after the first `allowed` effects fails, as it does for a process that is gone. */
function stoppedAfter(allowed: number, { ports }: ApprovalSystem): { ports: Ports; wasStopped: () => boolean } {
  let left = allowed;
  let stopped = false;
  const use = (): void => {
    if (left-- > 0) return;
    stopped = true;
    throw new Stopped();
  };
  const { store, mailer, workflows } = ports;
  return {
    wasStopped: () => stopped,
    ports: {
      ...ports,
      store: {
        ...{ get: (at) => store.get(at), query: (query) => store.query(query) },
        put: async (item, expected) => (use(), store.put(item, expected)),
        remove: async (at, expected) => (use(), store.remove(at, expected)),
        transact: async (writes) => (use(), store.transact(writes)),
      },
      mailer: { send: async (mail) => (use(), mailer.send(mail)) },
      workflows: {
        ...workflows,
        sendTaskSuccess: async (token, output) => (use(), workflows.sendTaskSuccess(token, output)),
      },
    },
  };
}

const question = (decision: "approved" | "rejected", amount: string, ags: string) => ({
  ...{ client: "browser", version: 1, decision, amount, reason: "Zu teuer." },
  identity: { kind: "signIn", principal: signedIn("mayor", ags) } as const,
});

test.each(["approved", "rejected"] as const)(
  "%s: wherever it is stopped, there is one decision, its callback arrives, and its mails go out once",
  async (decision) => {
    for (let allowed = 0; ; allowed++) {
      const system = await approvalSystem();
      try {
        const { execution } = await system.propose();
        await system.advanceTo(OPENED);
        const secret = system.secret(`mayor-${CRONAU}`);
        const asked = question(decision, "149,50", CRONAU);
        const { ports, wasStopped } = stoppedAfter(allowed, system);
        const first = await decide(ports, secret, asked).catch((error: unknown): undefined => {
          if (!(error instanceof Stopped)) throw error;
        });
        await system.idle();
        // A new process; whoever was asked tries once more.
        system.clock.milliseconds += 1000 * (LEASE_SECONDS + 1);
        const second = await decide(system.ports, secret, asked);
        const stored = allowed > 0;
        expect((first as DecideOutcome | undefined)?.kind, `${allowed}`).toBe(stored ? "decided" : undefined);
        expect(second.kind, `${allowed}`).toBe(stored ? "already" : "decided");
        const { failed } = await reconcileAgreements(system.ports);
        expect(failed).toBe(0);
        await system.idle();
        expect((await system.logKinds()).filter((kind) => kind === "agreement.decided")).toHaveLength(1);
        expect((await system.ports.store.query({ pk: "agreements#due", index: true })).items).toEqual([]);
        const receipts = system.mailsTo(`mayor-${CRONAU}`).filter(({ id }) => id.includes("receipt"));
        // Between a mail and the note that it left, another leaves under the same id: no mailbox shows it twice.
        expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
        expect(receipts.length).toBeLessThanOrEqual(2);
        if (decision === "rejected") {
          expect(await system.state(1)).toBe("refused");
          expect((await system.ports.workflows.describe(execution))!.status).toBe("SUCCEEDED");
          expect(await system.state(2)).toBe("open");
        } else {
          // The wait has ended: its token is nowhere any more.
          const waits = await system.ports.store.query({ pk: "agreement#tiny#tiny-2026-W48", prefix: "wait#" });
          expect(waits.items.map(({ sk }) => sk).some((sk) => sk.includes(CRONAU))).toBe(false);
          expect(
            (await decide(system.ports, system.secret(`mayor-${BERGHEIM}`), question("approved", "250,50", BERGHEIM)))
              .kind,
          ).toBe("decided");
        }
        if (!wasStopped()) {
          // Ballot, token's answer, its record, mail's claim, mail, its note, mark.
          expect(allowed).toBeGreaterThanOrEqual(7);
          return;
        }
      } finally {
        await system.close();
      }
    }
  },
  60_000,
);

test("a workflow that fails after the verdict does not take the split without a member with it", async () => {
  const system = await approvalSystem();
  try {
    const { execution } = await system.propose();
    system.replace("proposeWithout", () => Promise.reject(new TypeError("broken")));
    await system.advanceTo(OPENED);
    await decide(system.ports, system.secret(`mayor-${CRONAU}`), question("rejected", "149,50", CRONAU));
    await system.idle();
    expect((await system.ports.workflows.describe(execution))!.status).toBe("FAILED");
    expect([await system.state(1), system.mailsTo("dora").length]).toEqual(["refused", 0]);
    await reconcileAgreements(system.ports);
    await system.idle();
    expect(await system.state(2)).toBe("open");
    expect(system.mailsTo("dora").map(({ id }) => id)).toEqual(["tiny-tiny-2026-W48-v1-result-refused-dora"]);
    expect((await reconcileAgreements(system.ports)).agreements).toBe(1);
  } finally {
    await system.close();
  }
});

test("a workflow that fails while the vote is open is started again, and asks nobody twice", async () => {
  const system = await approvalSystem();
  try {
    const { execution } = await system.propose();
    await system.advanceTo(OPENED);
    await decide(system.ports, system.secret(`mayor-${CRONAU}`), question("approved", "149,50", CRONAU));
    await system.idle();
    await system.ports.workflows.stop(execution, { error: "Test", cause: "stopped" });
    const mails = system.mails.length;
    await reconcileAgreements(system.ports);
    await system.idle();
    expect(await system.state()).toBe("open");
    expect(system.mails).toHaveLength(mails);
    await decide(system.ports, system.secret(`mayor-${BERGHEIM}`), {
      ...question("rejected", "250,50", BERGHEIM),
    });
    await system.idle();
    expect(await system.state(2)).toBe("open");
  } finally {
    await system.close();
  }
});

test.each([0, 1, 2, 3])(
  "a proposal that is stopped after %i of its writes is under way after the reconciler",
  async (allowed) => {
    const system = await approvalSystem();
    try {
      const { submit } = await import("../../functions/usecases/agreements/submit.ts");
      const { approvalAgreement } = await import("../support/approval.ts");
      const start = system.ports.workflows.start;
      const { ports } = stoppedAfter(allowed === 3 ? 1 : allowed, system);
      const lost = { ...ports.workflows, start: allowed === 3 ? () => Promise.reject(new Stopped()) : start };
      await submit({ ...ports, workflows: lost }, { agreement: approvalAgreement() }).catch(() => undefined);
      await reconcileAgreements(system.ports);
      await system.idle();
      if (allowed === 0) await expect(system.state()).rejects.toThrow("gibt es");
      else expect(await system.state()).toBe("informed");
    } finally {
      await system.close();
    }
  },
);
