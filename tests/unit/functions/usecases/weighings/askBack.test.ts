// Questions of the work list by mail: who is asked, once, and what an answer by the mail's link does.
import { afterAll, beforeAll, expect, test } from "vitest";
import { askBack } from "../../../../../functions/usecases/weighings/askBack.ts";
import { situationOf } from "../../../../../functions/usecases/weighings/situation.ts";
import { FormBrowser, formsOf } from "../../../../support/formBrowser.ts";
import { oddWeek, type OddWeek } from "../../../../support/oddWeek.ts";
import { PLANNED } from "../../../../support/plannedSystem.ts";

const { region, week } = PLANNED;
let system: OddWeek;
const ask = () => askBack(system.ports, { region, weeks: [week], by: "carla" });
const codes = () => system.codes();
const linkOf = (text: string): string => /https?:\/\/\S+/.exec(text)![0];

beforeAll(async () => {
  system = await oddWeek();
}, 120_000);
afterAll(async () => {
  await system?.closeGateway();
  await system?.close();
});

test("an odd weight is asked at the yard, what was driven at dispatch; each in one mail, once, in their language", async () => {
  expect(await codes()).toEqual(["ticket.outlier", "ticket.unmatched", "tour.withoutWeighing"]);
  expect(await ask()).toEqual({ asked: 3, held: 0, nobody: 0, failed: 0 });
  const [yard, dispatch] = system.mails.toSorted((a, b) => b.to[0]!.address.localeCompare(a.to[0]!.address));
  expect(system.mails).toHaveLength(2);
  expect([yard!.to[0]!.address.slice(0, 5), dispatch!.to[0]!.address]).toEqual(["yard-", "dora@example.org"]);
  expect(yard!.subject).toContain("bons de pesée");
  expect(yard!.text).toContain(system.odd.number);
  expect(dispatch!.text).toContain("9001");
  const before = system.writes();
  expect(await ask()).toEqual({ asked: 0, held: 0, nobody: 0, failed: 0 });
  expect([system.mails.length, system.writes()]).toEqual([2, before]);
  const { items } = await situationOf(system.ports, region, [week]);
  expect(items.every(({ askedAt, question }) => askedAt !== null && question?.overdue === false)).toBe(true);
});

test("opening the link changes nothing, however often; a link that was made up opens nothing", async () => {
  const link = new URL(linkOf(system.mails.find(({ to }) => to[0]!.address.startsWith("yard-"))!.text));
  const before = system.writes();
  const browser = new FormBrowser(system.origin);
  for (let i = 0; i < 3; i++) expect((await browser.get(link.pathname)).status).toBe(200);
  expect((await browser.get(link.pathname.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).status).toBe(404);
  expect((await browser.get(link.pathname.replace("tiny", "other"))).status).toBe(404);
  expect(system.writes()).toBe(before);
});

test("the weight that the paper says settles an odd one; another stays with what was said", async () => {
  const link = new URL(linkOf(system.mails.find(({ to }) => to[0]!.address.startsWith("yard-"))!.text));
  const browser = new FormBrowser(system.origin);
  const [form] = formsOf((await browser.get(link.pathname)).body).filter(({ fields }) => fields.includes("antwort"));
  const post = (fields: Record<string, string>) => browser.post(link.pathname, { ...form!.hidden, ...fields });
  expect((await post({ antwort: "viel", was: "weight" })).status).toBe(422);
  expect((await browser.post(link.pathname, { ...form!.hidden, csrf: "x", antwort: "1", was: "weight" })).status).toBe(
    403,
  );
  expect(await codes()).toContain("ticket.outlier");
  const done = await post({ antwort: `${system.odd.netKg} kg`, was: "weight" });
  expect([done.status, done.body]).toEqual([200, expect.stringContaining("told")]);
  expect(await codes()).not.toContain("ticket.outlier");
  expect((await post({ antwort: `${system.odd.netKg}`, was: "weight" })).status).toBe(409);
});

test("what was only said is shown, a ticket that is not ours is set aside, and what nobody answers is overdue and first", async () => {
  const link = new URL(linkOf(system.mails.find(({ to }) => to[0]!.address.startsWith("dora"))!.text));
  const browser = new FormBrowser(system.origin);
  const forms = async () =>
    formsOf((await browser.get(link.pathname)).body).filter(({ fields }) => fields.includes("antwort"));
  const of = async (code: string) =>
    (await situationOf(system.ports, region, [week])).items.find((item) => item.code === code)?.question;
  // Another load of the tour was weighed: somebody has to look.
  const trip = (await forms()).find(({ hidden }) => hidden["frage"]!.startsWith("tour."))!;
  await browser.post(link.pathname, { ...trip.hidden, antwort: "Fahrzeug war in der Werkstatt", was: "no" });
  expect(await of("tour.withoutWeighing")).toMatchObject({ answer: "Fahrzeug war in der Werkstatt", overdue: false });
  system.clock.milliseconds = Date.parse("2026-12-05T08:00:00Z");
  const { items } = await situationOf(system.ports, region, [week]);
  expect([items[0]!.code, items[0]!.question?.overdue]).toEqual(["ticket.unmatched", true]);
  const [stray] = await forms();
  await browser.post(link.pathname, { ...stray!.hidden, antwort: "Privatkunde", was: "no" });
  expect(await codes()).toEqual(["tour.withoutWeighing"]);
  system.clock.milliseconds = Date.parse("2027-02-01T08:00:00Z");
  expect((await browser.get(link.pathname)).status).toBe(404);
});
