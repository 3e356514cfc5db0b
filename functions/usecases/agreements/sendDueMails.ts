/** Goes through the marks of mails that are still to be sent (mail/dueMails.ts), whatever their region. */
import { allItems } from "../records/allItems.ts";
import { DUE_MAILS, DueMail, sendMarked } from "../mail/dueMails.ts";
import { tellRemoved } from "./passkeys/removePasskey.ts";
import type { TellPorts } from "./tell.ts";

/** @returns how many are still to be sent */
export async function sendDueMails(ports: TellPorts): Promise<{ left: number }> {
  const marks = await allItems(ports.store, { pk: DUE_MAILS, index: true });
  let left = 0;
  for (const { data } of marks) {
    const due = DueMail.parse(data);
    if (!(await sendMarked(ports, due, () => send(ports, due)))) left++;
  }
  return { left };
}

function send(ports: TellPorts, due: DueMail): Promise<unknown> {
  switch (due.kind) {
    case "passkeyRemoved":
      return tellRemoved(ports, due);
  }
}
