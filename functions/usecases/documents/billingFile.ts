/** `billing.json` of a region folder: the billing details to begin with. Optional; no plan depends on it. */
import { Billing } from "../../../domain/billing/billing.ts";
import type { Problem } from "../../../domain/problem.ts";
import { readJson } from "../../../domain/readJson.ts";
import { error } from "../../../domain/region/draft.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { problemOfIssue } from "../../../domain/region/zodProblems.ts";
import type { Blobs } from "../../ports/blobs.ts";
import { readText } from "../readText.ts";

export const BILLING_FILE = "billing.json";

export interface BillingFile {
  /** null: there is no such file, or it has a fault. */
  readonly billing: Billing | null;
  readonly problems: readonly Problem[];
}

/** @param region whose municipalities they are; null where it could not be read itself */
export async function readBillingFile(folder: Blobs, region: Region | null): Promise<BillingFile> {
  const file = BILLING_FILE;
  const bytes = await folder.get(file);
  if (bytes === undefined) return { billing: null, problems: [] };
  const { text, problems: encoding } = readText(file, bytes);
  const json = readJson(file, text);
  if (!json.ok) return { billing: null, problems: [...encoding, json.problem] };
  const parsed = Billing.safeParse(json.value);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) =>
        problemOfIssue(issue, { file, field: issue.path.map(String).join(".") }, valueAt(json.value, issue.path)),
      );
  const problems = [...encoding, ...faults, ...(parsed.success ? strangers(parsed.data, region) : [])];
  return { billing: parsed.success && problems.length === 0 ? parsed.data : null, problems };
}

function strangers({ parties, profiles }: Billing, region: Region | null): Problem[] {
  if (region === null) return [];
  const known = new Set<string>(region.municipalities.map(({ ags }) => ags));
  const named = [
    ...parties.map(({ ags }, at) => ({ ags, field: `parties.${at}.ags` })),
    ...profiles.map(({ ags }, at) => ({ ags, field: `profiles.${at}.ags` })),
  ];
  return named.flatMap(({ ags, field }) =>
    ags === undefined || known.has(ags)
      ? []
      : [
          error(
            "reference.unknown",
            { file: BILLING_FILE, field },
            `There is no municipality ${ags} in municipalities.csv.`,
            "Correct the key, or add the municipality there.",
          ),
        ],
  );
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
