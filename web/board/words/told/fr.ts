/** What the board tells, in French. */
import { figuresOf } from "../../../../domain/language/figures.ts";
import type { ToldNames, ToldWords } from "./shape.ts";

const { tonnes, date } = figuresOf("fr");

export const NAMES_FR: ToldNames = {
  load: ({ massKg, point }) => `${tonnes(massKg)} (${point})`,
  tour: (tour) => `${tour.vehicle} le ${date(tour.date)}`,
};
const { load, tour } = NAMES_FR;

export const TOLD_FR: ToldWords = {
  planning: "La planification",
  somebody: "Quelqu’un",
  deeds: {
    move: (deed) => `a mis ${load(deed.load)} dans ${tour(deed.tour)}, chargement n° ${deed.place}`,
    remove: (deed) => `a retiré ${load(deed.load)} de sa tournée`,
    lock: (deed) => `a verrouillé ${load(deed.load)}`,
    unlock: (deed) => `a déverrouillé ${load(deed.load)}`,
    lockTour: (deed) => `a verrouillé la tournée ${tour(deed.tour)}`,
    unlockTour: (deed) => `a déverrouillé la tournée ${tour(deed.tour)}`,
    set: () => "a fait chercher de nouvelles tournées",
    discard: () => "a abandonné le brouillon",
    published: () => "a publié le brouillon",
    planned: () => "a publié un nouveau plan pour cette semaine",
    changed: () => "a modifié le brouillon",
  },
  undone: (what) => `a annulé : ${what}`,
  redone: (what) => `a rétabli : ${what}`,
  changes: {
    left: (change) => `${change.load} : reste sur place, avant ${change.from}.`,
    added: (change) => `${change.load} : nouveau dans ${change.to}.`,
    moved: (change) => `${change.load} : maintenant ${change.to}, avant ${change.from}.`,
    newTour: (change) => `${change.to} : nouvelle tournée, départ à ${change.departs}.`,
    retimed: (change) => `${change.to} : autre ordre ou autres horaires, départ à ${change.departs}.`,
    droppedTour: (change) => `${change.to} : ne roule plus.`,
  },
  news: {
    starting: () => "Démarrage.",
    writing: () => "Le plan est vérifié et écrit.",
    searching: ({ round, rounds }) => `Recherche de meilleures tournées, passe ${round} sur ${rounds}`,
    found: () => "Les nouvelles tournées sont dans le brouillon.",
    nothingBetter: () => "Rien n’a été trouvé qui vaille le changement. Le brouillon reste comme il est.",
    locksBroken: () =>
      "Tous les verrous ne peuvent pas tenir : un chargement ou une tournée verrouillés enfreignent une règle. Corrigez cela d’abord, ou déverrouillez.",
    stopped: ({ by }) => `${by} a arrêté la recherche ; le brouillon est inchangé.`,
    published({ untold }) {
      if (untold === 0) return "Publié ; les chauffeurs ont reçu un message.";
      const mails =
        untold < 0
          ? "Tous les messages ne sont pas partis"
          : untold === 1
            ? "Un message n’est pas parti"
            : `${untold} messages ne sont pas partis`;
      return `Publié. ${mails} : merci de prévenir vous-même les chauffeurs.`;
    },
    searchOvertaken: () =>
      "Le brouillon a été modifié pendant la recherche ; son résultat n’a pas été repris. Relancez la recherche si besoin.",
    publishingOvertaken: () =>
      "Le brouillon ou le plan de la semaine ont été modifiés entre-temps ; rien n’a été publié. Regardez-les et publiez de nouveau.",
    searchFailed: () =>
      "La recherche a échoué ; le brouillon est inchangé. Réessayez, sinon prévenez l’administration.",
    publishingFailed: () =>
      "La publication a échoué, le plan précédent reste valable. Réessayez ; si l’erreur demeure, prévenez l’administration ou planifiez la semaine de nouveau.",
    tooLong: () => "Cela a duré trop longtemps. Veuillez réessayer.",
  },
  hindrances: {
    noPlan: () =>
      "Il n’y a pas de plan publié pour cette semaine en ce moment. Si elle est replanifiée, attendez la fin.",
    nothingToUndo: () => "Il n’y a rien à annuler.",
    nothingToRedo: () => "Il n’y a rien à rétablir.",
    nothingToPublish: () => "Le brouillon est le plan publié ; il n’y a rien à publier.",
    loadLocked: () => "Ce chargement est verrouillé. Déverrouillez-le d’abord, puis déplacez-le.",
    onNoTour: () => "Ce chargement n’est dans aucune tournée.",
    publishing: ({ by }) => `${by} publie ce brouillon en ce moment. Il pourra être modifié ensuite.`,
    searching: ({ by }) =>
      `Une recherche est déjà en cours, pour un état antérieur (${by}). Arrêtez-la d’abord, puis relancez.`,
    unknownLoad: (one) => `Il n’y a pas de chargement « ${one.load} » cette semaine.`,
    unknownTour: (one) => `Il n’y a pas de véhicule « ${one.tour.vehicleId} » le ${one.tour.date} cette semaine.`,
    tourLocked: (one) =>
      `La tournée ${tour(one.tour)} est verrouillée. Rien n’${one.way === "from" ? "en part" : "y entre"} tant qu’elle l’est.`,
    noPlace: ({ others, position }) =>
      `La tournée a ${others} autres chargements ; il n’y a pas de place derrière ${position} d’entre eux.`,
  },
};
