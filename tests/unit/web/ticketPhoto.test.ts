// The photo of a ticket's paper on the page: attached without JavaScript, seen by those who work with tickets, forgotten in time.
import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetTicketPhotos, MOST_TICKET_PHOTO_BYTES } from "../../../functions/usecases/weighings/photo.ts";
import { takeFile } from "../../../functions/usecases/weighings/takeFile.ts";
import { FormBrowser, formsOf } from "../../support/formBrowser.ts";
import { GPS, latin, photo } from "../../support/jpeg.ts";
import { PLANNED } from "../../support/plannedSystem.ts";
import { settlementSite, type SettlementSite } from "../../support/settlementSite.ts";
import { ticketFile } from "../../support/weighingFile.ts";

const { region } = PLANNED;
let site: SettlementSite;
/** Of the first line of the file. */
let ticket: string;
const pathOf = (id = ticket, of: string = region): string => `/abrechnung/${of}/schein/${id}`;

async function browserOf(group: string | null): Promise<FormBrowser> {
  const browser = new FormBrowser(site.origin);
  if (group !== null) browser.cookies.set(...(await site.session([group])));
  return browser;
}
async function uploadForm(browser: FormBrowser, path = pathOf()) {
  const [form] = formsOf((await browser.get(path)).body).filter(({ fields }) => fields.includes("foto"));
  return form!;
}
async function bytesOf(browser: FormBrowser, path: string): Promise<{ status: number; type: string; text: string }> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const response = await fetch(new URL(path, site.origin), { headers: { cookie }, redirect: "manual" });
  const type = response.headers.get("content-type") ?? "";
  return { status: response.status, type, text: latin(new Uint8Array(await response.arrayBuffer())) };
}

beforeAll(async () => {
  site = await settlementSite();
  const text = ticketFile(site.lines);
  await takeFile(site.ports, region, { file: "w.csv", text, profile: "waage", by: "test", dry: false });
  const [number, facility] = site.lines[0]!.split(";");
  ticket = `${facility!}.${number!}`;
}, 120_000);
afterAll(async () => {
  await site?.closeGateway();
  await site?.close();
});

test("a photo is attached by a form of several parts, and nothing of place and device comes out again", async () => {
  const browser = await browserOf("dispatcher:tiny");
  expect(latin(photo())).toContain(GPS);
  expect((await browser.get(pathOf())).body).toContain("Noch gibt es kein Foto.");
  const done = await browser.upload(await uploadForm(browser), {}, "foto", photo());
  expect([done.status, done.body]).toEqual([200, expect.stringContaining("Das Foto liegt beim Schein.")]);
  expect(done.body).toContain(`<img class="paper" src="${pathOf()}/foto"`);
  expect(done.headers.get("content-security-policy")).toContain("img-src 'self'");
  const seen = await bytesOf(browser, `${pathOf()}/foto`);
  expect([seen.status, seen.type, seen.text.slice(0, 2)]).toEqual([200, "image/jpeg", "\u00ff\u00d8"]);
  for (const hidden of [GPS, "Exif", "Pixel 9"]) expect(seen.text).not.toContain(hidden);
  // The same once more is the same: nothing is written.
  const before = site.writes();
  expect((await browser.upload(await uploadForm(browser), {}, "foto", photo())).status).toBe(200);
  expect(site.writes()).toBe(before);
});

test("what is no photo, too large, of another page or without its token is refused, and the photo stays", async () => {
  const browser = await browserOf("finance:tiny");
  const before = site.writes();
  const form = await uploadForm(browser);
  const send = async (file: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}) => {
    const { status, body } = await browser.upload(form, fields, "foto", file);
    return [status, /class="fault"[^>]*>([^<]*)/.exec(body)?.[1]?.trim() ?? ""];
  };
  expect(await send(new TextEncoder().encode("<svg/>"))).toEqual([422, "Das ist kein lesbares JPEG."]);
  expect(await send(new Uint8Array())).toEqual([422, "Bitte ein Foto wählen."]);
  const large = /^Das Foto ist zu groß/;
  expect(await send(new Uint8Array(MOST_TICKET_PHOTO_BYTES + 1))).toEqual([413, expect.stringMatching(large)]);
  expect(await send(new Uint8Array(MOST_TICKET_PHOTO_BYTES + 100_000))).toEqual([413, expect.stringMatching(large)]);
  expect(await send(photo(5000, 100))).toEqual([413, expect.stringMatching(large)]);
  expect((await send(photo(320, 200), { csrf: "made-up" }))[0]).toBe(403);
  const elsewhere = await browser.post(`${pathOf()}/foto`, form.hidden, { "sec-fetch-site": "cross-site" });
  expect(elsewhere.status).toBe(403);
  expect(site.writes()).toBe(before);
});

test("only who works with tickets of the whole region sees or attaches a photo; what is not there is not found", async () => {
  for (const group of ["finance:tiny:10001001", "dispatcher:other", "yard:tiny:10001001"]) {
    const browser = await browserOf(group);
    for (const path of [pathOf(), `${pathOf()}/foto`])
      expect([group, [403, 404].includes((await browser.get(path)).status)]).toEqual([group, true]);
    const form = { action: `${pathOf()}/foto`, hidden: {}, fields: ["foto"], buttons: [] };
    const { status } = await browser.upload(form, {}, "foto", photo());
    expect([group, [403, 404].includes(status)]).toEqual([group, true]);
  }
  const anonymous = await bytesOf(await browserOf(null), `${pathOf()}/foto`);
  expect(anonymous.status).toBe(303);
  const browser = await browserOf("finance:tiny");
  expect((await browser.get(`${pathOf("farm.none")}/foto`)).status).toBe(404);
  expect((await browser.get(pathOf("farm.none"))).status).toBe(404);
  expect((await browser.get(`${pathOf(ticket, "other")}/foto`)).status).toBe(404);
});

test("the work list and the tickets lead to the page, for those who may see it", async () => {
  const list = `/abrechnung/${region}`;
  expect((await (await browserOf("finance:tiny")).get(list)).body).toContain(`href="${pathOf()}"`);
  expect((await (await browserOf("finance:tiny:10001001")).get(list)).body).not.toContain("/schein/");
});

test("a photo of 2026 is seen to the end of 2034, and forgotten after", async () => {
  const browser = await browserOf("finance:tiny");
  site.clock.milliseconds = Date.parse("2034-12-31T20:00:00Z");
  await forgetTicketPhotos(site.ports, region);
  expect((await bytesOf(browser, `${pathOf()}/foto`)).status).toBe(200);
  site.clock.milliseconds = Date.parse("2035-01-01T08:00:00Z");
  await forgetTicketPhotos(site.ports, region);
  expect((await bytesOf(browser, `${pathOf()}/foto`)).status).toBe(404);
  expect((await browser.get(pathOf())).body).toContain("Noch gibt es kein Foto.");
});
