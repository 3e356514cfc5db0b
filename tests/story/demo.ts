/**
 * `npm run demo [-- --pictures FOLDER] [--pages FOLDER] [--iterations N]`: the whole story, told aloud while it happens. With
 * `--pictures` its scenes are kept as pictures, with `--pages` every page at its end, wide and as on a phone.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gallery, mapsAreDrawn } from "./gallery.ts";
import { openStage, type Stage } from "./stage.ts";
import { story } from "./story.ts";

const { values } = parseArgs({
  options: { pictures: { type: "string" }, pages: { type: "string" }, iterations: { type: "string", default: "2000" } },
});
const { pictures, pages } = values;
for (const folder of [pictures, pages]) if (folder !== undefined) mkdirSync(folder, { recursive: true });
const iterations = Number(values.iterations);
const picture = async (page: Parameters<Stage["picture"]>[0], name: string): Promise<void> => {
  if (pictures === undefined) return;
  await mapsAreDrawn(page);
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
  if (pages !== undefined) await gallery(stage, pages);
} finally {
  await stage.close();
}
