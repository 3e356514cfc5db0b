import type { BillingWords } from "./shape.ts";

export const FR: BillingWords = {
  title: "Données de facturation",
  lead: "Sous ces noms, adresses et comptes, les communes se facturent leurs prestations, et c’est ainsi que les montants sont comptabilisés.",
  synthetic: "Données d’exemple",
  list: {
    head: "Communes",
    municipality: "commune",
    invoices: "factures",
    accounts: "comptes",
    complete: "complet",
    none: "aucune donnée",
    missing: "il manque :",
    missingParts: { iban: "IBAN", contact: "contact", leitwegId: "Leitweg-ID" },
    profile: { own: "propres", shared: "communs à toutes", example: "comptes d’exemple" },
  },
  terms: {
    head: "Pour toutes",
    lead: "S’applique à chaque facture de cette région.",
    days: { label: "Délai de paiement en jours", fault: "Indiquez un nombre entier de 1 à 90." },
    synthetic: {
      label: "Mention de données d’exemple",
      help: "Figure sur chaque facture. Videz ce champ quand toutes les données sont réelles.",
      fault: "300 caractères au plus.",
    },
    save: "Enregistrer",
  },
  party: {
    head: (name) => `Données de facturation : ${name}`,
    lead: "Chaque commune a besoin d’une adresse et d’une adresse électronique. Qui facture a besoin d’un IBAN et d’un contact ; qui reçoit des factures, d’un Leitweg-ID.",
    groups: { address: "Adresse", payment: "Paiement et envoi", tax: "TVA", contact: "Contact" },
    fields: {
      name: {
        label: "Nom sur les factures",
        help: "Par exemple Stadt Saarlouis.",
        fault: "Le nom manque ou est trop long. Indiquez 1 à 120 caractères.",
      },
      street: { label: "Rue et numéro", fault: "La rue manque ou est trop longue. Indiquez 1 à 120 caractères." },
      postalCode: { label: "Code postal", fault: "Le code postal a cinq chiffres." },
      city: { label: "Localité", fault: "La localité manque ou est trop longue. Indiquez 1 à 120 caractères." },
      email: {
        label: "E-mail pour les factures",
        fault: "Ce n’est pas une adresse e-mail. Écrivez-la comme facture@commune.example.",
      },
      iban: {
        label: "IBAN",
        help: "Les espaces sont permis.",
        fault: "L’IBAN est faux : la longueur ou la clé ne convient pas. Comparez-le avec un relevé de compte.",
      },
      leitwegId: {
        label: "Leitweg-ID",
        help: "Chiffres, trait d’union, identifiant, trait d’union, deux chiffres de contrôle.",
        fault:
          "Le Leitweg-ID est faux : la forme ou la clé ne convient pas. Renseignez-vous au service de facturation.",
      },
      vatId: {
        label: "Numéro de TVA",
        help: "Ou le numéro fiscal ; nécessaire seulement si les prestations sont imposables.",
        fault: "Un numéro de TVA a les lettres DE et neuf chiffres.",
      },
      taxNumber: { label: "Numéro fiscal", fault: "Le numéro fiscal est trop long. Indiquez 120 caractères au plus." },
      contactName: {
        label: "Nom ou service",
        help: "Par exemple le service financier. Nom, téléphone et e-mail vont ensemble : les trois ou aucun.",
        fault: "Le nom ou le service manque. Indiquez-le ou videz les trois champs.",
      },
      contactPhone: {
        label: "Téléphone",
        fault: "Le numéro de téléphone manque ou a moins de trois chiffres. Indiquez-le ou videz les trois champs.",
      },
      contactEmail: {
        label: "E-mail",
        fault: "Ce n’est pas une adresse e-mail. Indiquez-en une ou videz les trois champs.",
      },
    },
    save: "Enregistrer",
  },
  profile: {
    head: (format) => `Comptes pour ${format}`,
    all: "toutes les communes",
    lead: "Le résultat d’un décompte est comptabilisé sur ces comptes. Sans comptes propres, ceux de toutes les communes s’appliquent ; à défaut, des comptes d’exemple.",
    formats: { datev: "DATEV", csv: "CSV" },
    groups: { batch: "Lot d’écritures", lines: "Charges par poste de coûts", others: "Autres comptes" },
    fields: {
      consultantNumber: { label: "Numéro de conseiller", fault: "Le numéro de conseiller va de 1001 à 9999999." },
      clientNumber: { label: "Numéro de mandant", fault: "Le numéro de mandant va de 1 à 99999." },
      fiscalYearStart: {
        label: "Début de l’exercice",
        help: "Mois et jour, comme 01-01.",
        fault: "Indiquez le mois et le jour, comme 01-01.",
      },
      accountLength: { label: "Longueur des comptes", fault: "Les comptes ont 4 à 8 chiffres." },
      costCentre: {
        label: "Centre de coûts",
        help: "{ags} représente la clé de la commune.",
        fault: "Un centre de coûts a 36 caractères au plus.",
      },
    },
    others: {
      estimation: "Compte d’estimation",
      contribution: "Apports (produit)",
      provided: "Véhicules, broyeurs, installations propres (produit)",
      correction: "Corrections",
      clearing: "Compensation (contrepartie)",
    },
    accountFault: "Un compte a 1 à 9 chiffres.",
    tooLong: "Le compte a plus de chiffres que la longueur des comptes.",
    save: "Enregistrer",
    remove: "Supprimer les comptes propres",
    removeLead: "Les comptes de toutes les communes s’appliquent alors de nouveau, ou les comptes d’exemple.",
  },
  invoices: {
    head: "Factures entre communes",
    none: "Aucune commune n’a transporté, broyé ou accepté de la matière pour une autre ; il n’y a rien à facturer.",
    lead: "Qui a travaillé pour d’autres avec ses propres véhicules, broyeurs ou installations est payé par elles de leur part, sous forme de XRechnung.",
    issueLead:
      "Chaque facture reçoit le numéro suivant de son émetteur et ne change plus jamais ensuite. Après une correction suit une facture rectifiée.",
    issue: (count) => (count === 1 ? "Émettre 1 facture" : `Émettre ${count} factures`),
    done: "Les factures sont émises.",
    missing: (count) =>
      `${count === 0 ? "Rien n’est émis" : count === 1 ? "1 facture est émise, d’autres ne le sont pas" : `${count} factures sont émises, d’autres ne le sont pas`} : il manque dans les données de facturation`,
    open: "pas encore émise",
    kinds: { first: "facture", corrected: "facture rectifiée" },
    columns: { number: "numéro", kind: "nature", from: "de", to: "à", net: "net" },
  },
  summary: "Pas encore enregistré. À corriger :",
  conflict:
    "Quelqu’un d’autre a modifié ces données entre-temps. Votre saisie est encore ici ; l’enregistrer maintenant remplace celle des autres :",
  back: "Vers toutes les données de facturation",
  done: { saved: "Les données sont enregistrées.", removed: "Les comptes propres sont supprimés." },
};
