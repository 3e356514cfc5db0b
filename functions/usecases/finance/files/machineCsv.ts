/** The finance figures for programs (RFC 4180): one record a line, whole cents and kilograms, the same fields in every line. */
import { csvLines, MACHINE, type Cell } from "../../../../planning/report/csv.ts";
import type { FinanceFigures, Pair } from "../figures.ts";
import { seenInFull } from "./tables.ts";

const COLUMNS = [
  ...["record", "ags", "name", "key", "aloneCents", "jointCents", "savingCents", "agreedCents"],
  ...["contributionCents", "paymentCents", "arrivalsKg", "aloneHauledKg", "jointHauledKg"],
] as const;

type MachineRecord = Readonly<Partial<Record<string, Cell>>>;

const saved = ({ aloneCents, jointCents }: Pair) => ({ aloneCents, jointCents, savingCents: aloneCents - jointCents });

/** `key` is a cost line, week, month, fraction or rule; of a member `jointCents` is the share, or its part. */
export function financeMachineCsv(figures: FinanceFigures): string {
  const records = [...common(figures), ...seenInFull(figures).flatMap((one) => own(figures, one))];
  return csvLines([COLUMNS, ...records.map((record) => COLUMNS.map((column) => record[column] ?? null))], MACHINE);
}

function common(figures: FinanceFigures): MachineRecord[] {
  const { totals, members, lines, weeks, months, fractions, agreement } = figures;
  const { contributionCents, paymentCents, forecastKg } = totals;
  return [
    {
      ...{ record: "total", name: figures.regionName, key: figures.week, contributionCents, paymentCents },
      ...{ ...saved(totals), arrivalsKg: forecastKg, agreedCents: agreement?.jointCostCents ?? null },
    },
    ...members.map((m) => ({
      ...{ record: "member", ags: m.ags, name: m.name, arrivalsKg: m.forecastKg, agreedCents: m.agreedCents },
      ...saved({ aloneCents: m.aloneCents, jointCents: m.shareCents }),
      ...(m.full === null ? {} : { contributionCents: m.full.contributionCents, paymentCents: m.full.paymentCents }),
    })),
    ...lines.map((one) => ({ record: "line", key: one.line, ...saved(one) })),
    ...weeks.map((one) => ({ record: "week", key: one.week, ...saved(one) })),
    ...months.map((one) => ({ record: "month", key: one.month, ...saved(one) })),
    ...fractions.map(({ fraction, arrivalsKg, aloneHauledKg, jointHauledKg, aloneGateCents, jointGateCents }) => ({
      ...{ record: "fractionGate", key: fraction, arrivalsKg, aloneHauledKg, jointHauledKg },
      ...saved({ aloneCents: aloneGateCents, jointCents: jointGateCents }),
    })),
  ];
}

function own({ rules }: FinanceFigures, member: ReturnType<typeof seenInFull>[number]): MachineRecord[] {
  const { ags, name, aloneCents, full } = member;
  const whose = { ags, name };
  return [
    ...full.lines.map((one) => ({ record: "memberLine", ...whose, key: one.line, ...saved(one) })),
    ...full.weeks.map((one) => ({ record: "memberWeek", ...whose, key: one.week, ...saved(one) })),
    ...full.months.map((one) => ({ record: "memberMonth", ...whose, key: one.month, ...saved(one) })),
    ...full.fractions.map(({ fraction, arrivalsKg, aloneHauledKg, aloneGateCents }) => ({
      ...{ record: "memberFractionGate", ...whose, key: fraction },
      ...{ arrivalsKg, aloneHauledKg, aloneCents: aloneGateCents },
    })),
    ...rules.map(({ rule, shares }) => ({
      ...{ record: "memberRule", ...whose, key: rule },
      ...saved({ aloneCents, jointCents: shares[ags]! }),
    })),
  ];
}
