// Issued invoices by mail, over a real SMTP server: each once, with file and paper; what comes back is known and told.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { simpleParser, type ParsedMail } from "mailparser";
import { smtpMailer, type SmtpMailer } from "../../../../../functions/adapters/smtp/smtpMailer.ts";
import { sqliteStore } from "../../../../../functions/adapters/sqlite/sqliteStore.ts";
import { dispatchState, isOverdue, type InvoiceDispatch } from "../../../../../domain/billing/invoiceDispatch.ts";
import type { Contact } from "../../../../../domain/region/contacts.ts";
import { asJson, type Key } from "../../../../../functions/ports/store.ts";
import { sendDueMails } from "../../../../../functions/usecases/agreements/sendDueMails.ts";
import { readLog } from "../../../../../functions/usecases/audit/readLog.ts";
import { dispatchesOf } from "../../../../../functions/usecases/documents/dispatch.ts";
import { acknowledgeInvoice, askInvoiceAgain } from "../../../../../functions/usecases/documents/invoiceActions.ts";
import { invoiceFile } from "../../../../../functions/usecases/documents/invoiceFile.ts";
import { issueInvoices } from "../../../../../functions/usecases/documents/issueInvoices.ts";
import { putBilling } from "../../../../../functions/usecases/documents/readBilling.ts";
import { sendInvoices } from "../../../../../functions/usecases/documents/sendInvoice.ts";
import { recordBounce } from "../../../../../functions/usecases/mail/recordBounce.ts";
import { allContacts } from "../../../../../functions/usecases/records/contacts.ts";
import { key } from "../../../../../functions/usecases/records/keys.ts";
import { keepSettlement } from "../../../../support/keptSettlement.ts";
import { memoryBlobs } from "../../../../support/memoryBlobs.ts";
import { readPdf } from "../../../../support/readPdf.ts";
import { sampleBilling } from "../../../../support/sampleSettlement.ts";
import { smtpInbox, type SmtpInbox } from "../../../../support/smtpInbox.ts";
import { testSystem, type TestSystem } from "../../../../support/system.ts";

const [A, B, C] = ["99001001", "99001002", "99001003"] as const;
const ALL = { kind: "region" } as const;
const numberOf = (count: number): string => `GV-tiny-${A}-2026-000${count}`;
let whole: TestSystem;
let system: TestSystem;
let inbox: SmtpInbox;
let mailer: SmtpMailer;
let id: string;
beforeAll(async () => void (whole = await testSystem()), 60_000);
afterAll(() => whole.close());
beforeEach(async () => {
  inbox = await smtpInbox();
  const from = { address: "post@verbund.example" };
  mailer = smtpMailer({ host: "127.0.0.1", port: inbox.port, tls: "never", from, domain: "verbund.example" });
  const store = sqliteStore(":memory:", whole.clock);
  system = { ...whole, ports: { ...whole.ports, store, blobs: memoryBlobs(), mailer } };
  // Region and contacts as they were taken in; the rest is empty.
  for (const at of [key.index("tiny"), key.contacts("tiny")]) await copy(at);
  id = (await keepSettlement(system)).id;
  await putBilling(system.ports, "tiny", sampleBilling(), { by: "karla", ifMatch: "*" });
});
afterEach(async () => {
  mailer.close();
  await inbox.close();
});

const copy = async (at: Key): Promise<void> => {
  const item = (await whole.ports.store.get(at))!;
  await system.ports.store.put({ ...at, data: item.data }, "absent");
};
const issue = () => issueInvoices(system.ports, "tiny", { id, by: "karla", reach: ALL });
const send = async (): Promise<boolean> => sendInvoices(system.ports, (await issue()).due);
const mails = (): Promise<ParsedMail[]> => Promise.all(inbox.received.map((raw) => simpleParser(raw)));
const kept = async (count: number): Promise<InvoiceDispatch> =>
  (await dispatchesOf(system.ports.store, "tiny", id)).get(numberOf(count))!;
const act = (count: number, reach: Parameters<typeof issueInvoices>[2]["reach"] = ALL) => ({
  ...{ region: "tiny", settlement: id, number: numberOf(count), by: "karla", reach },
});
const kinds = async (): Promise<string[]> =>
  (await readLog(system.ports, "tiny", { limit: 50 })).entries.map(({ kind }) => kind);

