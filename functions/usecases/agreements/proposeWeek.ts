/** Proposes the split of a published week: from its checked plan, to everybody whose consent it needs. */
import { Agreement } from "../../../domain/agreement/agreement.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { allContacts } from "../records/contacts.ts";
import { readIndex } from "../records/region.ts";
import { resultOf } from "../run/run.ts";
import { weekRecord } from "../weeks/readWeek.ts";
import { propose } from "./propose.ts";
import { currentOf, findRecord, readProposal } from "./readAgreement.ts";
import { ensureStarted, submit, type Submitted } from "./submit.ts";
import { isLive } from "./transitions.ts";
import type { WaitPorts } from "./waits.ts";

export interface WeekProposal {
  readonly region: string;
  readonly week: string;
  /** Default: period, what the weeks of the plan cost together. */
  readonly kind?: Agreement["kind"];
  /** Subject of whoever proposes. */
  readonly by?: string;
}

/**
 * Asked again for the same run it gives the version that is under way.
 *
 * @throws ApiProblem 404 without a published plan, 409 when the agreement is in force
 * @throws InputError with everybody who is missing in contacts.csv
 */
export async function proposeWeek(
  ports: WaitPorts & Pick<Ports, "blobs">,
  { region, week, kind = "period", by }: WeekProposal,
): Promise<Submitted & { again: boolean }> {
  const { store } = ports;
  const { run, status } = await weekRecord(store, region, week);
  if (run === null || status !== "planned")
    throw new ApiProblem(404, `Die Woche ${week} hat noch keinen fertigen Plan.`);
  const id = `${week}-${kind}`;
  const known = await underWay(ports, region, id, run);
  if (known !== undefined) return known;
  const bytes = await resultOf(ports.blobs, { region, week, run }).get("plan.json");
  if (bytes === undefined) throw new Error(`run ${run} of ${region} ${week} has no plan.json`);
  const { agreements } = await readIndex(store, region);
  const agreement = propose({
    plan: Plan.parse(JSON.parse(new TextDecoder().decode(bytes))),
    region: { settings: agreements === undefined ? {} : { agreements }, contacts: await allContacts(store, region) },
    ...{ run, kind, id, version: 1, now: ports.clock.now() },
  });
  const submitted = await submit(ports, { agreement: Agreement.parse(agreement), ...(by === undefined ? {} : { by }) });
  return { ...submitted, again: false };
}

async function underWay(
  ports: WaitPorts,
  region: string,
  id: string,
  run: string,
): Promise<(Submitted & { again: boolean }) | undefined> {
  const held = await findRecord(ports.store, region, id);
  if (held === undefined) return undefined;
  const { version, sha256, ...state } = currentOf(held.record);
  const key = { region, agreement: id, version };
  const { agreement } = await readProposal(ports.store, key);
  const same = agreement.plan.run === run && (isLive({ version, sha256, ...state }) || state.state === "inForce");
  if (!same) return undefined;
  return { key, sha256, execution: state.execution ?? (await ensureStarted(ports, key)), again: true };
}
