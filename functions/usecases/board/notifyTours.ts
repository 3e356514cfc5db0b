/** Tells dispatchers of all, and drivers of their own published tours that a board has changed; of the others nobody hears again. */
import { Plan } from "../../../domain/plan/plan.ts";
import { changedToursMail, type ChangedTours } from "../mail/changedToursMail.ts";
import { sendOnce } from "../mail/sendOnce.ts";
import type { Ports } from "../ports.ts";
import { allContacts } from "../records/contacts.ts";
import { resultOf, type RunKey } from "../run/run.ts";
import { timesOf } from "./tours.ts";

export async function notifyTours(
  ports: Pick<Ports, "store" | "blobs" | "mailer" | "clock" | "log">,
  { run, base }: { readonly run: RunKey; readonly base: RunKey },
): Promise<{ sent: number; refused: number }> {
  const [plan, before] = [await planOf(ports, run), await planOf(ports, base)];
  const old = new Map(before.routes.map((route) => [route.id, timesOf(route)]));
  const news: ChangedTours = {
    plan,
    changed: plan.routes.filter((route) => old.get(route.id) !== timesOf(route)),
    cancelled: (plan.cancelledTours ?? []).filter(({ id }) => old.has(id)),
  };
  const files = await filesOf(ports, run, news);
  let [sent, refused] = [0, 0];
  for (const contact of await allContacts(ports.store, run.region)) {
    const own = forContact(news, contact);
    if (own === undefined || own.changed.length + own.cancelled.length === 0) continue;
    const about = { region: run.region, week: run.week, occasion: "tours", contactId: contact.id };
    const outcome = await sendOnce(ports, changedToursMail(own, contact, files, run.run), about);
    if (outcome.kind === "sent") sent++;
    else refused++;
  }
  return { sent, refused };
}

function forContact(
  news: ChangedTours,
  { role, vehicleId }: { readonly role: string; readonly vehicleId?: string | undefined },
): ChangedTours | undefined {
  if (role === "dispatcher") return news;
  if (role !== "driver") return undefined;
  const mine = (tour: { readonly vehicleId: string }): boolean => tour.vehicleId === vehicleId;
  return { ...news, changed: news.changed.filter(mine), cancelled: news.cancelled.filter(mine) };
}

async function planOf({ blobs }: Pick<Ports, "blobs">, run: RunKey): Promise<Plan> {
  const bytes = await resultOf(blobs, run).get("plan.json");
  if (bytes === undefined) throw new Error(`run ${run.run} of ${run.region} ${run.week} has no plan.json`);
  return Plan.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

async function filesOf(
  { blobs }: Pick<Ports, "blobs">,
  run: RunKey,
  { changed }: ChangedTours,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { id } of changed)
    for (const name of [`tours/${id}.pdf`, `tours/${id}.gpx`]) {
      const content = await resultOf(blobs, run).get(name);
      if (content !== undefined) files.set(name, content);
    }
  return files;
}
