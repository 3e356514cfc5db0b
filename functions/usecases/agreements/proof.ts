/** Checks how somebody proves who they are, against what the level of their part takes. */
import type { Decision } from "../../../domain/agreement/ballot.ts";
import type { Write } from "../../ports/store.ts";
import type { TryPorts } from "./alerts.ts";
import type { Opened } from "./amounts.ts";
import type { ActionProblem, DecideQuestion, ProblemCode } from "./ballotActions.ts";
import { identityOfStanding } from "./ballotView.ts";
import { checkCode } from "./codes.ts";
import { mayDecide } from "./identity.ts";
import type { PasskeyChecker } from "./passkeys/sign.ts";
import { problemOf } from "./problems.ts";
import { isComment, type BallotRecord, type LinkRecord } from "./records.ts";

export interface Proven {
  readonly kind: "proven";
  readonly identity: BallotRecord["identity"];
  readonly identityId: string | null;
  readonly passkey?: BallotRecord["passkey"];
  readonly passkeyOf?: BallotRecord["passkeyOf"];
  /** Use the proof up. */
  readonly uses?: readonly Write[];
}

/** @param question without a decision where somebody asks or comments: a passkey signs decisions alone */
export async function provenBy(
  ports: TryPorts & { readonly passkeys?: PasskeyChecker },
  opened: Opened<LinkRecord>,
  { identity, client, decision }: Pick<DecideQuestion, "identity" | "client"> & { readonly decision?: Decision },
): Promise<Proven | { readonly kind: "missing"; readonly problem: ActionProblem }> {
  const missing = (field: ActionProblem["field"], code: ProblemCode) =>
    ({ kind: "missing", problem: problemOf(field, code) }) as const;
  const { link, view } = opened;
  const ways = identityOfStanding(view.standing);
  if (identity === undefined || ways === undefined) return missing("identity", "identityMissing");
  switch (identity.kind) {
    case "signIn": {
      const { principal } = identity;
      if (!mayDecide(principal, link)) return missing("identity", "otherAccount");
      return { kind: "proven", identity: "signIn", identityId: principal.subject };
    }
    case "passkey": {
      const { passkeys } = ports;
      if (passkeys === undefined || decision === undefined || isComment(link))
        return missing("identity", "identityMissing");
      const check = await passkeys({ ...opened, link }, { ...identity, client, decision });
      if (check.kind === "wrong") return missing("identity", check.code);
      const { proof: passkey, of: passkeyOf, uses } = check;
      return { kind: "proven", identity: "passkey", identityId: passkey.credentialId, passkey, passkeyOf, uses };
    }
    case "code": {
      if (ways.codeTo === undefined) return missing("identity", "codeNotEnough");
      const check = await checkCode(ports, opened, client, identity.code);
      if (check.kind === "wrong") return missing("code", check.code);
      return { kind: "proven", identity: "code", identityId: null, uses: [check.use] };
    }
  }
}
