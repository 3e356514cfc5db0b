// Asking by the calendar: when, whom, how often; and who hears of what nobody answered.
import { afterAll, beforeAll, expect, test } from "vitest";
import { masterPrefix } from "../../../../../functions/usecases/records/keys.ts";
import { readLog } from "../../../../../functions/usecases/audit/readLog.ts";
import { questionUrl } from "../../../../../functions/usecases/weighings/questionLink.ts";
import { FormBrowser, formsOf } from "../../../../support/formBrowser.ts";
import { oddWeek, type OddWeek } from "../../../../support/oddWeek.ts";
import { PLANNED } from "../../../../support/plannedSystem.ts";

const { region } = PLANNED;
const NOTHING = { regions: 0, asked: 0, told: 0, failed: 0 };
let system: OddWeek;
const callOn = (moment: string) => {
  system.clock.milliseconds = Date.parse(moment);
  return system.call("askWeighings", {});
};
const addressed = () => system.mails.map(({ to }) => to[0]!.address).sort();
const yardAddress = () => addressed().find((address) => address.startsWith("yard-"))!;

beforeAll(async () => {
  system = await oddWeek({ contacts: ["kasse;finance;;Kasse Person;kasse@example.org;en;;;;;test;true"] });
}, 120_000);
afterAll(async () => {
  await system?.closeGateway();
  await system?.close();
});

test("nobody is asked on a Saturday, on a holiday of the state, or where the region wants it by hand", async () => {
  const before = system.writes();
  // Saturday; Christmas Day, a Friday.
  expect(await callOn("2026-12-05T07:30:00+01:00")).toEqual(NOTHING);
  expect(await callOn("2026-12-25T07:30:00+01:00")).toEqual(NOTHING);
  expect(system.writes()).toBe(before);
  const name = `${masterPrefix(region)}region.json`;
  const bytes = await system.ports.blobs.get(name);
  const settings = JSON.parse(new TextDecoder().decode(bytes)) as object;
  await system.ports.blobs.putAll(new Map([[name, JSON.stringify({ ...settings, settlement: { asking: "byHand" } })]]));
  expect(await callOn("2026-12-01T07:30:00+01:00")).toEqual(NOTHING);
  await system.ports.blobs.putAll(new Map([[name, bytes!]]));
  expect(system.mails).toEqual([]);
});

test("on a working day whoever can say it is asked, once, and the log says that the calendar did", async () => {
  expect(await system.codes()).toEqual(["ticket.outlier", "ticket.unmatched", "tour.withoutWeighing"]);
  // The scale where the trip without a ticket tipped has written nothing since: its file may still come.
  expect(await callOn("2026-12-01T07:30:00+01:00")).toEqual({ regions: 1, asked: 2, told: 0, failed: 0 });
  expect(addressed()).toEqual(["dora@example.org", yardAddress()]);
  const before = system.writes();
  expect(await callOn("2026-12-01T07:45:00+01:00")).toEqual({ regions: 1, asked: 0, told: 0, failed: 0 });
  expect([system.mails.length, system.writes()]).toEqual([2, before]);
  const { entries } = await readLog(system.ports, region, {});
  const asked = entries.filter(({ kind }) => kind === "weighing.asked");
  expect(asked.map(({ data }) => [data["by"], data["matters"]])).toEqual([
    ["calendar", 1],
    ["calendar", 1],
  ]);
});

test("once the scale's file has come a trip without a ticket is asked about; who had a mail within 20 hours has the next one later", async () => {
  const cells = system.lines[1]!.split(";");
  await system.importTickets([["9002", cells[1], "29.11.2026", ...cells.slice(3)].join(";")]);
  system.mails.length = 0;
  // Dispatch had a mail at half past seven.
  expect(await callOn("2026-12-01T15:00:00+01:00")).toMatchObject({ asked: 0 });
  expect(await callOn("2026-12-02T07:30:00+01:00")).toMatchObject({ asked: 2 });
  expect(addressed()).toEqual(["dora@example.org"]);
  expect(system.mails[0]!.text).toContain("9002");
});

test("what nobody answered in time is told to dispatch and finance, each matter once, and not to whom was asked", async () => {
  system.mails.length = 0;
  // Asked on Tuesday with three working days: until Friday, 18:00. Asked on Wednesday: until Monday, 18:00.
  expect(await callOn("2026-12-04T17:00:00+01:00")).toMatchObject({ told: 0 });
  expect(await callOn("2026-12-07T07:30:00+01:00")).toEqual({ regions: 1, asked: 0, told: 2, failed: 0 });
  expect(addressed()).toEqual(["dora@example.org", "kasse@example.org"]);
  const [dora, kasse] = system.mails.toSorted((a, b) => a.to[0]!.address.localeCompare(b.to[0]!.address));
  // One of the two Dora was asked herself.
  expect(dora!.subject).toMatch(/^Eine Rückfrage zu Wiegescheinen ohne Antwort – /);
  expect(dora!.text).toContain("Gefragt: Yard Person, Frist war der 04.12.2026.");
  expect(kasse!.subject).toMatch(/^2 questions on weighbridge tickets without an answer – /);
  expect(kasse!.text).toContain("/abrechnung/tiny?von=2026-W48&bis=2026-W48");
  const before = system.writes();
  expect(await callOn("2026-12-07T09:00:00+01:00")).toMatchObject({ told: 0 });
  expect(system.writes()).toBe(before);
  const { entries } = await readLog(system.ports, region, {});
  expect(entries.filter(({ kind }) => kind === "weighing.overdue").map(({ data }) => data["matters"])).toEqual([1, 2]);
});

test("of two that are overdue the one that was answered late is told to nobody", async () => {
  // Both that Dora was asked on Wednesday are overdue since Monday evening.
  system.clock.milliseconds = Date.parse("2026-12-07T20:00:00+01:00");
  const own = { region, contactId: "dora", until: "2026-12-28" };
  const browser = new FormBrowser(system.origin);
  const link = new URL(await questionUrl(system.ports, own)).pathname;
  const forms = formsOf((await browser.get(link)).body);
  const late = forms.find(({ hidden }) => hidden["frage"]?.endsWith("9002") === true)!;
  expect((await browser.post(link, { ...late.hidden, antwort: "Privatkunde", was: "no" })).status).toBe(200);
  system.mails.length = 0;
  expect(await callOn("2026-12-08T07:30:00+01:00")).toMatchObject({ told: 1 });
  expect(system.mails.map(({ to, subject }) => [to[0]!.address, subject.split(" ")[1]])).toEqual([
    ["kasse@example.org", "question"],
  ]);
});
