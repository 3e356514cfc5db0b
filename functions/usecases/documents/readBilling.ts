/** `billing.json` of a region; it lies beside the master data. */
import { Billing, BILLING_FILE } from "../../../domain/billing/billing.ts";
import { readJson } from "../../../domain/readJson.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { masterPrefix } from "../records/keys.ts";

/**
 * @returns null for a region that has none
 * @throws ApiProblem 409 with every fault when it cannot be read
 */
export async function readBilling({ blobs }: Pick<Ports, "blobs">, region: string): Promise<Billing | null> {
  const bytes = await blobs.get(`${masterPrefix(region)}${BILLING_FILE}`);
  if (bytes === undefined) return null;
  const read = readJson(BILLING_FILE, new TextDecoder().decode(bytes));
  if (!read.ok) throw new ApiProblem(409, `${BILLING_FILE} ist kein JSON.`);
  const parsed = Billing.safeParse(read.value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new ApiProblem(409, `${BILLING_FILE} ist nicht in Ordnung: ${faults.join("; ")}`);
}
