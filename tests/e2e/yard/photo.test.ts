// A photo beside a report in a real browser: shrunk and without its place before it leaves the telephone, without a network too.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { cleanJpeg } from "../../../functions/usecases/photos/cleanJpeg.ts";
import { launchBrowser, withoutBrowser } from "../../support/browser.ts";
import { exif, GPS, latin } from "../../support/jpeg.ts";
import { yardSite, type YardSite } from "../../support/yardSite.ts";

let browser: Browser;
let site: YardSite;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  if (!withoutBrowser) browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  if (withoutBrowser) return;
  site = await yardSite();
  context = await browser.newContext({ viewport: { width: 390, height: 780 }, locale: "de-DE" });
  page = await context.newPage();
});
afterEach(async () => {
  await context?.close();
  await site?.close();
});

/** A picture of a camera: large, hard to press, with a place in its EXIF. */
async function cameraPhoto(width: number, height: number): Promise<Buffer> {
  const blank = await context.newPage();
  const base64 = (await blank.evaluate(`(() => {
    const canvas = document.createElement("canvas");
    canvas.width = ${width}; canvas.height = ${height};
    const draw = canvas.getContext("2d");
    for (let k = 0; k < 4000; k++) {
      draw.fillStyle = "hsl(" + (k * 47) % 360 + " 60% " + (20 + (k * 13) % 60) + "%)";
      draw.fillRect((k * 7919) % ${width}, (k * 104729) % ${height}, 60, 40);
    }
    return canvas.toDataURL("image/jpeg", 0.95).split(",")[1];
  })()`)) as string;
  await blank.close();
  const drawn = Buffer.from(base64, "base64");
  return Buffer.concat([drawn.subarray(0, 2), Buffer.from(exif()), drawn.subarray(2)]);
}

const choose = (buffer: Buffer) =>
  page.setInputFiles("#photo", { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer });
const tap = (name: string) => page.getByRole("radio", { name, exact: true }).click();
const send = () => page.getByRole("button", { name: "Melden", exact: true }).click();

async function keptPhoto(): Promise<Uint8Array> {
  const names = await site.ports.blobs.list("photos/tiny/");
  expect(names).toHaveLength(1);
  return (await site.ports.blobs.get(names[0]!))!;
}

test.skipIf(withoutBrowser)(
  "a camera's photo is sent shrunk to 1,280 pixels and 200 KB and without its place, and waits for a network with its report",
  async () => {
    const given = await cameraPhoto(3000, 2000);
    expect(latin(given)).toContain(GPS);
    expect(given.length).toBeGreaterThan(400_000);
    await page.goto(site.origin + (await site.sticker("alt-mixed")));
    const bodies: Buffer[] = [];
    page.on("request", (request) => {
      const body = request.method() === "POST" ? request.postDataBuffer() : null;
      if (body !== null) bodies.push(body);
    });
    await context.setOffline(true);
    await tap("voll");
    await choose(given);
    await send();
    await page.getByText("1 Meldung wartet auf Netz.").waitFor();
    expect(await site.ports.blobs.list("photos/")).toEqual([]);
    await context.setOffline(false);
    await page.getByText("angekommen").waitFor();
    const photo = await keptPhoto();
    const read = cleanJpeg(photo);
    expect(read).toMatchObject({ kind: "photo", width: 1280, height: 853 });
    expect(photo.length).toBeLessThanOrEqual(200_000);
    for (const bytes of [photo, ...bodies]) expect(latin(bytes)).not.toMatch(/Exif|GPSLat|49\.3144/);
    expect((await site.reports()).map(({ quarters, photo: name }) => [quarters, name === undefined])).toEqual([
      [4, false],
    ]);
  },
);

test.skipIf(withoutBrowser)(
  "what is no picture is left away on the telephone; the report is sent and says so",
  async () => {
    await page.goto(site.origin + (await site.sticker("alt-mixed")));
    await tap("voll");
    await choose(Buffer.from("<script>alert(1)</script>"));
    await send();
    await page.getByText("Danke, die Meldung ist da.").waitFor();
    await page.getByText("Das Foto wurde nicht angenommen").waitFor();
    expect(await site.reports()).toHaveLength(1);
    expect(await site.ports.blobs.list("photos/")).toEqual([]);
  },
);

test.skipIf(withoutBrowser)("whoever signed in sees the photo beside its report", async () => {
  const [name, value] = (await site.session("dispatcher:tiny")).split("=") as [string, string];
  await context.addCookies([{ name, value, url: site.origin }]);
  await page.goto(`${site.origin}/meldung/tiny/alt-mixed`);
  await tap("halb voll");
  await choose(await cameraPhoto(800, 600));
  await send();
  const shown = page.getByRole("img", { name: /^Foto zur Meldung vom/ });
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(`document.querySelector("img.seen").naturalWidth`)).toBe(800);
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/yard-photo.png`, fullPage: true });
});
