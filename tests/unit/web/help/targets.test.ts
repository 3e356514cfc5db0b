// Help is a link to the place that explains the page: every such place is a heading of the handbook.
import { expect, test } from "vitest";
import { readHandbook } from "../../../../web/help/handbook.ts";
import { HELP, helpAddress } from "../../../../web/help/targets.ts";
import { createPage } from "../../../../web/page.ts";
import { SITE_WORDS } from "../../../../web/words/index.ts";
import { everyState } from "../../../support/approvalStates.ts";
import { yardStates } from "../../../support/yardStates.ts";

test("every place that a page names is a page of the handbook and a heading on it", async () => {
  const { pages } = await readHandbook();
  for (const place of Object.values(HELP)) {
    const [page = "", anchor] = place.split("#");
    expect([place, pages.get(page)?.anchors.includes(anchor!)]).toEqual([place, true]);
  }
});

test.each(["de", "fr", "en"] as const)(
  "%s: a page that names its place has a link to it in its language",
  async (language) => {
    const render = createPage("");
    const { open, certificate, unknown } = everyState(language);
    const { stickers, paper, list } = yardStates(language);
    const named = { open, certificate, unknown, stickers, paper, list };
    for (const [name, parts] of Object.entries(named)) {
      const { body } = await render(parts!, { language, path: "" });
      const link = `<a href="${helpAddress(parts!.help!)}">${SITE_WORDS[language].help}</a>`;
      expect([name, body.includes(link)]).toEqual([name, true]);
    }
  },
);
