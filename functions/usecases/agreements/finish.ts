/** What follows a decision that is stored: the workflow's waits end, and whoever decided gets the receipt. Done twice it is done once. */
import type { Ports } from "../ports.ts";
import { allContacts } from "../records/contacts.ts";
import { memberOf } from "./asked.ts";
import { receiptMail } from "./mail/outcomeMails.ts";
import type { ReceiptPaper } from "./pdf/receiptPdf.ts";
import { readReceipt } from "./receipts.ts";
import { readProposal } from "./readAgreement.ts";
import { agreementKey, type BallotKey } from "./records.ts";
import { tell, type TellPorts } from "./tell.ts";
import { answerAll, answerOne } from "./waits.ts";

export interface FinishPorts extends TellPorts, Pick<Ports, "workflows"> {
  /** Draws the receipt for the mail; fonts and drawing are half a megabyte that not every function can carry. */
  readonly receiptPaper?: (of: ReceiptPaper) => Promise<Uint8Array>;
}
/** Without a mailer mails are left to the reconciler. */
export type DecidePorts = Omit<FinishPorts, "mailer"> & Partial<Pick<Ports, "mailer">>;

const fileNameOf = ({ agreement, version, ags, role }: BallotKey): string =>
  `beleg-${agreement}-v${version}-${ags}-${role}.pdf`;

/** @throws Error when something of it must be done again; the mark stays then */
export async function finishDecision({ mailer, receiptPaper, ...ports }: DecidePorts, key: BallotKey): Promise<void> {
  const { store, log } = ports;
  const receipt = await readReceipt(ports, key);
  if (receipt === undefined) throw new Error(`there is no decision of ${key.ags} ${key.role} on ${key.agreement}`);
  const { ballot, proposalSha256, verifyUrl } = receipt;
  // One refusal ends the vote, so nobody needs to wait for the others.
  await (ballot.decision === "rejected" ? answerAll(ports, key) : answerOne(ports, key));
  if (mailer === undefined) return;
  const contact = (await allContacts(store, key.region)).find(({ id }) => id === ballot.contactId);
  if (contact !== undefined) {
    const { agreement } = await readProposal(store, key);
    const member = memberOf(agreement, key.ags);
    const paper = { ...receipt, agreement, member, person: contact.name, language: contact.language };
    const attachments = await receiptPaper?.(paper).then(
      (content) => [{ fileName: fileNameOf(key), contentType: "application/pdf", content }],
      (error: unknown) => {
        // The mail says what was decided, and the page has the paper.
        log.error("receipt not drawn", error, { region: key.region, agreement: key.agreement });
        return undefined;
      },
    );
    const mail = receiptMail({
      ...{ agreement, member, contact, ballot, proposalSha256, verifyUrl },
      ...(attachments === undefined ? {} : { attachments }),
    });
    await tell({ ...ports, mailer }, agreement, contact, "receipt", mail);
  }
  await store.remove(agreementKey.due(key), "any");
}
