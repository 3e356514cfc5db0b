/** The papers that the approval page offers. */
import type { KnownBallot } from "./ballotView.ts";
import { agreementPdf } from "./pdf/agreementPdf.ts";
import { councilPdf } from "./pdf/councilPdf.ts";
import { receiptPdf } from "./pdf/receiptPdf.ts";

/** @throws RangeError for a receipt where nothing is decided */
export function paperOf(view: KnownBallot, kind: "agreement" | "council" | "receipt"): Promise<Uint8Array> {
  const { agreement, proposalSha256, member, standing, contact, deputyFor } = view;
  if (kind === "agreement") return agreementPdf({ agreement, proposalSha256 });
  if (kind === "council") return councilPdf({ agreement, member, proposalSha256 });
  if (standing.kind !== "decided") throw new RangeError("there is no receipt without a decision");
  const { ballot, receiptId, verifyUrl, entry } = standing.receipt;
  // Who opens the page may be the deputy, and the approver the one who decided.
  const person = standing.mine ? contact.name : (deputyFor ?? "die Stellvertretung");
  return receiptPdf({ agreement, member, ballot, person, proposalSha256, receiptId, verifyUrl, entry });
}
