/** Checks how somebody proves who they are, against what the level of their part takes. */
import { reachOf, reaches, type Principal } from "../../../domain/access.ts";
import type { Write } from "../../ports/store.ts";
import type { Opened, TryPorts } from "./amounts.ts";
import type { ActionProblem, DecideQuestion } from "./ballotActions.ts";
import { checkCode } from "./codes.ts";
import { PASSKEY_CAUSES } from "./passkeys/causes.ts";
import { checkPasskey } from "./passkeys/sign.ts";
import type { Verifier } from "./passkeys/verifier.ts";
import type { BallotRecord, LinkRecord } from "./records.ts";

export interface Proven {
  readonly kind: "proven";
  readonly identity: BallotRecord["identity"];
  readonly identityId: string | null;
  readonly passkey?: BallotRecord["passkey"];
  /** Use the proof up. */
  readonly uses?: readonly Write[];
}

/** Whether an account is that of the role that a link asks. */
export function mayDecide(principal: Principal, { region, role, ags }: LinkRecord): boolean {
  return reaches(reachOf(principal, region, [role]), [ags]);
}

const NEEDED = "Bitte weisen Sie sich aus: Der Link allein genügt nicht.";
const OTHER_ACCOUNT = "Dieses Konto darf hier nicht entscheiden. Bitte mit dem eigenen Konto anmelden.";
const NO_CODE = "Hier genügt kein Code. Bitte anmelden.";

export async function provenBy(
  ports: TryPorts & { readonly passkeys?: Verifier },
  opened: Opened,
  { identity, client, decision }: Pick<DecideQuestion, "identity" | "client" | "decision">,
): Promise<Proven | { readonly kind: "missing"; readonly problem: ActionProblem }> {
  const missing = (field: ActionProblem["field"], cause: string) =>
    ({ kind: "missing", problem: { field, cause } }) as const;
  const { link, view } = opened;
  if (identity === undefined || view.standing.kind !== "open") return missing("identity", NEEDED);
  switch (identity.kind) {
    case "signIn": {
      const { principal } = identity;
      if (!mayDecide(principal, link)) return missing("identity", OTHER_ACCOUNT);
      return { kind: "proven", identity: "signIn", identityId: principal.subject };
    }
    case "passkey": {
      const { passkeys } = ports;
      if (passkeys === undefined) return missing("identity", NEEDED);
      const check = await checkPasskey({ ...ports, passkeys }, opened, { ...identity, client, decision });
      if (check.kind === "wrong") return missing("identity", PASSKEY_CAUSES[check.code]);
      const { proof: passkey, uses } = check;
      return { kind: "proven", identity: "passkey", identityId: passkey.credentialId, passkey, uses };
    }
    case "code": {
      if (view.standing.identity.codeTo === undefined) return missing("identity", NO_CODE);
      const check = await checkCode(ports, opened, client, identity.code);
      if (check.kind === "wrong") return missing("code", check.cause);
      return { kind: "proven", identity: "code", identityId: null, uses: [check.use] };
    }
  }
}
