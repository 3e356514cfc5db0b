import { FORMATS } from "../../../../domain/language/format.ts";
import type { DispatcherWords, LanguageWords } from "./shape.ts";

const reason: DispatcherWords["reason"] = (code, { limit, needed, facility }) => {
  switch (code) {
    case "notShredded":
      return "le broyeur y passe trop tard pour qu'un véhicule adapté enlève encore le broyat cette semaine.";
    case "price":
      return `l'insertion la moins chère dans une tournée coûterait ${needed} ; l'attente est estimée à ${limit}.`;
    case "capacity":
      return `aucun véhicule adapté n'a assez de place (${needed} nécessaires, ${limit} disponibles).`;
    case "window":
      return `le point de collecte ne serait atteint qu'à ${needed} ; il est accessible jusqu'à ${limit}.`;
    case "facilityClosed":
      return `${facility} n'est pas ouvert quand un véhicule adapté pourrait y arriver.`;
    case "facilityCapacity":
      return `${facility} accepte ${limit} par jour ; il en faudrait ${needed}.`;
    case "closed":
      return "le point de collecte n'est accessible aucun jour où un véhicule adapté est en service.";
    case "breakLeg":
    case "driving":
      return `le temps de conduite autorisé ne suffit pas (${needed} nécessaires, ${limit} autorisées).`;
    case "shift":
      return `aucun service n'est assez long : retour à ${needed}, fin de service à ${limit}.`;
    default:
      return "aucun véhicule équipé pour cela n'est en service cette semaine.";
  }
};

export const FR: LanguageWords = {
  format: FORMATS.fr,
  dispatcher: {
    title: (week) => `Tournées ${week}`,
    subject: (week, facts, region) => `Tournées ${week} : ${facts.join(", ")} – ${region}`,
    tours: (count, figure) => `${figure} tournée${count < 2 ? "" : "s"}`,
    loads: (count, figure) => `${figure} chargement${count < 2 ? "" : "s"}`,
    greeting: (name) => `Bonjour ${name},`,
    lead: (region, week, from, to) => `les tournées pour ${region}, ${week} (du ${from} au ${to}), sont fixées.`,
    figures: {
      tours: "Tournées",
      loads: "Chargements",
      distance: "Distance",
      cost: "Coût des tournées",
      unserved: "Non enlevés",
    },
    toursHead: "Les tournées",
    tour: (id) => `Tournée ${id}`,
    unservedHead: "Ce qui reste sur place, et pourquoi",
    nothingUnserved: "Tout ce qui doit être enlevé cette semaine est planifié.",
    unserved: (mass, place, why) => `${mass} à ${place} restent sur place : ${why}`,
    reason,
    attached:
      "En pièces jointes : pour chaque tournée une feuille de route (PDF) et l'itinéraire pour le GPS (GPX), et toutes les tournées pour l'agenda (ICS).",
    tooLarge:
      "Les feuilles de route et les itinéraires sont trop volumineux pour un courriel ; ils se trouvent avec le plan. L'agenda (ICS) est joint.",
    planLink: "Ouvrir le plan",
    noticesHead: "Remarques (en allemand)",
    noTours: "Aucune tournée n'a lieu cette semaine.",
  },
  changedTours: {
    title: (week) => `Tournées modifiées ${week}`,
    subject: (week, region, changed, cancelled) =>
      `Tournées modifiées ${week} : ${changed} à suivre, ${cancelled} annulées – ${region}`,
    lead: (region, week) =>
      `la répartition a modifié des tournées pour ${region} en ${week}. Ce qui n’est pas mentionné ici ne change pas.`,
    changedHead: "Nouvelles ou modifiées",
    cancelledHead: "Annulées",
    attached:
      "En pièce jointe : pour chaque tournée modifiée, la feuille de tournée (PDF) et l’itinéraire (GPX) ; les fichiers de calendrier (ICS) remplacent les rendez-vous modifiés et retirent ceux qui sont annulés.",
  },
  request: {
    title: (until) => `Niveau à indiquer avant ${until}`,
    subject: (week, count, until) =>
      `${count === 1 ? "Un relevé manque" : `${count} relevés manquent`} pour la ${week} – avant ${until}`,
    greeting: (name) => `Bonjour ${name},`,
    lead: (week, until) =>
      `pour le plan de la ${week}, il manque encore le niveau de remplissage. Merci de l'indiquer avant ${until} :`,
    listHead: "Niveaux manquants",
    last: (date) => `dernier relevé le ${date}`,
    never: "jamais relevé",
    doubt: "Le dernier relevé ne correspond pas aux précédents.",
    overflow: (tenths) => `Dans ${tenths} cas sur 10, l’emplacement déborderait d’ici dimanche.`,
    worth: (euros) => `Un relevé évite en moyenne environ ${euros} (trajets inutiles, débordement).`,
    why: "Nous ne demandons que là où la réponse peut changer le plan. Sans relevé, le programme utilise une estimation tirée des dernières semaines.",
    link: "Indiquer le niveau",
    withoutLink: "Merci de l'indiquer comme d'habitude, par l'autocollant du conteneur ou le formulaire.",
    until: (day, date, clock) => `${day} ${date}, ${clock}`,
  },
  footer: "Ce courriel a été envoyé par le programme Grünverbund.",
  storages: { heap: "tas", rollOff: "conteneur ampliroll", skip: "benne" },
};
