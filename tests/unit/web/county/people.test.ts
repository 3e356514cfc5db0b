// Members and deputies: who is entered, changed, deputised for and removed, each with its entry in the log and without names there.
import { afterAll, beforeAll, expect, test } from "vitest";
import { holderOf, passkeyKey } from "../../../../functions/usecases/agreements/passkeys/records.ts";
import { approversOf } from "../../../../functions/usecases/agreements/propose.ts";
import { readLog } from "../../../../functions/usecases/audit/readLog.ts";
import { allContacts } from "../../../../functions/usecases/records/contacts.ts";
import { sha256 } from "../../../../functions/usecases/sha256.ts";
import { ALTDORF, BERGHEIM, CRONAU } from "../../../support/approval.ts";
import { countyClient, unplannedSite } from "../../../support/countySite.ts";

let site: Awaited<ReturnType<typeof unplannedSite>>;
let client: Awaited<ReturnType<typeof countyClient>>;
beforeAll(async () => {
  site = await unplannedSite();
  client = await countyClient(site);
}, 60_000);
afterAll(async () => {
  await site.closeGateway();
  await site.close();
});

const PATH = "/verwaltung/tiny/mitglieder";
const versionOf = async (path: string): Promise<string> =>
  /name="version" value="(\d+)"/.exec((await client.get(path)).text)![1]!;
const send = async (path: string, fields: Record<string, string>) =>
  client.post(path, { version: await versionOf(path), ...fields });
const last = async () => (await readLog(site.ports, "tiny", { limit: 200 })).entries.at(-1)!;
const contact = async (id: string) => (await allContacts(site.ports.store, "tiny")).find((one) => one.id === id);

const NEW = { id: "yard-bergheim", role: "yard", municipality: BERGHEIM, name: "Bea Bauhof", email: "bea@example.org" };

test("everybody stands with their municipality, deputies with whom they stand in for", async () => {
  const { text } = await client.get(PATH);
  for (const said of ["Altdorf", "Bergheim", "Cronau", "Ganze Region", "dora Person", "20.11.2026 bis 04.12.2026"])
    expect(text).toContain(said);
  expect((await client.get(`${PATH}/nobody`)).status).toBe(404);
});

test("a contact is added, changed and removed; the log knows the id and not the name", async () => {
  const added = await send(`${PATH}/neu`, { ...NEW, language: "fr", tun: "speichern" });
  expect(added.location).toBe(`${PATH}?erledigt=added`);
  expect(await contact(NEW.id)).toMatchObject({ role: "yard", email: NEW.email, language: "fr" });
  const path = `${PATH}/${NEW.id}`;
  const { id: _, ...fields } = NEW;
  expect((await send(path, { ...fields, email: "neu@example.org", language: "de", tun: "speichern" })).status).toBe(
    303,
  );
  expect((await contact(NEW.id))!.email).toBe("neu@example.org");
  const entry = await last();
  expect([entry.kind, entry.subject, entry.data["ags"]]).toEqual(["contact.changed", `contacts/${NEW.id}`, BERGHEIM]);
  expect(JSON.stringify(entry)).not.toMatch(/Bea|example/);
  expect((await send(path, { tun: "entfernen" })).location).toBe(`${PATH}?erledigt=removed`);
  expect(await contact(NEW.id)).toBeUndefined();
});

test("every fault of a form is named at once, at its field and above, and what was typed stays", async () => {
  const { status, text } = await send(`${PATH}/neu`, { ...NEW, id: "-x", name: "", email: "bea@", tun: "speichern" });
  expect(status).toBe(422);
  for (const field of ["id", "name", "email"]) {
    expect(text).toContain(`href="#${field}"`);
    expect(text).toContain(`id="${field}-fault"`);
  }
  expect(text).toContain('value="bea@"');
});

