import type { FillWords } from "./shape.ts";

export const DE: FillWords = {
  label: "Füllstand laut Vorhersage",
  range: (percent, range) => `${percent} (${range})`,
  expected: (day, percent, range) => `Vorhersage für ${day}: ${percent} voll (${range}).`,
  overflowLabel: "Überlauf",
  overflow: (percent, day) => `${percent} bis ${day}, wenn niemand leert`,
  doubtLabel: "Meldungen",
  doubts: {
    suspect: {
      mark: "Meldung fraglich",
      todo: "Die letzte Meldung passt nicht zu allem davor. Bitte noch einmal nachsehen und melden.",
    },
    stale: {
      mark: "lange nichts gemeldet",
      todo: "Seit Wochen fehlt eine Meldung, oder der Stand ist sehr ungewiss. Bitte nachsehen und melden.",
    },
    contradicted: {
      mark: "Angaben widersprechen sich",
      todo: "Meldungen oder Wiegescheine schließen einander aus. Bitte nachsehen, melden und die Wiegescheine prüfen.",
    },
  },
};
