/** A document of one municipality; each kind lies in a module that is loaded when somebody asks for it. */
import { DEFAULT_PROFILES, type AccountingProfile } from "../../../domain/billing/profile.ts";
import { localTimestamp } from "../../../domain/localTime.ts";
import type { SettlementFile } from "../../contract/documents.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { invoiceStates, statesOf } from "./invoices.ts";
import { profileFor, readBilling } from "./readBilling.ts";
import { readMemberSettlement, type MemberQuestion } from "./readDocuments.ts";

/** @throws ApiProblem 403, 404; 409 where there is nothing to book */
export async function settlementFile(
  ports: Pick<Ports, "store" | "blobs">,
  question: MemberQuestion,
  file: SettlementFile,
): Promise<Uint8Array | string> {
  const { view, names } = await readMemberSettlement(ports, question);
  const { member } = question;
  const statement = async () => {
    const { statementOf } = await import("./statement.ts");
    return statementOf(view, member, names, await invoiceStates(ports, await statesOf(ports, view)));
  };
  switch (file) {
    case "statement.html":
      return (await import("./statementHtml.ts")).statementHtml(await statement());
    case "statement.pdf":
      return (await import("./statementPaper.ts")).statementPaper(await statement());
    case "statement.xlsx":
      return (await import("./statementBook.ts")).statementBook(await statement());
    case "register.csv":
      return (await import("../../../planning/documents/register.ts")).registerCsv(view.settlement, names, member);
    case "bookings.csv": {
      const [{ bookingsOf }, { bookingsCsv }] = await Promise.all([
        import("../../../planning/documents/bookings.ts"),
        import("../../../planning/documents/bookingsCsv.ts"),
      ]);
      return bookingsCsv(bookingsOf(view, member, await profileOf(ports, question, "csv")));
    }
    case "EXTF_bookings.csv": {
      const [{ bookingsOf }, { datevBatch }, { windows1252 }] = await Promise.all([
        import("../../../planning/documents/bookings.ts"),
        import("../../../planning/documents/datev.ts"),
        import("../../../planning/documents/windows1252.ts"),
      ]);
      const profile = await profileOf(ports, question, "datev");
      const { settlement, closed } = view;
      const label = `Gruenabfall ${settlement.id.replace("_", " ")}`;
      const batch = datevBatch(bookingsOf(view, member, profile), profile, {
        at: localTimestamp(closed!.closedAt),
        label,
      });
      if (batch === null) throw new ApiProblem(409, "In diesem Zeitraum gibt es für diese Kommune nichts zu buchen.");
      return windows1252(batch);
    }
  }
}

/** Its own, that of all, or the example that everybody may start from. */
async function profileOf(
  ports: Pick<Ports, "store">,
  { region, member }: MemberQuestion,
  format: AccountingProfile["format"],
): Promise<AccountingProfile> {
  const own = profileFor(await readBilling(ports, region), member, format);
  return own ?? DEFAULT_PROFILES.find((profile) => profile.format === format)!;
}
