/** `POST /api/regions/{region}/agreements/{agreement}/versions/{version}/decisions` */
import { decideAgreement as route } from "../../contract/agreements.ts";
import type { DecideOutcome } from "../../usecases/agreements/ballotActions.ts";
import { decideSignedIn } from "../../usecases/agreements/decide.ts";
import { ApiProblem } from "../../usecases/apiProblem.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock" | "workflows" | "secrets" | "site">) =>
  apiHandler(route, ports, async ({ parameters, body, principal }) => {
    const { ags, role, decision, amount, reason } = body;
    const question = { decision, amount, ...(reason === undefined ? {} : { reason }) };
    const outcome = await decideSignedIn(ports, { ...parameters, ags, role }, principal!, question);
    if (outcome.kind !== "decided" && outcome.kind !== "already") throw problemOf(outcome);
    const { ballot, entry, receiptId } = outcome.receipt;
    const { amountCents, at } = ballot;
    const { seq, sha256 } = entry;
    const again = outcome.kind === "already";
    return {
      status: 200,
      body: { again, decision: ballot.decision, amountCents, at, receiptId, entry: { seq, sha256 } },
    };
  });

function problemOf(outcome: Exclude<DecideOutcome, { kind: "decided" | "already" }>): ApiProblem {
  switch (outcome.kind) {
    case "unknown":
      return new ApiProblem(404, "Diese Rolle ist in dieser Fassung nicht gefragt.");
    case "closed":
      return new ApiProblem(409, "Über diese Fassung wird nicht oder nicht mehr abgestimmt.");
    case "throttled":
      return new ApiProblem(429, `Zu viele falsche Beträge. Bitte nach ${outcome.until} noch einmal versuchen.`);
    case "problems": {
      const problems = outcome.problems.map(({ field, cause }) => ({
        ...{ code: "agreement.decision", pointer: `/${field}`, cause, action: "Berichtigen und noch einmal senden." },
      }));
      const forbidden = outcome.problems.some(({ field }) => field === "identity");
      return new ApiProblem(forbidden ? 403 : 422, "Bitte die genannten Stellen berichtigen.", problems);
    }
  }
}
