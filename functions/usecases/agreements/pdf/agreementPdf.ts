/**
 * The agreement as a paper to be signed: öffentlich-rechtliche Vereinbarung (KGG Saarland § 17 and § 18). A draft to be checked
 * by whoever signs; every figure comes from the proposal whose hash it bears.
 */
import type { Agreement } from "../../../../domain/agreement/agreement.ts";
import { datesOf, money, namesOf, periodOf, ruleOf, tonnes } from "../words.ts";
import { closePaper, gap, heading, INNER, openPaper, paragraph, table, title } from "./paper.ts";
import { signature } from "./marks.ts";

export interface AgreementPaper {
  readonly agreement: Agreement;
  readonly proposalSha256: string;
}

export function agreementPdf({ agreement, proposalSha256 }: AgreementPaper): Promise<Uint8Array> {
  const { members, regionName, jointCostCents, id, version, createdAt } = agreement;
  const sum = (of: (one: (typeof members)[number]) => number): number =>
    members.reduce((total, one) => total + of(one), 0);
  const { name, sentence } = ruleOf(agreement);
  const paper = openPaper({
    title: `Öffentlich-rechtliche Vereinbarung, ${regionName}, ${periodOf(agreement)}`,
    subject: "Gemeinsame Entsorgung kommunalen Grünabfalls",
    at: createdAt,
  });
  paragraph(paper, `Entwurf ${id}, Fassung ${version}. Vor der Unterzeichnung rechtlich zu prüfen.`, {
    size: 9,
    after: 12,
  });
  title(paper, "Öffentlich-rechtliche Vereinbarung über die gemeinsame Entsorgung kommunalen Grünabfalls");
  paragraph(paper, `zwischen ${namesOf(members.map((one) => one.name))}, im Folgenden „die Mitglieder“.`, {
    after: 10,
  });

  heading(paper, "§ 1 Gegenstand");
  paragraph(
    paper,
    "Die Mitglieder lassen ihren Grünabfall (AVV 20 02 01) gemeinsam abholen, häckseln und verwerten und teilen sich die Kosten. Aufgaben und Zuständigkeiten der Mitglieder bleiben im Übrigen unberührt.",
  );
  heading(paper, "§ 2 Zeitraum");
  paragraph(paper, `Die Vereinbarung gilt für ${periodOf(agreement)} (${datesOf(agreement)}).`);
  heading(paper, "§ 3 Aufteilung der Kosten");
  paragraph(paper, `(1) Geteilt wird nach dem Schlüssel „${name}“. ${sentence}`);
  paragraph(paper, "(2) Nach der Vorausberechnung entfallen auf die Mitglieder:");
  table(
    paper,
    [
      { head: "Mitglied", width: INNER - 300 },
      { head: "Menge", width: 70, right: true },
      { head: "allein", width: 80, right: true },
      { head: "Anteil", width: 80, right: true },
      { head: "spart", width: 70, right: true },
    ],
    members.map((one) => [
      one.name,
      tonnes(one.forecastKg),
      money(one.standAloneCostCents),
      money(one.shareCents),
      money(one.standAloneCostCents - one.shareCents),
    ]),
    [
      "zusammen",
      tonnes(sum((one) => one.forecastKg)),
      money(sum((one) => one.standAloneCostCents)),
      money(jointCostCents),
      money(sum((one) => one.standAloneCostCents) - jointCostCents),
    ],
  );
  heading(paper, "§ 4 Obergrenze");
  paragraph(
    paper,
    "Kein Mitglied zahlt mehr, als es nach derselben Rechnung allein zahlen würde. Es gelten als Obergrenze:",
  );
  table(
    paper,
    [
      { head: "Mitglied", width: INNER - 120 },
      { head: "höchstens", width: 120, right: true },
    ],
    members.map((one) => [one.name, money(one.guaranteeCents)]),
  );
  heading(paper, "§ 5 Abrechnung");
  paragraph(
    paper,
    "Abgerechnet wird nach gewogenen Mengen mit demselben Schlüssel und innerhalb der Obergrenzen. Jedes Mitglied kann die Abrechnung mit der dazu veröffentlichten Datei selbst nachrechnen.",
  );
  heading(paper, "§ 6 Grundlage der Zahlen");
  paragraph(
    paper,
    `Die Zahlen stammen aus dem geprüften Plan ${agreement.plan.week} (Lauf ${agreement.plan.run}). Diese Fassung hat die Prüfsumme (SHA-256) ${proposalSha256}; eine andere Zahl ergibt eine andere Prüfsumme.`,
  );
  heading(paper, "§ 7 Schriftform, Aufsicht, Inkrafttreten");
  paragraph(
    paper,
    "Die Vereinbarung wird schriftlich geschlossen. Sie ist der Kommunalaufsicht anzuzeigen oder von ihr zu genehmigen und tritt am Tag nach ihrer öffentlichen Bekanntmachung in Kraft (§ 18 KGG Saarland).",
  );
  heading(paper, "Unterschriften");
  paragraph(
    paper,
    "Verpflichtende Erklärungen bedürfen der handschriftlichen Unterschrift und des Dienstsiegels (§ 62 KSVG).",
    {
      size: 9.5,
    },
  );
  gap(paper, 6);
  for (const one of members) signature(paper, one.name);
  return closePaper(paper, `${id}, Fassung ${version} · Prüfsumme ${proposalSha256.slice(0, 16)}…`);
}
