import type { FillWords } from "./shape.ts";

export const FR: FillWords = {
  label: "Remplissage prévu",
  range: (percent, range) => `${percent} (${range})`,
  expected: (day, percent, range) => `Prévision pour ${day} : rempli à ${percent} (${range}).`,
  overflowLabel: "Débordement",
  overflow: (percent, day) => `${percent} d'ici ${day}, si personne ne vide`,
  doubtLabel: "Relevés",
  doubts: {
    suspect: {
      mark: "relevé douteux",
      todo: "Le dernier relevé ne s'accorde pas avec les précédents. Veuillez vérifier et faire un nouveau relevé.",
    },
    stale: {
      mark: "aucun relevé récent",
      todo: "Aucun relevé depuis des semaines, ou niveau très incertain. Veuillez vérifier et faire un relevé.",
    },
    contradicted: {
      mark: "données contradictoires",
      todo: "Des relevés ou des tickets de pesée s'excluent. Veuillez vérifier, faire un relevé et contrôler les tickets.",
    },
  },
};
