/** The finance office downloads its workbook; its totals are those of the agreement, to the cent. */
import assert from "node:assert/strict";
import { readWorkbook } from "../../support/readWorkbook.ts";
import { euros } from "../euros.ts";
import type { Chapter } from "../stage.ts";

export const finance: Chapter = {
  title: "The finance office's workbook equals the agreement to the cent",
  async play(stage) {
    const { week, agreed } = stage.notes;
    const page = await stage.page("finance.saarlouis");
    await page.goto(`${stage.runtime.url}/finanzen`);
    await stage.picture(page, "10-finanzen");
    const response = await stage.api(
      "finance.saarlouis",
      `/api/regions/${stage.region}/weeks/${week}/finance/finance.xlsx`,
    );
    assert.equal(response.status, 200);
    const [overview] = readWorkbook(await response.bytes());
    const sum = [...overview!.cells].find(([at, cell]) => at.startsWith("A") && cell === "Summe")![0].slice(1);
    const cents = (column: string): number => Math.round(100 * Number(overview!.value(`${column}${sum}`)));
    assert.equal(cents("G"), agreed!.jointCostCents);
    stage.say(`Sum of the workbook: ${euros(cents("G"))}, as agreed.`);
  },
};
