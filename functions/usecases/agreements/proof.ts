/** Checks how somebody proves who they are, against what the level of their part takes. */
import { reachOf, reaches } from "../../../domain/access.ts";
import type { Write } from "../../ports/store.ts";
import type { TryPorts } from "./alerts.ts";
import type { Opened } from "./amounts.ts";
import type { ActionProblem, DecideQuestion } from "./ballotActions.ts";
import { identityOfStanding } from "./ballotView.ts";
import { checkCode } from "./codes.ts";
import type { BallotRecord, LinkRecord } from "./records.ts";

export interface Proven {
  readonly kind: "proven";
  readonly identity: BallotRecord["identity"];
  readonly identityId: string | null;
  /** Uses the proof up. */
  readonly use?: Write;
}

const NEEDED = "Bitte weisen Sie sich aus: Der Link allein genügt nicht.";
const OTHER_ACCOUNT = "Dieses Konto darf hier nicht entscheiden. Bitte mit dem eigenen Konto anmelden.";
const OTHER_PROPOSAL = "Die Bestätigung gehört zu einem anderen Vorschlag.";
const NO_CODE = "Hier genügt kein Code. Bitte anmelden.";

export async function provenBy(
  ports: TryPorts,
  opened: Opened<LinkRecord>,
  { identity, client }: Pick<DecideQuestion, "identity" | "client">,
): Promise<Proven | { readonly kind: "missing"; readonly problem: ActionProblem }> {
  const missing = (field: ActionProblem["field"], cause: string) =>
    ({ kind: "missing", problem: { field, cause } }) as const;
  const { link, view } = opened;
  const ways = identityOfStanding(view.standing);
  if (identity === undefined || ways === undefined) return missing("identity", NEEDED);
  switch (identity.kind) {
    case "signIn": {
      const { principal } = identity;
      const mayDecide = reaches(reachOf(principal, link.region, [link.role]), [link.ags]);
      if (!mayDecide) return missing("identity", OTHER_ACCOUNT);
      return { kind: "proven", identity: "signIn", identityId: principal.subject };
    }
    case "passkey": {
      if (identity.contactId !== link.contactId) return missing("identity", OTHER_ACCOUNT);
      if (identity.proposalSha256 !== view.proposalSha256) return missing("identity", OTHER_PROPOSAL);
      return { kind: "proven", identity: "passkey", identityId: identity.credentialId };
    }
    case "code": {
      if (ways.codeTo === undefined) return missing("identity", NO_CODE);
      const check = await checkCode(ports, opened, client, identity.code);
      if (check.kind === "wrong") return missing("code", check.cause);
      return { kind: "proven", identity: "code", identityId: null, use: check.use };
    }
  }
}
