import { describe, expect, test } from "vitest";
import type { Language } from "../../../../../domain/region/contacts.ts";
import type { Plan } from "../../../../../domain/plan/plan.ts";
import { dispatcherMail } from "../../../../../functions/usecases/mail/dispatcherMail.ts";
import { reportRequestMail } from "../../../../../functions/usecases/mail/reportRequestMail.ts";
import { samplePlan } from "../../../../support/samplePlan.ts";
import { sampleRegion } from "../../../planning/report/sampleRegion.ts";

const region = sampleRegion();
const plan = samplePlan();
const files = new Map<string, string | Uint8Array>([
  ...plan.routes.flatMap(({ id }): [string, string | Uint8Array][] => [
    [`tours/${id}.pdf`, Uint8Array.of(37, 80, 68, 70)],
    [`tours/${id}.gpx`, "<gpx/>"],
    [`tours/${id}.geojson`, "{}"],
  ]),
  ["tours.ics", "BEGIN:VCALENDAR"],
  ["plan.json", "{}"],
]);

const contact = (language: Language, name = "Alex Disponent") => ({
  ...{ id: "disposition", name, email: "alex@example.org", language },
});

const mailIn = (language: Language, of: Plan = plan) => dispatcherMail(of, contact(language), files, { region });

/** Everything a mail program might fetch or run. */
const REMOTE = /\b(src|srcset|background|poster)\s*=|url\(|@import|<script|<link|<img|<iframe|\son[a-z]+=/i;

describe.each(["de", "fr", "en"] as const)("the dispatcher's mail in %s", (language) => {
  const mail = mailIn(language);

  test("says in subject and text how many tours, loads and kilometres", () => {
    const loads = plan.routes.flatMap(({ stops }) => stops).filter(({ kind }) => kind === "pickup").length;
    const km = Math.round(plan.routes.reduce((sum, route) => sum + route.distanceMetres, 0) / 1000);
    for (const figure of [plan.routes.length, loads, km]) {
      expect(mail.subject.replace(/[.,\u202F]/g, "")).toContain(String(figure));
      expect(mail.text.replace(/[.,\u202F]/g, "")).toContain(String(figure));
    }
  });

  test("names every tour and every load that stays, in text and HTML alike", () => {
    for (const { id, vehicleName } of plan.routes) {
      expect(mail.text).toContain(id);
      expect(mail.html).toContain(id);
      expect(mail.html).toContain(vehicleName);
    }
    expect(plan.unserved.length).toBeGreaterThan(0);
    expect(mail.text.split("\n").filter((line) => line.startsWith("- ")).length).toBe(
      plan.unserved.length + plan.notices.length,
    );
    expect(mail.html?.match(/<li>(?!<strong>)/g)).toHaveLength(plan.unserved.length);
  });

  test("loads nothing from elsewhere and follows nobody", () => {
    expect(mail.html).not.toMatch(REMOTE);
    expect(mail.html).not.toMatch(/https?:/);
    expect(mail.html).toContain(`<html lang="${language}">`);
  });

  test("brings a sheet and a route for each tour, in order, and one calendar", () => {
    const names = mail.attachments!.map(({ fileName }) => fileName);
    expect(names).toHaveLength(2 * plan.routes.length + 1);
    expect(names.at(-1)).toBe("touren.ics");
    expect(names.filter((name) => !/\.(pdf|gpx|ics)$/.test(name))).toEqual([]);
    expect(mail.attachments!.at(-1)!.contentType).toBe("text/calendar; method=PUBLISH");
  });
});

test("the mail begins with the figures, as its language writes them", () => {
  const cost = plan.routes.reduce((sum, route) => sum + route.costCents, 0);
  const euros = (cost / 100).toFixed(2).split(".");
  const grouped = (by: string, point: string) => `${euros[0]!.replace(/\B(?=(\d{3})+$)/g, by)}${point}${euros[1]}`;
  expect(mailIn("de").text).toContain(`Kosten der Touren:  ${grouped(".", ",")}\u00A0€`);
  expect(mailIn("fr").text).toContain(`${grouped("\u202F", ",")}\u00A0€`);
  expect(mailIn("en").text).toContain(`€${grouped(",", ".")}`);
  expect(mailIn("de").subject).toMatch(/^Touren KW 48\/2026: \d+ Touren, \d+ Ladungen, [\d.]+\u00A0km – /);
});

test("the same plan is the same mail to one person, another input or person another", () => {
  const other: Plan = { ...plan, provenance: { ...plan.provenance, inputsSha256: "f".repeat(64) } };
  expect(mailIn("de").id).toBe(mailIn("de").id);
  expect(mailIn("de", other).id).not.toBe(mailIn("de").id);
  expect(mailIn("de").id).toMatch(/^[A-Za-z0-9._-]{1,120}$/);
});

test.each([
  ["price", /\d+\.\d\d; waiting is valued at/],
  ["shift", /back at \d\d:\d\d, end of shift \d\d:\d\d/],
  ["facilityCapacity", /takes [\d.]+\u00A0t a day/],
  ["driving", /[\d.]+\u00A0h needed/],
  ["window", /reached at \d\d:\d\d only/],
  ["capacity", /no suitable vehicle has room enough/],
  ["closed", /accessible on no day/],
  ["notShredded", /too late/],
  ["facilityClosed", /is not open when/],
  ["breakLeg", /driving time/],
  ["whatever comes later", /no vehicle with the equipment/],
])("a load that stays by %s has its reason in another language, with its figures", (code, expected) => {
  const [first] = plan.unserved;
  const one: Plan = { ...plan, unserved: [{ ...first!, code, limit: 30_600, needed: 52_200 }] };
  expect(mailIn("en", one).text).toMatch(expected);
});

test("names and reasons are text and never markup", () => {
  const evil = '<img src="https://evil.example/x.png">';
  const one: Plan = {
    ...plan,
    regionName: evil,
    routes: plan.routes.map((route) => ({ ...route, vehicleName: evil })),
    unserved: plan.unserved.map((u) => ({ ...u, reason: evil })),
    notices: [evil],
  };
  const { html } = dispatcherMail(one, contact("de", evil), files);
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img");
});

test("tours too large for a mail stay with the plan, and the mail says so", () => {
  const large = new Map(files).set(`tours/${plan.routes[0]!.id}.pdf`, new Uint8Array(7_000_001));
  const mail = dispatcherMail(plan, contact("de"), large, { planUrl: "https://plan.example.org/2026-W48" });
  expect(mail.attachments!.map(({ fileName }) => fileName)).toEqual(["touren.ics"]);
  expect(mail.text).toContain("zu groß für eine Mail");
  expect(mail.html).toContain('href="https://plan.example.org/2026-W48"');
});

test("a week without tours says so", () => {
  const mail = mailIn("de", { ...plan, routes: [], unserved: [] });
  expect(mail.text).toContain("In dieser Woche fährt keine Tour.");
  expect(mail.text).toContain("Alles, was diese Woche abgeholt werden soll, ist eingeplant.");
});

describe.each(["de", "fr", "en"] as const)("the mail that asks a yard, in %s", (language) => {
  const [first, second] = region.storages;
  const asked = [
    { storageId: first!.id, lastObservedAt: "2026-11-13T09:00:00+01:00", formUrl: "https://melden.example.org/a" },
    { storageId: second!.id, worth: { valueCents: 1349, overflowChance: 0.42, plausibility: "suspect" as const } },
  ];
  const request = { week: "2026-W48", asked, answerBy: "2026-11-23T10:00:00+01:00" };
  const mail = reportRequestMail(region, contact(language, "Karin Muster"), request);

  test("says what is missing since when, and until when it is wanted", () => {
    for (const part of [mail.text, mail.html!]) {
      expect(part).toContain("10:00");
      expect(part).toContain("https://melden.example.org/a");
      expect(part).toContain(region.collectionPoints.find(({ id }) => id === first!.pointId)!.name);
    }
    expect(mail.subject).toContain("10:00");
    expect(mail.text).toMatch(/€13|13.€/);
    expect(mail.html).toMatch(/4 (von 10|cas sur 10|of 10)/);
    expect(mail.id).toBe(`${region.settings.id}-2026-W48-report-disposition`);
  });

  test("loads nothing from elsewhere", () => {
    expect(mail.html).not.toMatch(REMOTE);
  });
});

test("asking for nothing, or for what the region does not have, is misuse", () => {
  const request = { week: "2026-W48", answerBy: "2026-11-23T10:00:00+01:00" };
  expect(() => reportRequestMail(region, contact("de"), { ...request, asked: [] })).toThrow(RangeError);
  expect(() => reportRequestMail(region, contact("de"), { ...request, asked: [{ storageId: "nowhere" }] })).toThrow(
    RangeError,
  );
});
