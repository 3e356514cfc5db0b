import { RULES } from "../../../../planning/report/words.ts";
import { STATE_WORDS } from "../../../../domain/agreement/stateMachine.ts";
import type { Terms } from "./shape.ts";

export const DE: Terms = {
  roles: { mayor: "Bürgermeister/in", finance: "Kämmerei", admin: "Verwaltung" },
  office: (role, member) => `${DE.roles[role]} ${member}`,
  levels: {
    L0: { name: "Mitteilung", sentence: "Der Plan bleibt im vereinbarten Rahmen. Niemand muss zustimmen." },
    L1: {
      name: "Freigabe",
      sentence: "Der Anteil liegt innerhalb der vereinbarten Wertgrenze. Die Freigabe im Bürgermeisteramt genügt.",
    },
    L2: {
      name: "Freigabe zu zweit",
      sentence:
        "Der Anteil liegt über der vereinbarten Wertgrenze. Bürgermeister/in und Kämmerei entscheiden, jede Seite für sich.",
    },
    L3: {
      name: "Vereinbarung auf Papier",
      sentence:
        "Rahmen, Mitglied oder Verfahren ist neu. Hier wird entschieden, ob der Vorschlag dem Rat vorgelegt wird; geschlossen wird auf Papier (§ 18 KGG Saarland).",
    },
  },
  states: STATE_WORDS,
  rules: RULES,
  problems: {
    amountUnreadable: () => "Bitte den Betrag in Euro eingeben, zum Beispiel 1.234,56 oder 1234,56 oder 1234.56.",
    amountWrong: () =>
      "Das ist nicht der Anteil Ihrer Kommune aus diesem Vorschlag. Bitte den Betrag mit Cent eingeben.",
    reasonMissing: () => "Bitte begründen Sie die Ablehnung in ein, zwei Sätzen.",
    questionMissing: () => "Bitte eine Frage eingeben.",
    textTooLong: (length) => `Höchstens 2.000 Zeichen; es sind ${length}.`,
    codeWrong: () => "Der Code stimmt nicht, ist abgelaufen oder wurde in einem anderen Browser angefordert.",
    codeUsedUp: () => "Dieser Code wurde zu oft falsch eingegeben. Bitte einen neuen anfordern.",
    codeUsed: () => "Dieser Code ist schon benutzt.",
    identityMissing: () => "Bitte weisen Sie sich aus: Der Link allein genügt nicht.",
    otherAccount: () => "Dieses Konto darf hier nicht entscheiden. Bitte mit dem eigenen Konto anmelden.",
    otherProposal: () => "Die Bestätigung gehört zu einem anderen Vorschlag.",
    codeNotEnough: () => "Hier genügt kein Code. Bitte anmelden.",
  },
};
