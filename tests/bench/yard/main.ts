/**
 * `node tests/bench/main.ts yard [--runs 9] [--other FILE.html]`: when the yard's form first shows something on an old telephone with
 * a slow network, what it waits for until then, and what it weighs. Processor at a quarter of its speed, 400 kbit/s with 400 ms of
 * delay (the slow 3G of WebPageTest); the connection stands already, so that names, certificates and what lies between the telephone
 * and the cloud come on top. The pages' function is awake.
 *
 * Turn about with it: a page of one sentence, which is the least that this machine can do under the same conditions, and a saved page
 * to compare with. Whatever else the machine does slows all of them.
 */
import { createServer, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../support/browser.ts";
import { yardSite } from "../../support/yardSite.ts";

const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWER = 4;
/** As fast as what compresses on the way; the best quality takes longer than the page. */
const COMPRESSION = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const BARE =
  '<!doctype html><html lang="de"><meta name="viewport" content="width=device-width"><title>x</title><p>Ein Satz.';
const SHOWN = `new Promise((resolve) => {
  const tell = (shown) => {
    const { responseEnd, serverTiming } = performance.getEntriesByType("navigation")[0];
    const before = performance.getEntriesByType("resource").filter((one) => one.responseEnd < shown);
    const blocking = before.filter((one) => one.renderBlockingStatus === "blocking").length;
    resolve({ shown, answered: responseEnd, server: serverTiming[0].duration, roundTrips: 1 + blocking });
  };
  const found = performance.getEntriesByName("first-contentful-paint")[0];
  if (found !== undefined) tell(found.startTime);
  else new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (one.name === "first-contentful-paint") tell(one.startTime);
  }).observe({ type: "paint", buffered: true });
})`;

/** Milliseconds since the page was asked for; of the server, those it worked. */
interface Shown {
  readonly shown: number;
  readonly answered: number;
  readonly server: number;
  /** One after the other, until something is seen. */
  readonly roundTrips: number;
  readonly kilobytes: number;
  readonly compressedKilobytes: number;
}

export async function run(args: string[]): Promise<void> {
  const options = { runs: { type: "string", default: "9" }, other: { type: "string" } } as const;
  const { runs, other } = parseArgs({ args, options }).values;
  const site = await yardSite();
  const saved: Record<string, string> = { "/bare": BARE };
  if (other !== undefined) saved["/other"] = await readFile(other, "utf8");
  const front = await compressing(site.origin, saved);
  const browser = await launchBrowser();
  try {
    const paths: Record<string, string> = { bare: "/bare", form: await site.sticker("alt-mixed") };
    if (other !== undefined) paths["other"] = "/other";
    await awake(site.origin + paths["form"]!);
    const seen = Object.fromEntries(Object.keys(paths).map((name) => [name, [] as Shown[]]));
    for (let k = 0; k < Number(runs); k++)
      for (const [name, path] of Object.entries(paths)) seen[name]!.push(await open(browser, front.origin + path));
    console.table(Object.fromEntries(Object.entries(seen).map(([name, all]) => [name, row(all, seen["form"]!)])));
  } finally {
    await browser.close();
    front.server.close();
    await site.close();
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** @param form shown turn about with them */
function row(all: readonly Shown[], form: readonly Shown[]) {
  const middle = (of: (one: Shown) => number): number => Math.round(median(all.map(of)));
  return {
    firstContentMs: middle(({ shown }) => shown),
    fastestMs: Math.round(Math.min(...all.map(({ shown }) => shown))),
    serverMs: middle(({ server }) => server),
    answeredMs: middle(({ answered }) => answered),
    deviceMs: middle(({ shown, answered }) => shown - answered),
    toForm: Number(median(all.map(({ shown }, k) => shown / form[k]!.shown)).toFixed(2)),
    roundTrips: Math.max(...all.map(({ roundTrips }) => roundTrips)),
    kilobytes: all[0]!.kilobytes,
    compressedKilobytes: all[0]!.compressedKilobytes,
  };
}

/** A function that slept, and code that never ran, are no property of the page. */
async function awake(address: string): Promise<void> {
  for (let k = 0; k < 20; k++) await (await fetch(address)).text();
}

/** Stands before the gateway, and makes what it answers small. */
async function compressing(
  behind: string,
  saved: Readonly<Record<string, string>>,
): Promise<{ readonly server: Server; readonly origin: string }> {
  const answerTo = (path: string): Promise<Response> =>
    saved[path] === undefined
      ? fetch(behind + path)
      : Promise.resolve(new Response(saved[path], { headers: { "content-type": "text/html; charset=utf-8" } }));
  const server = createServer((request, response) => {
    const asked = performance.now();
    void answerTo(request.url!).then(async (answer) => {
      const body = brotliCompressSync(await answer.bytes(), COMPRESSION);
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== "content-length"));
      const took = { "server-timing": `server;dur=${(performance.now() - asked).toFixed(1)}` };
      response.writeHead(answer.status, {
        ...headers,
        ...took,
        "content-encoding": "br",
        "content-length": body.length,
      });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function open(browser: Browser, address: string): Promise<Shown> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: "de-DE" });
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => bodies.push(response.body()));
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW_3G);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(address);
  const shown = (await page.evaluate(SHOWN)) as Omit<Shown, "kilobytes" | "compressedKilobytes">;
  const all = await Promise.all(bodies);
  await context.close();
  const kilobytes = (of: (body: Buffer) => number): number =>
    Number((all.reduce((bytes, body) => bytes + of(body), 0) / 1000).toFixed(1));
  return {
    ...shown,
    kilobytes: kilobytes((body) => body.length),
    compressedKilobytes: kilobytes((body) => brotliCompressSync(body, COMPRESSION).length),
  };
}
