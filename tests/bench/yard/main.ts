/**
 * `npm run bench -- yard [--runs 5]`: when the yard's form first shows something on an old telephone with a slow network, and what it
 * weighs. Processor at a quarter of its speed, 400 kbit/s with 400 ms of delay (the slow 3G of WebPageTest); the connection stands
 * already, so that names, certificates and what lies between the telephone and the cloud come on top. Compressed as CloudFront does.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../support/browser.ts";
import { yardSite } from "../../support/yardSite.ts";

const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWER = 4;
const FIRST_CONTENT = `new Promise((resolve) => {
  const found = performance.getEntriesByName("first-contentful-paint")[0];
  if (found !== undefined) resolve(found.startTime);
  else new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (one.name === "first-contentful-paint") resolve(one.startTime);
  }).observe({ type: "paint", buffered: true });
})`;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { runs: { type: "string", default: "5" } } });
  const site = await yardSite();
  const front = await compressing(site.origin);
  const browser = await launchBrowser();
  try {
    const first: number[] = [];
    let bytes = { plain: 0, compressed: 0 };
    for (let k = 0; k < Number(values.runs); k++) {
      const found = await open(browser, front.origin + (await site.sticker("alt-mixed")));
      first.push(found.firstContentMs);
      bytes = found.bytes;
    }
    first.sort((a, b) => a - b);
    const row = {
      firstContentMs: Math.round(first[Math.floor(first.length / 2)]!),
      slowestMs: Math.round(first.at(-1)!),
      kilobytes: Number((bytes.plain / 1000).toFixed(1)),
      compressedKilobytes: Number((bytes.compressed / 1000).toFixed(1)),
    };
    console.table([row]);
  } finally {
    await browser.close();
    front.server.close();
    await site.close();
  }
}

/** Stands before the gateway, and makes what it answers small. */
async function compressing(behind: string): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((request, response) => {
    void fetch(behind + request.url!).then(async (answer) => {
      const body = brotliCompressSync(await answer.bytes());
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== "content-length"));
      response.writeHead(answer.status, { ...headers, "content-encoding": "br", "content-length": body.length });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function open(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: "de-DE" });
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => bodies.push(response.body()));
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW_3G);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(address);
  const firstContentMs = (await page.evaluate(FIRST_CONTENT)) as number;
  const all = await Promise.all(bodies);
  await context.close();
  const sum = (of: (body: Buffer) => number): number => all.reduce((bytes, body) => bytes + of(body), 0);
  return {
    firstContentMs,
    bytes: { plain: sum((body) => body.length), compressed: sum((body) => brotliCompressSync(body).length) },
  };
}
