/** The billing details of a region: one record, apart from the master data, because bank accounts are no input of a plan. */
import { Billing } from "../../../domain/billing/billing.ts";
import { asJson, type Key } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { regionPk } from "../records/keys.ts";
import { sha256 } from "../sha256.ts";

const keyOf = (region: string): Key => ({ pk: regionPk(region), sk: "billing" });

/** @returns null for a region that has none */
export async function readBilling({ store }: Pick<Ports, "store">, region: string): Promise<Billing | null> {
  const item = await store.get(keyOf(region));
  return item === undefined ? null : Billing.parse(item.data);
}

/** In the log stand the municipalities and a hash, no account. */
export async function putBilling(
  ports: Pick<Ports, "store" | "clock">,
  region: string,
  billing: Billing,
  by: string,
): Promise<void> {
  const data = { by, parties: billing.parties.length, sha256: sha256(JSON.stringify(billing)) };
  const also = [{ put: { ...keyOf(region), data: asJson(billing) }, expected: "any" as const }];
  await append(ports, region, { kind: "billing.changed", subject: `regions/${region}/billing`, data }, { also });
}
