/** Many agreements of a large region open at once for sixty simulated days: every mail with its moment, and the memory on the way. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Agreement } from "../../domain/agreement/agreement.ts";
import { localTimestamp } from "../../domain/localTime.ts";
import type { Contact } from "../../domain/region/contacts.ts";
import { asJson } from "../../functions/ports/store.ts";
import type { Mail, Mailer } from "../../functions/ports/mailer.ts";
import { decideSignedIn } from "../../functions/usecases/agreements/decide.ts";
import { currentOf, readRecord } from "../../functions/usecases/agreements/readAgreement.ts";
import { submit } from "../../functions/usecases/agreements/submit.ts";
import { key } from "../../functions/usecases/records/keys.ts";
import type { RegionIndex } from "../../functions/usecases/records/region.ts";
import { approvalDriver } from "./approval.ts";
import { testSystem } from "./system.ts";

export const REGION = "large";
export const OPENED = "2026-03-02T16:00:00+01:00";
export const DECIDED = "2026-03-20T12:00:00+01:00";
export const DEADLINE = "2026-04-30T23:59:59+02:00";
export const REMINDER_DAYS = [5, 15, 25, 35];
const START = "2026-03-02T07:00:00+01:00";
const SHARE = 10_000;

export interface ManyOptions {
  readonly members: number;
  readonly agreements: number;
  /** So many members decide on 20 March; the others never do. */
  readonly deciding: number;
  /** Told at the end of each tenth day. */
  readonly onDay?: (day: number) => void;
}

export interface Sent {
  readonly id: string;
  /** Local time, RFC 3339. */
  readonly at: string;
}

export interface ManyResult {
  readonly sent: readonly Sent[];
  readonly states: readonly string[];
  /** Waits open after the ballots were opened. */
  readonly waits: number;
  /** Bytes of heap, collected, on each tenth day. */
  readonly heap: readonly number[];
}

export const agsOf = (member: number): string => `100410${String(member).padStart(2, "0")}`;

export async function manyApprovals({ members, agreements, deciding, onDay }: ManyOptions): Promise<ManyResult> {
  const system = await testSystem(null);
  const { ports, clock, interpreter } = system;
  const sent: Sent[] = [];
  (ports.mailer as { send: Mailer["send"] }).send = ({ id }: Mail) => {
    sent.push({ id, at: localTimestamp(clock.now()) });
    return Promise.resolve({ kind: "sent", messageId: `<${id}@test>` });
  };
  (ports.log as { info: unknown }).info = () => undefined;
  clock.milliseconds = Date.parse(START);
  const driver = approvalDriver(system);
  try {
    const ags = Array.from({ length: members }, (_, member) => agsOf(member));
    await ports.store.put({ ...key.contacts(REGION), data: asJson({ contacts: ags.map(mayorOf) }) }, "any");
    await ports.store.put({ ...key.index(REGION), data: asJson(indexOf(ags)) }, "any");
    for (let i = 0; i < agreements; i++) await submit(ports, { agreement: agreementOf(ags, i) });
    await driver.advanceTo(OPENED);
    await driver.idle();
    const waits = interpreter.journal.all<{ n: number }>(
      "SELECT count(*) AS n FROM pending WHERE phase = 'waiting' AND token IS NOT NULL",
    )[0]!.n;
    const heap: number[] = [];
    const end = Date.parse(DEADLINE) + 1000;
    let decided = false;
    for (let day = 0; ; day += 10) {
      const at = Math.min(end, Date.parse(OPENED) + day * 86_400_000);
      if (!decided && at > Date.parse(DECIDED)) {
        decided = true;
        await driver.advanceTo(DECIDED);
        for (let i = 0; i < agreements; i++) for (const one of ags.slice(0, deciding)) await decideOne(one, i);
      }
      await driver.advanceTo(new Date(at).toISOString());
      heap.push(collectedHeap());
      onDay?.(day);
      if (at === end) break;
    }
    const states: string[] = [];
    for (let i = 0; i < agreements; i++) {
      const { record } = await readRecord(ports.store, REGION, agreementId(i));
      states.push(currentOf(record).state);
    }
    return { sent, states, waits, heap };
  } finally {
    await system.close();
  }

  async function decideOne(ags: string, agreement: number): Promise<void> {
    const ballot = { region: REGION, agreement: agreementId(agreement), version: 1, ags, role: "mayor" } as const;
    const grants = [{ role: "mayor", region: REGION, municipality: ags } as const];
    const principal = { subject: ags, name: ags, grants };
    const { kind } = await decideSignedIn(ports, ballot, principal, { decision: "approved", amount: "100,00" });
    if (kind !== "decided") throw new Error(`${ags} could not decide: ${kind}`);
  }
}

const agreementId = (i: number): string => `a${String(i).padStart(2, "0")}`;

const mayorOf = (ags: string): Contact => ({
  ...{ id: `m-${ags}`, role: "mayor", municipalityAgs: ags as Contact["municipalityAgs"], name: `Mayor ${ags}` },
  ...{ email: `m-${ags}@example.org`, language: "de" },
});

const indexOf = (all: readonly string[]): RegionIndex => ({
  ...{ id: REGION, name: "Großer Verbund", synthetic: "erfunden", horizonWeeks: 4 },
  municipalities: all.map((ags) => ({ ags, name: ags })),
  ...{ storages: [], points: {}, sensors: [] },
  agreements: {
    ...{
      proposal: "byHand" as const,
      commentWorkingDays: 0,
      decisionWorkingDays: 40,
      reminderWorkingDays: REMINDER_DAYS,
      valueLimitCents: 50_000,
    },
  },
});

const agreementOf = (all: readonly string[], i: number): Agreement => ({
  schema: "gruenverbund/agreement/1",
  ...{ id: agreementId(i), version: 1, kind: "period", region: REGION, regionName: "Großer Verbund", rule: "tonnes" },
  period: { firstWeek: "2026-W10", lastWeek: "2026-W13" },
  jointCostCents: SHARE * all.length,
  members: all.map((ags) => ({
    ...{ ags, name: ags, forecastKg: 1000, standAloneCostCents: SHARE + 500, shareCents: SHARE },
    ...{ guaranteeCents: SHARE + 500, valueLimitCents: 50_000, level: "L1" },
    approvers: [{ role: "mayor", contactId: `m-${ags}` }],
  })),
  fallbacks: [],
  plan: { week: "2026-W10", run: "0123456789abcdef", inputsSha256: "a".repeat(64) },
  ...{ commentUntil: OPENED, deadline: DEADLINE, createdAt: START },
});

function collectedHeap(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}
