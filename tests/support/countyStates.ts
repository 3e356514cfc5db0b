/** Every state of the administration's pages, for the browser tests: where it lies, and what leads to it. */
import type { Page } from "playwright-core";
import { createApiKey } from "../../functions/usecases/keys/apiKeys.ts";
import { failWeek, beginWeek } from "../../functions/usecases/weeks/weekStates.ts";
import { sendOnce } from "../../functions/usecases/mail/sendOnce.ts";
import { markBounce } from "../../functions/usecases/mail/markBounce.ts";
import { contactsFile } from "../../functions/usecases/county/contactsFile.ts";
import { confirmPreview } from "../../functions/usecases/master/changeMaster.ts";
import { masterState } from "../../functions/usecases/master/masterState.ts";
import { previewUpload } from "../../functions/usecases/master/preview.ts";
import { startTrial, trials } from "../../functions/usecases/trials/trials.ts";
import { NO_CHANGE, type YearChange } from "../../domain/year/scenario.ts";
import { readYear } from "../../functions/usecases/year/readYears.ts";
import { startYear } from "../../functions/usecases/year/startYear.ts";
import { BERGHEIM } from "./approval.ts";
import type { CountySite } from "./countySite.ts";

export interface CountyState {
  readonly name: string;
  readonly path: string;
  readonly status: number;
  readonly act?: (page: Page) => Promise<void>;
}

const BASE = "/verwaltung/tiny";
const submit = async (page: Page, selector: string): Promise<void> => {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
};

/** Something of everything that needs the administration: a failed week, a mail that came back, a vote, an office nobody holds. */
export async function countyStates(site: CountySite): Promise<readonly CountyState[]> {
  const { ports } = site;
  await site.propose();
  await troubles(site);
  await startTrial(ports, { region: "tiny", week: "2026-W48", by: "ada", options: { seed: 1, iterations: 300 } });
  await site.finish((await trials(ports, "tiny"))[0]!.execution);
  const year = await yearOf(site, { ...NO_CHANGE, haulagePercent: 20, co2CentsPerTonne: 10_000 });
  const { id } = await createApiKey(ports, "tiny", "Sensornetz Nord");
  const tariffs = await masterFile(site, "tariffs.csv");
  const contacts = (await contactsFile(ports, "tiny")).replace("@", ".neu@");
  const good = tariffs.replace(";4500;", ";4600;");
  const bad = tariffs.replace(";4500;", ";teuer;").replace(";loose;", ";lose;");
  await taken(site, tariffs.replace(";6000;", ";6100;"));
  return [
    { name: "overview", path: BASE, status: 200 },
    { name: "unknown", path: `${BASE}/nirgends`, status: 404 },
    { name: "keys", path: `${BASE}/schluessel`, status: 200 },
    {
      name: "keys-fault",
      path: `${BASE}/schluessel`,
      status: 200,
      act: (page) => submit(page, "main form .button"),
    },
    { name: "keys-revoke", path: `${BASE}/schluessel/${id}`, status: 200 },
    { name: "members", path: `${BASE}/mitglieder`, status: 200 },
    { name: "member", path: `${BASE}/mitglieder/mayor-${BERGHEIM}`, status: 200 },
    { name: "member-new", path: `${BASE}/mitglieder/neu`, status: 200 },
    {
      name: "member-fault",
      path: `${BASE}/mitglieder/neu`,
      status: 200,
      act: (page) => submit(page, "button[value=speichern]"),
    },
    {
      name: "contacts-preview",
      path: `${BASE}/mitglieder`,
      status: 200,
      act: (page) => uploadContacts(page, contacts),
    },
    {
      name: "contacts-problems",
      path: `${BASE}/mitglieder`,
      status: 200,
      act: (page) => uploadContacts(page, contacts.replaceAll("@", " at ")),
    },
    { name: "master", path: `${BASE}/stammdaten?erledigt=uebernommen`, status: 200 },
    { name: "master-table", path: `${BASE}/stammdaten/vehicles.csv`, status: 200 },
    { name: "master-document", path: `${BASE}/stammdaten/region.json`, status: 200 },
    {
      name: "master-none",
      path: `${BASE}/stammdaten`,
      status: 200,
      act: (page) => submit(page, "#hochladen ~ form button"),
    },
    { name: "master-preview", path: `${BASE}/stammdaten`, status: 200, act: (page) => upload(page, good) },
    { name: "master-problems", path: `${BASE}/stammdaten`, status: 200, act: (page) => upload(page, bad) },
    { name: "master-undo", path: `${BASE}/stammdaten/stand/1`, status: 200 },
    { name: "agreements", path: `${BASE}/vereinbarungen`, status: 200 },
    { name: "agreement", path: `${BASE}/vereinbarungen/2026-W48-period`, status: 200 },
    { name: "scenarios", path: `${BASE}/szenarien`, status: 200 },
    {
      name: "scenarios-fault",
      path: `${BASE}/szenarien?annahme=viel`,
      status: 200,
      act: (page) => submit(page, "#standort ~ form button"),
    },
    { name: "year", path: `${BASE}/szenarien/jahr`, status: 200 },
    {
      name: "year-fault",
      path: `${BASE}/szenarien/jahr`,
      status: 200,
      act: async (page) => {
        await page.locator("#transport").fill("viel");
        await submit(page, "#szenario ~ form button");
      },
    },
    { name: "year-planned", path: `${BASE}/szenarien/jahr/${year.asked.id}`, status: 200 },
    { name: "year-base", path: `${BASE}/szenarien/jahr/${year.asked.base}`, status: 200 },
    { name: "trials", path: `${BASE}/probebetrieb?erledigt=gestartet`, status: 200 },
    { name: "audit", path: `${BASE}/protokoll`, status: 200 },
    { name: "audit-none", path: `${BASE}/protokoll?was=plan&von=2030-01-01`, status: 200 },
    { name: "audit-wrong", path: `${BASE}/protokoll?von=2026-12-02&bis=2026-12-01`, status: 200 },
  ];
}

