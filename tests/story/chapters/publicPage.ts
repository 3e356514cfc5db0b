/** What the cooperation saves stands where anybody can read it. */
import assert from "node:assert/strict";
import type { WeekPlan } from "../../../functions/contract/weeks.ts";
import type { Chapter } from "../stage.ts";

export const publicPage: Chapter = {
  title: "The public page shows the saving",
  async play(stage) {
    const path = `/api/regions/${stage.region}/weeks/${stage.notes.week}/plan`;
    const { summary } = (await (await stage.api("dispatcher.saarlouis", path)).json()) as WeekPlan;
    const saving = (summary!.savingCents / 100).toLocaleString("de-DE", { minimumFractionDigits: 2 });
    const page = await stage.page();
    await page.goto(`${stage.runtime.url}/oeffentlich`);
    const text = await page.locator("main").innerText();
    assert.ok(text.includes(saving), `${saving} is not in: ${text.slice(0, 500)}`);
    await stage.picture(page, "11-oeffentlich");
    stage.say(`Anybody can read that ${saving} euros are saved.`);
  },
};
