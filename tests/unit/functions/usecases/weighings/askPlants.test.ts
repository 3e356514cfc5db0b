// Plants are asked about what their own scale weighed; a public scale's weights are the yard's.
import { expect, onTestFinished, test } from "vitest";
import { askBack } from "../../../../../functions/usecases/weighings/askBack.ts";
import { findWeighing } from "../../../../../functions/usecases/weighings/records.ts";
import { situationOf } from "../../../../../functions/usecases/weighings/situation.ts";
import { FormBrowser, formsOf } from "../../../../support/formBrowser.ts";
import { oddWeek, type OddOptions, type OddWeek } from "../../../../support/oddWeek.ts";
import { PLANNED } from "../../../../support/plannedSystem.ts";

const { region, week } = PLANNED;
const ask = (system: OddWeek) => askBack(system.ports, { region, weeks: [week], by: "carla" });
const cellsOf = (line: string): string[] => line.split(";");
/** The same ticket with another net, and gross that fits. */
const otherNet = (line: string, netKg: number): string => {
  const cells = cellsOf(line);
  return [...cells.slice(0, 4), netKg + 14_000, 14_000, netKg, ...cells.slice(7)].join(";");
};
const open = async (options: OddOptions): Promise<OddWeek> => {
  const system = await oddWeek(options);
  onTestFinished(async () => {
    await system.closeGateway();
    await system.close();
  });
  return system;
};

test(
  "a plant is asked about odd weights, refused loads and contradictions of its scale, in one mail; its answers settle what they can",
  { timeout: 120_000 },
  async () => {
    // The first load, of which a fifth is there, is refused; the second comes twice.
    const system = await open({
      plants: true,
      lines: ([first = "", ...others]) => [first.replace(/;$/, ";ja"), ...others],
    });
    const [, twice = ""] = system.lines;
    const [number, facility, , , , , net] = cellsOf(twice);
    await system.importTickets([otherNet(twice, Number(net) + 40)]);
    expect(await system.codes()).toEqual(["ticket.contradiction", "ticket.outlier", "ticket.refused"]);
    expect(await ask(system)).toEqual({ asked: 3, held: 0, nobody: 0, failed: 0 });
    const refusedAt = cellsOf(system.lines[0]!)[1]!;
    expect(new Set(system.mails.map(({ to }) => to[0]!.address))).toEqual(
      new Set([`plant-${refusedAt}@example.org`, `plant-${facility}@example.org`]),
    );
    const mail = system.mails.find(({ to }) => to[0]!.address === `plant-${facility}@example.org`)!;
    expect(mail.text).toContain(`Ticket ${number} (${facility})`);
    // Only once.
    expect(await ask(system)).toEqual({ asked: 0, held: 0, nobody: 0, failed: 0 });

    const browser = new FormBrowser(system.origin);
    const formOf = async (text: string, code: string) => {
      const path = new URL(/https?:\/\/\S+/.exec(text)![0]).pathname;
      const forms = formsOf((await browser.get(path)).body);
      return { path, form: forms.find(({ hidden }) => hidden["frage"]?.startsWith(code) === true)! };
    };
    const { path, form } = await formOf(mail.text, "ticket.contradiction");
    await browser.post(path, { ...form.hidden, antwort: String(Number(net) + 40), was: "weight" });
    expect(await system.codes()).toEqual(["ticket.outlier", "ticket.refused"]);
    const held = await findWeighing(system.ports.store, region, `${facility}.${number}`);
    expect(held!.weighing.ticket.netKg).toBe(Number(net) + 40);

    const about = system.mails.find(({ to }) => to[0]!.address === `plant-${refusedAt}@example.org`)!;
    const refused = await formOf(about.text, "ticket.refused");
    await browser.post(refused.path, {
      ...refused.form.hidden,
      antwort: "Zu viel Plastik, zurückgenommen",
      was: "other",
    });
    const { items } = await situationOf(system.ports, region, [week]);
    const [told] = items.filter(({ code }) => code === "ticket.refused");
    expect(told!.question).toMatchObject({ answer: "Zu viel Plastik, zurückgenommen", overdue: false });
  },
);

test("the first of two that contradict stays when the paper says so", { timeout: 120_000 }, async () => {
  const system = await open({ plants: true, lines: (lines) => lines });
  const [, twice = ""] = system.lines;
  const [number, facility, , , , , net] = cellsOf(twice);
  await system.importTickets([otherNet(twice, Number(net) + 40)]);
  await ask(system);
  const browser = new FormBrowser(system.origin);
  const mail = system.mails.find(({ to }) => to[0]!.address === `plant-${facility}@example.org`)!;
  const path = new URL(/https?:\/\/\S+/.exec(mail.text)![0]).pathname;
  const [form] = formsOf((await browser.get(path)).body).filter(({ fields }) => fields.includes("antwort"));
  await browser.post(path, { ...form!.hidden, antwort: net!, was: "weight" });
  expect(await system.codes()).not.toContain("ticket.contradiction");
  const held = await findWeighing(system.ports.store, region, `${facility}.${number}`);
  expect(held!.weighing.ticket.netKg).toBe(Number(net));
});

test(
  "an odd weight of a plant's own scale is asked there; one of a scale that weighs for several facilities at the yard",
  { timeout: 240_000 },
  async () => {
    const own = await open({ plants: true });
    await ask(own);
    const asked = (system: OddWeek) => {
      const mail = system.mails.find(({ text }) => text.includes(system.odd.number))!;
      return mail.to[0]!.address;
    };
    expect(asked(own)).toBe(`plant-${cellsOf(own.lines[0]!)[1]!}@example.org`);
    const public_ = await open({ plants: true, weighbridge: "oeffentlich", lines: (lines) => lines });
    expect(new Set(public_.lines.map((line) => cellsOf(line)[1])).size).toBeGreaterThan(1);
    await ask(public_);
    expect(asked(public_)).toMatch(/^yard-/);
  },
);
