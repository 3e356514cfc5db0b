/**
 * Where the whole story is played: the embedded system with the Landkreis Saarlouis, a real browser, an inbox. The story is told twice:
 * as a test (tests/e2e/wholeStory.test.ts) and aloud (`npm run demo`).
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { fileBlobs } from "../../functions/adapters/files/fileBlobs.ts";
import { importRegion } from "../../functions/usecases/regions/importRegion.ts";
import { createRuntime, type Runtime } from "../../local/runtime.ts";
import { browse, cookieJar } from "../support/browse.ts";
import { launchBrowser } from "../support/browser.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/saarlouis", import.meta.url));
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const LOOK_MS = 100;
/** Nothing in the story takes longer; what does has failed. */
const PATIENCE_MS = 300_000;

export interface StoryMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly fileName: string; readonly url: string }[];
  readonly url: string;
}

export interface Teller {
  /** What is happening, for whoever watches. */
  say(text: string): void;
  /** Shows a page to whoever watches. */
  picture(page: Page, name: string): Promise<void>;
}

export interface Stage extends Teller {
  readonly runtime: Runtime;
  readonly region: "saarlouis";
  readonly folder: string;
  /** What one chapter leaves for the next. */
  readonly notes: Notes;
  page(who?: string, device?: "phone" | "desk"): Promise<Page>;
  /** Token of an account's session. */
  session(who: string): Promise<string>;
  /** Asks the API as somebody. */
  api(who: string, path: string, init?: RequestInit): Promise<Response>;
  /** All mails so far, oldest first. */
  mails(): Promise<StoryMail[]>;
  /** Looks again until something is there. */
  until<T>(what: string, look: () => Promise<T | undefined>): Promise<T>;
  close(): Promise<void>;
}

export interface Notes {
  week?: string;
  /** Of the agreement that everybody in it approved. */
  agreed?: {
    readonly id: string;
    readonly version: number;
    readonly jointCostCents: number;
    readonly aloneCents: number;
  };
}

export interface Chapter {
  readonly title: string;
  play(stage: Stage): Promise<void>;
}

export async function openStage(teller: Teller, iterations: number): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-story-"));
  const runtime = await createRuntime({ data: join(folder, "data"), port: 0, env: {}, firstOptions: { iterations } });
  await importRegion(runtime.ports, fileBlobs(EXAMPLE));
  const browser = await launchBrowser();
  const tokens = new Map<string, string>();
  const contexts: BrowserContext[] = [];

  async function token(account: string): Promise<string> {
    const known = tokens.get(account);
    if (known !== undefined) return known;
    const jar = cookieJar();
    const asked = await browse(jar, new URL("/sign-in", runtime.url));
    await browse(jar, new URL(asked.url), { account });
    const fresh = jar.get("gv_session");
    assert.ok(fresh !== undefined, `${account} cannot sign in`);
    tokens.set(account, fresh);
    return fresh;
  }

  return {
    ...teller,
    ...{ runtime, folder, region: "saarlouis", notes: {} },
    page: async (who, device = "desk") => {
      const context = await openContext(browser, device);
      contexts.push(context);
      if (who !== undefined)
        await context.addCookies([{ name: "gv_session", value: await token(who), url: runtime.url, httpOnly: true }]);
      return context.newPage();
    },
    session: token,
    api: async (who, path, init = {}) => {
      const headers = { authorization: `Bearer ${await token(who)}`, ...(init.headers as object) };
      return fetch(new URL(path, runtime.url), { ...init, headers });
    },
    mails: async () => {
      const response = await fetch(new URL("/_local/inbox.json", runtime.url));
      const { mails } = (await response.json()) as { mails: StoryMail[] };
      return mails.toReversed();
    },
    until,
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await runtime.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function openContext(browser: Browser, device: "phone" | "desk"): Promise<BrowserContext> {
  return browser.newContext({ viewport: device === "phone" ? PHONE : DESK, locale: "de-DE", colorScheme: "light" });
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error(`waited in vain for ${what}`);
}
