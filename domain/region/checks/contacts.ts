/** People and devices: a yard and a mayor belong to a municipality, nobody stands there twice, distances make sense. */
import type { Problem } from "../../problem.ts";
import type { ContactRole } from "../contacts.ts";
import { error, groupBy, placeOf, validRows, warning, type Check, type DraftRow } from "../draft.ts";

const MUNICIPAL: ReadonlySet<ContactRole | undefined> = new Set<ContactRole>(["yard", "mayor"]);

/** Only rows that are right in every cell: a malformed AGS has been reported as such. */
const yardsAndMayorsHaveAMunicipality: Check = (draft) =>
  validRows(draft, "contacts")
    .filter(({ value }) => MUNICIPAL.has(value.role) && value.municipalityAgs === undefined)
    .map((row) =>
      error(
        "contact.municipality",
        placeOf("contacts", row, "municipalityAgs"),
        `A ${row.value.role} belongs to a municipality, but none is given.`,
        "Fill in the AGS of the municipality.",
      ),
    );

/** One person may have several roles, but would get everything twice if one role stood there twice. */
const contactsAreUnique: Check = (draft) => {
  const groups = groupBy(validRows(draft, "contacts"), ({ value }) =>
    [
      value.role,
      value.municipalityAgs ?? "",
      value.vehicleId ?? "",
      value.facilityId ?? "",
      value.email.toLowerCase(),
    ].join(" "),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    others
      .filter(({ id }) => id !== first?.id)
      .map((row) =>
        error(
          "contact.duplicate",
          placeOf("contacts", row, "email"),
          `Row ${first?.row} has the same address in the same role.`,
          "Remove one of the two.",
        ),
      ),
  );
};

/** A deputy stands in for one mayor or finance office of the same municipality, and has no deputy in turn. */
const deputiesStandInForSomeone: Check = (draft) => {
  const contacts = new Map(validRows(draft, "contacts").map((row) => [row.id, row.value]));
  return validRows(draft, "contacts").flatMap((row) => {
    const { deputyOf, deputyFrom, deputyUntil, municipalityAgs, role } = row.value;
    const place = (field: string) => placeOf("contacts", row, field);
    if (deputyOf === undefined) {
      if (deputyFrom === undefined && deputyUntil === undefined) return [];
      const cause = "Dates of a deputy are given, but not whose.";
      return [error("contact.deputy", place("deputyOf"), cause, "Name the contact, or empty the dates.")];
    }
    const other = contacts.get(deputyOf);
    const problems: string[] = [];
    if (other === undefined) problems.push(`There is no contact ${deputyOf}.`);
    if (other?.deputyOf !== undefined) problems.push(`The contact ${deputyOf} is a deputy too; deputies have none.`);
    if (other !== undefined && (other.role !== role || other.municipalityAgs !== municipalityAgs))
      problems.push(`The contact ${deputyOf} has another role or municipality.`);
    if (deputyFrom !== undefined && deputyUntil !== undefined && deputyFrom > deputyUntil)
      problems.push("The last day lies before the first.");
    const action = "Name a mayor or finance office of the same municipality, and the days in order.";
    return problems.map((cause) => error("contact.deputy", place("deputyOf"), cause, action));
  });
};

/** Whether that vehicle exists is looked at with all references. */
const driversHaveAVehicle: Check = (draft) =>
  validRows(draft, "contacts")
    .filter(({ value }) => (value.role === "driver") !== (value.vehicleId !== undefined))
    .map((row) => {
      const cause = row.value.role === "driver" ? "A driver has no vehicle." : `A ${row.value.role} has a vehicle.`;
      const action = "Give a driver the id of a row of vehicles.csv, and nobody else.";
      return error("contact.vehicle", placeOf("contacts", row, "vehicleId"), cause, action);
    });

/** As with vehicles. */
const plantsHaveAFacility: Check = (draft) =>
  validRows(draft, "contacts")
    .filter(({ value }) => (value.role === "plant") !== (value.facilityId !== undefined))
    .map((row) => {
      const cause = row.value.role === "plant" ? "A plant names no facility." : `A ${row.value.role} names a facility.`;
      const action = "Give a plant the id of a row of facilities.csv, and nobody else.";
      return error("contact.facility", placeOf("contacts", row, "facilityId"), cause, action);
    });

const someoneDispatches: Check = (draft) => {
  const rows = draft.tables.contacts;
  if (rows.length === 0 || rows.some(({ fields }) => fields.role === "dispatcher")) return [];
  const cause = "There is no dispatcher, so nobody gets the tours by mail.";
  return [warning("contact.noDispatcher", { file: "contacts.csv" }, cause, "Add a row with the role dispatcher.")];
};

const distancesMakeSense: Check = (draft) => draft.tables.sensors.flatMap(distanceProblems);

function distanceProblems(row: DraftRow<"sensors">): Problem[] {
  const { measure, emptyMm, fullMm } = row.fields;
  const place = (field: string) => placeOf("sensors", row, field);
  if (measure === undefined || row.value === null) return [];
  if (measure !== "distanceMm") {
    if (emptyMm === undefined && fullMm === undefined) return [];
    const cause = `The sensor measures ${measure}, so emptyMm and fullMm are not used.`;
    return [warning("sensor.distances", place("measure"), cause, "Empty both cells, or correct the measure.")];
  }
  const missing = (["emptyMm", "fullMm"] as const).filter((field) => row.fields[field] === undefined);
  const gaps = missing.map((field) =>
    error(
      "sensor.distances",
      place(field),
      "A distance becomes a fill level only by emptyMm and fullMm.",
      `Measure and fill in ${field}.`,
    ),
  );
  if (emptyMm === undefined || fullMm === undefined || emptyMm > fullMm) return gaps;
  const cause = `Over an empty storage the distance is longer than over a full one, but ${emptyMm} mm is not more than ${fullMm} mm.`;
  return [error("sensor.distances", place("emptyMm"), cause, "Exchange or correct the two.")];
}

export const contactChecks: readonly Check[] = [
  yardsAndMayorsHaveAMunicipality,
  contactsAreUnique,
  deputiesStandInForSomeone,
  driversHaveAVehicle,
  plantsHaveAFacility,
  someoneDispatches,
  distancesMakeSense,
];
