/** Checks how somebody proves who they are, against what the level of their part takes. */
import { reachOf, reaches } from "../../../domain/access.ts";
import type { Write } from "../../ports/store.ts";
import type { TryPorts } from "./alerts.ts";
import type { Opened } from "./amounts.ts";
import type { ActionProblem, DecideQuestion, ProblemCode } from "./ballotActions.ts";
import { identityOfStanding } from "./ballotView.ts";
import { checkCode } from "./codes.ts";
import { problemOf } from "./problems.ts";
import type { BallotRecord, LinkRecord } from "./records.ts";

export interface Proven {
  readonly kind: "proven";
  readonly identity: BallotRecord["identity"];
  readonly identityId: string | null;
  /** Uses the proof up. */
  readonly use?: Write;
}

export async function provenBy(
  ports: TryPorts,
  opened: Opened<LinkRecord>,
  { identity, client }: Pick<DecideQuestion, "identity" | "client">,
): Promise<Proven | { readonly kind: "missing"; readonly problem: ActionProblem }> {
  const missing = (field: ActionProblem["field"], code: ProblemCode) =>
    ({ kind: "missing", problem: problemOf(field, code) }) as const;
  const { link, view } = opened;
  const ways = identityOfStanding(view.standing);
  if (identity === undefined || ways === undefined) return missing("identity", "identityMissing");
  switch (identity.kind) {
    case "signIn": {
      const { principal } = identity;
      const mayDecide = reaches(reachOf(principal, link.region, [link.role]), [link.ags]);
      if (!mayDecide) return missing("identity", "otherAccount");
      return { kind: "proven", identity: "signIn", identityId: principal.subject };
    }
    case "passkey": {
      if (identity.contactId !== link.contactId) return missing("identity", "otherAccount");
      if (identity.proposalSha256 !== view.proposalSha256) return missing("identity", "otherProposal");
      return { kind: "proven", identity: "passkey", identityId: identity.credentialId };
    }
    case "code": {
      if (ways.codeTo === undefined) return missing("identity", "codeNotEnough");
      const check = await checkCode(ports, opened, client, identity.code);
      if (check.kind === "wrong") return missing("code", check.code);
      return { kind: "proven", identity: "code", identityId: null, use: check.use };
    }
  }
}
