/** Sends the week's tours to every dispatcher, each mail once. */
import { Plan } from "../../../domain/plan/plan.ts";
import type { Ports } from "../ports.ts";
import { contactsOf } from "../records/contacts.ts";
import { openInput, resultOf, type RunKey } from "../run/run.ts";
import { weekRecord } from "../weeks/readWeek.ts";
import { dispatcherMail } from "./dispatcherMail.ts";
import { markAndSend } from "./dueMails.ts";
import { sendEach } from "./sendEach.ts";
import { sendOnce } from "./sendOnce.ts";

type NotifyPorts = Pick<Ports, "store" | "blobs" | "mailer" | "clock" | "log">;

/**
 * What cannot be sent for now is sent later, by the reconciler.
 *
 * @returns how many were sent, now or before, and how many were not
 */
export async function notifyDispatchers(
  ports: NotifyPorts,
  { region, week, run }: RunKey,
): Promise<{ sent: number; refused: number }> {
  const count = (await contactsOf(ports.store, region, "dispatcher")).length;
  if (count === 0) return { sent: 0, refused: 0 };
  const told = { sent: 0 };
  await markAndSend(ports, { kind: "tours", region, week, run }, () => sendTours(ports, { region, week, run }, told));
  return { sent: told.sent, refused: count - told.sent };
}

/** Of a plan that another has taken the place of since, later is never. */
export async function sendToursLater(ports: NotifyPorts, run: RunKey): Promise<void> {
  const { run: now } = await weekRecord(ports.store, run.region, run.week);
  if (now === run.run) await sendTours(ports, run, { sent: 0 });
}

/** @throws Error when one of them cannot be sent for now; the others are */
async function sendTours(ports: NotifyPorts, run: RunKey, told: { sent: number }): Promise<void> {
  const files = await resultFiles(ports, run);
  const plan = Plan.parse(JSON.parse(new TextDecoder().decode(files.get("plan.json"))));
  const { region } = await openInput(ports, run);
  const contacts = await contactsOf(ports.store, run.region, "dispatcher");
  await sendEach(
    contacts.map((contact) => async () => {
      const mail = dispatcherMail(plan, contact, files, { region });
      const about = { region: run.region, week: run.week, occasion: "tours", contactId: contact.id };
      if ((await sendOnce(ports, mail, about)).kind === "sent") told.sent++;
    }),
  );
}

async function resultFiles({ blobs }: Pick<Ports, "blobs">, run: RunKey): Promise<Map<string, Uint8Array>> {
  const result = resultOf(blobs, run);
  const files = new Map<string, Uint8Array>();
  for (const name of await result.list("")) files.set(name, (await result.get(name))!);
  return files;
}
