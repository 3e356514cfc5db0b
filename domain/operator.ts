/**
 * Who runs an installation, as imprint, privacy and accessibility pages and the metadata of open data name them; `operator.json`,
 * the same for all regions of the installation. Every field may be missing: pages then say that the operator must fill it in.
 */
import * as z from "zod";

const line = z.string().trim().min(1).max(300);
const mail = z.email().max(200);
const https = z.url({ protocol: /^https$/ }).max(500);

export const BaseTilesSetting = z.strictObject({
  url: https.describe("address of the tiles with {z}, {x} and {y}"),
  attribution: line,
  maxZoom: z.int().min(1).max(22).optional(),
});

export const Operator = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal("gruenverbund/operator/1"),
  name: line.optional().describe("the public body"),
  street: line.optional(),
  city: line.optional().describe("with its postal code"),
  representative: line.optional().describe("who stands for it, with the office"),
  email: mail.optional(),
  phone: line.optional(),
  vatId: line.optional(),
  supervisor: line.optional().describe("supervisory authority of the body"),
  editor: line.optional().describe("who answers for what the pages say (§ 18 (2) MStV)"),
  hosting: line.optional().describe("who runs the machines, and where they stand"),
  dataProtectionOfficer: line.optional(),
  dataProtectionEmail: mail.optional(),
  dataProtectionAuthority: line.optional(),
  accessibilityEmail: mail.optional(),
  accessibilityBody: line.optional().describe("whom to turn to when the operator does not answer"),
  accessibilityBodyUrl: https.optional(),
  accessibilityCheckedOn: z.iso.date().optional(),
  licenceUri: z.url().max(300).optional().describe("of open data, from the list of DCAT-AP.de"),
  licenceName: line.optional(),
  contributorId: z.url().max(300).optional().describe("given by GovData"),
  baseTiles: BaseTilesSetting.optional().describe("pictures of the land under maps; without it there are none"),
});
export type Operator = z.infer<typeof Operator>;

export const NO_OPERATOR: Operator = { schema: "gruenverbund/operator/1" };

/** What imprint, privacy and accessibility pages need; a body without VAT id, tiles or an id of GovData is complete all the same. */
export const NEEDED = [
  ...(["name", "street", "city", "representative", "email", "phone", "supervisor", "editor", "hosting"] as const),
  ...(["dataProtectionOfficer", "dataProtectionEmail", "dataProtectionAuthority"] as const),
  ...(["accessibilityEmail", "accessibilityBody", "accessibilityBodyUrl", "accessibilityCheckedOn"] as const),
] as const satisfies readonly (keyof Operator)[];
export type NeededField = (typeof NEEDED)[number];

export const missingFields = (operator: Operator): NeededField[] =>
  NEEDED.filter((field) => operator[field] === undefined);

/** Data licence Germany, attribution, 2.0: what German authorities most often publish under. */
export const DEFAULT_LICENCE = {
  uri: "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
  name: "Datenlizenz Deutschland – Namensnennung – Version 2.0",
} as const;

export function licenceOf({ licenceUri, licenceName }: Operator): { readonly uri: string; readonly name: string } {
  return licenceUri === undefined ? DEFAULT_LICENCE : { uri: licenceUri, name: licenceName ?? licenceUri };
}
