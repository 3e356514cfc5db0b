import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { formatEuros } from "../../../../domain/money.ts";
import type { Plan } from "../../../../domain/plan/plan.ts";
import { renderReport } from "../../../../planning/report/page.ts";
import { samplePlan } from "../../../support/samplePlan.ts";
import { sampleOutlines, sampleRegion } from "./sampleRegion.ts";

const region = sampleRegion();
const plan = samplePlan(region);
const report = (changed: Partial<Plan> = {}): string => renderReport({ ...plan, ...changed }, region, sampleOutlines());
const page = report();
/** The page as it is read, without tags. */
const textOf = (markup: string): string =>
  markup
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00A0]+/g, " ");
const euros = (cents: number): string => formatEuros(cents).replace(/\u00A0/g, " ");
const text = textOf(page);

test("the three figures stand at the top, with the weeks they are for", () => {
  const top = text.slice(0, text.indexOf("Kostenaufteilung", 400));
  for (const cents of [
    plan.jointCostCents,
    plan.standAloneTotalCents,
    plan.standAloneTotalCents - plan.jointCostCents,
  ]) {
    expect(top).toContain(euros(cents));
  }
  expect(top).toContain("KW 48 bis KW 51/2026");
  expect(top).toContain("künstlich erzeugt");
});

test("every municipality is shown with its share, its stand-alone cost and its saving", () => {
  for (const m of plan.municipalities) {
    expect(text).toContain(m.name);
    expect(text).toContain(euros(m.shareCents));
    expect(text).toContain(euros(m.standAloneCostCents));
  }
  expect(text).toContain(`spart ${euros(plan.municipalities[0]!.savingCents)}`);
});

test("a saving within 0,1 % of the stand-alone cost is called not provable", () => {
  const [first, ...others] = plan.municipalities;
  // 1,000 of 1,000,000 cents are exactly 0.1 %, 1,001 are more.
  const saving = (savingCents: number) => ({
    ...first!,
    standAloneCostCents: 1_000_000,
    shareCents: 1_000_000 - savingCents,
    savingCents,
  });
  expect(textOf(report({ municipalities: [saving(1000), ...others] }))).toContain(
    "Dillingen/Saar keine nachweisbare Einsparung",
  );
  expect(textOf(report({ municipalities: [saving(1001), ...others] }))).toContain("spart 10,01 €");
});

test("without a joint saving the headline says so instead of a figure", () => {
  const words = textOf(report({ standAloneTotalCents: plan.jointCostCents + 100 }));
  expect(words).toContain("keine Einsparung nachweisbar");
});

test("a blocking group is named with the amount", () => {
  const words = textOf(report({ allocation: { ...plan.allocation, rule: "tonnes" } }));
  expect(words).toContain("Nicht stabil. Dillingen/Saar, Lebach und Nalbach zahlen zusammen");
  expect(words).toContain("381,25 €");
  expect(text).toContain("Stabil. Keine Gruppe zahlt mehr als ohne die anderen.");
});

test("every tour shows its stops, and what is not served shows its reason", () => {
  for (const route of plan.routes) for (const stop of route.stops) expect(text).toContain(stop.name);
  expect(text).toContain(plan.unserved[0]!.reason);
  expect(textOf(report({ unserved: [] }))).toContain("Alles wird abgeholt.");
});

test("every assumption, notice and shadow price is on the page, and so is the provenance", () => {
  for (const { field, text: words, source } of plan.assumptions)
    for (const one of [field, words, source]) expect(text).toContain(one);
  for (const notice of plan.notices) expect(text).toContain(notice);
  for (const { sentence } of plan.shadowPrices) expect(text).toContain(sentence);
  expect(text).toContain(plan.provenance.inputsSha256);
  expect(text).toContain("gruenverbund verify plan.json ORDNER");
});

test("the same price of a limit in several weeks is one sentence, and beyond six the rest can be opened", () => {
  const price = (id: string, week: string, centsPerUnit: number) => ({
    ...{ kind: "storage" as const, id, week, centsPerUnit, unit: "m3" },
    sentence: `${id} in ${week}.`,
  });
  const many = Array.from({ length: 8 }, (_, index) => price(`s${index}`, "2026-W48", 100 * index));
  const words = textOf(report({ shadowPrices: [...many, price("s7", "2026-W49", 700)] }));
  expect(words).toContain("s7 in 2026-W48. Ebenso in KW 49.");
  expect(words).toContain("2 weitere Grenzen");
});

test("markup in any name is shown as text", () => {
  const evil = `<script>alert(1)</script><img src=x onerror=alert(1)>" onload="x`;
  const municipalities = plan.municipalities.map((m) => ({ ...m, name: evil }));
  const routes = plan.routes.map((route) => ({
    ...route,
    vehicleName: evil,
    id: `"><b>${route.id}`,
    stops: route.stops.map((stop) => ({ ...stop, name: evil })),
  }));
  const evilRegion = { ...region, municipalities: region.municipalities.map((m) => ({ ...m, name: evil })) };
  const outlines = { type: "FeatureCollection", attribution: evil, features: [] };
  const markup = renderReport(
    { ...plan, municipalities, routes, notices: [evil], regionName: evil },
    evilRegion,
    outlines,
  );
  expect(markup.match(/<script>/g)).toHaveLength(1);
  expect(markup).not.toMatch(/<img|<b>route|<[^>]*\sonload=|<[^>]*\sonerror=/);
  expect(markup).toContain("&lt;script&gt;alert(1)");
});

test("nothing is loaded: no address in an attribute or in the style sheet", () => {
  expect(page).not.toMatch(/\s(?:src|srcset|href|action|xlink:href)="(?!#)/);
  expect(page).not.toMatch(/@import|url\(/);
  expect(page).not.toMatch(/\sstyle="|\son\w+="/);
});

test("the policy allows the page's own style and script by hash and nothing else", () => {
  const digest = (tag: string) =>
    createHash("sha256")
      .update(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)![1]!)
      .digest("base64");
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)![1]!.replaceAll("&#39;", "'");
  expect(policy).toBe(
    `default-src 'none'; style-src 'sha256-${digest("style")}'; script-src 'sha256-${digest("script")}'; base-uri 'none'; form-action 'none'`,
  );
});

test("ids are unique, and every link inside the page has a target", () => {
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
});

test("headings do not skip a level and every table has a caption and scoped headers", () => {
  const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  levels.slice(1).forEach((level, index) => expect(level - levels[index]!).toBeLessThanOrEqual(1));
  for (const [table] of page.matchAll(/<table[\s\S]*?<\/table>/g)) {
    expect(table).toContain("<caption");
    expect(table).not.toMatch(/<th(?![^>]*scope=)(?:\s|>)/);
  }
});

test("the same plan gives the same page", () => {
  expect(report()).toBe(page);
});

test("an empty week and a region without outlines still give a page", () => {
  const empty = {
    ...plan,
    routes: [],
    pickups: [],
    shredderVisits: [],
    unserved: [],
    assumptions: [],
    notices: [],
    shadowPrices: [],
  };
  const flow = { joint: { ...plan.flow.joint, hauls: [] }, standAlone: {} };
  const words = textOf(renderReport({ ...empty, flow }, region, null));
  expect(words).toContain("In dieser Woche ist keine Tour nötig.");
  expect(words).toContain("Alle Eingaben sind belegt.");
  expect(words).not.toMatch(/NaN|undefined|Infinity|\[object/);
  expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
});
