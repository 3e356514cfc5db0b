/** What mail filters do to links, all at once: fetch them again and again, submit every form, press every button. */
import type { Mail } from "../../functions/ports/mailer.ts";
import { FormBrowser, formsOf } from "./formBrowser.ts";

/** Values that filters type into fields, for want of better ones. */
const GUESSES = ["", "1", "test", "12,34", "100.00", "test@example.org", "' OR 1=1 --", "<script>alert(1)</script>"];

/** Every address in a mail, in text and HTML. */
export function linksOf({ text, html = "" }: Mail): string[] {
  const found = [...text.matchAll(/https?:\/\/\S+/g), ...html.matchAll(/https?:\/\/[^"<\s]+/g)].map(([link]) => link);
  return [...new Set(found)].map((link) => new URL(link).pathname);
}

/** @returns how many requests it made */
export async function scan(origin: string, mails: readonly Mail[], rounds = 3): Promise<number> {
  let requests = 0;
  const seen = <T>(answer: T): T => (requests++, answer);
  for (let round = 0; round < rounds; round++)
    for (const path of mails.flatMap(linksOf)) {
      // The second time from another network, the third by another program.
      const names = { "x-forwarded-for": `203.0.113.${round}`, "user-agent": `Filter/${round}` };
      const browser = new FormBrowser(origin, names);
      seen(await browser.get(path, "HEAD"));
      const { body } = seen(await browser.get(path));
      seen(await new FormBrowser(origin, names).get(path));
      for (const [, link] of body.matchAll(/href="(\/[^"]*)"/g)) seen(await browser.get(link!));
      for (const form of formsOf(body))
        for (const button of form.buttons)
          for (const guess of GUESSES) {
            const fields = Object.fromEntries(form.fields.map((name) => [name, guess]));
            const answer = seen(await browser.submit(form, fields, button));
            // And whatever comes back, once more.
            for (const next of formsOf(answer.body))
              seen(await browser.submit(next, Object.fromEntries(next.fields.map((name) => [name, guess]))));
          }
    }
  return requests;
}
