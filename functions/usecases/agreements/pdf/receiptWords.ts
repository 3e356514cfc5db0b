/** What the receipt says, in the language of whoever decided. */
import type { Decision } from "../../../../domain/agreement/ballot.ts";
import { elided, spaced } from "../../../../domain/language/french.ts";
import type { Language } from "../../../../domain/region/contacts.ts";

export interface ReceiptWords {
  readonly verdict: Readonly<Record<Decision, string>>;
  /** Of a verdict. */
  title(verdict: string): string;
  heading(title: string, memberName: string): string;
  subject(period: string, days: string): string;
  readonly figures: { readonly share: string; readonly alone: string; readonly saves: string; readonly more: string };
  /** Heads of the table. */
  readonly columns: readonly [string, string];
  readonly rows: Readonly<
    Record<"decision" | "decidedBy" | "identity" | "recordedOn" | "level" | "agreement" | "entry", string>
  >;
  readonly identity: Readonly<Record<"code" | "signIn" | "passkey", string>>;
  /** @param name that its owner gave it; null for none */
  passkey(name: string | null, day: string): string;
  readonly deputy: string;
  /** Who decided, where only the role is known. */
  readonly someDeputy: string;
  version(id: string, version: number): string;
  number(seq: number): string;
  reason(text: string): string;
  readonly qr: string;
  readonly check: string;
  readonly checkByCode: string;
  readonly checkOffline: string;
  receiptId(id: string): string;
  page(url: string): string;
  proposalHash(sha256: string): string;
  entryHash(sha256: string): string;
  footer(id: string, version: number, memberName: string): string;
  pageOf(page: number, pages: number): string;
}

const DE: ReceiptWords = {
  verdict: { approved: "Zustimmung", rejected: "Ablehnung" },
  title: (verdict) => `Beleg über die ${verdict}`,
  heading: (title, member) => `${title} von ${member}`,
  subject: (period, days) => `Gemeinsame Entsorgung des Grünabfalls, ${period} (${days})`,
  figures: { share: "Unser Anteil", alone: "Allein würden wir zahlen", saves: "Wir sparen", more: "Wir zahlen mehr" },
  columns: ["Angabe", "Inhalt"],
  rows: {
    decision: "Entscheidung",
    decidedBy: "Entschieden hat",
    identity: "Ausgewiesen mit",
    recordedOn: "Festgehalten am",
    level: "Art",
    agreement: "Vereinbarung",
    entry: "Eintrag im Protokoll",
  },
  identity: { code: "Einmalcode an die zweite Adresse", signIn: "Anmeldung mit dem eigenen Konto", passkey: "Passkey" },
  passkey: (name, day) => (name === null ? `Passkey vom ${day}` : `Passkey „${name}“ vom ${day}`),
  deputy: "in Vertretung",
  someDeputy: "die Stellvertretung",
  version: (id, version) => `${id}, Fassung ${version}`,
  number: (seq) => `Nr. ${seq}`,
  reason: (text) => `Begründung: ${text}`,
  qr: "QR-Code zur öffentlichen Prüfseite dieses Belegs",
  check: "Prüfen",
  checkByCode: "Der QR-Code führt zur öffentlichen Prüfseite.",
  checkOffline: "Ohne Netz prüft die Datei des Belegs:",
  receiptId: (id) => `Belegnummer: ${id}`,
  page: (url) => `Prüfseite: ${url}`,
  proposalHash: (sha256) => `Prüfsumme des Vorschlags (SHA-256): ${sha256}`,
  entryHash: (sha256) => `Prüfsumme des Eintrags (SHA-256): ${sha256}`,
  footer: (id, version, member) => `Beleg ${id}, Fassung ${version}, ${member}`,
  pageOf: (page, pages) => `Seite ${page} von ${pages}`,
};

const FR: ReceiptWords = spaced<ReceiptWords>({
  verdict: { approved: "accord", rejected: "refus" },
  title: (verdict) => `Reçu ${elided("de", verdict)}`,
  heading: (title, member) => `${title} : ${member}`,
  subject: (period, days) => `Traitement en commun des déchets verts, ${period} (${days})`,
  figures: {
    share: "Notre quote-part",
    alone: "Seuls, nous paierions",
    saves: "Nous économisons",
    more: "Nous payons en plus",
  },
  columns: ["Rubrique", "Contenu"],
  rows: {
    decision: "Décision",
    decidedBy: "Décidé par",
    identity: "Identité prouvée par",
    recordedOn: "Enregistré le",
    level: "Type",
    agreement: "Convention",
    entry: "Inscription au journal",
  },
  identity: {
    code: "code à usage unique envoyé à la seconde adresse",
    signIn: "connexion au compte personnel",
    passkey: "clé d’accès (passkey)",
  },
  passkey: (name, day) => (name === null ? `clé d’accès du ${day}` : `clé d’accès « ${name} » du ${day}`),
  deputy: "en suppléance",
  someDeputy: "la suppléance",
  version: (id, version) => `${id}, version ${version}`,
  number: (seq) => `n° ${seq}`,
  reason: (text) => `Motif : ${text}`,
  qr: "Code QR vers la page publique de vérification de ce reçu",
  check: "Vérifier",
  checkByCode: "Le code QR mène à la page publique de vérification.",
  checkOffline: "Hors ligne, le fichier du reçu se vérifie par :",
  receiptId: (id) => `Numéro du reçu : ${id}`,
  page: (url) => `Page de vérification : ${url}`,
  proposalHash: (sha256) => `Empreinte de la proposition (SHA-256) : ${sha256}`,
  entryHash: (sha256) => `Empreinte de l’inscription (SHA-256) : ${sha256}`,
  footer: (id, version, member) => `Reçu ${id}, version ${version}, ${member}`,
  pageOf: (page, pages) => `Page ${page} sur ${pages}`,
});

const EN: ReceiptWords = {
  verdict: { approved: "approval", rejected: "rejection" },
  title: (verdict) => `Receipt of ${verdict}`,
  heading: (title, member) => `${title}: ${member}`,
  subject: (period, days) => `Joint disposal of green waste, ${period} (${days})`,
  figures: { share: "Our share", alone: "Alone we would pay", saves: "We save", more: "We pay more" },
  columns: ["Item", "Content"],
  rows: {
    decision: "Decision",
    decidedBy: "Decided by",
    identity: "Identified by",
    recordedOn: "Recorded on",
    level: "Kind",
    agreement: "Agreement",
    entry: "Entry in the log",
  },
  identity: {
    code: "one-time code to the second address",
    signIn: "sign-in with their own account",
    passkey: "passkey",
  },
  passkey: (name, day) => (name === null ? `passkey of ${day}` : `passkey “${name}” of ${day}`),
  deputy: "as deputy",
  someDeputy: "the deputy",
  version: (id, version) => `${id}, version ${version}`,
  number: (seq) => `No. ${seq}`,
  reason: (text) => `Reason: ${text}`,
  qr: "QR code to the public page that confirms this receipt",
  check: "Check it",
  checkByCode: "The QR code leads to the public page that confirms it.",
  checkOffline: "Without a network, check the receipt’s file:",
  receiptId: (id) => `Receipt number: ${id}`,
  page: (url) => `Page that confirms it: ${url}`,
  proposalHash: (sha256) => `Hash of the proposal (SHA-256): ${sha256}`,
  entryHash: (sha256) => `Hash of the entry (SHA-256): ${sha256}`,
  footer: (id, version, member) => `Receipt ${id}, version ${version}, ${member}`,
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
};

export const RECEIPT_WORDS: Readonly<Record<Language, ReceiptWords>> = { de: DE, fr: FR, en: EN };
