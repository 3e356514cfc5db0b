/** The receipt of a decision: one page, with a code that leads to the public page which confirms it. */
import type { Agreement, AgreementMember } from "../../../../domain/agreement/agreement.ts";
import type { Ballot } from "../../../../domain/agreement/ballot.ts";
import { datesOf, LEVEL_WORDS, momentOf, money, periodOf, ROLE_WORDS } from "../words.ts";
import { closePaper, figures, gap, INNER, MARGIN, openPaper, paragraph, room, table, title } from "./paper.ts";
import { qrCode } from "./marks.ts";

export interface ReceiptPaper {
  readonly agreement: Agreement;
  readonly member: AgreementMember;
  readonly ballot: Ballot;
  /** Who decided, by name. */
  readonly person: string;
  readonly proposalSha256: string;
  readonly receiptId: string;
  readonly verifyUrl: string;
  /** The entry of the audit log. */
  readonly entry: { readonly seq: number; readonly sha256: string };
}

const VERDICT = { approved: "Zustimmung", rejected: "Ablehnung" } as const;

export function receiptPdf(of: ReceiptPaper): Promise<Uint8Array> {
  const { agreement, member, ballot, person, verifyUrl } = of;
  const verdict = VERDICT[ballot.decision];
  const name = `Beleg über die ${verdict}`;
  const paper = openPaper({
    title: `${name}: ${member.name}`,
    subject: `${agreement.regionName}, ${periodOf(agreement)}`,
    at: ballot.at,
  });
  paragraph(paper, `Grünverbund · ${agreement.regionName}`, { size: 9.5, after: 10 });
  title(paper, `${name} von ${member.name}`);
  paragraph(paper, `Gemeinsame Entsorgung des Grünabfalls, ${periodOf(agreement)} (${datesOf(agreement)})`, {
    after: 12,
  });
  figures(paper, [
    ["Unser Anteil", money(ballot.amountCents)],
    ["Allein würden wir zahlen", money(member.standAloneCostCents)],
    ["Wir sparen", money(member.standAloneCostCents - ballot.amountCents)],
  ]);
  table(
    paper,
    [
      { head: "Angabe", width: 130 },
      { head: "Inhalt", width: INNER - 130 },
    ],
    [
      ["Entscheidung", verdict],
      ["Entschieden hat", `${person}, ${ROLE_WORDS[ballot.role]}${ballot.deputy ? ", in Vertretung" : ""}`],
      ["Festgehalten am", momentOf(ballot.at)],
      ["Art", LEVEL_WORDS[member.level].name],
      ["Vereinbarung", `${agreement.id}, Fassung ${agreement.version}`],
      ["Eintrag im Protokoll", `Nr. ${of.entry.seq}`],
    ],
  );
  if (ballot.reason !== null) paragraph(paper, `Begründung: ${ballot.reason}`);
  gap(paper, 6);
  room(paper, 150);
  qrCode(paper, verifyUrl, "QR-Code zur öffentlichen Prüfseite dieses Belegs", MARGIN + INNER - 130, 130);
  const { y } = paper;
  const beside = { indent: 0, size: 9.5 };
  paragraph(paper, "Prüfen", { ...beside, size: 12, bold: true });
  paragraph(paper, "Der QR-Code führt zur öffentlichen Prüfseite.", beside);
  paragraph(paper, "Ohne Netz prüft die Datei des Belegs:", { ...beside, after: 2 });
  paragraph(paper, "gruenverbund verify beleg.json", beside);
  paper.y = Math.max(paper.y, y + 136);
  paragraph(paper, `Belegnummer: ${of.receiptId}`, { size: 8 });
  paragraph(paper, `Prüfseite: ${verifyUrl}`, { size: 8 });
  paragraph(paper, `Prüfsumme des Vorschlags (SHA-256): ${of.proposalSha256}`, { size: 8 });
  paragraph(paper, `Prüfsumme des Eintrags (SHA-256): ${of.entry.sha256}`, { size: 8 });
  return closePaper(paper, `Beleg ${of.agreement.id}, Fassung ${of.agreement.version}, ${member.name}`);
}
