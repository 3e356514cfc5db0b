// The whole story on the embedded system: reports, plan, tours, vote, books, proof. Each test goes on where the one before has ended.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withoutBrowser } from "../support/browser.ts";
import { openStage, type Stage } from "../story/stage.ts";
import { story } from "../story/story.ts";

const ITERATIONS = 300;
const folder = process.env["SCREENSHOTS"];

describe.skipIf(withoutBrowser)("the whole story", () => {
  let stage: Stage;
  let lost: string | undefined;
  beforeAll(async () => {
    const silent = {
      say: () => undefined,
      picture: async (page: Parameters<Stage["picture"]>[0], name: string) => {
        if (folder !== undefined) await page.screenshot({ path: `${folder}/story-${name}.png`, fullPage: true });
      },
    };
    stage = await openStage(silent, ITERATIONS);
  }, 60_000);
  afterAll(() => stage.close());

  test.each(story(ITERATIONS).map((chapter) => [chapter.title, chapter] as const))(
    "%s",
    async (title, chapter) => {
      expect(lost).toBeUndefined();
      lost = title;
      await chapter.play(stage);
      lost = undefined;
    },
    600_000,
  );
});
