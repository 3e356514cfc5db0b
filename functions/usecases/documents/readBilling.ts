/** The billing details of a region: one record, apart from the master data, because bank accounts are no input of a plan. */
import { Billing, type BillingParty } from "../../../domain/billing/billing.ts";
import type { AccountingProfile } from "../../../domain/billing/profile.ts";
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { asJson, type Key, type Write } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { regionPk } from "../records/keys.ts";
import { sha256 } from "../sha256.ts";

const keyOf = (region: string): Key => ({ pk: regionPk(region), sk: "billing" });

const NONE: Billing = { schema: "gruenverbund/billing/1", parties: [], paymentDays: 30, profiles: [] };

export interface KeptBilling {
  /** null for a region that has none */
  readonly billing: Billing | null;
  /** 0 for a region that has none */
  readonly version: number;
}

export async function keptBilling({ store }: Pick<Ports, "store">, region: string): Promise<KeptBilling> {
  const item = await store.get(keyOf(region));
  return item === undefined
    ? { billing: null, version: 0 }
    : { billing: Billing.parse(item.data), version: item.version };
}

/** @returns null for a region that has none */
export const readBilling = async (ports: Pick<Ports, "store">, region: string): Promise<Billing | null> =>
  (await keptBilling(ports, region)).billing;

/**
 * Puts all details at once.
 *
 * @param ifMatch `"3"`, the version that the change rests on (`"0"`: there are none yet), or `*` for whatever is there
 * @returns the new version
 * @throws ApiProblem 412 when somebody else changed them meanwhile
 */
export async function putBilling(
  ports: Pick<Ports, "store" | "clock">,
  region: string,
  billing: Billing,
  { by, ifMatch }: { readonly by: string; readonly ifMatch: string },
): Promise<number> {
  for (;;) {
    const { version } = await keptBilling(ports, region);
    if (ifMatch !== "*" && ifMatch !== `"${version}"`)
      throw new ApiProblem(
        412,
        `Die Rechnungsangaben haben jetzt die Fassung "${version}". Neu laden und noch einmal ändern.`,
      );
    if (await written(ports, region, billing, { by, version, what: "all" })) return version + 1;
  }
}

/** The details that a region is taken in with; what somebody entered since stays. */
export const beginBilling = ({ store }: Pick<Ports, "store">, region: string, billing: Billing): Promise<unknown> =>
  store.put({ ...keyOf(region), data: asJson(billing) }, "absent");

/** What one form changes. */
export type BillingPart =
  | { readonly kind: "party"; readonly ags: string; readonly value: BillingParty }
  /** Of all municipalities without an `ags`. No value: there is none of its own any more. */
  | {
      readonly kind: "profile";
      readonly format: AccountingProfile["format"];
      readonly ags: string | undefined;
      readonly value: AccountingProfile | undefined;
    }
  | { readonly kind: "terms"; readonly value: Pick<Billing, "paymentDays" | "synthetic"> };

export type BillingPlace =
  | Omit<Extract<BillingPart, { kind: "party" }>, "value">
  | Omit<Extract<BillingPart, { kind: "profile" }>, "value">
  | Omit<Extract<BillingPart, { kind: "terms" }>, "value">;

/** What stands at a place; undefined where nothing does. */
export function billingAt(billing: Billing | null, place: BillingPlace): BillingPart["value"] {
  const { parties, profiles, paymentDays, synthetic } = billing ?? NONE;
  if (place.kind === "party") return parties.find(({ ags }) => ags === place.ags);
  if (place.kind === "terms") return { paymentDays, ...(synthetic === undefined ? {} : { synthetic }) };
  return profiles.find(({ ags, format }) => ags === place.ags && format === place.format);
}

/** By which a form says what it was made from. */
export const stateOf = (value: BillingPart["value"]): string => sha256(canonicalJson(value ?? null)).slice(0, 16);

/**
 * Changes one place and leaves all others as they are, also those that somebody else changes at the same time.
 *
 * @param seen `stateOf` what stood there when the form was made
 * @returns false when something else stands there now; nothing was changed then
 */
export async function changeBilling(
  ports: Pick<Ports, "store" | "clock">,
  region: string,
  part: BillingPart,
  { by, seen }: { readonly by: string; readonly seen: string },
): Promise<boolean> {
  for (;;) {
    const { billing, version } = await keptBilling(ports, region);
    if (stateOf(billingAt(billing, part)) !== seen) return false;
    const changed = withPart(billing ?? NONE, part);
    const what =
      part.kind === "terms"
        ? "terms"
        : part.kind === "party"
          ? `parties/${part.ags}`
          : `profiles/${part.format}/${part.ags ?? "all"}`;
    if (await written(ports, region, changed, { by, version, what })) return true;
  }
}

function withPart(billing: Billing, part: BillingPart): Billing {
  const { synthetic: _, ...rest } = billing;
  if (part.kind === "terms") return { ...rest, ...part.value };
  if (part.kind === "party")
    return {
      ...billing,
      parties: [...billing.parties.filter(({ ags }) => ags !== part.ags), part.value].sort((a, b) =>
        a.ags < b.ags ? -1 : 1,
      ),
    };
  const others = billing.profiles.filter(({ ags, format }) => ags !== part.ags || format !== part.format);
  return { ...billing, profiles: part.value === undefined ? others : [...others, part.value] };
}

/** In the log stand who, what and a hash, no account. @returns false when somebody else was faster */
async function written(
  ports: Pick<Ports, "store" | "clock">,
  region: string,
  billing: Billing,
  { by, version, what }: { readonly by: string; readonly version: number; readonly what: string },
): Promise<boolean> {
  const data = { by, what, parties: billing.parties.length, sha256: sha256(JSON.stringify(billing)) };
  const also: Write[] = [
    { put: { ...keyOf(region), data: asJson(billing) }, expected: version === 0 ? "absent" : version },
  ];
  const content = { kind: "billing.changed", subject: `regions/${region}/billing`, data };
  return (await append(ports, region, content, { also })).kind === "appended";
}

/** The profile that a municipality books with: its own, else that of all; undefined where the example has to do. */
export const profileFor = (
  billing: Billing | null,
  member: string,
  format: AccountingProfile["format"],
): AccountingProfile | undefined =>
  [member, undefined]
    .map((ags) => billing?.profiles.find((one) => one.ags === ags && one.format === format))
    .find((one) => one !== undefined);
