/** Sends the week's tours to every dispatcher, each mail once. */
import { Plan } from "../../../domain/plan/plan.ts";
import type { Ports } from "../ports.ts";
import { contactsOf } from "../records/contacts.ts";
import { openInput, resultOf, type RunKey } from "../run/run.ts";
import { dispatcherMail } from "./dispatcherMail.ts";
import { sendOnce } from "./sendOnce.ts";

/** @returns how many were sent, now or before, and how many addresses did not take it */
export async function notifyDispatchers(
  ports: Pick<Ports, "store" | "blobs" | "mailer" | "clock" | "log">,
  run: RunKey,
): Promise<{ sent: number; refused: number }> {
  const contacts = await contactsOf(ports.store, run.region, "dispatcher");
  if (contacts.length === 0) return { sent: 0, refused: 0 };
  const files = await resultFiles(ports, run);
  const plan = Plan.parse(JSON.parse(new TextDecoder().decode(files.get("plan.json"))));
  const { region } = await openInput(ports, run);
  let sent = 0;
  for (const contact of contacts) {
    const mail = dispatcherMail(plan, contact, files, { region });
    const about = { region: run.region, week: run.week, occasion: "tours", contactId: contact.id };
    if ((await sendOnce(ports, mail, about)).kind === "sent") sent++;
  }
  return { sent, refused: contacts.length - sent };
}

async function resultFiles({ blobs }: Pick<Ports, "blobs">, run: RunKey): Promise<Map<string, Uint8Array>> {
  const result = resultOf(blobs, run);
  const files = new Map<string, Uint8Array>();
  for (const name of await result.list("")) files.set(name, (await result.get(name))!);
  return files;
}
