import type { Co2Words } from "./shape.ts";

export const FR: Co2Words = {
  head: "Gaz à effet de serre",
  set: (name) => `Calculé avec le jeu de facteurs « ${name} » ; gazole au litre, du puits à la roue.`,
  range: (diesel, all) => `Trajets et broyeurs : ${diesel}. Avec le traitement selon ce jeu : ${all}.`,
  between: (low, high) => `Selon la méthode, le résultat se situe entre ${low} et ${high}.`,
  oneMethod: "Le jeu ne nomme aucune autre méthode ; il n’y a donc pas de fourchette ici.",
  method:
    "Le transport et le broyage suivent la logique de l’ISO 14083. Ce qu’une installation fait de la matière n’en fait pas partie et figure à part : les méthodes y diffèrent de plusieurs fois, et un autre jeu peut changer plus que tout le transport ne pèse.",
  less: "de moins",
  more: "de plus",
  caption: "Gaz à effet de serre en kg CO₂e",
  line: "Source",
  alone: "seules",
  joint: "ensemble",
  saving: "de moins",
  driving: "Trajets",
  shredding: "Broyage",
  transport: "Transport selon l’ISO 14083",
  treatment: (kind) => `Traitement : ${kind}`,
  total: "Total",
  figures: "Ce qu’il y a derrière",
  litres: "Gazole en litres",
  kilometres: "Kilomètres parcourus",
  tonneKilometres: "Tonnes-kilomètres (à vol d’oiseau)",
  perTonneKilometre: "g CO₂e par tonne-kilomètre",
  perTonne: "kg CO₂e par tonne broyée",
  methods: "La même chose selon d’autres méthodes, en kg CO₂e",
  methodName: "Méthode",
  none: "–",
  kinds: {
    composting: "compostage",
    digestion: "méthanisation",
    biomassHeat: "chaufferie biomasse",
    transfer: "plateforme de transfert",
  },
  factors: "Les facteurs et leurs sources",
  factorNames: {
    diesel: "Gazole",
    truck: "Consommation des camions",
    shredder: "Consommation des broyeurs",
    facility: (kind) => `Traitement : ${kind}`,
  },
  units: {
    diesel: "kg CO₂e par litre",
    truck: "litres aux 100 km",
    shredder: "litres par tonne",
    facility: "kg CO₂e par tonne",
  },
  factor: "Facteur",
  value: "Valeur",
  source: "Source",
  unverified: "hypothèse non vérifiée",
  settled: {
    head: (span) => `Gaz à effet de serre, décomptés : ${span}`,
    basis: (driven, all) =>
      driven === all
        ? "Sont comptés les kilomètres parcourus et les tonnes pesées, tels que clôturés."
        : driven === 0
          ? "Sont comptées les tonnes pesées, telles que clôturées ; les kilomètres parcourus n’étant pas relevés, ceux du plan s’appliquent."
          : `Sont comptées les tonnes pesées, telles que clôturées ; pour ${driven} des ${all} tournées les kilomètres parcourus, pour les autres ceux du plan.`,
    corrected: (count) =>
      count === 1 ? "Une rectification est prise en compte." : `${count} rectifications sont prises en compte.`,
    between: (low, high) => `Selon la méthode, c’est entre ${low} et ${high}.`,
    planned: "prévu",
    settled: "décompté",
    difference: "différence",
    tonnes: "Tonnes traitées",
  },
};
