/**
 * Tests of every document of a week that was really weighed, closed and corrected: all say the settlement's figures, to the cent and
 * the kilogram. They run where the week is, so that it need not be made twice.
 */
import { beforeAll, expect, test } from "vitest";
import type { SettledMember } from "../../domain/settlement/settlement.ts";
import { invoiceFile } from "../../functions/usecases/documents/invoiceFile.ts";
import { invoiceStates, statesOf } from "../../functions/usecases/documents/invoices.ts";
import { issueInvoices } from "../../functions/usecases/documents/issueInvoices.ts";
import { settlementFile } from "../../functions/usecases/documents/settlementFile.ts";
import { readSettled } from "../../functions/usecases/finance/settled.ts";
import { keptSettlement } from "../../functions/usecases/settlement/records.ts";
import { readSettlement } from "../../functions/usecases/settlement/readSettlement.ts";
import { openInput } from "../../functions/usecases/run/run.ts";
import { publicReader } from "../../functions/usecases/openData/readPublic.ts";
import type { SettlementFile } from "../../functions/contract/documents.ts";
import { euros } from "../../planning/documents/xrechnung.ts";
import { money } from "../../planning/report/words.ts";
import type { ClosedSaarlouis } from "./closedSaarlouis.ts";
import { brokenRules } from "./invoiceRules.ts";
import { readPdf } from "./readPdf.ts";
import { readWorkbook } from "./readWorkbook.ts";
import { ublFaults } from "./validateUbl.ts";

const ALL = { kind: "region" } as const;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
/** Papers write a minus as a dash. */
const plain = (text: string): string => text.replaceAll(/\s/g, " ").replaceAll("−", "–");