test.each([
  [{ municipality: "" }, "gehören zu einer Kommune"],
  [{ municipality: "10009999" }, "gehören zu einer Kommune"],
  [{ id: "dora" }, "Diese gibt es schon"],
  [{ role: "mayor", municipality: ALTDORF, email: `mayor-${ALTDORF}@example.org` }, "steht in diesem Amt schon einmal"],
  [{ role: "plant", municipality: "" }, "Kontakte einer Anlage haben eine"],
  [{ role: "plant", municipality: "", facility: "nirgends" }, "Kontakte einer Anlage haben eine"],
  [{ facility: "compost" }, "Kontakte einer Anlage haben eine"],
])("the rules of contacts.csv hold here too: %o", async (change, said) => {
  const { status, text } = await send(`${PATH}/neu`, { ...NEW, ...change, tun: "speichern" });
  expect([status, text.includes(said)]).toEqual([422, true]);
});

test("whoever saves what somebody else has changed since is told so, and nothing is lost", async () => {
  const path = `${PATH}/finance-${CRONAU}`;
  const version = await versionOf(path);
  const fields = { role: "finance", municipality: CRONAU, email: "kasse@example.org", tun: "speichern" };
  expect((await client.post(path, { ...fields, version, name: "Erste" })).status).toBe(303);
  const second = await client.post(path, { ...fields, version, name: "Zweite" });
  expect([second.status, second.text.includes("Inzwischen hat jemand anders")]).toEqual([422, true]);
  expect((await contact(`finance-${CRONAU}`))!.name).toBe("Erste");
});

test("a deputy is entered with days, counts on them, and can be ended", async () => {
  const path = `${PATH}/mayor-${CRONAU}`;
  const deputy = {
    id: "deputy-cronau",
    name: "Vera Vertretung",
    email: "vera@example.org",
    from: "2026-11-23",
    until: "2026-11-30",
  };
  expect((await send(path, { ...deputy, until: "2026-11-22", tun: "vertreten" })).text).toContain(
    "Er liegt vor dem ersten",
  );
  expect((await send(path, { ...deputy, from: "2026-11-01", until: "2026-11-22", tun: "vertreten" })).text).toContain(
    "schon vorbei",
  );
  expect((await send(path, { ...deputy, tun: "vertreten" })).location).toBe(`${path}?erledigt=deputyAdded`);
  expect((await last()).data).toMatchObject({
    deputyOf: `mayor-${CRONAU}`,
    deputyFrom: "2026-11-23",
    deputyUntil: "2026-11-30",
  });
  const approver = async (day: string) => approversOf(await allContacts(site.ports.store, "tiny"), CRONAU, day)[0]!;
  expect(await approver("2026-11-30")).toMatchObject({ deputyContactId: deputy.id });
  expect(await approver("2026-12-01")).not.toHaveProperty("deputyContactId");
  // Whoever is deputised for keeps the office meanwhile.
  const leaving = await send(path, { tun: "entfernen" });
  expect([leaving.status, leaving.text.includes("Erst die Stellvertretungen entfernen")]).toEqual([422, true]);
  expect((await send(path, { vertretung: deputy.id, tun: "beenden" })).status).toBe(303);
  expect(await approver("2026-11-30")).not.toHaveProperty("deputyContactId");
  expect((await last()).kind).toBe("contact.deputyEnded");
  expect((await send(path, { vertretung: `deputy-${ALTDORF}`, tun: "beenden" })).status).toBe(404);
});

test("a passkey of a person is listed and can be taken away, with hashes alone in the log", async () => {
  const id = `mayor-${BERGHEIM}`;
  const person = (await contact(id))!;
  const record = {
    ...{ credentialId: "abc", publicKey: "def", counter: 0, transports: [], rpId: "localhost", subject: "s" },
    ...{ holderSha256: holderOf(person), createdAt: "2026-11-20T08:00:00Z", lastUsedAt: null },
  };
  await site.ports.store.put({ ...passkeyKey.credential("tiny", id, "abc"), data: record }, "absent");
  const path = `${PATH}/${id}`;
  expect((await client.get(path)).text).toContain("Passkey vom 20.11.2026");
  expect((await client.post(path, { passkey: sha256("abc"), tun: "passkey" })).location).toBe(
    `${path}?erledigt=passkeyRemoved`,
  );
  expect((await client.get(path)).text).toContain("Kein Passkey eingerichtet.");
  expect(await last()).toMatchObject({
    kind: "passkey.removed",
    data: { contactId: id, credentialSha256: sha256("abc") },
  });
});

