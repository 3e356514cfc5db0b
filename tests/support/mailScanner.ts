/** What mail filters do to links, all at once: fetch them again and again, submit every form, press every button. */
import { request } from "node:http";
import { FormBrowser, formsOf } from "./formBrowser.ts";

/** Values that filters type into fields, for want of better ones. */
const GUESSES = ["", "1", "test", "12,34", "100.00", "test@example.org", "' OR 1=1 --", "<script>alert(1)</script>"];

/** The two bodies of a mail. */
export interface Bodies {
  readonly text: string;
  readonly html?: string;
}

export interface ScanOptions {
  /** Default: 3. */
  readonly rounds?: number;
  /** What is typed into the fields of a page. Default: the same few values. */
  readonly guesses?: (page: string) => readonly string[];
}

/** Every address in a mail, in text and HTML. */
export function linksOf({ text, html = "" }: Bodies): string[] {
  const found = [...text.matchAll(/https?:\/\/\S+/g), ...html.matchAll(/https?:\/\/[^"<\s]+/g)].map(([link]) => link);
  return [...new Set(found)].map((link) => new URL(link).pathname);
}

/** Every amount of money that a page prints: a filter that reads is not stopped by what is there to be read. */
export function amountsOn(page: string): string[] {
  const plain = page.replace(/[\u00a0\u202f]|&nbsp;/g, " ");
  return [...new Set([...plain.matchAll(/(\d[\d.]*,\d\d) €/g)].map(([, amount]) => amount!))];
}

/** @returns how many requests it made */
export async function scan(origin: string, mails: readonly Bodies[], options: ScanOptions = {}): Promise<number> {
  const { rounds = 3, guesses = () => GUESSES } = options;
  let requests = 0;
  const seen = <T>(answer: T): T => (requests++, answer);
  const paths = [...new Set(mails.flatMap(linksOf))];
  for (let round = 0; round < rounds; round++)
    for (const path of paths) {
      // The second time from another network, the third by another program.
      const names = { "x-forwarded-for": `203.0.113.${round}`, "user-agent": `Filter/${round}` };
      const browser = new FormBrowser(origin, names);
      seen(await browser.get(path, "HEAD"));
      const { body } = seen(await browser.get(path));
      seen(await new FormBrowser(origin, names).get(path));
      seen(await fromElsewhere(origin, path));
      // What is linked from the page is the same each time.
      if (round === 0)
        for (const [, link] of body.matchAll(/href="(\/[^"]*)"/g))
          seen(await browser.get(link!.replaceAll("&amp;", "&")));
      for (const form of formsOf(body))
        for (const button of form.buttons)
          for (const guess of guesses(body)) {
            const fields = Object.fromEntries(form.fields.map((name) => [name, guess]));
            const answer = seen(await browser.submit(form, fields, button));
            // And whatever comes back, once more.
            for (const next of formsOf(answer.body))
              seen(await browser.submit(next, Object.fromEntries(next.fields.map((name) => [name, guess]))));
          }
    }
  return requests;
}

/** From another address of this machine, as the gateway sees it; where a system has only one, from that. */
function fromElsewhere(origin: string, path: string): Promise<number> {
  const { hostname, port } = new URL(origin);
  const localAddress = process.platform === "linux" ? { localAddress: "127.0.0.2" } : {};
  return new Promise((resolve, reject) => {
    request({ hostname: hostname === "localhost" ? "127.0.0.1" : hostname, port, path, ...localAddress }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
    })
      .on("error", reject)
      .end();
  });
}
