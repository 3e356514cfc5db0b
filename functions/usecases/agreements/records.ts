/** What is kept of agreements: links as hashes of their secrets. */
import * as z from "zod";
import { ApproverRole, Level } from "../../../domain/agreement/agreement.ts";
import type { Key } from "../../ports/store.ts";

export const LinkRecord = z.strictObject({
  region: z.string(),
  agreement: z.string(),
  version: z.int(),
  ags: z.string(),
  role: ApproverRole,
  level: Level,
  contactId: z.string(),
  deputy: z.boolean(),
  expiresAt: z.string(),
});
export type LinkRecord = z.infer<typeof LinkRecord>;

export const agreementKey = {
  /** @param hash HMAC of the link's secret */
  link: (hash: string): Key => ({ pk: `link#${hash}`, sk: "link" }),
};
