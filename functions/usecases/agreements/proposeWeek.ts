/** Proposes the split of a published week: from its checked plan, to everybody whose consent it needs. */
import { Agreement } from "../../../domain/agreement/agreement.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { allContacts } from "../records/contacts.ts";
import { readIndex } from "../records/region.ts";
import { resultOf, type RunKey } from "../run/run.ts";
import { weekRecord } from "../weeks/readWeek.ts";
import { findFrame } from "./findFrame.ts";
import { propose } from "./propose.ts";
import { currentOf, findRecord, readProposal } from "./readAgreement.ts";
import { ensureStarted, submit, type Submitted } from "./submit.ts";
import { isLive } from "./transitions.ts";
import type { WaitPorts } from "./waits.ts";

export interface WeekProposal {
  readonly region: string;
  readonly week: string;
  /**
   * Default: period, what the weeks of the plan cost together. fitting: a week where an agreement in force covers it, else a
   * period.
   */
  readonly kind?: Agreement["kind"] | "fitting";
  /** Subject of whoever proposes. */
  readonly by?: string;
}

/** One agreement for each kind of a week. */
export const agreementIdOf = (week: string, kind: Agreement["kind"]): string => `${week}-${kind}`;

/** A week inside a frame may be planned again after its notice: that is a notice of its own. */
export const repeatedIdOf = (week: string, run: string): string => `${agreementIdOf(week, "week")}-${run.slice(0, 8)}`;

/**
 * Asked again for the same run it gives the version that is under way.
 *
 * @throws ApiProblem 404 without a published plan, 409 when the agreement is in force
 * @throws InputError with everybody who is missing in contacts.csv
 */
export async function proposeWeek(
  ports: WaitPorts & Pick<Ports, "blobs">,
  { region, week, kind: asked = "period", by }: WeekProposal,
): Promise<Submitted & { again: boolean }> {
  const { store } = ports;
  const { run, status } = await weekRecord(store, region, week);
  if (run === null || status !== "planned")
    throw new ApiProblem(404, `Die Woche ${week} hat noch keinen fertigen Plan.`);
  const plan = await readPlan(ports, { region, week, run });
  const frame = asked === "week" || asked === "fitting" ? await findFrame(store, plan) : undefined;
  const kind = asked === "fitting" ? (frame === undefined ? "period" : "week") : asked;
  const id = kind === "week" ? await freeIdOf(ports, region, week, run) : agreementIdOf(week, kind);
  const known = await underWay(ports, region, id, run);
  if (known !== undefined) return known;
  const { agreements } = await readIndex(store, region);
  const agreement = propose({
    ...{ plan, run, kind, id, version: 1, now: ports.clock.now() },
    region: { settings: agreements === undefined ? {} : { agreements }, contacts: await allContacts(store, region) },
    ...(frame === undefined ? {} : { frame }),
  });
  const submitted = await submit(ports, { agreement: Agreement.parse(agreement), ...(by === undefined ? {} : { by }) });
  return { ...submitted, again: false };
}

async function readPlan({ blobs }: Pick<Ports, "blobs">, run: RunKey): Promise<Plan> {
  const bytes = await resultOf(blobs, run).get("plan.json");
  if (bytes === undefined) throw new Error(`run ${run.run} of ${run.region} ${run.week} has no plan.json`);
  return Plan.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

async function freeIdOf(ports: WaitPorts, region: string, week: string, run: string): Promise<string> {
  const id = agreementIdOf(week, "week");
  const held = await findRecord(ports.store, region, id);
  if (held === undefined || currentOf(held.record).state !== "inForce") return id;
  const { version } = currentOf(held.record);
  const { agreement } = await readProposal(ports.store, { region, agreement: id, version });
  return agreement.plan.run === run ? id : repeatedIdOf(week, run);
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
