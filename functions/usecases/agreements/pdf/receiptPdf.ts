/** The receipt of a decision: one page, with a code that leads to the public page which confirms it. */
import type { Agreement, AgreementMember } from "../../../../domain/agreement/agreement.ts";
import type { Ballot } from "../../../../domain/agreement/ballot.ts";
import { figuresOf } from "../../../../domain/language/figures.ts";
import type { Language } from "../../../../domain/region/contacts.ts";
import { TERMS } from "../terms/index.ts";
import { closePaper, figures, gap, INNER, MARGIN, openPaper, paragraph, room, table, title } from "./paper.ts";
import { qrCode } from "./marks.ts";
import type { BallotReceipt } from "../receipts.ts";
import { localDate } from "../../../../domain/localTime.ts";
import { RECEIPT_WORDS } from "./receiptWords.ts";

export interface ReceiptPaper {
  /** Of whoever decided, or of the page from which it is asked for. */
  readonly language: Language;
  readonly agreement: Agreement;
  readonly member: AgreementMember;
  readonly ballot: Ballot;
  /** Who decided, by name; undefined where it was the deputy and only that is known. */
  readonly person: string | undefined;
  /** How they proved who they are. */
  readonly identity: BallotReceipt["identity"];
  readonly passkeyOf?: BallotReceipt["passkeyOf"];
  readonly proposalSha256: string;
  readonly receiptId: string;
  readonly verifyUrl: string;
  /** The entry of the audit log. */
  readonly entry: { readonly seq: number; readonly sha256: string };
}

export function receiptPdf(of: ReceiptPaper): Promise<Uint8Array> {
  const { agreement, member, ballot, verifyUrl, language } = of;
  const words = RECEIPT_WORDS[language];
  const { money, moment, weeks, days, date } = figuresOf(language);
  const { roles, levels } = TERMS[language];
  const { firstWeek, lastWeek } = agreement.period;
  const period = weeks(firstWeek, lastWeek);
  const verdict = words.verdict[ballot.decision];
  const name = words.title(verdict);
  const saving = member.standAloneCostCents - ballot.amountCents;
  const paper = openPaper({
    title: words.heading(name, member.name),
    subject: `${agreement.regionName}, ${period}`,
    at: ballot.at,
    language,
  });
  paragraph(paper, `Grünverbund · ${agreement.regionName}`, { size: 9.5, after: 10 });
  title(paper, words.heading(name, member.name));
  paragraph(paper, words.subject(period, days(firstWeek, lastWeek)), { after: 12 });
  figures(paper, [
    [words.figures.share, money(ballot.amountCents)],
    [words.figures.alone, money(member.standAloneCostCents)],
    [saving >= 0 ? words.figures.saves : words.figures.more, money(Math.abs(saving))],
  ]);
  const { rows } = words;
  const { passkeyOf } = of;
  const identity =
    passkeyOf === undefined
      ? words.identity[of.identity]
      : words.passkey(passkeyOf.name, date(localDate(passkeyOf.createdAt)));
  table(
    paper,
    [
      { head: words.columns[0], width: 130 },
      { head: words.columns[1], width: INNER - 130 },
    ],
    [
      [rows.decision, verdict],
      [
        rows.decidedBy,
        `${of.person ?? words.someDeputy}, ${roles[ballot.role]}${ballot.deputy ? `, ${words.deputy}` : ""}`,
      ],
      [rows.identity, identity],
      [rows.recordedOn, moment(ballot.at)],
      [rows.level, levels[member.level].name],
      [rows.agreement, words.version(agreement.id, agreement.version)],
      [rows.entry, words.number(of.entry.seq)],
    ],
  );
  if (ballot.reason !== null) paragraph(paper, words.reason(ballot.reason));
  gap(paper, 6);
  room(paper, 150);
  qrCode(paper, verifyUrl, words.qr, MARGIN + INNER - 130, 130);
  const { y } = paper;
  const beside = { indent: 0, size: 9.5 };
  paragraph(paper, words.check, { ...beside, size: 12, bold: true });
  paragraph(paper, words.checkByCode, beside);
  paragraph(paper, words.checkOffline, { ...beside, after: 2 });
  paragraph(paper, "gruenverbund verify beleg.json", beside);
  paper.y = Math.max(paper.y, y + 136);
  paragraph(paper, words.receiptId(of.receiptId), { size: 8 });
  paragraph(paper, words.page(verifyUrl), { size: 8 });
  paragraph(paper, words.proposalHash(of.proposalSha256), { size: 8 });
  paragraph(paper, words.entryHash(of.entry.sha256), { size: 8 });
  return closePaper(paper, words.footer(agreement.id, agreement.version, member.name), words.pageOf);
}
