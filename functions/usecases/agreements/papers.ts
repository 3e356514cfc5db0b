/** The papers that the approval page offers. */
import type { Language } from "../../../domain/region/contacts.ts";
import type { KnownBallot } from "./ballotView.ts";
import { agreementPdf } from "./pdf/agreementPdf.ts";
import { councilPdf } from "./pdf/councilPdf.ts";
import { receiptPdf } from "./pdf/receiptPdf.ts";

/**
 * Agreement and council paper are German, as the law wants them.
 *
 * @param language of the receipt
 * @throws RangeError for a receipt where nothing is decided
 */
export function paperOf(
  view: KnownBallot,
  kind: "agreement" | "council" | "receipt",
  language: Language,
): Promise<Uint8Array> {
  const { agreement, proposalSha256, member, standing, contact, deputyFor } = view;
  if (kind === "agreement") return agreementPdf({ agreement, proposalSha256 });
  if (kind === "council") return councilPdf({ agreement, member, proposalSha256 });
  if (standing.kind !== "decided") throw new RangeError("there is no receipt without a decision");
  const { receipt } = standing;
  // Who opens the page may be the deputy, and the approver the one who decided.
  const person = standing.mine ? contact.name : deputyFor;
  return receiptPdf({ ...receipt, language, agreement, member, person, proposalSha256 });
}
