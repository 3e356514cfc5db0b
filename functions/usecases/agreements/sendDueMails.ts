/** Goes through the marks of mails that are still to be sent (mail/dueMails.ts), whatever their region. */
import type { Ports } from "../ports.ts";
import { tellHeadLater } from "../audit/weeklyHead.ts";
import { askYardLater } from "../mail/askReports.ts";
import { sendInvoice } from "../documents/sendInvoice.ts";
import { DUE_MAILS, DueMail, sendMarked } from "../mail/dueMails.ts";
import { sendToursLater } from "../mail/notifyDispatchers.ts";
import { tellOfBallot } from "../mail/recordBounce.ts";
import { tellOfReturned } from "../mail/returned.ts";
import { allItems } from "../records/allItems.ts";
import { tellOfTries } from "./alerts.ts";
import { tellRemoved } from "./passkeys/removePasskey.ts";
import { sendNotProposed } from "./proposePublished.ts";
import type { TellPorts } from "./tell.ts";

export type DueMailPorts = TellPorts & Pick<Ports, "blobs" | "site">;

/** @returns how many are still to be sent */
export async function sendDueMails(ports: DueMailPorts): Promise<{ left: number }> {
  const marks = await allItems(ports.store, { pk: DUE_MAILS, index: true });
  let left = 0;
  for (const { data } of marks) {
    const due = DueMail.parse(data);
    if (!(await sendMarked(ports, due, () => send(ports, due)))) left++;
  }
  return { left };
}

function send(ports: DueMailPorts, due: DueMail): Promise<unknown> {
  switch (due.kind) {
    case "tours":
      return sendToursLater(ports, due);
    case "report":
      return askYardLater(ports, due);
    case "auditHead":
      return tellHeadLater(ports, due);
    case "returned":
      return tellOfReturned(ports, due.about, due.cause);
    case "undeliverable":
      return tellOfBallot(ports, due);
    case "tries":
      return tellOfTries(ports, due);
    case "notProposed":
      return sendNotProposed(ports, due, due);
    case "invoice":
      return sendInvoice(ports, due);
    case "passkeyRemoved":
      return tellRemoved(ports, due);
  }
}
