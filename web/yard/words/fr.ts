import { spaced } from "../../../domain/language/french.ts";
import type { YardWords } from "./shape.ts";

const KINDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  heap: ["aire de stockage", "aires de stockage"],
  rollOff: ["benne amovible", "bennes amovibles"],
  skip: ["benne à chaînes", "bennes à chaînes"],
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const FR: YardWords = spaced<YardWords>({
  title: "Signaler le remplissage",
  fills: {
    "0": "vide",
    "1": "un quart",
    "2": "à moitié",
    "3": "trois quarts",
    "4": "plein",
    "5": "déborde",
    heap: "tas à côté",
  },
  fillQuestion: "Quel est le remplissage ?",
  contaminationQuestion: "Des indésirables dedans ?",
  contamination: { none: "aucun", some: "un peu", much: "beaucoup" },
  photo: {
    label: "Photo (facultative)",
    hint: "Sans personnes ni plaques d’immatriculation, s’il vous plaît. Elle est conservée sans lieu ni appareil, puis effacée après 30 jours.",
    shown: (moment) => `Photo du signalement du ${moment}`,
    attached: "avec photo",
    refused: "La photo n’a pas été acceptée : il faut un JPEG de 400 Ko au plus. Le signalement compte quand même.",
  },
  send: "Signaler",
  storage(kind, units, cubicMetres) {
    const [one, many] = KINDS[kind] ?? [kind, kind];
    return units === 1 ? `${capital(one)}, ${cubicMetres} m³` : `${units} ${many} de ${cubicMetres} m³`;
  },
  nextPickup: (day) => `Prochain enlèvement : ${day}`,
  noPickup: "Le plan publié ne prévoit pas encore d’enlèvement ici.",
  thanks: { head: "Merci, votre signalement est arrivé.", text: "Il compte pour le prochain plan." },
  history: "Ce que sont devenus les signalements",
  noHistory: "Rien n’a encore été signalé ici.",
  volume: (cubicMetres) => `${cubicMetres} m³`,
  heapBeside: "tas à côté",
  contaminationSeen: (kind) => (kind === "much" ? "beaucoup d’indésirables" : "un peu d’indésirables"),
  sources: {
    sticker: "signalé sur place",
    sensor: "par le capteur",
    person: (name) => `par ${name}`,
  },
  inPlan: (week) => `pris en compte dans le plan de la ${week}`,
  notYetInPlan: "attend le prochain plan",
  problems: {
    fill: "Merci d’indiquer le remplissage.",
    key: "Un signalement a déjà été envoyé avec ce formulaire. Merci de choisir et d’envoyer de nouveau.",
    late: "Le signalement a plus de sept jours et ne compte plus. Merci de regarder de nouveau.",
    busy: "De très nombreux signalements viennent d’arriver pour ce lieu. Merci de réessayer dans une heure.",
    elsewhere: "Cela ne venait pas de cette page. Rien n’a été signalé.",
    stale:
      "La page est restée ouverte trop longtemps. Merci d’envoyer de nouveau ; le navigateur doit accepter les cookies de cette page.",
    form: "Ce n’était pas un formulaire de cette page. Rien n’a été signalé.",
    refused: "Le signalement n’a pas été accepté.",
  },
  unknown: {
    head: "Cet autocollant n’existe pas.",
    text: "Il manque peut-être la fin de l’adresse. Merci de scanner de nouveau le code ou d’avertir le service technique.",
  },
  withdrawn: {
    head: "Cet autocollant n’est plus valable.",
    text: "Il a été remplacé. Merci de scanner le nouveau ou d’avertir le service technique.",
  },
  outbox: {
    offline: "Pas de réseau. Vous pouvez signaler quand même : l’envoi se fera dès que le réseau reviendra.",
    saved: "Enregistré.",
    waitingOne: "1 signalement attend le réseau.",
    waitingMany: "{n} signalements attendent le réseau.",
    sending: "Envoi en cours …",
    sentOne: "1 signalement est arrivé.",
    sentMany: "{n} signalements sont arrivés.",
    dropped: "Non accepté : {storage}. {cause}",
    signIn: "Merci de vous connecter pour que les signalements en attente soient envoyés.",
  },
  footer:
    "L’autocollant sur la benne sert de laissez-passer : qui est devant peut signaler. N’est conservé que ce qui figure ici.",
  list: {
    title: "Mes points de collecte",
    lead: "Toucher, regarder, signaler.",
    nothing: {
      head: "Aucun point de collecte n’est inscrit pour votre commune.",
      text: "L’administration de votre région tient la liste.",
    },
    notYours: {
      head: "Cette page est pour les services techniques, la coordination et l’administration.",
      text: "Avec ce compte, il n’y a rien à signaler ici.",
    },
    never: "jamais signalé",
    stickers: "Imprimer les autocollants",
    paper: "Imprimer les fiches",
    back: "Tous les points de collecte",
  },
  stickers: {
    title: "Autocollants",
    lead: "Un par benne, à hauteur des yeux, à l’abri du plein soleil. Qui le scanne arrive au formulaire sans se connecter.",
    print: "Imprimez depuis le menu du navigateur ; seuls les autocollants sortent sur papier.",
    scan: "Scanner, toucher, signaler",
    qr: "Code QR du formulaire",
    replace: "Remplacer",
    replaceHint: "Les anciens autocollants de cette benne ne seront plus valables.",
    replaced: (storage) =>
      `${storage} : l’ancien autocollant n’est plus valable. Merci d’imprimer et de poser le nouveau.`,
  },
  paper: {
    title: "Fiche de signalement",
    lead: "À cocher quand aucun téléphone n’est sous la main. À saisir ensuite ici ou à remettre à la coordination.",
    date: "Date, heure",
    name: "Nom",
    back: "Vers la liste",
  },
});
