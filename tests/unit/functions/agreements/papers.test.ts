import { expect, test } from "vitest";
import type { Language } from "../../../../domain/region/contacts.ts";
import { agreementPdf } from "../../../../functions/usecases/agreements/pdf/agreementPdf.ts";
import { councilPdf } from "../../../../functions/usecases/agreements/pdf/councilPdf.ts";
import { receiptPdf, type ReceiptPaper } from "../../../../functions/usecases/agreements/pdf/receiptPdf.ts";
import { readPdf } from "../../../support/readPdf.ts";
import { sampleAgreement } from "../../../support/sampleAgreement.ts";

const agreement = sampleAgreement({
  fallbacks: [{ withoutAgs: "99001002", jointCostCents: 80_000, shares: { "99001001": 65_000, "99001003": 15_000 } }],
});
const member = agreement.members[1]!;
const proposalSha256 = "b".repeat(64);
const receiptId = `tiny.4.${"c".repeat(64)}`;
const verifyUrl = `https://plan.example/pruefen/${receiptId}`;

/** What is drawn, lines joined. */
const textOf = (bytes: Uint8Array): string => readPdf(bytes).pages.join("\n").replace(/\s+/g, " ");

const receipt = (
  reason: string | null,
  language: Language = "de",
  identity: Partial<Pick<ReceiptPaper, "identity" | "passkeyOf">> = {},
) =>
  receiptPdf({
    ...{ language, identity: "code", ...identity },
    ...{ agreement, member, person: "Berta Berger", proposalSha256, receiptId, verifyUrl },
    entry: { seq: 4, sha256: "c".repeat(64) },
    ballot: {
      ...{ ags: member.ags, role: "mayor", contactId: "m", deputy: true, amountCents: 25_050, reason },
      decision: reason === null ? "approved" : "rejected",
      at: "2026-11-27T10:15:00Z",
    },
  });

test("the receipt has the three figures, who, when, and where to check it, on one page", async () => {
  const bytes = await receipt(null);
  const text = textOf(bytes);
  for (const part of ["250,50 €", "300,50 €", "50,00 €", "Berta Berger", "in Vertretung", "27.11.2026, 11:15 Uhr"])
    expect(text).toContain(part);
  expect(text.replaceAll(" ", "")).toContain(proposalSha256);
  expect(readPdf(bytes).pages).toHaveLength(1);
  expect(readPdf(bytes).alternatives).toEqual(["QR-Code zur öffentlichen Prüfseite dieses Belegs"]);
});

test.each([
  ["fr", ["Reçu d’accord : Bergheim", "Notre quote-part", "250,50 €", "27/11/2026 à 11:15", "maire, en suppléance"]],
  ["en", ["Receipt of approval: Bergheim", "Our share", "€250.50", "27 Nov 2026, 11:15", "mayor, as deputy"]],
] as const)("the receipt in %s says the same as the German one, and nothing in German", async (language, parts) => {
  const bytes = await receipt(null, language);
  const text = textOf(bytes);
  for (const part of parts) expect(text).toContain(part);
  expect(text).not.toMatch(/Beleg(?!\b.json)|Anteil|Fassung|Prüf|Seite|Uhr/);
  expect(text).toContain("gruenverbund verify beleg.json");
  expect(readPdf(bytes).pages).toHaveLength(1);
});

const passkeyOf = { name: "Diensthandy", createdAt: "2026-11-25T15:00:00Z" };

test.each([
  [
    "de",
    "Ausgewiesen mit",
    ["Einmalcode", "Anmeldung", "Passkey „Diensthandy“ vom 25.11.2026", "Passkey vom 25.11.2026"],
  ],
  ["fr", "Identité prouvée par", ["code à usage unique", "connexion", "Diensthandy", "clé d’accès du 25/11/2026"]],
  ["en", "Identified by", ["one-time code", "sign-in", "passkey “Diensthandy” of 25 Nov", "passkey of 25 Nov"]],
] as const)("the receipt in %s says how whoever decided proved who they are", async (language, head, ways) => {
  const given = [
    { identity: "code" },
    { identity: "signIn" },
    { identity: "passkey", passkeyOf },
    { identity: "passkey", passkeyOf: { ...passkeyOf, name: null } },
  ] as const;
  for (const [at, identity] of given.entries()) {
    const bytes = await receipt(null, language, identity);
    expect(textOf(bytes)).toContain(head);
    expect(textOf(bytes)).toContain(ways[at]);
    expect(readPdf(bytes).pages).toHaveLength(1);
  }
});

test("a rejection's receipt holds the reason, whatever signs are in it", async () => {
  expect(textOf(await receipt("Zu teuer (§ 5) \\ ) Tj <<evil>> 😀"))).toContain("Zu teuer (§ 5) \\ ) Tj <<evil>> ?");
});

test("the agreement names every member with share and limit, and has a line to sign for each", async () => {
  const text = textOf(await agreementPdf({ agreement, proposalSha256 }));
  for (const { name } of agreement.members) expect(text.split(name).length - 1).toBeGreaterThanOrEqual(3);
  expect(text.match(/Dienstsiegel(?!s)/g)).toHaveLength(agreement.members.length);
  expect(text).toContain("1.000,00 €");
  expect(text).toMatch(/am Tag nach ihrer öffentlichen Bekanntmachung in Kraft/);
});

test("fifty-two members flow over pages, and no row is lost", async () => {
  const members = Array.from({ length: 52 }, (_, i) => ({ ...member, ags: String(10_000_000 + i), name: `Ort ${i}.` }));
  const bytes = await agreementPdf({ agreement: { ...agreement, members }, proposalSha256 });
  const { pages } = readPdf(bytes);
  const text = textOf(bytes);
  for (const { name } of members) expect(text).toContain(name);
  expect(text).toContain(`Seite ${pages.length} von ${pages.length}`);
});

test("the council paper says what is to be decided and what happens otherwise", async () => {
  const text = textOf(await councilPdf({ agreement, member: { ...member, level: "L3" }, proposalSha256 }));
  expect(text).toContain("Beschlussvorschlag");
  expect(text).toMatch(/Anteil von 250,50 €, höchstens 300,50 €/);
  expect(text).toContain("800,00 €");
});

test("the same content gives the same bytes", async () => {
  expect(await receipt(null)).toEqual(await receipt(null));
});