/** A scenario of the year, planned; the year as it is comes with it. */
async function yearOf({ ports, finish }: CountySite, change: YearChange) {
  const started = await startYear(ports, { region: "tiny", change, by: "ada" });
  if (started.kind !== "started") throw new Error(started.kind);
  const { asked } = (await readYear(ports, "tiny", started.id))!;
  await finish(asked.execution);
  return (await readYear(ports, "tiny", started.id))!;
}

async function upload(page: Page, text: string): Promise<void> {
  const file = { name: "tariffs.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator("#dateien").setInputFiles(file);
  await submit(page, "#hochladen ~ form button");
}

async function uploadContacts(page: Page, text: string): Promise<void> {
  const file = { name: "contacts.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator("#kontakte").setInputFiles(file);
  await submit(page, "#datei ~ form button");
}

async function masterFile({ ports }: CountySite, name: string): Promise<string> {
  return new TextDecoder().decode((await masterState(ports, "tiny")).files.get(name));
}

/** An earlier change, so that there is one to undo. */
async function taken({ ports }: CountySite, tariffs: string): Promise<void> {
  const uploaded = new Map([["tariffs.csv", new TextEncoder().encode(tariffs)]]);
  const outcome = await previewUpload(ports, "tiny", "somebody", uploaded);
  if (outcome.kind !== "preview") throw new Error(outcome.kind);
  await confirmPreview(ports, "tiny", "somebody", outcome.preview.id);
}

export async function troubles({ ports }: Pick<CountySite, "ports">): Promise<void> {
  const failed = { region: "tiny", week: "2026-W47", execution: "x" };
  await beginWeek(ports, { ...failed, run: null, inputSha256: null });
  await failWeek(ports, { ...failed, error: "States.Timeout", cause: "" });
  const to = [{ name: "Dora", address: "dora@example.org" }];
  const about = { region: "tiny", week: "2026-W48", occasion: "tours", contactId: "dora" };
  await sendOnce(ports, { id: "tiny-returned", to, subject: "Touren", text: "Touren" }, about);
  await markBounce(ports.store, "<tiny-returned@test>", "550 mailbox unavailable", ports.clock.now());
}
