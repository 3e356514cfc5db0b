/** The tours reach whoever sends out the vehicles: all of them at first, and then what the dispatcher has changed. */
import assert from "node:assert/strict";
import type { Chapter, Stage, StoryMail } from "../stage.ts";

export const tours: Chapter = {
  title: "The tours arrive by mail, and then what was changed",
  async play(stage) {
    const all = await mailOf(stage, /^Touren /);
    const changed = await mailOf(stage, /^Geänderte Touren /);
    const kinds = new Set(all.attachments.map(({ fileName }) => fileName.split(".").at(-1)));
    assert.deepEqual([...kinds].sort(), ["gpx", "ics", "pdf"]);
    const calendar = changed.attachments.find(({ fileName }) => fileName.endsWith(".ics"))!;
    const text = await (await fetch(new URL(calendar.url, stage.runtime.url))).text();
    assert.match(text, /SEQUENCE:[1-9]|STATUS:CANCELLED/);
    stage.say(
      `${all.attachments.length} files with the plan, ${changed.attachments.length} with the change; calendars are updated.`,
    );
    const page = await stage.page();
    await page.goto(stage.runtime.url + changed.url);
    await stage.picture(page, "05-touren-in-der-post");
  },
};

function mailOf(stage: Stage, subject: RegExp): Promise<StoryMail> {
  return stage.until(`a mail ${subject.source}`, async () =>
    (await stage.mails()).findLast((mail) => mail.to.includes("disposition.") && subject.test(mail.subject)),
  );
}
