// Agreements over the API: propose a published week, follow it, decide as somebody signed in, confirm the decision.
import { expect, test } from "vitest";
import {
  decideAgreement,
  listAgreements,
  proposeAgreement,
  readAgreement,
  readDecision,
} from "../../functions/contract/agreements.ts";
import { startPlan } from "../../functions/usecases/weeks/startPlan.ts";
import { callApi } from "../support/apiEvent.ts";
import { ALTDORF, approvalSystem, CRONAU } from "../support/approval.ts";

const region = "tiny";
const agreement = "2026-W48-period";

test("from the published week to a decision that anyone with the receipt can confirm", async () => {
  const system = await approvalSystem();
  try {
    const propose = () =>
      callApi(system, proposeAgreement, {
        parameters: { region },
        groups: ["dispatcher:tiny"],
        body: { week: "2026-W48" },
      });
    expect((await propose()).status).toBe(404);
    const { execution } = await startPlan(system.ports, {
      region,
      week: "2026-W48",
      options: { seed: 1, iterations: 50 },
    });
    expect(await system.finish(execution)).toBe("SUCCEEDED");
    const proposed = await propose();
    expect([proposed.status, proposed.json]).toMatchObject([202, { agreement, version: 1, again: false }]);
    expect((await propose()).json).toMatchObject({ version: 1, again: true });
    await system.idle();
    await system.advanceTo("2026-11-26T16:00:00+01:00");
    const listed = await callApi(system, listAgreements, { parameters: { region }, groups: [`mayor:tiny:${CRONAU}`] });
    expect(listed.json).toMatchObject({ agreements: [{ id: agreement, versions: [{ version: 1, state: "open" }] }] });
    const status = (await callApi(system, readAgreement, { parameters: { region, agreement }, groups: ["admin:tiny"] }))
      .json as {
      agreement: { members: { ags: string; shareCents: number }[] };
    };
    const share = status.agreement.members.find(({ ags }) => ags === CRONAU)!.shareCents;
    const decide = (body: object, groups = [`mayor:tiny:${CRONAU}`]) =>
      callApi(system, decideAgreement, { parameters: { region, agreement, version: "1" }, groups, body });
    const body = { ags: CRONAU, role: "mayor", decision: "approved", amount: (share / 100).toFixed(2) };
    expect((await decide({ ...body, amount: "1,00" })).status).toBe(422);
    expect((await decide(body, [`mayor:tiny:${ALTDORF}`])).status).toBe(403);
    const decided = await decide(body);
    expect([decided.status, decided.json]).toMatchObject([200, { again: false, amountCents: share }]);
    expect((await decide(body)).json).toMatchObject({ again: true, amountCents: share });
    // Where the API has no mailer, the reconciler sends the receipt.
    await system.call("reconcileAgreements", {});
    expect(system.mailsTo(`mayor-${CRONAU}`).some(({ id }) => id.includes("receipt"))).toBe(true);
    const { receiptId } = decided.json as { receiptId: string };
    const confirmed = await callApi(system, readDecision, { parameters: { receipt: receiptId } });
    expect(confirmed.json).toMatchObject({ kind: "agreement.decided", data: { ags: CRONAU, decision: "approved" } });
    const other = receiptId.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    expect((await callApi(system, readDecision, { parameters: { receipt: other } })).status).toBe(404);
  } finally {
    await system.close();
  }
}, 30_000);
