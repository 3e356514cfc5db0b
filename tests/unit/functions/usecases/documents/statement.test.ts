// One statement, three files: page, paper and workbook say the same to the cent, and every figure leads to a ticket or a tour.
import { expect, test } from "vitest";
import type { SettlementView } from "../../../../../domain/settlement/settlement.ts";
import { statementOf } from "../../../../../functions/usecases/documents/statement.ts";
import { statementBook } from "../../../../../functions/usecases/documents/statementBook.ts";
import { statementHtml } from "../../../../../functions/usecases/documents/statementHtml.ts";
import { statementPaper } from "../../../../../functions/usecases/documents/statementPaper.ts";
import { money } from "../../../../../planning/report/words.ts";
import { readPdf } from "../../../../support/readPdf.ts";
import { readWorkbook } from "../../../../support/readWorkbook.ts";
import { sampleSettlement } from "../../../../support/sampleSettlement.ts";

const NAMES = { points: new Map([["p-alt", 'Hof <"Altdorf">']]), facilities: new Map(), owners: new Map() };
const settlement = sampleSettlement();
const view: SettlementView = {
  settlement,
  closed: {
    ...{ id: settlement.id, period: { firstWeek: "2026-W48", lastWeek: "2026-W48" }, state: "closed" },
    ...{ sha256: "a".repeat(64), closedAt: "2026-12-15T09:30:00Z", closedBy: "karla" },
    ...{ jointCostCents: 60_000, soloTotalCents: 81_000, poolCents: 0 },
  },
  corrections: [
    {
      ...{ schema: "gruenverbund/correction/1", settlementId: settlement.id, number: 1, reason: "Schein nachgereicht" },
      bookings: [
        { ags: "99001002", figure: "share", reversedCents: -18_800, bookedCents: 19_000, differenceCents: 200 },
      ],
      ...{ poolDifferenceCents: 0, ticketIds: [], sha256Before: "0".repeat(64), sha256After: "1".repeat(64) },
      ...{ at: "2027-01-12T09:00:00+01:00", by: "karla" },
    },
  ],
};
const AGS = settlement.members.map(({ ags }) => ags);
/** Papers write a minus as a dash. */
const plain = (text: string): string => text.replaceAll(/\s/g, " ").replaceAll("−", "–");

test.each(AGS)(
  "page, paper and workbook of %s have every figure of the statement, the same to the cent",
  async (ags) => {
    const statement = statementOf(view, ags, NAMES);
    const page = plain(statementHtml(statement));
    const paper = plain(readPdf(await statementPaper(statement)).pages.join("\n"));
    const book = readWorkbook(await statementBook(statement));
    const sheets = new Map(book.map((sheet) => [sheet.name, sheet]));
    for (const { title, columns, rows, total } of statement.tables) {
      const sheet = sheets.get(title) ?? sheets.get("Abrechnung")!;
      const top = [...sheet.cells].find(
        ([at, cell]) =>
          /^A/.test(at) && cell === title && sheet.cells.get(`A${Number(at.slice(1)) + 1}`) === columns[0]!.head,
      )![0];
      const first = Number(top.slice(1)) + 2;
      for (const [r, row] of [...rows, ...(total === null ? [] : [total])].entries())
        for (const [c, value] of row.entries()) {
          if (typeof value !== "number") continue;
          const { unit } = columns[c]!;
          const at = `${"ABCDEFG"[c]!}${first + r}`;
          expect([title, at, sheet.value(at)]).toEqual([
            title,
            at,
            expect.closeTo(unit === "money" ? value / 100 : value, 6),
          ]);
          if (unit !== "money") continue;
          expect(page).toContain(plain(money(value)));
          expect(paper).toContain(plain(money(value)));
        }
    }
    for (const [label, cents] of statement.figures)
      for (const text of [page, paper]) {
        expect(text).toContain(label);
        expect(text).toContain(plain(money(cents)));
      }
  },
);

test("sums in the workbook are formulas, and what is to pay adds up by itself", async () => {
  const [first] = readWorkbook(await statementBook(statementOf(view, "99001001", NAMES)));
  const [at, cell] = [...first!.cells].find(([, one]) => typeof one === "object")!;
  expect(cell).toMatchObject({ formula: expect.stringMatching(/^SUM\(B3:B8\)$/) });
  expect(first!.value(at)).toBeCloseTo(156, 6);
});

test("parts add up: balance, lines, tickets and invoices of every member", () => {
  for (const member of settlement.members) {
    const { tables } = statementOf(view, member.ags, NAMES);
    const of = (title: string) => tables.find((one) => one.title === title)!;
    const sum = (title: string, c: number) => of(title).rows.reduce((total, row) => total + (row[c] as number), 0);
    expect(sum("Was zu zahlen ist", 1)).toBe(member.balanceCents);
    expect(sum("Je Kostenart", 3)).toBe(member.shareCents);
    expect(sum("Wiegescheine", 4)).toBe(member.weighedKg);
    expect(sum("Rechnungen zwischen Kommunen", 2)).toBe(of("Rechnungen zwischen Kommunen").total![2]);
  }
  const left = AGS.map((ags) =>
    statementOf(view, ags, NAMES).tables.find((one) => one.title.startsWith("Rechnungen"))!,
  );
  expect(left.reduce((total, one) => total + (one.total![2] as number), 0)).toBe(15_600 + (18_960 + 200) + 5940);
});

test("the guarantee is said in words: who is relieved, who pays for it, and up to what", () => {
  const of = (ags: string) => statementOf(view, ags, NAMES).sentences.map(plain).join(" ");
  expect(of("99001003")).toContain("Cronau zahlt für die gewogenen Mengen nicht mehr als allein.");
  expect(of("99001003")).toContain("Nach dem Schlüssel wären es 20,00 € mehr; diesen Betrag tragen die anderen");
  expect(of("99001001")).toContain("Darin sind 12,00 €, mit denen die Zusage an andere Kommunen eingehalten wird.");
  expect(of("99001001")).toContain("§ 2b UStG");
});

test("every figure leads to a ticket or a tour; names stay text", () => {
  const page = statementHtml(statementOf(view, "99001002", NAMES));
  for (const id of ["4711", "alt-hook_2026-11-24", "Hof &lt;&quot;Altdorf&quot;&gt;"]) expect(page).toContain(id);
  expect(page).not.toContain("<script");
  expect(page).toContain("Korrektur");
});

test("what is not closed says so, and somebody who is no member has no statement", () => {
  const open = statementOf({ ...view, closed: null }, "99001001", NAMES);
  expect(open.title).toMatch(/^Vorschau/);
  expect(open.facts).toContainEqual(["Stand", "Vorschau, nicht abgeschlossen"]);
  expect(() => statementOf(view, "1", NAMES)).toThrow(RangeError);
});
