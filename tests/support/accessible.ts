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

export type Only = { readonly tags: readonly string[] } | { readonly rules: readonly string[] };
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

/** Paper is as wide as A4 between margins of 15 mm. */
const PAPER = 680;
/** What nobody can press on paper. */
const TO_PRESS = "main button:visible, main a.button:visible, main input[type=file]:visible";

export interface Looking {
  /** Dark and paper too; once a state is enough, colours are the same in every language. Default true. */
  readonly colours?: boolean;
  /** What is to be done with each look, such as a picture of it. */
  readonly saw?: (look: string) => Promise<unknown>;
}

/**
 * A page in all its looks, on the window that it is open in: by every rule on a desk in the light, by what colours and widths decide
 * on a telephone in the dark and on paper, and whether anything sticks out. The window is afterwards a desk in the light.
 *
 * @returns faults with their look; empty is good
 */
export async function lookFaults(
  page: Page,
  { colours = true, saw = () => Promise.resolve() }: Looking = {},
): Promise<readonly (readonly [look: string, fault: unknown])[]> {
  const found: (readonly [string, unknown])[] = [];
  const tell = (look: string, faults: readonly unknown[]): void => {
    for (const fault of faults) found.push([look, fault]);
  };
  if (colours) {
    await show(page, 320, { colorScheme: "dark" });
    tell("phone, dark", await breaches(page, OF_LOOKS));
    await saw("320-dark");
    // Whoever prints from a dark screen still gets dark ink on white.
    await show(page, PAPER, { media: "print", colorScheme: "dark" });
    tell("paper", await breaches(page, { rules: ["color-contrast"] }));
    const over = await overflow(page);
    if (over !== 0) found.push(["paper", `${over} pixels too wide`]);
    tell("paper", await page.locator(TO_PRESS).allTextContents());
    await saw("paper");
  }
  await show(page, 1280, { media: "screen", colorScheme: "light" });
  tell("desk", await breaches(page, { tags: [...WCAG, "best-practice"] }));
  tell("desk", await misfits(page));
  await saw("1280-light");
  return found;
}

async function show(page: Page, width: number, media: Parameters<Page["emulateMedia"]>[0]): Promise<void> {
  await page.emulateMedia(media);
  await page.setViewportSize({ width, height: 900 });
}
