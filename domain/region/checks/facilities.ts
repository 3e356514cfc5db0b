/** Facilities: who owns them, what they promise, and whether anything still counts on a closed one. */
import { error, groupBy, placeOf, validRows, warning, type Check, type Draft } from "../draft.ts";
import type { Facility } from "../facilities.ts";

function shutFacilities(draft: Draft): Map<string, Facility> {
  const facilities = validRows(draft, "facilities").map(({ value }) => value);
  return new Map(facilities.filter(({ status }) => status === "closed" || status === "planned").map((f) => [f.id, f]));
}

/** One warning a facility, at its first tariff: the rows are harmless, but nothing will go there. */
const tariffsOfOpenFacilities: Check = (draft) => {
  const shut = shutFacilities(draft);
  const groups = groupBy(validRows(draft, "tariffs"), ({ value }) => value.facilityId);
  return [...groups].flatMap(([facilityId, rows]) => {
    const facility = shut.get(facilityId);
    if (facility === undefined) return [];
    const cause = `The facility ${facilityId} is ${facility.status}, so its ${rows.length} tariff rows are not used.`;
    return [
      warning(
        "facility.closed",
        placeOf("tariffs", rows[0]!, "facilityId"),
        cause,
        "Correct its status, or remove the rows.",
      ),
    ];
  });
};

const weighingsAtOpenFacilities: Check = (draft) => {
  const shut = shutFacilities(draft);
  return draft.tables.weighings.flatMap((row) => {
    const facility = shut.get(row.fields.facilityId ?? "");
    if (facility === undefined) return [];
    const cause = `The load was weighed at ${facility.id}, which is ${facility.status}.`;
    return [
      warning(
        "facility.closed",
        placeOf("weighings", row, "facilityId"),
        cause,
        "Correct the facility of the ticket, or its status.",
      ),
    ];
  });
};

const ownersCanDeliver: Check = (draft) => {
  const members = new Set(draft.tables.municipalities.map(({ id }) => id));
  return validRows(draft, "facilities")
    .filter(({ value }) => value.access === "owner" && !members.has(value.ownerId ?? ""))
    .map((row) =>
      error(
        "facility.owner",
        placeOf("facilities", row, "ownerId"),
        "Access is for its owner only, but no municipality of this region owns it, so nobody could ever deliver.",
        "Fill in the AGS of the owner, or set access to public.",
      ),
    );
};

const minimaAreContracts: Check = (draft) =>
  validRows(draft, "facilities").flatMap((row) => {
    const { minimumTonnesPerYear = 0, minimumPenaltyCentsPerTonne, contractHolders = "" } = row.value;
    const missing = [
      ...(minimumPenaltyCentsPerTonne === undefined ? ["minimumPenaltyCentsPerTonne"] : []),
      ...(contractHolders.trim() === "" ? ["contractHolders"] : []),
    ];
    if (minimumTonnesPerYear === 0 || missing.length === 0) return [];
    const cause = `A minimum of ${minimumTonnesPerYear} t a year is stated without ${missing.join(" and ")}.`;
    return [
      error("facility.minimum", placeOf("facilities", row, missing[0]), cause, `Fill in ${missing.join(" and ")}.`),
    ];
  });

const candidatesCostSomething: Check = (draft) =>
  validRows(draft, "facilities")
    .filter(({ value }) => value.status === "candidate" && value.yearlyCostCents === undefined)
    .map((row) =>
      warning(
        "facility.yearlyCost",
        placeOf("facilities", row, "yearlyCostCents"),
        "A candidate site without a yearly cost is opened for nothing.",
        "Fill in what the site would cost a year; 0 says that it is free.",
      ),
    );

export const facilityChecks: readonly Check[] = [
  tariffsOfOpenFacilities,
  weighingsAtOpenFacilities,
  ownersCanDeliver,
  minimaAreContracts,
  candidatesCostSomething,
];
