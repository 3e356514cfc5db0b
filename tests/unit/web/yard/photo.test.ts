// A photo beside a report: without scripts, who gets to see it, what is refused, and when it is gone.
import { afterEach, beforeEach, expect, test } from "vitest";
import { forgetPhotos } from "../../../../functions/usecases/photos/photos.ts";
import { FormBrowser, formsOf, type Shown } from "../../../support/formBrowser.ts";
import { exif, GPS, latin, photo } from "../../../support/jpeg.ts";
import { yardSite, type YardSite } from "../../../support/yardSite.ts";

let site: YardSite;
beforeEach(async () => {
  site = await yardSite();
});
afterEach(() => site.close());

const ALTDORF = "yard:tiny:99001001";
const reportForm = ({ body }: Shown) => formsOf(body).find(({ fields }) => fields.includes("fill"))!;
const photos = () => site.ports.blobs.list("photos/");

async function report(bytes: Uint8Array<ArrayBuffer>): Promise<Shown> {
  const browser = new FormBrowser(site.origin);
  const form = reportForm(await browser.get(await site.sticker("alt-mixed")));
  return browser.upload(form, { fill: "3", contamination: "none" }, "photo", bytes);
}

async function ask(path: string, ...groups: readonly string[]): Promise<Response> {
  const cookie = groups.length === 0 ? {} : { cookie: await site.session(...groups) };
  return fetch(site.origin + path, { headers: cookie, redirect: "manual" });
}

test("a photo sent without scripts is kept without its place, beside its report", async () => {
  const { status, body } = await report(photo());
  expect(status).toBe(200);
  expect(body).toContain("Danke, die Meldung ist da.");
  expect(body).toContain("mit Foto");
  // Under a sticker nobody sees it.
  expect(body).not.toContain("<img");
  const [kept] = await site.reports();
  const [name] = await photos();
  expect(name).toBe(`photos/tiny/${kept!.photo}`);
  const bytes = (await site.ports.blobs.get(name!))!;
  expect(latin(photo())).toContain(GPS);
  expect(latin(bytes)).not.toMatch(/Exif|GPS|49\.3|Pixel/);
});

test("the same form sent twice with its photo counts once", async () => {
  const browser = new FormBrowser(site.origin);
  const form = reportForm(await browser.get(await site.sticker("alt-mixed")));
  for (let i = 0; i < 2; i++) await browser.upload(form, { fill: "3" }, "photo", photo());
  expect(await site.reports()).toHaveLength(1);
  expect(await photos()).toHaveLength(1);
});

test("yard and dispatcher of the region see it; whoever has no right to the storage does not learn that it is there", async () => {
  await report(photo());
  const [kept] = await site.reports();
  const path = `/meldung/tiny/alt-mixed/foto/${kept!.id}`;
  for (const group of [ALTDORF, "dispatcher:tiny", "admin:tiny"]) {
    const answer = await ask(path, group);
    expect([group, answer.status, answer.headers.get("content-type")]).toEqual([group, 200, "image/jpeg"]);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect((await (await ask("/meldung/tiny/alt-mixed", group)).text()).includes(`src="${path}"`)).toBe(true);
  }
  for (const group of ["yard:tiny:99001002", "mayor:tiny:99001001", "finance:tiny", "dispatcher:elsewhere"])
    expect([group, (await ask(path, group)).status]).toEqual([group, 404]);
  expect((await ask(path)).headers.get("location")).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
  for (const other of ["alt-woody/foto/" + kept!.id, "alt-mixed/foto/x", "alt-mixed/foto/..%2F..%2Fmaster"])
    expect([other, (await ask(`/meldung/tiny/${other}`, ALTDORF)).status]).toEqual([other, 404]);
});

test.each([
  ["a page", Uint8Array.from(Buffer.from("<script>alert(1)</script>"))],
  ["a picture that would unfold", photo(65_000, 65_000)],
  ["an unshrunk one", Uint8Array.from([...photo(), ...new Array<number>(400_000).fill(0)])],
  ["nothing but metadata", Uint8Array.from([0xff, 0xd8, ...exif(), 0xff, 0xd9])],
])("%s as a photo is left away and said; the report counts", async (_, bytes) => {
  const { status, body } = await report(bytes);
  expect(status).toBe(200);
  expect(body).toContain("Das Foto wurde nicht angenommen");
  expect((await site.reports()).map(({ quarters, photo: name }) => [quarters, name])).toEqual([[3, undefined]]);
  expect(await photos()).toEqual([]);
});

test("a photo from another site, or without the form's token, is not taken", async () => {
  const browser = new FormBrowser(site.origin);
  const form = reportForm(await browser.get(await site.sticker("alt-mixed")));
  const forged = { ...form, hidden: { ...form.hidden, csrf: "x" } };
  expect((await browser.upload(forged, { fill: "3" }, "photo", photo())).status).toBe(403);
  const body = new FormData();
  body.append("fill", "3");
  const elsewhere = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
  expect((await fetch(site.origin + form.action, { method: "POST", headers: elsewhere, body })).status).toBe(403);
  const broken = { "sec-fetch-site": "same-origin", "content-type": "multipart/form-data; boundary=x" };
  const answer = await fetch(site.origin + form.action, { method: "POST", headers: broken, body: "--y\r\n" });
  expect(answer.status).toBe(403);
  expect([await site.reports(), await photos()]).toEqual([[], []]);
});

test("after 30 days a photo is gone, and its page no longer shows it", async () => {
  await report(photo());
  const DAY = 24 * 3600_000;
  site.clock.milliseconds += 30 * DAY;
  expect(await forgetPhotos(site.ports)).toBe(0);
  expect(await photos()).toHaveLength(1);
  site.clock.milliseconds += DAY;
  expect(await forgetPhotos(site.ports)).toBe(1);
  expect(await photos()).toEqual([]);
  const [kept] = await site.reports();
  expect((await ask(`/meldung/tiny/alt-mixed/foto/${kept!.id}`, ALTDORF)).status).toBe(404);
  expect(await (await ask("/meldung/tiny/alt-mixed", ALTDORF)).text()).not.toMatch(/<img|mit Foto/);
});