test("each buyer gets its invoice once: the file byte for byte, and a paper that says the same", async () => {
  expect(await send()).toBe(true);
  const [first, second] = await mails();
  expect([first, second].map((mail) => [mail!.to].flat()[0]!.value[0]!.address)).toEqual([
    "rechnung@bergheim.example",
    "rechnung@cronau.example",
  ]);
  expect(first!.messageId).toBe(`<tiny-invoice-${numberOf(1)}-1@verbund.example>`);
  const [xml, pdf] = first!.attachments;
  const { xml: file } = await invoiceFile(system.ports, {
    ...{ region: "tiny", settlement: id, seller: A, buyer: B, number: numberOf(1), reach: ALL },
  });
  expect(xml!.filename).toBe(`${numberOf(1)}.xml`);
  expect(Buffer.from(file).equals(xml!.content)).toBe(true);
  const paper = readPdf(pdf!.content).pages.join(" ").replaceAll(/\s+/g, " ");
  // Bergheim bears 31.33 of the 100.00 of haulage, see invoices.test.ts.
  for (const said of ["Gemeinde Bergheim", numberOf(1), "31,33 €", "DE02 1203 0000 0000 2020 51", "§ 2b UStG"])
    expect(paper).toContain(said);
  expect(first!.text).toContain("31,33\u00A0€");
  expect(first!.text).toContain(`https://test.example/abrechnung/tiny/${id}#rechnungen`);
  // Nothing is left over, and nothing goes twice.
  expect(await sendDueMails(system.ports)).toEqual({ left: 0 });
  expect(inbox.received).toHaveLength(2);
  const dispatch = await kept(1);
  expect([dispatchState(dispatch), dispatch.sendings[0]!.to]).toEqual(["sent", "rechnung@bergheim.example"]);
  expect((await kinds()).sort()).toEqual(["billing.changed", "invoice.sent", "invoice.sent", "invoices.issued"]);
});

test("whoever only issues, as the API does, leaves the mails to the reconciler", async () => {
  await issue();
  expect(inbox.received).toHaveLength(0);
  expect(dispatchState(await kept(2))).toBe("waiting");
  expect(await sendDueMails(system.ports)).toEqual({ left: 0 });
  expect(inbox.received).toHaveLength(2);
});

test("two that send at the same moment, and one that dies after the mail left, send each mail once", async () => {
  const { due } = await issue();
  await Promise.all([sendInvoices(system.ports, due), sendDueMails(system.ports)]);
  const dying = { ...system.ports.store, transact: () => Promise.reject(new Error("died")) };
  const [again] = [(await askInvoiceAgain(system.ports, act(2), (await kept(2)).sendings.length))!];
  expect(await sendInvoices({ ...system.ports, store: dying }, [again])).toBe(false);
  expect(await sendDueMails(system.ports)).toEqual({ left: 0 });
  const ids = (await mails()).map(({ messageId }) => messageId);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(3);
  expect((await kept(2)).sendings.map(({ outcome }) => outcome)).toEqual(["sent", "sent"]);
});

test("a server that is away is asked again later, and the others wait with it", async () => {
  inbox.away.add("rechnung@bergheim.example");
  expect(await send()).toBe(false);
  expect(inbox.received).toHaveLength(0);
  expect(dispatchState(await kept(1))).toBe("waiting");
  inbox.away.clear();
  system.clock.milliseconds += 61_000;
  expect(await sendDueMails(system.ports)).toEqual({ left: 0 });
  expect(inbox.received).toHaveLength(2);
});