/** @param closed the week, once it is there; corrected */
export function documentTests(closed: () => ClosedSaarlouis): void {
  let week: ClosedSaarlouis;
  beforeAll(async () => {
    week = closed();
    await issueInvoices(week.ports, week.region, { id: week.id, by: "carla", reach: ALL });
  });

  const file = (member: string, name: SettlementFile): Promise<Uint8Array | string> =>
    settlementFile(week.ports, { region: week.region, settlement: week.id, member, reach: ALL }, name);
  const texts = new Map<string, Promise<string>>();
  const text = (member: string, name: SettlementFile): Promise<string> => {
    const made = async (): Promise<string> => {
      const content = await file(member, name);
      return typeof content === "string" ? content : new TextDecoder("windows-1252").decode(content);
    };
    const key = `${member}/${name}`;
    if (!texts.has(key)) texts.set(key, made());
    return texts.get(key)!;
  };
  /** Of a correction, as it changes what is to pay. */
  const correctedBy = (ags: string): number =>
    sum(
      week
        .correction!.bookings.filter((one) => one.ags === ags)
        .map(({ figure, differenceCents }) =>
          figure === "share" || figure === "estimation" ? differenceCents : -differenceCents,
        ),
    );
  const figuresOf = (member: SettledMember): number[] => [
    ...[member.shareCents, member.soloCents, member.balanceCents, member.ruleShareCents, member.topUpCents],
    ...member.lines.filter(({ shareCents }) => shareCents !== 0).map(({ shareCents }) => shareCents),
  ];

  test("the statement's page of every municipality has its figures to the cent", async () => {
    for (const member of week.settlement.members) {
      const page = plain(await text(member.ags, "statement.html"));
      for (const cents of figuresOf(member))
        expect([member.name, page.includes(plain(money(cents)))]).toEqual([member.name, true]);
    }
  });

  test("paper and workbook have them, too; the workbook reckons balance and weight by its own formulas", async () => {
    const { members } = week.settlement;
    // The one that is owed most, and the one that pays most.
    const sorted = [...members].sort((a, b) => a.balanceCents - b.balanceCents);
    for (const member of [sorted[0]!, sorted.at(-1)!]) {
      const paper = plain(readPdf((await file(member.ags, "statement.pdf")) as Uint8Array).pages.join(" "));
      for (const cents of figuresOf(member)) expect(paper).toContain(plain(money(cents)));
      expect(paper).not.toContain("…");
      const sheets = readWorkbook((await file(member.ags, "statement.xlsx")) as Uint8Array);
      const totalOf = (title: string, column: string): number => {
        const sheet = sheets.find(({ name }) => name === title) ?? sheets[0]!;
        const rows = [...sheet.cells].map(([at, cell]) => [Number(at.slice(1)), at[0], cell] as const);
        const top = rows.find(([, letter, cell]) => letter === "A" && cell === title)![0];
        const [row] = rows.find(([at, letter, cell]) => at > top && letter === column && typeof cell === "object")!;
        return sheet.value(`${column}${row}`) as number;
      };
      expect(totalOf("Was zu zahlen ist", "B")).toBeCloseTo(member.balanceCents / 100, 6);
      expect(totalOf("Je Kostenart", "D")).toBeCloseTo(member.shareCents / 100, 6);
      expect(totalOf("Wiegescheine", "E")).toBe(member.weighedKg);
    }
  });

  test("bookings of every municipality come to its balance before advances, with what was corrected; DATEV's like the others", async () => {
    for (const { ags, balanceCents, advanceCents } of week.settlement.members) {
      const cents = (amount: string): number => Math.round(Number(amount.replaceAll(".", "").replace(",", ".")) * 100);
      const batch = (await text(ags, "EXTF_bookings.csv"))
        .trim()
        .split("\r\n")
        .slice(2)
        .map((line) => line.split(";"));
      const datev = sum(batch.map(([amount, side]) => (side === '"S"' ? 1 : -1) * cents(amount!)));
      expect([ags, datev]).toEqual([ags, balanceCents + advanceCents + correctedBy(ags)]);
      if (ags !== week.settlement.members[0]!.ags) continue;
      const rows = (await text(ags, "bookings.csv"))
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(";"));
      expect(sum(rows.map((row) => cents(row[4] || "0") - cents(row[5] || "0")))).toBe(datev);
    }
  });

  test("register lines of all municipalities are the tickets, to the kilogram", async () => {
    const { members, tickets } = week.settlement;
    let all = 0;
    for (const { ags, weighedKg } of members) {
      const rows = (await text(ags, "register.csv"))
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(";"));
      const kg = sum(rows.map((row) => Math.round(Number(row[3]!.replace(",", ".")) * 1000)));
      expect([ags, kg]).toEqual([ags, weighedKg]);
      all += kg;
    }
    expect(all).toBe(sum(tickets.map(({ netKg }) => netKg)));
  });

  test("invoices: no gap in numbers, valid, and with clearing they come to the balances as corrected", async () => {
    const { ports, region, id } = week;
    const view = await readSettlement(ports, region, id);
    const states = await invoiceStates(ports, await statesOf(ports, view));
    const issued = states.map((one) => one.issued!);
    for (const seller of new Set(issued.map(({ sellerAgs }) => sellerAgs))) {
      const own = issued.filter(({ sellerAgs }) => sellerAgs === seller).map(({ number }) => Number(number.slice(-4)));
      expect(own.sort((a, b) => a - b)).toEqual(own.map((_, index) => index + 1));
    }
    const corrected = issued.filter(({ typeCode }) => typeCode === "384");
    expect(corrected.length).toBeGreaterThan(0);
    const files: Record<string, string> = {};
    for (const { sellerAgs: seller, buyerAgs: buyer, number, netCents, corrects } of issued) {
      const { xml } = await invoiceFile(ports, { region, settlement: id, seller, buyer, number, reach: ALL });
      const content = new TextDecoder().decode(xml);
      expect([number, brokenRules(content)]).toEqual([number, []]);
      expect(content).toContain(`<cbc:PayableAmount currencyID="EUR">${euros(netCents)}</cbc:PayableAmount>`);
      expect(content.includes("<cac:BillingReference>")).toBe(corrects !== undefined);
      expect(content).toContain("sind erfunden und gehören niemandem");
      files[`${number}.xml`] = content;
    }
    const some = [issued[0]!, corrected[0]!, corrected.at(-1)!].map(({ number }) => `${number}.xml`);
    expect(await ublFaults(Object.fromEntries(some.map((name) => [name, files[name]!])))).toEqual([]);
    // What stands last between two is owed; the statement clears the rest.
    const newest = await keptSettlement(ports.blobs, region, id, week.correction!.sha256After);
    const last = new Map(issued.map((one) => [`${one.sellerAgs} ${one.buyerAgs}`, one]));
    const left: number[] = [];
    for (const { ags, balanceCents } of newest.members) {
      const of = (side: "sellerAgs" | "buyerAgs"): number =>
        sum([...last.values()].filter((one) => one[side] === ags).map(({ netCents }) => netCents));
      const rest = balanceCents + of("sellerAgs") - of("buyerAgs");
      left.push(rest);
      const page = plain(await text(ags, "statement.html"));
      expect(page.slice(page.indexOf("Bleibt zu verrechnen"))).toContain(plain(money(rest)));
    }
    expect(sum(left)).toBe(sum(newest.members.map(({ balanceCents }) => balanceCents)));
  });

  test("CO2e of the closed week is its kilometres and tonnes as corrected, by the named factor set", async () => {
    const { ports, region, plan, id, correction } = week;
    // As the correction left it: one load more was refused, driven but not treated.
    const settlement = await keptSettlement(ports.blobs, region, id, correction!.sha256After);
    const takenOf = (tickets: typeof settlement.tickets) =>
      sum(tickets.filter(({ refused }) => !refused).map(({ netKg }) => netKg));
    expect(takenOf(settlement.tickets)).toBeLessThan(takenOf(week.settlement.tickets));
    const { co2, newestCo2 } = (await readSettled(ports, region, ALL))!;
    const { region: master } = await openInput(ports, { region, week: week.week, run: settlement.tours[0]!.run });
    const { truckLitresPer100Km, dieselKgCo2ePerLitre } = master.emissionFactors;
    const metres = sum(settlement.tours.map(({ distanceMetres }) => distanceMetres));
    expect(co2!.driving.drivenMetres).toBe(metres);
    expect(co2!.driving.kgCo2e).toBeCloseTo(
      (metres / 100_000) * truckLitresPer100Km.value * dieselKgCo2ePerLitre.value,
      6,
    );
    expect(sum(co2!.treatments.map(({ massKg }) => massKg))).toBe(takenOf(settlement.tickets));
    expect(co2!.factorSet).toBe(plan.emissions.factorSet);
    // Beside it what was planned; everybody may read the same.
    expect(newestCo2!.settled).toEqual(co2);
    expect(newestCo2!.corrections).toBe(1);
    expect(newestCo2!.planned.driving.drivenMetres).toBe(sum(plan.routes.map(({ distanceMetres }) => distanceMetres)));
    const planned = plan.pickups.filter(({ routeId }) => routeId !== null).map(({ massKg }) => massKg);
    expect(sum(newestCo2!.planned.treatments.map(({ massKg }) => massKg))).toBe(sum(planned));
    expect((await publicReader(ports).figures(region)).settledCo2).toEqual(newestCo2);
  });

  test("a document asked for again is the same bytes", async () => {
    const [{ ags }] = week.settlement.members as [SettledMember];
    for (const name of ["statement.pdf", "statement.xlsx", "EXTF_bookings.csv"] as const) {
      const first = Buffer.from(await file(ags, name));
      week.clock.milliseconds += 86_400_000;
      expect([name, first.equals(Buffer.from(await file(ags, name)))]).toEqual([name, true]);
    }
  });
}
