/** What the plan costs, as tables: `costs.csv` for people with German Excel, `costs.machine.csv` for programs. */
import type { Plan } from "../../domain/plan/plan.ts";
import { formatDate } from "../../domain/week.ts";
import { BYTE_ORDER_MARK, csvLines, euros, GERMAN, MACHINE, type Cell } from "./csv.ts";
import { clock, COST_LINE_NAMES, loadOf, periodName, pickupCount, RULES, weekDates, weekName } from "./words.ts";

type Table = readonly (readonly Cell[])[];

const tonnesOf = (massKg: number): Cell => ({ value: massKg / 1000, decimals: 3 });

function savingPercent(savingCents: number, standAloneCents: number): Cell {
  return { value: standAloneCents === 0 ? 0 : (100 * savingCents) / standAloneCents, decimals: 2 };
}

function headTable(plan: Plan): Table {
  const { firstWeek, lastWeek } = plan.period;
  return [
    ["Grünverbund", plan.regionName],
    ["Zeitraum der Kosten", `${periodName(firstWeek, lastWeek)} (${weekDates(firstWeek, lastWeek)})`],
    ["Verteilungsschlüssel", RULES[plan.allocation.rule].name],
    ...plan.notices.map((notice): Cell[] => ["Hinweis", notice]),
  ];
}

const MUNICIPALITY_HEAD = [
  "AGS",
  "Kommune",
  "Alleinkosten in €",
  "Anteil gemeinsam in €",
  "Einsparung in €",
  "Einsparung in %",
  "Menge in t",
  "Eingebrachte Leistung in €",
  "Zahlung in €",
];

function municipalityTable(plan: Plan): Table {
  const sum = (pick: (m: Plan["municipalities"][number]) => number) =>
    plan.municipalities.reduce((a, m) => a + pick(m), 0);
  const saving = plan.standAloneTotalCents - plan.jointCostCents;
  return [
    MUNICIPALITY_HEAD,
    ...plan.municipalities.map((m): Cell[] => [
      m.ags,
      m.name,
      euros(m.standAloneCostCents),
      euros(m.shareCents),
      euros(m.savingCents),
      savingPercent(m.savingCents, m.standAloneCostCents),
      tonnesOf(m.forecastKg),
      euros(m.contributionCents),
      euros(m.paymentCents),
    ]),
    [
      "",
      "Summe",
      euros(plan.standAloneTotalCents),
      euros(plan.jointCostCents),
      euros(saving),
      savingPercent(saving, plan.standAloneTotalCents),
      tonnesOf(sum((m) => m.forecastKg)),
      euros(sum((m) => m.contributionCents)),
      euros(sum((m) => m.paymentCents)),
    ],
  ];
}

function costLineTable(plan: Plan): Table {
  return [
    ["Kostenart", "gemeinsam in €", "allein in €", "Einsparung in €"],
    ...plan.costLines.map(({ line, jointCents, standAloneCents }): Cell[] => [
      COST_LINE_NAMES[line],
      euros(jointCents),
      euros(standAloneCents),
      euros(standAloneCents - jointCents),
    ]),
  ];
}

function routeTable(plan: Plan): Table {
  return [
    [`Touren in ${weekName(plan.week)}`],
    [
      "Tour",
      "Fahrzeug",
      "Datum",
      "Beginn",
      "Ende",
      "Ladungen",
      "Strecke in km",
      "Dauer in h",
      "Menge in t",
      "Kosten in €",
    ],
    ...plan.routes.map((route): Cell[] => [
      route.id,
      route.vehicleName,
      formatDate(route.date),
      clock(route.stops[0]?.departureAt ?? ""),
      clock(route.stops.at(-1)?.arrivalAt ?? ""),
      pickupCount(route),
      { value: route.distanceMetres / 1000, decimals: 1 },
      { value: route.durationSeconds / 3600, decimals: 2 },
      tonnesOf(loadOf(route)),
      euros(route.costCents),
    ]),
  ];
}

/** Four tables under each other with an empty line between them, as one would lay out a sheet. */
export function renderCostsCsv(plan: Plan): string {
  const tables = [headTable(plan), municipalityTable(plan), costLineTable(plan), routeTable(plan)];
  return BYTE_ORDER_MARK + tables.map((table) => csvLines(table, GERMAN)).join("\r\n");
}

/** One header for all records, so that every line has the same number of fields. */
const MACHINE_COLUMNS = [
  "record",
  "id",
  "name",
  "date",
  "standAloneCostCents",
  "jointCostCents",
  "savingCents",
  "contributionCents",
  "paymentCents",
  "massKg",
  "pickups",
  "distanceMetres",
  "durationSeconds",
  "drivingSeconds",
  "routeCostCents",
] as const;

type MachineRecord = Partial<Record<(typeof MACHINE_COLUMNS)[number], Cell>>;

function machineRecords(plan: Plan): MachineRecord[] {
  const saving = plan.standAloneTotalCents - plan.jointCostCents;
  const total = {
    standAloneCostCents: plan.standAloneTotalCents,
    jointCostCents: plan.jointCostCents,
    savingCents: saving,
  };
  return [
    { record: "total", id: plan.region, name: plan.regionName, ...total },
    ...plan.municipalities.map((m) => ({
      ...{ record: "municipality", id: m.ags, name: m.name, massKg: m.forecastKg },
      ...{ standAloneCostCents: m.standAloneCostCents, jointCostCents: m.shareCents, savingCents: m.savingCents },
      ...{ contributionCents: m.contributionCents, paymentCents: m.paymentCents },
    })),
    ...plan.costLines.map(({ line, jointCents, standAloneCents }) => ({
      ...{ record: "costLine", id: line, name: line, jointCostCents: jointCents },
      ...{ standAloneCostCents: standAloneCents, savingCents: standAloneCents - jointCents },
    })),
    ...plan.routes.map((route) => ({
      ...{ record: "route", id: route.id, name: route.vehicleId, date: route.date, massKg: loadOf(route) },
      ...{ pickups: pickupCount(route), distanceMetres: route.distanceMetres, durationSeconds: route.durationSeconds },
      ...{ drivingSeconds: route.drivingSeconds, routeCostCents: route.costCents },
    })),
  ];
}

/** For a municipality `jointCostCents` is its share; costs of routes are those of the planned week alone. */
export function renderMachineCsv(plan: Plan): string {
  const records = machineRecords(plan);
  return csvLines(
    [MACHINE_COLUMNS, ...records.map((record) => MACHINE_COLUMNS.map((column) => record[column] ?? null))],
    MACHINE,
  );
}