test("a bounce and a refusal are shown, the seller's finance office hears of each once, and another address helps", async () => {
  const finance: Partial<Contact> = { id: "kasse", role: "finance", municipalityAgs: A as never, name: "Kasse" };
  const contacts = await allContacts(system.ports.store, "tiny");
  const more = [...contacts, { ...contacts[0]!, ...finance, email: "kasse@altdorf.example" }];
  await system.ports.store.put({ ...key.contacts("tiny"), data: asJson({ contacts: more }) }, "any");
  inbox.gone.add("rechnung@cronau.example");
  expect(await send()).toBe(true);
  const messageId = `<tiny-invoice-${numberOf(1)}-1@verbund.example>`;
  for (let twice = 0; twice < 2; twice++)
    await recordBounce(system.ports, { messageId, cause: "no mailbox rechnung@bergheim.example" });
  expect([dispatchState(await kept(1)), dispatchState(await kept(2))]).toEqual(["returned", "returned"]);
  expect((await kept(1)).sendings[0]).toMatchObject({ outcome: "bounced", cause: "no mailbox …" });
  expect((await kept(2)).sendings[0]).toMatchObject({ outcome: "refused" });
  const told = (await mails()).filter((mail) => [mail.to].flat()[0]!.value[0]!.address === "kasse@altdorf.example");
  expect(told.map(({ subject }) => subject).sort()).toEqual([
    `Nicht zugestellt: Rechnung ${numberOf(1)}`,
    `Nicht zugestellt: Rechnung ${numberOf(2)}`,
  ]);
  expect(told[0]!.text).toContain("Rechnungsangaben");
  // The address is mended; sent again it goes there, as a mail of its own.
  const { parties, ...rest } = sampleBilling();
  const mended = parties.map((one) => (one.ags === B ? { ...one, email: "neu@bergheim.example" } : one));
  await putBilling(system.ports, "tiny", { ...rest, parties: mended }, { by: "karla", ifMatch: "*" });
  const due = await askInvoiceAgain(system.ports, act(1), 1);
  // Whoever pressed the same button at the same moment asks for nothing more.
  expect(await askInvoiceAgain(system.ports, act(1), 1)).toBeUndefined();
  expect(await sendInvoices(system.ports, [due!])).toBe(true);
  expect((await mails()).at(-1)!.messageId).toBe(`<tiny-invoice-${numberOf(1)}-2@verbund.example>`);
  expect((await kept(1)).sendings.map(({ outcome, to }) => [outcome, to])).toEqual([
    ["bounced", "rechnung@bergheim.example"],
    ["sent", "neu@bergheim.example"],
  ]);
});

test("without an address nothing is sent, and it is said; whoever enters one sends again", async () => {
  const { due } = await issue();
  const { parties, ...rest } = sampleBilling();
  const without = { ...rest, parties: parties.filter(({ ags }) => ags !== B) };
  await putBilling(system.ports, "tiny", without, { by: "karla", ifMatch: "*" });
  expect(await sendInvoices(system.ports, due)).toBe(true);
  expect([dispatchState(await kept(1)), dispatchState(await kept(2))]).toEqual(["noAddress", "sent"]);
  await putBilling(system.ports, "tiny", sampleBilling(), { by: "karla", ifMatch: "*" });
  await sendInvoices(system.ports, [(await askInvoiceAgain(system.ports, act(1), 1))!]);
  expect(dispatchState(await kept(1))).toBe("sent");
});

test("receipt is confirmed by the buyer alone and once; overdue is what nobody confirmed when payment was due", async () => {
  await send();
  const of = (ags: string) => ({ kind: "municipalities", municipalities: new Set([ags]) }) as const;
  await expect(acknowledgeInvoice(system.ports, act(1, of(C)))).rejects.toMatchObject({ status: 404 });
  await expect(askInvoiceAgain(system.ports, act(1, of(B)), 1)).rejects.toMatchObject({ status: 404 });
  const { issued } = await invoiceFile(system.ports, {
    ...{ region: "tiny", settlement: id, seller: A, buyer: B, reach: ALL },
  });
  // 30 days to pay.
  expect(Date.parse(issued.dueDate!) - Date.parse(issued.issueDate)).toBe(30 * 86_400_000);
  expect(isOverdue(issued, await kept(1), issued.dueDate!)).toBe(false);
  expect(isOverdue(issued, await kept(1), "2027-12-31")).toBe(true);
  expect(await acknowledgeInvoice(system.ports, act(1, of(B)))).toBe(true);
  expect(await acknowledgeInvoice(system.ports, act(1, of(B)))).toBe(false);
  expect(dispatchState(await kept(1))).toBe("acknowledged");
  expect(isOverdue(issued, await kept(1), "2027-12-31")).toBe(false);
  expect((await kinds()).filter((kind) => kind === "invoice.acknowledged")).toHaveLength(1);
});
