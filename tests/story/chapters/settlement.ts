/** The week is weighed: tickets are imported, what is odd is asked about, the week is settled on weighed tonnes and closed. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Plan } from "../../../domain/plan/plan.ts";
import type { SettlementView } from "../../../domain/settlement/settlement.ts";
import { plannedTickets, ticketText } from "../../../examples/weighings/tickets.ts";
import { readPdf } from "../../support/readPdf.ts";
import { workAll } from "../../support/workAll.ts";
import { euros } from "../euros.ts";
import type { Chapter, Stage } from "../stage.ts";

const WHO = "finance.saarlouis";
/** Lebach: its statement is read. */
const WATCHED = "10044112";

export const settlement: Chapter = {
  title: "The week is weighed, settled and closed",
  async play(stage) {
    const { region, notes, runtime } = stage;
    const week = notes.week!;
    const tickets = plannedTickets(await published(stage, week), { seed: 20261126, odd: true });
    const page = await stage.page(WHO);
    const overview = `${runtime.url}/abrechnung/${region}?von=${week}&bis=${week}`;
    await upload(stage, page, overview, tickets.lines);
    const open = await page.locator(".tasks > li").count();
    assert.ok(open > 0);
    stage.say(`${tickets.lines.length} rows of the weighbridges are in; ${open} matters need a person.`);
    await stage.picture(page, "11-arbeitsliste");
    await askedBack(stage, page);
    await upload(stage, page, overview, tickets.late);
    await workAll(runtime.ports, region, week, WHO);
    // All groups are priced in the background. A page that reloads by itself meanwhile would get in the way: this one is held.
    const held = await stage.page(WHO);
    await stage.until("the settlement", async () => {
      await held.goto(`${overview}&stand=fest`);
      return (await held.locator("#geprueft").count()) > 0 ? true : undefined;
    });
    await held.locator("#geprueft").check();
    await held.locator("#abschliessen ~ form .button").click();
    const id = `${week}_${week}`;
    assert.ok(held.url().includes(id), held.url());
    await stage.picture(held, "12-abrechnung");
    await statement(stage, id);
  },
};

/** As it was published, the dispatcher's changes included. */
async function published(stage: Stage, week: string): Promise<Plan> {
  const response = await stage.api(
    "dispatcher.saarlouis",
    `/api/regions/${stage.region}/weeks/${week}/files/plan.json`,
  );
  assert.equal(response.status, 200);
  return (await response.json()) as Plan;
}

/** Whoever can know gets one mail with a link. */
async function askedBack(stage: Stage, page: Page): Promise<void> {
  await page.locator("form[action$=nachfragen] button").click();
  await page.locator(".told").waitFor();
  const mail = await stage.until("a question by mail", async () =>
    (await stage.mails()).findLast(({ text }) => text.includes("/abrechnung/frage/")),
  );
  stage.say(`Asked back: „${mail.subject}“`);
}

async function upload(stage: Stage, page: Page, overview: string, lines: readonly string[]): Promise<void> {
  await page.goto(overview);
  const buffer = Buffer.from(ticketText(lines));
  await page.locator("#datei").setInputFiles({ name: "waage.csv", mimeType: "text/csv", buffer });
  await page.locator("#profil").selectOption("standard");
  await page.locator("#einlesen ~ form .button").click();
  await page.locator("main form .button").click();
  await page.locator(".told").waitFor();
}

/** What the municipality gets to read is what was closed, to the cent. */
async function statement(stage: Stage, id: string): Promise<void> {
  const base = `/api/regions/${stage.region}/settlements/${id}`;
  const { settlement: made } = (await (await stage.api(WHO, base)).json()) as SettlementView;
  const shares = made.members.reduce((sum, { shareCents }) => sum + shareCents, 0);
  assert.equal(shares + made.poolCents, made.jointCostCents);
  assert.ok(made.members.every(({ shareCents, soloCents }) => shareCents <= soloCents));
  const response = await stage.api(WHO, `${base}/members/${WATCHED}/statement.pdf`);
  assert.equal(response.status, 200);
  const paper = readPdf(await response.bytes())
    .pages.join("\n")
    .replaceAll(/\s/g, " ");
  const { name, shareCents, soloCents, balanceCents } = made.members.find(({ ags }) => ags === WATCHED)!;
  for (const cents of [shareCents, soloCents, Math.abs(balanceCents)]) {
    const said = (cents / 100).toLocaleString("de-DE", { minimumFractionDigits: 2 });
    assert.ok(paper.includes(said), `${said} is not in the statement`);
  }
  stage.say(
    `Closed: ${euros(made.jointCostCents)} on weighed tonnes, ${euros(made.soloTotalCents - made.jointCostCents)} less than alone. ` +
      `${name} reads ${euros(shareCents)} in its statement.`,
  );
}
