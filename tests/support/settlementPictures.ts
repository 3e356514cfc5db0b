/** The handbook's pictures of settling: a small week whose work list is not empty, and the closed week of the Landkreis Saarlouis. */
import { createHandler } from "../../functions/handlers/page/settlementPage.ts";
import { acknowledgeInvoice } from "../../functions/usecases/documents/invoiceActions.ts";
import { issueInvoices } from "../../functions/usecases/documents/issueInvoices.ts";
import { sendInvoices } from "../../functions/usecases/documents/sendInvoice.ts";
import { recordBounce } from "../../functions/usecases/mail/recordBounce.ts";
import { closedSaarlouis } from "./closedSaarlouis.ts";
import type { Picture } from "./handbookPictures.ts";
import { reachedPage, type Reached } from "./reachedPage.ts";
import type { SettlementSite } from "./settlementSite.ts";
import { ticketFile } from "./weighingFile.ts";

const WIDE = [1120, 900] as const;
const REGION = { kind: "region" } as const;
/** Schmelz gets invoices and gives none. */
const BUYER = "10044117";

export interface ClosedSite extends Reached {
  /** Of the settlement. */
  readonly id: string;
  readonly close: () => Promise<void>;
}

/** Invoices are issued and sent; one came back, of one the receipt is confirmed. */
export async function closedSite(): Promise<ClosedSite> {
  const week = await closedSaarlouis({ corrected: true });
  const { ports, region, id } = week;
  const { issued, due } = await issueInvoices(ports, region, { id, by: "carla", reach: REGION });
  await sendInvoices(ports, due);
  const [first, second] = issued.filter(({ buyerAgs, typeCode }) => buyerAgs === BUYER && typeCode === "384");
  await recordBounce(ports, { messageId: `<${region}-invoice-${first!.number}-1@test>`, cause: "Postfach voll" });
  await acknowledgeInvoice(ports, { region, settlement: id, number: second!.number, by: "schmelz", reach: REGION });
  const site = await reachedPage(week, createHandler, "Karla Kämmerin");
  const close = async (): Promise<void> => {
    await site.closeGateway();
    await week.close();
  };
  return { origin: site.origin, session: site.session, closeGateway: site.closeGateway, id, close };
}

const seat =
  (group: string) =>
  async (site: Reached): Promise<string> =>
    (await site.session([group])).join("=");

export const WEIGHED: readonly Picture<SettlementSite>[] = [
  {
    ...{ name: "abrechnung-vorschau", size: WIDE, session: seat("finance:tiny"), parts: ["main"] },
    go: async (page, site) => {
      await page.goto(`${site.origin}/abrechnung/tiny`);
      const text = ticketFile([...site.lines.slice(1), "9999;farm;31.02.2026;10:00;;;viel;;;"]);
      await page.locator("input[type=file]").setInputFiles({
        ...{ name: "waage.csv", mimeType: "text/csv", buffer: Buffer.from(text) },
      });
      await page.getByRole("button", { name: "Prüfen", exact: true }).click();
      await page.getByText("31.02.2026").first().waitFor();
    },
  },
  {
    ...{ name: "abrechnung-arbeitsliste", size: WIDE, session: seat("finance:tiny"), parts: ["section:has(#arbeit)"] },
    go: async (page, site) => {
      await WEIGHED[0]!.go(page, site);
      await page.getByRole("button", { name: "Einlesen" }).click();
      await page.locator(".tasks > li").first().waitFor();
    },
  },
];

export const CLOSED: readonly Picture<ClosedSite>[] = [
  {
    ...{
      name: "abrechnung-betraege",
      size: [1360, 900],
      session: seat(`finance:saarlouis:${BUYER}`),
      parts: ["section:has(#anteile)", "section:has(#arten)"],
    },
    go: (page, site) => page.goto(`${site.origin}/abrechnung/saarlouis/${site.id}`),
  },
  {
    ...{ name: "abrechnung-berichtigt", size: WIDE, session: seat(`finance:saarlouis:${BUYER}`) },
    parts: ["section:has(#berichtigungen)"],
    go: (page, site) => page.goto(`${site.origin}/abrechnung/saarlouis/${site.id}`),
  },
  {
    ...{
      name: "abrechnung-rechnungen",
      size: WIDE,
      session: seat("finance:saarlouis"),
      parts: ["form.picker", "section.first"],
    },
    go: (page, site) => page.goto(`${site.origin}/abrechnung/saarlouis/rechnungen?kommune=${BUYER}&art=384`),
  },
  {
    ...{
      name: "kaemmerei-rechnungsangaben",
      size: WIDE,
      session: seat("finance:saarlouis"),
      parts: ["fieldset:nth-of-type(1)", "fieldset:nth-of-type(2)"],
    },
    go: (page, site) => page.goto(`${site.origin}/abrechnung/saarlouis/rechnungsangaben/${BUYER}`),
  },
];
