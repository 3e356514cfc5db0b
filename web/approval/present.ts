/** From what the use cases know of a link to what the page shows. */
import type { Principal } from "../../domain/access.ts";
import type { ActionProblem } from "../../functions/usecases/agreements/ballotActions.ts";
import type { Terms } from "../../functions/usecases/agreements/terms/index.ts";
import { identityOfStanding, type KnownBallot } from "../../functions/usecases/agreements/ballotView.ts";
import { mayDecide } from "../../functions/usecases/agreements/identity.ts";
import type { Asked, Identity, Misses, Standing } from "./view.ts";

export function askedOf(view: KnownBallot, path: string): Asked {
  const { agreement, member, role, contact, deputyFor, proposalSha256, questions, synthetic, others } = view;
  return {
    ...{ agreement, member, role, person: contact.name, proposalSha256, path, questions, synthetic, others },
    ...(deputyFor === undefined ? {} : { deputyFor }),
  };
}

/** @param again somebody tried to decide a second time */
export function standingOf({ standing }: KnownBallot, again: boolean): Standing {
  switch (standing.kind) {
    case "decided": {
      const { ballot, receiptId, verifyUrl, identity, passkeyOf } = standing.receipt;
      const decided = { ballot, receiptId, verifyUrl, identity, ...(passkeyOf && { passkeyOf }) };
      return { kind: "decided", decided, again, mine: standing.mine };
    }
    case "superseded":
      return { kind: "superseded", now: standing.now };
    case "closed":
      return { kind: "closed", state: standing.state, against: standing.against, next: standing.next };
    case "early":
      return { kind: "early", comment: standing.comment };
    default:
      return { kind: standing.kind };
  }
}

/** Whether an account is that of who is asked. */
export function isAsked({ agreement, role, member }: KnownBallot, principal: Principal): boolean {
  return mayDecide(principal, { region: agreement.region, role, ags: member.ags });
}

/** Which ways are open to this person in this browser. */
export function identityOf(view: KnownBallot, principal: Principal | undefined, path: string): Identity {
  const codeTo = identityOfStanding(view.standing)?.codeTo;
  const right = principal !== undefined && isAsked(view, principal);
  return {
    ...(codeTo === undefined ? {} : { codeTo }),
    ...(right ? { signedInAs: principal.name } : {}),
    ...(principal !== undefined && !right ? { wrongAccount: principal.name } : {}),
    signInUrl: `/sign-in?to=${encodeURIComponent(path)}`,
  };
}

export function missesOf(problems: readonly ActionProblem[], terms: Terms): Misses {
  return Object.fromEntries(problems.map(({ field, code, length }) => [field, terms.problems[code](length)]));
}
