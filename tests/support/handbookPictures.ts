/**
 * The handbook's pictures, taken from the real pages. Beside each kept picture lies what was to be read on it and a hash of its look;
 * a page that has changed since makes the test fail until the picture is taken anew. Pixels are not compared: they differ with
 * browsers and fonts.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { ROOT } from "../unit/house/sourceFiles.ts";

export interface Picture<Site> {
  /** Of the file, and begins with the handbook's page: `bauhof-formular`. */
  readonly name: string;
  /** Of the window, in CSS pixels. */
  readonly size: readonly [width: number, height: number];
  /** Brings the page to where the picture is taken. */
  go(page: Page, site: Site): Promise<unknown>;
  /** Selectors of what is on the picture, with a margin around it; default: what the window shows. */
  readonly parts?: readonly string[];
  /** What differs each time; it is on the picture and in no comparison. */
  readonly differs?: string;
  /** Cookie of whoever looks, `name=value`. */
  session?(site: Site): Promise<string>;
}

interface Note {
  readonly width: number;
  readonly height: number;
  readonly text: readonly string[];
  readonly look: string;
}

export const PICTURES = `${ROOT}/docs/images/handbuch`;
const RENEWING = process.env["UPDATE_SCREENSHOTS"] === "1";
export const RENEW =
  "The page has changed. Renew its picture and look at it: UPDATE_SCREENSHOTS=1 npm test -- handbook/pictures";
const MARGIN = 16;
/** In CSS pixels; a picture holds twice as many each way. */
const SCALE = 2;

/** What a kept picture says, and what the page says now; the same unless the page has changed. */
export async function compared<Site extends { readonly origin: string }>(
  browser: Browser,
  site: Site,
  picture: Picture<Site>,
): Promise<{ readonly kept: unknown; readonly now: unknown }> {
  const { name, size, parts, differs, go, session } = picture;
  const [width, height] = size;
  const context = await browser.newContext({
    ...{ viewport: { width, height }, deviceScaleFactor: SCALE, locale: "de-DE", timezoneId: "Europe/Berlin" },
    ...{ colorScheme: "light", reducedMotion: "reduce" },
  });
  try {
    if (session !== undefined) {
      const [cookie = "", ...value] = (await session(site)).split("=");
      await context.addCookies([{ name: cookie, value: value.join("="), url: site.origin }]);
    }
    const page = await context.newPage();
    await go(page, site);
    // A form may have led further down; places are counted from the top.
    if (parts !== undefined) await page.evaluate("scrollTo(0, 0)");
    const clip = parts === undefined ? { x: 0, y: 0, width, height } : await around(page, parts);
    const seen = await read(page, site.origin, parts ?? ["main"], differs);
    const now: Note = { width: clip.width, height: clip.height, ...seen };
    if (RENEWING) await keep(page, name, clip, now);
    const { text, look } = JSON.parse(readFileSync(`${PICTURES}/${name}.json`, "utf8")) as Note;
    return { kept: { name, text, look }, now: { name, text: now.text, look: now.look } };
  } finally {
    await context.close();
  }
}

type Clip = Readonly<Record<"x" | "y" | "width" | "height", number>>;

async function around(page: Page, parts: readonly string[]): Promise<Clip> {
  const boxes = await Promise.all(
    parts.map(async (part) => {
      const box = await page.locator(part).first().boundingBox();
      if (box === null) throw new Error(`Nothing to be seen of ${part} on ${page.url()}.`);
      return box;
    }),
  );
  const { width, height } = (await page.evaluate(
    "({ width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight })",
  )) as { width: number; height: number };
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const [x, y] = [Math.max(0, Math.floor(left - MARGIN)), Math.max(0, Math.floor(top - MARGIN))];
  return {
    ...{ x, y },
    width: Math.min(width, Math.ceil(right + MARGIN)) - x,
    height: Math.min(height, Math.ceil(bottom + MARGIN)) - y,
  };
}

/** Texts line by line, without what differs from run to run; charts and the style that applies only as a hash. */
async function read(
  page: Page,
  origin: string,
  parts: readonly string[],
  differs = "#differs",
): Promise<Pick<Note, "text" | "look">> {
  const [text, drawn] = (await page.evaluate(`(() => {
    const parts = ${JSON.stringify(parts)}.map((part) => document.querySelector(part));
    const hidden = parts.flatMap((part) => [...part.querySelectorAll(${JSON.stringify(differs)})]);
    for (const one of hidden) one.style.display = "none";
    const text = parts.map((part) => part.innerText).join("\\n");
    for (const one of hidden) one.style.display = "";
    const svgs = parts.flatMap((part) => [...part.querySelectorAll("svg")]).filter((one) => !hidden.some((other) => other.contains(one)));
    // Rules of what is on the picture and of what it stands in; those of other parts of the page do not matter.
    const applies = ({ selectorText }) => {
      const pseudo = /([\\w\\])*])?::?(before|after|marker|hover|focus-visible|focus|active|file-selector-button|-webkit-[-\\w]+|-moz-[-\\w]+)/g;
      const plain = selectorText.replace(pseudo, (_, before = "*") => before);
      return parts.some((part) => part.closest(plain) !== null || part.querySelector(plain) !== null);
    };
    const rulesOf = (rules) => [...rules].flatMap((rule) =>
      rule instanceof CSSStyleRule ? (applies(rule) ? [rule.cssText] : [])
        : rule.media !== undefined && matchMedia(rule.media.mediaText).matches ? rulesOf(rule.cssRules) : []);
    const styles = [...document.styleSheets].flatMap((sheet) => rulesOf(sheet.cssRules));
    return [text, [...styles, ...svgs.map((one) => one.outerHTML)].join("\\n")];
  })()`)) as [string, string];
  const lines = text
    .replaceAll(origin, "https://plan.example.org")
    .replace(/[0-9a-f]{32,64}|[\w-]{43}/g, "…")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim());
  return {
    text: lines.filter((line) => line !== ""),
    look: createHash("sha256").update(drawn).digest("hex").slice(0, 16),
  };
}

async function keep(page: Page, name: string, clip: Clip, note: Note): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    ...{ format: "webp", quality: 80, captureBeyondViewport: true, clip: { ...clip, scale: SCALE } },
  });
  writeFileSync(`${PICTURES}/${name}.webp`, Buffer.from(data, "base64"));
  writeFileSync(`${PICTURES}/${name}.json`, `${JSON.stringify(note, null, 2)}\n`);
}
