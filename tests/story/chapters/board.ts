/** The dispatcher moves a load to another day, sees the price, and publishes; the split follows as a new version. */
import assert from "node:assert/strict";
import type { BoardView } from "../../../functions/usecases/board/view.ts";
import { readDraft } from "../draft.ts";
import { euros } from "../euros.ts";
import type { Chapter } from "../stage.ts";

export const board: Chapter = {
  title: "The dispatcher moves a stop and publishes",
  async play(stage) {
    const page = await stage.page("dispatcher.saarlouis");
    await page.goto(`${stage.runtime.url}/disposition`);
    await stage.picture(page, "04-tafel");
    const before = await readDraft(stage);
    const load = lastLoad(before);
    await page.locator(`[data-stop="${load}"] a.name`).first().click();
    // Every target stands with its price; the cheapest on another tour is taken.
    const targets = page.locator("table.targets tbody tr");
    await targets.first().waitFor();
    await stage.picture(page, "04-wohin");
    await targets.filter({ hasNotText: "ist schon hier" }).first().getByRole("button").click();
    await page.getByText("Veröffentlichen …").first().waitFor();
    const moved = await readDraft(stage);
    assert.notDeepEqual(tourOf(moved, load), tourOf(before, load));
    assert.deepEqual(moved.violations, []);
    stage.say(`${load} goes on another tour: ${euros(moved.costCents - before.costCents)} on the tours of the week.`);
    await page.getByText("Veröffentlichen …").first().click();
    await page.getByRole("heading", { name: "Wem es mitgeteilt wird" }).waitFor();
    await stage.picture(page, "04-veroeffentlichen");
    await page.getByRole("button", { name: "Jetzt veröffentlichen und mitteilen" }).click();
    const published = await stage.until("the changed plan", async () => {
      const now = await readDraft(stage);
      assert.notEqual(now.publishing?.state, "failed");
      return now.publishing?.state === "done" ? now : undefined;
    });
    assert.deepEqual(published.changes, []);
    assert.deepEqual(tourOf(published, load), tourOf(moved, load));
    stage.say("Published: the checker has accepted it, and whoever drives is told.");
  },
};

/** A load at the end of the longest tour. */
function lastLoad({ tours }: BoardView): string {
  const [longest] = [...tours].sort((a, b) => b.stops.length - a.stops.length);
  const loads = longest!.stops.filter(({ kind }) => kind === "load");
  return loads.at(-1)!.ref!;
}

function tourOf({ tours }: BoardView, load: string): readonly unknown[] {
  const tour = tours.find(({ stops }) => stops.some(({ ref }) => ref === load));
  return [tour?.vehicleId, tour?.date];
}
