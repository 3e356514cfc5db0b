/**
 * Judges a region folder and names every fault at once. A region exists only if there is no error; warnings do not
 * hinder it. The rules are one function each under checks/.
 */
import { hasErrors, type Problem } from "../problem.ts";
import { referenceChecks } from "./checks/references.ts";
import { reportChecks } from "./checks/reports.ts";
import { placeChecks } from "./checks/places.ts";
import { facilityChecks } from "./checks/facilities.ts";
import { materialChecks } from "./checks/material.ts";
import { fleetChecks } from "./checks/fleet.ts";
import { contactChecks } from "./checks/contacts.ts";
import { coordinateChecks } from "./checks/coordinates.ts";
import { sourceChecks } from "./checks/sources.ts";
import type { Check, Draft } from "./draft.ts";
import { parseDocuments } from "./parseDocuments.ts";
import { parseTables, TABLE_NAMES } from "./parseTables.ts";
import type { RawRegion } from "./rawRegion.ts";
import { DOCUMENTS, TABLES, type Region } from "./tables.ts";

const CHECKS: readonly Check[] = [
  ...referenceChecks,
  ...coordinateChecks,
  ...placeChecks,
  ...materialChecks,
  ...facilityChecks,
  ...fleetChecks,
  ...reportChecks,
  ...contactChecks,
  ...sourceChecks,
];

/**
 * @param now RFC 3339; reports and weighings after it are refused
 * @returns the region, `null` if there is any error; problems in the order of files and rows
 */
export function validateRegion(raw: RawRegion, now: string): { region: Region | null; problems: Problem[] } {
  const { tables, problems: tableProblems } = parseTables(raw);
  const { problems: documentProblems, ...documents } = parseDocuments(raw);
  const present = new Set(TABLE_NAMES.filter((name) => raw.tables[name] !== undefined));
  const draft: Draft = { tables, present, ...documents, now };
  const problems = [...documentProblems, ...tableProblems, ...CHECKS.flatMap((check) => check(draft))];
  problems.sort(byPlace);
  return { region: hasErrors(problems) ? null : toRegion(draft), problems };
}

const FILES = [...Object.values(DOCUMENTS), ...Object.values(TABLES)].map(({ file }): string => file);

function byPlace(a: Problem, b: Problem): number {
  const file = FILES.indexOf(a.place.file ?? "") - FILES.indexOf(b.place.file ?? "");
  return file !== 0 ? file : (a.place.row ?? 0) - (b.place.row ?? 0);
}

function toRegion({ tables, settings, emissionFactors }: Draft): Region {
  if (settings === null || emissionFactors === null) throw new Error("a draft without errors has its documents");
  const rows = TABLE_NAMES.map((name) => [name, tables[name].map(({ value }) => value)]);
  return { ...(Object.fromEntries(rows) as Pick<Region, keyof typeof tables>), settings, emissionFactors };
}
