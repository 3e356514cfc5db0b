/** The council paper (Beschlussvorlage) of one member: what is to be decided, why, what it costs, what the alternative is. */
import type { Agreement, AgreementMember } from "../../../../domain/agreement/agreement.ts";
import { datesOf, LEVEL_WORDS, money, namesOf, percentOf, periodOf, ruleOf, tonnes } from "../words.ts";
import { closePaper, figures, gap, heading, INNER, openPaper, paragraph, table, title } from "./paper.ts";

export interface CouncilPaper {
  readonly agreement: Agreement;
  readonly member: AgreementMember;
  readonly proposalSha256: string;
}

export function councilPdf({ agreement, member, proposalSha256 }: CouncilPaper): Promise<Uint8Array> {
  const { members, regionName, id, version, jointCostCents } = agreement;
  const saving = member.standAloneCostCents - member.shareCents;
  const others = namesOf(members.filter(({ ags }) => ags !== member.ags).map(({ name }) => name));
  const alone = members.reduce((sum, one) => sum + one.standAloneCostCents, 0);
  const without = agreement.fallbacks.find(({ withoutAgs }) => withoutAgs === member.ags);
  const { name, sentence } = ruleOf(agreement);
  const paper = openPaper({
    title: `Beschlussvorlage ${member.name}: gemeinsame Entsorgung, ${periodOf(agreement)}`,
    subject: `${regionName}, ${id}, Fassung ${version}`,
    at: agreement.createdAt,
  });
  paragraph(paper, `${member.name} · Beschlussvorlage`, { size: 9.5, after: 10 });
  title(paper, "Gemeinsame Entsorgung kommunalen Grünabfalls: Abschluss einer öffentlich-rechtlichen Vereinbarung");
  table(
    paper,
    [
      { head: "Vorlage Nr.", width: INNER / 4 },
      { head: "Gremium", width: INNER / 4 },
      { head: "Sitzung am", width: INNER / 4 },
      { head: "öffentlich", width: INNER / 4 },
    ],
    [["____________", "____________", "____________", "ja / nein"]],
  );
  figures(paper, [
    ["Unser Anteil", money(member.shareCents)],
    ["Allein würden wir zahlen", money(member.standAloneCostCents)],
    [
      saving >= 0 ? "Wir sparen" : "Wir zahlen mehr",
      `${money(Math.abs(saving))} (${percentOf(Math.abs(saving), member.standAloneCostCents)})`,
    ],
  ]);
  heading(paper, "Beschlussvorschlag");
  paragraph(
    paper,
    `Der Rat stimmt dem Abschluss der öffentlich-rechtlichen Vereinbarung mit ${others} für ${periodOf(agreement)} (${datesOf(agreement)}) mit einem Anteil von ${money(member.shareCents)}, höchstens ${money(member.guaranteeCents)}, zu und ermächtigt die Bürgermeisterin oder den Bürgermeister zur Unterzeichnung.`,
    { bold: true },
  );
  heading(paper, "Sachverhalt");
  paragraph(
    paper,
    `Die Mitglieder im Verbund ${regionName} wollen ihren Grünabfall gemeinsam abholen, häckseln und verwerten. Zusammen kostet das nach der Vorausberechnung ${money(jointCostCents)} statt ${money(alone)}. Für ${member.name} sind ${tonnes(member.forecastKg)} vorausgesagt.`,
  );
  paragraph(paper, `Geteilt wird nach dem Schlüssel „${name}“. ${sentence}`);
  paragraph(
    paper,
    "Gemeinsame Kosten und Alleinkosten hat derselbe Rechner mit derselben Sorgfalt bestimmt; ein zweites, davon unabhängiges Programm hat sie nachgeprüft.",
  );
  heading(paper, "Finanzielle Auswirkungen");
  table(
    paper,
    [
      { head: "Posten", width: INNER - 130 },
      { head: "Betrag", width: 130, right: true },
    ],
    [
      ["Anteil nach Vorausberechnung", money(member.shareCents)],
      ["Obergrenze, was auch kommt", money(member.guaranteeCents)],
      ["Kosten ohne Vereinbarung", money(member.standAloneCostCents)],
      ["Wertgrenze für eine Freigabe ohne Rat", money(member.valueLimitCents)],
    ],
  );
  paragraph(paper, "Abgerechnet wird nach gewogenen Mengen. Haushaltsstelle: ______________________");
  heading(paper, "Alternativen");
  paragraph(
    paper,
    `Ohne Zustimmung entsorgt ${member.name} allein für ${money(member.standAloneCostCents)}.${
      without === undefined
        ? ""
        : ` Die übrigen Mitglieder zahlen dann zusammen ${money(without.jointCostCents)}; diese Aufteilung ist schon gerechnet.`
    }`,
  );
  heading(paper, "Rechtliche Hinweise");
  paragraph(paper, LEVEL_WORDS[member.level].sentence);
  paragraph(
    paper,
    "Die Vereinbarung wird schriftlich geschlossen (§ 18 KGG Saarland, § 62 KSVG), der Kommunalaufsicht angezeigt oder von ihr genehmigt und gilt ab dem Tag nach der Bekanntmachung. Diese Hinweise ersetzen keine Rechtsprüfung.",
  );
  heading(paper, "Anlagen");
  paragraph(paper, `1. Entwurf der Vereinbarung ${id}, Fassung ${version}`, { after: 2 });
  paragraph(paper, "2. Datei zum Nachrechnen (JSON), zu prüfen mit: gruenverbund verify vereinbarung.json", {
    after: 2,
  });
  paragraph(paper, `Prüfsumme der Fassung (SHA-256): ${proposalSha256}`, { size: 8.5 });
  gap(paper, 4);
  return closePaper(paper, `Beschlussvorlage ${member.name} · ${id}, Fassung ${version}`);
}
