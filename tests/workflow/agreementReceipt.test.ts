// The receipt of a decision as a mail with the paper, whoever sends it.
import { afterEach, beforeEach, expect, test } from "vitest";
import { decide } from "../../functions/usecases/agreements/decide.ts";
import { approvalUseCases } from "../../web/approval/useCases.ts";
import { approvalSystem, BERGHEIM, CRONAU, signedIn, type ApprovalSystem } from "../support/approval.ts";
import { OPENED } from "../support/approvalSite.ts";
import { readPdf } from "../support/readPdf.ts";

let system: ApprovalSystem;
beforeEach(async () => {
  system = await approvalSystem();
});
afterEach(() => system.close());

test("the receipt comes by mail as a paper, and the reconciler sends the same", async () => {
  await system.propose();
  await system.advanceTo(OPENED);
  const receiptsOf = (ags: string) => system.mailsTo(`mayor-${ags}`).filter(({ id }) => id.includes("receipt"));
  const actions = approvalUseCases(system.ports);
  await actions.decide(system.secret(`mayor-${BERGHEIM}`), {
    ...{ client: "browser", version: 1, decision: "approved", amount: "250,50" },
    identity: { kind: "signIn", principal: signedIn("mayor", BERGHEIM) },
  });
  // As over the API, which has no mailer.
  const { mailer: _, ...without } = system.ports;
  await decide(without, system.secret(`mayor-${CRONAU}`), {
    ...{ client: "browser", version: 1, decision: "approved", amount: "149,50" },
    identity: { kind: "signIn", principal: signedIn("mayor", CRONAU) },
  });
  await system.call("reconcileAgreements", {});
  for (const ags of [BERGHEIM, CRONAU]) {
    const [mail, ...more] = receiptsOf(ags);
    expect(more).toEqual([]);
    const [paper] = mail!.attachments!;
    expect(paper).toMatchObject({
      fileName: `beleg-tiny-2026-W48-v1-${ags}-mayor.pdf`,
      contentType: "application/pdf",
    });
    expect(readPdf(paper!.content as Uint8Array).pages.join(" ")).toContain(ags === BERGHEIM ? "250,50" : "149,50");
  }
});
