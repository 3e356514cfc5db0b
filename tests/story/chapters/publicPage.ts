/** What the twelve save stands where anybody can read it. */
import assert from "node:assert/strict";
import { euros } from "../euros.ts";
import type { Chapter } from "../stage.ts";

export const publicPage: Chapter = {
  title: "The public page shows the saving",
  async play(stage) {
    const { aloneCents, jointCostCents } = stage.notes.agreed!;
    const saving = ((aloneCents - jointCostCents) / 100).toLocaleString("de-DE", { minimumFractionDigits: 2 });
    const page = await stage.page();
    await page.goto(`${stage.runtime.url}/oeffentlich`);
    const text = await page.locator("main").innerText();
    assert.ok(text.includes(saving), `${saving} is not in: ${text.slice(0, 500)}`);
    assert.ok(text.includes("12 von 13 Kommunen"), text.slice(0, 500));
    await stage.picture(page, "13-oeffentlich");
    stage.say(`Anybody can read that ${euros(aloneCents - jointCostCents)} are saved.`);
  },
};
