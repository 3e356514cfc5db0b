/**
 * A planned week whose tickets leave something to ask: the first load weighs a fifth of what was planned, the second has no ticket, and
 * one ticket is of a day on which nobody drove.
 */
import { createHandler } from "../../functions/handlers/page/settlementPage.ts";
import { openInput } from "../../functions/usecases/run/run.ts";
import { putProfile } from "../../functions/usecases/weighings/profiles.ts";
import { situationOf } from "../../functions/usecases/weighings/situation.ts";
import { takeFile } from "../../functions/usecases/weighings/takeFile.ts";
import { PLANNED, plannedSystem, type PlannedSystem } from "./plannedSystem.ts";
import { reachedPage, type Reached } from "./reachedPage.ts";
import { AFTER } from "./settlementSite.ts";
import { TEST_PROFILE, ticketFile, ticketLines } from "./weighingFile.ts";

export interface OddWeek extends PlannedSystem, Reached {
  readonly odd: { readonly netKg: number; readonly number: string };
  /** Lines of the file as the scale would have written it. */
  readonly lines: readonly string[];
  /** Codes of the work list as it is now. */
  codes(): Promise<string[]>;
  importTickets(lines: readonly string[]): Promise<void>;
}

export interface OddOptions {
  /** More rows of contacts.csv, beside one yard a member that reads French. */
  readonly contacts?: readonly string[];
  /** Whether each facility has a contact, `plant-<facility>`. */
  readonly plants?: boolean;
  /** A scale that weighs for whoever comes; default: each facility has its own. */
  readonly weighbridge?: string;
  /** Changes the lines of the file before they are imported. */
  readonly lines?: (lines: readonly string[]) => readonly string[];
}

export async function oddWeek({
  contacts = [],
  plants = false,
  weighbridge,
  lines: change,
}: OddOptions = {}): Promise<OddWeek> {
  const { region, week } = PLANNED;
  const planned = await plannedSystem((files) => {
    const yards = ["10001001", "10001002", "10001003"].map(
      (ags) => `yard-${ags};yard;${ags};Yard Person;yard-${ags}@example.org;fr;;;;;test;true`,
    );
    files["contacts.csv"] += [...yards, ...contacts, ""].join("\n");
    if (plants) files["contacts.csv"] = withPlants(files["contacts.csv"]!, files["facilities.csv"]!);
  });
  planned.clock.milliseconds = Date.parse(AFTER);
  const system = await reachedPage(planned, createHandler, "Karla");
  const { region: frozen } = await openInput(system.ports, { ...PLANNED, run: system.run });
  await putProfile(
    system.ports,
    region,
    { ...TEST_PROFILE, ...(weighbridge === undefined ? {} : { weighbridge }) },
    "test",
  );
  const lines = ticketLines(system.plan, frozen, ({ plannedKg }, i) =>
    i === 0 ? Math.round(plannedKg / 5) : plannedKg,
  );
  const [first = "", , ...others] = lines;
  const cells = first.split(";");
  // A day on which nobody drove.
  const stray = ["9001", cells[1], "29.11.2026", ...cells.slice(3)].join(";");
  const importTickets = async (lines: readonly string[]): Promise<void> => {
    const text = ticketFile(lines);
    await takeFile(system.ports, region, { file: "w.csv", text, profile: "waage", by: "test", dry: false });
  };
  await importTickets(change === undefined ? [first, ...others, stray] : change(lines));
  system.mails.length = 0;
  return {
    ...system,
    odd: { number: cells[0]!, netKg: Number(cells[6]) },
    lines,
    codes: async () => (await situationOf(system.ports, region, [week])).items.map(({ code }) => code).sort(),
    importTickets,
  };
}

/** A column more, and a row for each facility. */
function withPlants(contacts: string, facilities: string): string {
  const [header = "", ...rows] = contacts.trimEnd().split("\n");
  const plants = facilities
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(";")[0]!)
    .map((id) => `plant-${id};plant;;Plant Person;plant-${id}@example.org;en;;;;;test;true;${id}`);
  return [`${header};facilityId`, ...rows.map((row) => `${row};`), ...plants, ""].join("\n");
}
