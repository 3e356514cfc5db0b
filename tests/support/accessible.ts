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

/** Only what is looked at leaves the page: all that axe tells of every rule takes as long to ship as to find. */
const TOLD = `({ violations, passes, incomplete }) => ({
  breaches: violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary]),
  passed: passes.map(({ id }) => id),
  undecided: incomplete.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html) })),
})`;

/** @throws {Error} when the page has frames, or axe looked at nothing */
export async function judged(page: Page, only: Only = { tags: WCAG }): Promise<Judged> {
  if (page.frames().length !== 1) throw new Error(`Frames are not judged: ${page.url()}`);
  const runOnly = "tags" in only ? { type: "tag", values: [...only.tags] } : { type: "rule", values: [...only.rules] };
  const options = { runOnly, resultTypes: ["violations", "incomplete"] };
  if (await page.evaluate(`typeof axe === "undefined"`)) await page.evaluate(axe.source);
  const result = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(${TOLD})`)) as Judged;
  if (result.breaches.length + result.passed.length === 0) throw new Error(`axe looked at nothing: ${page.url()}`);
  return result;
}

export const breaches = async (page: Page, only?: Only): Promise<readonly Breach[]> =>
  (await judged(page, only)).breaches;

/** Telephones, the narrower also a window of 1,280 pixels at 400 % (WCAG 1.4.10); that window at 200 % (1.4.4). */
const ZOOMED = [320, 390, 640] as const;
/** How much the page is wider than its window, and texts in boxes that hide what does not fit; maps move theirs. */
const SPILLED = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  // Nobody scrolls paper.
  const hiding = matchMedia("print").matches ? /hidden|clip|auto|scroll/ : /hidden|clip/;
  const cut = [...document.querySelectorAll("body *")].filter((one) => {
    if (one.scrollWidth <= one.clientWidth + 1 || one.clientWidth <= 1) return false;
    if (one.closest("svg, .leaflet-container") !== null || one.textContent.trim() === "") return false;
    return hiding.test(getComputedStyle(one).overflowX);
  });
  return [scrollWidth - clientWidth, cut.map((one) => one.outerHTML.slice(0, 200))];
})()`;

async function spilled(page: Page, look: string): Promise<readonly string[]> {
  const [over, cut] = (await page.evaluate(SPILLED)) as [number, string[]];
  return [...(over === 0 ? [] : [`${look}: ${over} too wide`]), ...cut.map((one) => `${look}: cut off: ${one}`)];
}

/** What sticks out of the window or is cut off, as it stands, on a telephone and at 200 %; the window is afterwards as it was. */
export async function misfits(page: Page): Promise<readonly string[]> {
  const size = page.viewportSize();
  if (size === null) throw new Error("A page without a window has no width.");
  const found: string[] = [];
  for (const width of [...ZOOMED, size.width]) {
    await page.setViewportSize({ ...size, width });
    found.push(...(await spilled(page, `${width} pixels`)));
  }
  return found;
}

/** A4 between margins of 15 mm, and across between 10 mm, in pixels of CSS. */
const PAPER = { portrait: 680, landscape: 1046 } as const;
/**
 * What is wrong on paper: what nobody can press there, ways to elsewhere, ink by the square inch, tables that break within a row or
 * go on without their heads, and what is cut off.
 */
const ON_PAPER = `(() => {
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1;
  const tell = (what, ones) => [...ones].filter(seen).map((one) => what + ": " + one.outerHTML.slice(0, 200));
  const all = (selector) => document.querySelectorAll(selector);
  const dark = (one) => {
    const [red, green, blue, alpha = 1] = getComputedStyle(one).backgroundColor.match(/[\\d.]+/g).map(Number);
    const { width, height } = one.getBoundingClientRect();
    return alpha > 0.5 && 0.2126 * red + 0.7152 * green + 0.0722 * blue < 100 && width * height > 96 * 96;
  };
  const whole = (one) => getComputedStyle(one).breakInside === "avoid";
  // A row that is higher than some lines is broken between its parts.
  const torn = (row) => !whole(row) && ![...row.querySelectorAll("td > *, td > * > *")].some(whole);
  const bodies = [...all("tbody")].filter((body) => body.rows.length > 1);
  const heads = bodies.map((body) => body.closest("table").tHead).filter((head) => head !== null);
  // What has no background lies on the canvas, which is black in a dark scheme.
  const canvas = getComputedStyle(document.documentElement).colorScheme;
  const hasGone = (cell) => cell.innerText.trim() === "" && cell.querySelector("a, button, form") !== null;
  const emptied = bodies.flatMap((body) => [...body.rows].flatMap((row) => [...row.cells].filter(hasGone)));
  return [
    ...(canvas === "light" ? [] : ["the canvas is " + canvas]),
    ...tell("to press", all("main button:not([disabled], .lock), main a.button, main input[type=file]")),
    // A list of what there is to read is worth having on paper.
    ...tell("a way to elsewhere", all(".skip, nav:not(:has(> .cards)), .foot")),
    ...tell("dark", [...all("html, body, body *")].filter(dark)),
    ...tell("emptied", emptied),
    ...tell("torn", bodies.flatMap((body) => [...body.rows]).filter(torn)),
    ...tell("a head once", heads.filter((head) => getComputedStyle(head).display !== "table-header-group")),
  ];
})()`;

/** A page as it lies on paper; whoever prints from a dark screen still gets dark ink on white. The window stays as wide as paper. */
export async function paperFaults(page: Page, paper: keyof typeof PAPER = "portrait"): Promise<readonly unknown[]> {
  await show(page, PAPER[paper], { media: "print", colorScheme: "dark" });
  return [
    ...(await breaches(page, { rules: ["color-contrast"] })),
    ...((await page.evaluate(ON_PAPER)) as string[]),
    ...(await spilled(page, "paper")),
  ];
}

export interface Looking {
  /** Dark and paper too; once a state is enough, colours are the same in every language. Default true. */
  readonly colours?: boolean;
  /** Default: upright. */
  readonly paper?: keyof typeof PAPER;
  /** What is to be done with each look, such as a picture of it. */
  readonly saw?: (look: string) => Promise<unknown>;
}

/**
 * A page in all its looks: by every rule on a desk in the light, by what colours and widths decide on a telephone in the dark, as it
 * lies on paper, and whether anything sticks out. The window is afterwards a desk in the light.
 *
 * @returns faults with their look; empty is good
 */
export async function lookFaults(
  page: Page,
  { colours = true, paper = "portrait", saw = () => Promise.resolve() }: Looking = {},
): Promise<readonly (readonly [look: string, fault: unknown])[]> {
  const found: (readonly [string, unknown])[] = [];
  const tell = (look: string, faults: readonly unknown[]): void => {
    for (const fault of faults) found.push([look, fault]);
  };
  if (colours) {
    await show(page, 320, { colorScheme: "dark" });
    tell("phone, dark", await breaches(page, OF_LOOKS));
    await saw("320-dark");
    tell("paper", await paperFaults(page, paper));
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
