// States of pages that no other browser test walks to, because it takes a lapsed deadline, a stranger's passkey or a defect to see
// them: drawn as the pages draw them, and looked at like all others.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "../../domain/region/contacts.ts";
import type { HttpLambda } from "../../local/gateway/endpoint.ts";
import type { Gateway } from "../../local/gateway/gateway.ts";
import { LOOK } from "../../planning/report/style/look.ts";
import { APPROVAL_STYLE } from "../../web/approval/style.ts";
import { BOARD_STYLE } from "../../web/board/style.ts";
import { failedPage } from "../../web/failedPage.ts";
import { createPage, type PageParts, type RenderPage } from "../../web/page.ts";
import { SHEET_STYLE } from "../../web/yard/sheetStyle.ts";
import { YARD_STYLE } from "../../web/yard/style.ts";
import { lookFaults } from "../support/accessible.ts";
import { everyState } from "../support/approvalStates.ts";
import { boardStates } from "../support/boardStates.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";
import { endpoint, servingGateway } from "../support/servingGateway.ts";
import { yardStates } from "../support/yardStates.ts";

interface Family {
  readonly render: RenderPage;
  readonly statesOf: (language: Language) => Record<string, PageParts> | Promise<Record<string, PageParts>>;
  /** Those that are looked at here. */
  readonly looked: RegExp;
}

/** One for each sentence that stands alone, or a part that no other state has; what differs in a word is drawn once. */
const FAMILIES: Readonly<Record<string, Family>> = {
  approval: {
    render: createPage(LOOK + APPROVAL_STYLE),
    statesOf: (language) => everyState(language),
    looked:
      /^(told|voices|reject|ask|signedIn|signIn|missedReject0|missedAsk6|level|early|comment|decidedByDeputy|passkey|closed (refused|lapsed|settled)|expired|superseded|unknown|refused|throttled|altered)/,
  },
  yard: {
    render: createPage(LOOK + YARD_STYLE),
    statesOf: yardStates,
    looked: /^(forecast|photoRefused|nothing|skip|miss|none|unknown|withdrawn|notYours)/,
  },
  sheets: {
    render: createPage(LOOK + YARD_STYLE + SHEET_STYLE),
    statesOf: yardStates,
    looked: /^(stickers|replaced|paper)$/,
  },
  failed: {
    render: createPage(LOOK),
    statesOf: (language) => ({ failed: failedPage(language) }),
    looked: /^failed$/,
  },
  board: {
    render: createPage(LOOK + BOARD_STYLE),
    statesOf: boardStates,
    looked: /^(forbidden|unknown|gone|left|same|nothing)$/,
  },
};

const LANGUAGES = ["de", "fr", "en"] as const;

type States = Promise<Record<string, PageParts>>;
const drawnOnce = new Map<string, States>();
const statesOf = (family: string, language: Language): States => {
  const at = `${family} ${language}`;
  const states = drawnOnce.get(at) ?? Promise.resolve(FAMILIES[family]!.statesOf(language));
  drawnOnce.set(at, states);
  return states;
};

let browser: Browser;
let page: Page;
let gateway: Gateway;
beforeAll(async () => {
  if (withoutBrowser) return;
  browser = await launchBrowser();
  page = await browser.newPage({ reducedMotion: "reduce", bypassCSP: true, serviceWorkers: "block" });
  const drawn: HttpLambda = async ({ rawPath }) => {
    const [, family = "", language = "", state = ""] = rawPath.split("/").map(decodeURIComponent);
    const parts = (await statesOf(family, language as Language))[state]!;
    const { headers, body } = await FAMILIES[family]!.render(parts, { language: language as Language, path: "/" });
    return { statusCode: 200, headers: { ...headers }, body };
  };
  gateway = await servingGateway([endpoint("GET", "/{proxy+}", drawn)]);
});
afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

const EACH = Object.keys(FAMILIES).flatMap((family) => LANGUAGES.map((language) => [family, language] as const));

test.skipIf(withoutBrowser).each(EACH)(
  "%s in %s: accessible (WCAG 2.2 AA), nothing sticks out at any width or on paper",
  async (family, language) => {
    const { looked } = FAMILIES[family]!;
    const states = Object.keys(await statesOf(family, language)).filter((state) => looked.test(state));
    expect(states.length).toBeGreaterThan(0);
    const folder = process.env["SCREENSHOTS"];
    const found: unknown[] = [];
    for (const state of states) {
      const answer = await page.goto(`${gateway.url}/${family}/${language}/${encodeURIComponent(state)}`);
      expect([state, answer!.status()]).toEqual([state, 200]);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      const faults = await lookFaults(page, {
        ...{ colours: language === "de", paper: family === "board" ? "landscape" : "portrait" },
        saw: async (look) => {
          const file = `states-${family}-${state.replaceAll(" ", "-")}-${language}-${look}.png`;
          if (folder !== undefined) await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
        },
      });
      for (const fault of faults) found.push([state, fault]);
    }
    expect(found).toEqual([]);
  },
  240_000,
);
