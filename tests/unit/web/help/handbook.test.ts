// The handbook as it lies in docs/: nothing leads to where there is nothing, and every picture is used, described and light.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { readHandbook, type Handbook } from "../../../../web/help/handbook.ts";
import { ROOT } from "../../house/sourceFiles.ts";

const PICTURES = `${ROOT}/docs/images/handbuch`;
const MOST_BYTES = 120_000;

let handbook: Handbook;
beforeAll(async () => {
  handbook = await readHandbook();
});

const all = () => [["README", handbook.overview] as const, ...handbook.pages];

test("every page has a title, a sentence that says what it is for, and contents", () => {
  expect(handbook.pages.size).toBeGreaterThanOrEqual(3);
  for (const [name, { title, lead, contents }] of all()) {
    expect([name, title === name]).toEqual([name, false]);
    expect([name, lead === ""]).toEqual([name, false]);
    expect([name, contents.length > 1]).toEqual([name, true]);
  }
});

test("every link within the handbook leads to a page and a heading that are there", () => {
  const places = new Set(all().flatMap(([name, { anchors }]) => [name, ...anchors.map((id) => `${name}#${id}`)]));
  for (const [name, { links }] of all())
    for (const link of links) expect([name, link, places.has(link)]).toEqual([name, link, true]);
});

test("every picture that is shown is there, and every picture that is there is shown", async () => {
  const shown = new Set(all().flatMap(([, { pictures }]) => pictures));
  const kept = readdirSync(PICTURES).filter((name) => name.endsWith(".webp"));
  expect([...shown].sort()).toEqual(kept.sort());
  for (const name of kept) {
    expect([name, statSync(`${PICTURES}/${name}`).size <= MOST_BYTES]).toEqual([name, true]);
    const bytes = await handbook.picture(name);
    expect([name, Buffer.from(bytes!.subarray(8, 12)).toString()]).toEqual([name, "WEBP"]);
  }
});

test("every picture says in words what is to be seen", () => {
  for (const [name, { html }] of all())
    for (const [, alt] of html.matchAll(/<img [^>]*alt="([^"]*)"/g))
      expect([name, alt!.length > 10]).toEqual([name, true]);
});

test("a picture is found by its name alone", async () => {
  for (const name of ["../README.md", "bauhof-formular.json", "x.webp", "", "__proto__"])
    expect([name, await handbook.picture(name)]).toEqual([name, undefined]);
  expect(readFileSync(`${PICTURES}/bauhof-formular.webp`).length).toBeGreaterThan(1000);
});
