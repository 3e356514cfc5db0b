/** The dispatcher plans the coming week; the page tells how far it is. */
import assert from "node:assert/strict";
import type { WeekPlan } from "../../../functions/contract/weeks.ts";
import { addWeeks, weekOf } from "../../../domain/week.ts";
import { euros } from "../euros.ts";
import type { Chapter } from "../stage.ts";

export const plan = (iterations: number): Chapter => ({
  title: "The week is planned",
  async play(stage) {
    const week = addWeeks(weekOf(stage.runtime.ports.clock.now().slice(0, 10)), 1);
    stage.notes.week = week;
    const path = `/api/regions/${stage.region}/weeks/${week}/plan`;
    const begun = await stage.api("dispatcher.saarlouis", path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ seed: 1, iterations }),
    });
    assert.equal(begun.status, 202, await begun.clone().text());
    const page = await stage.page("dispatcher.saarlouis");
    // Still, as a page that asks again every two seconds makes no good picture.
    await page.goto(`${stage.runtime.url}/?stand=fest`);
    await stage.picture(page, "02-planung-laeuft");
    const planned = await stage.until("the plan", async () => {
      const now = (await (await stage.api("dispatcher.saarlouis", path)).json()) as WeekPlan;
      assert.notEqual(now.status, "failed", JSON.stringify(now.failure));
      return now.status === "planned" ? now : undefined;
    });
    const { tours, pickups, savingCents } = planned.summary!;
    assert.ok(savingCents > 0 && tours > 0);
    stage.say(`Week ${week}: ${tours} tours for ${pickups} loads; jointly it costs ${euros(savingCents)} less.`);
    await page.reload();
    await stage.picture(page, "03-geplant");
  },
});
