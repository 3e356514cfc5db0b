/**
 * What every page is judged by in a browser: axe with the rules of WCAG 2.2 AA, and that nothing sticks out. axe runs in the page
 * itself, once: its builder for Playwright runs every rule, ships what each element passed out of the browser and judges it in a
 * second page, which takes four times as long and finds the same on pages without frames of strangers.
 */
import axe from "axe-core";
import type { Page } from "playwright-core";

export const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] as const;

/**
 * What width and colours decide. Everything else a document owes to its markup, and so once for each state and language; these again
 * for every look of it.
 */
export const OF_LOOKS = {
  rules: ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"],
} as const;

type Only = { readonly tags: readonly string[] } | { readonly rules: readonly string[] };
/** The rule, and the first element that breaks it. */
export type Breach = readonly [rule: string, element: string | undefined, why: string | undefined];

export interface Judged {
  readonly breaches: readonly Breach[];
  readonly passed: readonly string[];
  /** Rules without a verdict, with every element. */
  readonly undecided: readonly { readonly rule: string; readonly elements: readonly string[] }[];
}

/** @throws {Error} when the page has frames, or axe looked at nothing */
export async function judged(page: Page, only: Only = { tags: WCAG }): Promise<Judged> {
  if (page.frames().length !== 1) throw new Error(`Frames are not judged: ${page.url()}`);
  const runOnly = "tags" in only ? { type: "tag", values: [...only.tags] } : { type: "rule", values: [...only.rules] };
  const options = { runOnly, resultTypes: ["violations", "incomplete"] };
  if (await page.evaluate(`typeof axe === "undefined"`)) await page.evaluate(axe.source);
  const { violations, passes, incomplete } = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)})`,
  )) as axe.AxeResults;
  if (violations.length + passes.length === 0) throw new Error(`axe looked at nothing: ${page.url()}`);
  return {
    breaches: violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary]),
    passed: passes.map(({ id }) => id),
    undecided: incomplete.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html) })),
  };
}

export const breaches = async (page: Page, only?: Only): Promise<readonly Breach[]> =>
  (await judged(page, only)).breaches;

/** Telephones, the narrower also a window of 1,280 pixels at 400 % (WCAG 1.4.10); that window at 200 % (1.4.4). */
const ZOOMED = [320, 390, 640] as const;
/** Texts in boxes that hide what does not fit; maps move theirs. */
const CUT_OFF = `[...document.querySelectorAll("body *")].filter((one) => {
  if (one.closest("svg, .leaflet-container") !== null || one.clientWidth <= 1 || one.textContent.trim() === "") return false;
  return /hidden|clip/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1;
}).map((one) => one.outerHTML.slice(0, 200))`;

/** What sticks out of the window or is cut off, as it stands, on a telephone and at 200 %; the window is afterwards as it was. */
export async function misfits(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  if (size === null) throw new Error("A page without a window has no width.");
  const found: string[] = [];
  for (const width of new Set([size.width, ...ZOOMED])) {
    await page.setViewportSize({ ...size, width });
    const over = await overflow(page);
    if (over !== 0) found.push(`${width} pixels: ${over} too wide`);
    for (const cut of (await page.evaluate(CUT_OFF)) as string[]) found.push(`${width} pixels: cut off: ${cut}`);
  }
  await page.setViewportSize(size);
  return found;
}

/** Pixels by which the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
