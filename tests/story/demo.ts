/**
 * `npm run demo [-- --pictures FOLDER] [--iterations N]`: the whole story, told aloud while it happens. With `--pictures` each page
 * is kept as a picture.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openStage, type Stage } from "./stage.ts";
import { story } from "./story.ts";

const { values } = parseArgs({
  options: { pictures: { type: "string" }, iterations: { type: "string", default: "2000" } },
});
const { pictures } = values;
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
const iterations = Number(values.iterations);
const picture = async (page: Parameters<Stage["picture"]>[0], name: string): Promise<void> => {
  if (pictures === undefined) return;
  // A map is drawn a moment after its page has loaded.
  const maps = page.locator(".geomap-canvas:visible");
  if ((await maps.count()) > 0) await maps.locator("path").first().waitFor({ state: "attached" });
  await page.screenshot({ path: join(pictures, `${name}.jpg`), type: "jpeg", quality: 80 });
  console.log(`    (${name}.jpg)`);
};
const stage = await openStage({ say: (text) => console.log(`    ${text}`), picture }, iterations);
console.log(
  `Grünverbund plays a week of the Landkreis Saarlouis at ${stage.runtime.url}; it takes one to two minutes.`,
);
try {
  for (const [index, chapter] of story(iterations).entries()) {
    console.log(`\n${index + 1}. ${chapter.title}`);
    await chapter.play(stage);
  }
  console.log("\nThat is the whole story.");
} finally {
  await stage.close();
}