test("all contacts as one file: downloaded, changed, previewed row by row, taken, and the log counts without names", async () => {
  const file = `${PATH}/datei`;
  const before = await allContacts(site.ports.store, "tiny");
  const csv = (await client.get(file)).text;
  const upload = (text: string) => client.upload(file, {}, { kontakte: { "contacts.csv": text } }, PATH);
  expect(await upload(csv)).toMatchObject({ status: 422, text: expect.stringContaining("nichts anderes als jetzt") });
  const [columns = "", ...rows] = csv.trimEnd().split("\r\n");
  const changed = rows.map((row) => row.replace(/^(mayor-[^,]*,.*?)dora@/, "$1nora@"));
  const added = columns
    .split(",")
    .map(
      (name) =>
        ({ id: "neuer-bauhof", role: "yard", municipalityAgs: CRONAU, name: "Nele", email: "n@example.org" })[name] ??
        "",
    )
    .join(",");
  const next = [columns, ...changed, added].join("\r\n");
  const preview = await upload(next);
  expect(preview.status).toBe(200);
  for (const said of ["1 neu", "neuer-bauhof", "n@example.org"]) expect(preview.text).toContain(said);
  // Nothing is written by looking.
  expect(await allContacts(site.ports.store, "tiny")).toEqual(before);
  const version = /name="version" value="(\d+)"/.exec(preview.text)![1]!;
  const confirm = (fields: Record<string, string>) => client.upload(`${file}/uebernehmen`, fields, {}, PATH);
  expect((await confirm({ tabelle: next, version: String(Number(version) - 1) })).status).toBe(409);
  expect((await confirm({ tabelle: next, version })).location).toBe(`${PATH}?erledigt=imported`);
  expect(await contact("neuer-bauhof")).toMatchObject({ role: "yard", municipalityAgs: CRONAU, language: "de" });
  const entry = await last();
  expect(entry).toMatchObject({ kind: "contact.imported", data: { added: 1, removed: 0 } });
  expect(JSON.stringify(entry)).not.toMatch(/Nele|example/);
  expect(await confirm({ tabelle: next, version })).toMatchObject({ status: 422 });
  expect((await client.get("/verwaltung/tiny/protokoll")).text).toContain("Kontakte als Datei eingelesen: 1 neu");
});

test("of a file of contacts every fault is named at once, and nothing of it is taken", async () => {
  const before = await allContacts(site.ports.store, "tiny");
  const csv = (await client.get(`${PATH}/datei`)).text;
  const columns = csv.split("\r\n")[0]!;
  const row = (fields: Record<string, string>) =>
    columns
      .split(",")
      .map((name) => fields[name] ?? "")
      .join(",");
  const bad = [
    csv.trimEnd(),
    row({ id: "a", role: "chef", name: "A", email: "a@example.org" }),
    row({ id: "b", role: "yard", municipalityAgs: "12345678", name: "B", email: "kein" }),
    row({ id: "c", role: "driver", name: "C", email: "c@example.org", vehicleId: "nirgends" }),
  ].join("\r\n");
  const { status, text } = await client.upload(`${PATH}/datei`, {}, { kontakte: { "contacts.csv": bad } }, PATH);
  expect(status).toBe(422);
  for (const said of ["role", "email", "contacts.csv:"]) expect(text).toContain(said);
  const none = await client.upload(`${PATH}/datei`, {}, {}, PATH);
  expect(none).toMatchObject({ status: 422, text: expect.stringContaining("Bitte mindestens eine Datei") });
  expect(await allContacts(site.ports.store, "tiny")).toEqual(before);
});
