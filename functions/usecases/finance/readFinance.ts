/** Reads the finance figures of a published week, as far as the reader's right reaches. */
import { reaches, type Reach } from "../../../domain/access.ts";
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { Store } from "../../ports/store.ts";
import { currentOf, listRecords, readProposal } from "../agreements/readAgreement.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { openInput, resultOf } from "../run/run.ts";
import { sha256 } from "../sha256.ts";
import { weekRecord } from "../weeks/readWeek.ts";
import type { AgreementFigures, FinanceFigures } from "./figures.ts";
import { figuresOf } from "./figuresOf.ts";

export { publishedWeeks } from "../weeks/publishedWeeks.ts";

export interface FinanceQuestion {
  readonly region: string;
  readonly week: string;
  readonly reach: Reach;
}

export interface Finance {
  readonly figures: FinanceFigures;
  readonly plan: Plan;
  readonly region: Region;
}

/** @throws ApiProblem 404 without a published plan of the week */
export async function readFinance(
  { store, blobs }: Pick<Ports, "store" | "blobs">,
  { region, week, reach }: FinanceQuestion,
): Promise<Finance> {
  const { run, status } = await weekRecord(store, region, week);
  if (run === null || status !== "planned")
    throw new ApiProblem(404, `Die Woche ${week} hat noch keinen fertigen Plan.`);
  const key = { region, week, run };
  const bytes = await resultOf(blobs, key).get("plan.json");
  if (bytes === undefined) throw new Error(`run ${run} of ${region} ${week} has no plan.json`);
  const plan = Plan.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const { record, region: master } = await openInput({ blobs }, key);
  const figures = figuresOf({
    ...{ plan, region: master, run, planSha256: sha256(bytes), frozenAt: record.frozenAt },
    inFull: (ags) => reaches(reach, [ags]),
    agreed: await agreementOn(store, region, week, [run, ...(record.madeOf ?? [])]),
  });
  return { figures, plan, region: master };
}

/** Of several agreements on a week the one that has come furthest; what was refused or taken back comes last. */
const ORDER: readonly AgreementFigures["state"][] = [
  "settled",
  "inForce",
  "approved",
  "open",
  "informed",
  "draft",
  "refused",
  "lapsed",
  "withdrawn",
  "superseded",
];

async function agreementOn(
  store: Store,
  region: string,
  week: string,
  runs: readonly string[],
): Promise<{ shown: AgreementFigures; agreement: Agreement } | null> {
  const records = await listRecords(store, region);
  const found = await Promise.all(
    records.map(async (record) => {
      const { version, state, openedAt, endedAt } = currentOf(record);
      const { agreement } = await readProposal(store, { region, agreement: record.id, version });
      const { id, kind, rule, jointCostCents } = agreement;
      // Dispatchers may have changed its tours since; its cost and shares are the same.
      const sameRun = runs.includes(agreement.plan.run);
      return { shown: { id, kind, version, state, openedAt, endedAt, rule, jointCostCents, sameRun }, agreement };
    }),
  );
  const ofWeek = found.filter(({ agreement }) => agreement.plan.week === week);
  return ofWeek.sort((a, b) => ORDER.indexOf(a.shown.state) - ORDER.indexOf(b.shown.state))[0] ?? null;
}
