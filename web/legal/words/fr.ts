import type { LegalWords } from "./shape.ts";

export const FR: LegalWords = {
  trail: "Mentions",
  toFill: "à compléter par l’exploitant",
  template: "Cette page est un modèle : l’exploitant doit encore compléter ce qui est marqué.",
  fields: {
    name: "Exploitant",
    street: "Rue",
    city: "Lieu",
    representative: "Représenté par",
    email: "E-mail",
    phone: "Téléphone",
    vatId: "Numéro de TVA",
    supervisor: "Autorité de tutelle",
    editor: "Responsable du contenu (§ 18 al. 2 MStV)",
    hosting: "Exploitation des serveurs",
    dataProtectionOfficer: "Délégué à la protection des données",
    dataProtectionEmail: "E-mail pour la protection des données",
    dataProtectionAuthority: "Autorité de protection des données",
    accessibilityEmail: "Signaler un obstacle",
    accessibilityBody: "Organe de recours",
    accessibilityBodyUrl: "Adresse de l’organe de recours",
    accessibilityCheckedOn: "Dernière vérification",
  },
  imprint: {
    title: "Mentions légales",
    provider: "Éditeur",
    responsible: "Responsable",
    sources: {
      head: "Sources",
      paragraphs: [
        "L’origine des données et des limites communales figure sous chaque carte et avec les données ouvertes.",
      ],
    },
  },
  privacy: {
    title: "Protection des données",
    lead: "Ces pages ne chargent rien d’autres fournisseurs et ne comptent personne. N’est conservé que ce qu’il faut pour planifier et approuver.",
    responsible: "Responsable",
    sections: [
      {
        head: "À la lecture des pages",
        paragraphs: [
          "Les pages publiques ne posent aucun cookie. Qui choisit une langue reçoit le cookie « lang » pour un an ; qui se connecte, des cookies de session ; qui ouvre un formulaire, un cookie qui protège des formulaires falsifiés. Tous sont nécessaires au fonctionnement ; il n’y en a pas d’autre. Un signalement sans réseau reste sur l’appareil jusqu’à son envoi.",
          "Le journal des requêtes ne contient ni adresse IP, ni nom, ni adresse, ni mot de passe, ni lien d’approbation.",
          "Si l’exploitant a réglé un service de cartes, le navigateur en charge les images ; le service est alors nommé sous la carte et apprend l’adresse IP. Sans ce réglage, la carte est dessinée d’ici seulement.",
        ],
      },
      {
        head: "Qui signale, planifie ou approuve",
        paragraphs: [
          "Sont conservés : les signalements avec l’heure et le service, les contacts des membres (nom, fonction, e-mail, langue), les approbations avec fonction, réponse et heure, les connexions et les mails envoyés.",
          "Le journal d’audit ne nomme les personnes que par identifiant ou rôle. Ses empreintes restent plus longtemps que tout le reste, car elles prouvent que rien n’a été modifié après coup ; elles ne contiennent aucune donnée personnelle.",
          "Les conducteurs ne sont ni comparés ni évalués ; les plans nomment des véhicules, pas des personnes.",
        ],
      },
      {
        head: "Base juridique et destinataires",
        paragraphs: [
          "La base est l’exécution de la mission publique d’élimination (art. 6, par. 1, point e du RGPD avec le droit du Land). Les données vont aux membres de la coopération et à l’exploitation des serveurs, à personne d’autre.",
        ],
      },
    ],
    retention: {
      head: "Durée de conservation",
      caption: "Conservation",
      what: "Quoi",
      term: "Durée",
      rows: {
        records: "Données de base, signalements, semaines, plans",
        photos: "Photos de signalements",
        ticketPhotos: "Photos de bons de pesée",
        recovery: "État restaurable de la base de données",
        links: "Liens d’approbation, clés contre le double envoi",
        superseded: "Versions remplacées des plans et données de base",
        auditHeads: "Empreintes du journal d’audit",
        sessions: "Connexion",
        logs: "Journaux d’exploitation",
        workflows: "Déroulements de la planification",
        failedEvents: "Événements non traités",
        mails: "Mails dans la boîte de cette machine",
      },
      untilDeleted: "jusqu’à suppression par l’exploitant",
      ownMoment: "jusqu’à leur propre échéance",
      hours: (count) => `${count} heures`,
      days: (count) => (count === 1 ? "1 jour" : `${count} jours`),
      years: (count) => `${count} ans`,
      megabytes: (count) => `les derniers ${count} Mo`,
    },
    rights: {
      head: "Vos droits",
      paragraphs: [
        "Vous avez droit à l’accès, à la rectification, à l’effacement, à la limitation et à l’opposition (art. 15 à 21 du RGPD) et pouvez saisir l’autorité de contrôle.",
      ],
    },
  },
  accessibility: {
    title: "Déclaration d’accessibilité",
    lead: "Cette déclaration vaut pour toutes les pages de cette application. La référence est WCAG 2.2, niveau AA, ainsi que l’ordonnance allemande BITV 2.0 et le droit du Land.",
    state: {
      head: "État",
      paragraphs: [
        "À chaque modification, chaque page est vérifiée par un programme (axe) en trois langues, en clair et en sombre, sur écrans étroits et larges, sans erreur. Un tel programme ne trouve pas tout ; il ne remplace pas une vérification humaine.",
        "Chaque carte a une liste de même contenu, chaque diagramme un tableau ; tout s’utilise au clavier, et la lecture se passe de JavaScript.",
      ],
    },
    limits: {
      head: "Ce qui n’est pas encore accessible",
      items: [
        "Il n’y a pas de version facile à lire ni en langue des signes.",
        "Les textes issus des données (noms, sources, remarques) sont toujours en allemand, et balisés comme tels.",
        "Les images d’un service de cartes réglé n’ont pas de texte ; la liste de la carte l’a.",
      ],
    },
    made: "Base de la déclaration : auto-évaluation avec un programme de vérification.",
    feedback: {
      head: "Signaler un obstacle",
      paragraphs: ["Écrivez-nous ce qui ne marche pas et avec quoi vous travaillez. Nous répondons en un mois."],
    },
    enforcement: {
      head: "Recours",
      paragraphs: ["Faute de réponse satisfaisante, vous pouvez vous adresser à l’organe de recours."],
    },
  },
};
