/** Who gets mail and approves. Personal data: kept out of plans, reports and the hash of a plan's inputs. */
import * as z from "zod";
import { optionalCell, text } from "../units.ts";
import { Ags, Id, sourced } from "./common.ts";

/** yard: asked for reports · dispatcher: gets the tours · driver: hears of changes to the tours of a vehicle · plant: asked about what was weighed there · mayor, finance: approve and settle · admin: keeps the master data. */
export const ContactRole = z.enum(["yard", "dispatcher", "driver", "plant", "mayor", "finance", "admin"]);
export type ContactRole = z.infer<typeof ContactRole>;

/** Languages in which the system writes to people. */
export const Language = z.enum(["de", "fr", "en"]);
export type Language = z.infer<typeof Language>;

/** RFC 5321 section 4.5.3.1.3: a path of 256 octets, less its angle brackets. */
const MOST_ADDRESS = 254;
const MOST_NAME = 120;

export const EmailAddress = z
  .string()
  .trim()
  .max(MOST_ADDRESS, `an address has at most ${MOST_ADDRESS} characters`)
  .pipe(z.email("it must be an address such as bauhof@example.org"));

/** One line, as it stands in the head of a mail. */
const PersonName = text
  .max(MOST_NAME, `a name has at most ${MOST_NAME} characters`)
  .regex(/^\P{Cc}+$/u, "a name is one line without control characters");

export const Contact = z.strictObject({
  id: Id,
  role: ContactRole.describe("yard, dispatcher, driver, plant, mayor, finance or admin"),
  municipalityAgs: optionalCell(Ags).describe("whose yard or mayor; needed for these two"),
  name: PersonName,
  email: EmailAddress,
  language: z
    .preprocess((cell) => (cell === "" || cell === null ? undefined : cell), Language.default("de"))
    .describe("de, fr or en; empty is de"),
  codeEmail: optionalCell(EmailAddress).describe("second address, to which one-time codes go; empty: signs in"),
  vehicleId: optionalCell(Id).describe("of a driver: whose tours; needed there"),
  facilityId: optionalCell(Id).describe("of a plant: which; needed there"),
  deputyOf: optionalCell(Id).describe("contact in whose place this one may decide"),
  deputyFrom: optionalCell(z.iso.date()).describe("first day as deputy; empty is always"),
  deputyUntil: optionalCell(z.iso.date()).describe("last day as deputy; empty is always"),
  ...sourced,
});
export type Contact = z.infer<typeof Contact>;
