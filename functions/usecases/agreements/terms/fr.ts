import { elided, spaced } from "../../../../domain/language/french.ts";
import type { Terms } from "./shape.ts";

export const FR: Terms = spaced<Terms>({
  roles: { mayor: "maire", finance: "service des finances", admin: "administration" },
  office: (role, member) => `${FR.roles[role]} ${elided("de", member)}`,
  levels: {
    L0: { name: "Information", sentence: "Le plan reste dans le cadre convenu. Aucun accord n’est demandé." },
    L1: {
      name: "Accord du maire",
      sentence: "La quote-part ne dépasse pas le plafond convenu. L’accord du maire suffit.",
    },
    L2: {
      name: "Double accord",
      sentence:
        "La quote-part dépasse le plafond convenu. Le maire et le service des finances décident, chacun de leur côté.",
    },
    L3: {
      name: "Convention sur papier",
      sentence:
        "Le cadre, un membre ou la méthode est nouveau. Ici, on décide seulement si la proposition est soumise au conseil municipal ; la convention est conclue sur papier (§ 18 KGG Saarland).",
    },
  },
  states: {
    draft: "à l’état de projet",
    informed: "en phase d’information préalable",
    open: "ouverte au vote",
    approved: "acceptée",
    refused: "refusée",
    lapsed: "close sans résultat à l’expiration du délai",
    superseded: "remplacée par une nouvelle version",
    withdrawn: "retirée",
    inForce: "en vigueur",
    settled: "décomptée",
  },
  rules: {
    tonnes: {
      name: "au tonnage",
      sentence: "Chaque commune supporte la part des coûts qui correspond à sa part des tonnes.",
    },
    inhabitants: {
      name: "au nombre d’habitants",
      sentence: "Chaque commune supporte la part des coûts qui correspond à sa part des habitants.",
    },
    twoPart: {
      name: "clé à deux termes",
      sentence:
        "Une partie fixe des coûts est répartie selon la surface de stockage mise à disposition, le reste au tonnage.",
    },
    equal: { name: "à parts égales", sentence: "Toutes les communes paient le même montant." },
    standAlone: {
      name: "au prorata des coûts en solo",
      sentence:
        "Chaque commune paie la même fraction de ce qu’elle paierait seule et économise donc le même pourcentage.",
    },
    scrb: {
      name: "coûts marginaux et avantages (SCRB)",
      sentence:
        "Chaque commune paie ses coûts marginaux ; le reste est réparti selon l’avantage maximal que la coopération lui apporte.",
    },
    egnsc: {
      name: "coûts marginaux et parts égales (EGNSC)",
      sentence: "Chaque commune paie ses coûts marginaux ; le reste est supporté à parts égales.",
    },
    tau: {
      name: "valeur τ",
      sentence:
        "Chaque commune paie entre ses coûts marginaux et le maximum qu’un groupe peut lui demander, toutes dans la même proportion.",
    },
    shapley: {
      name: "clé de Shapley",
      sentence:
        "Chaque commune supporte les coûts qu’elle cause en moyenne, quel que soit l’ordre d’arrivée des communes.",
    },
    nucleolus: {
      name: "nucléole",
      sentence:
        "Le groupe qui a le moins d’avantage est placé aussi bien que possible, puis le suivant, et aucune commune ne paie plus que seule.",
    },
    perCapitaNucleolus: {
      name: "nucléole par membre",
      sentence: "Comme le nucléole, mais l’avantage d’un groupe est divisé par le nombre de ses membres.",
    },
    equalProfit: {
      name: "stable, économies les plus proches (EPM)",
      sentence: "Parmi les répartitions stables, celle où les économies en pourcentage diffèrent le moins.",
    },
    nearestStable: {
      name: "répartition stable la plus proche",
      sentence: "La répartition stable qui s’écarte le moins possible, en argent, de la clé convenue.",
    },
  },
  problems: {
    amountUnreadable: () => "Merci de saisir le montant en euros, par exemple 1 234,56 ou 1234,56.",
    amountWrong: () =>
      "Ce n’est pas la quote-part de votre commune dans cette proposition. Merci de saisir le montant avec les centimes.",
    reasonMissing: () => "Merci de motiver le refus en une ou deux phrases.",
    questionMissing: () => "Merci de saisir une question.",
    textTooLong: (length) => `2 000 caractères au plus ; il y en a ${length}.`,
    codeWrong: () => "Le code est faux, n’est plus valable ou a été demandé dans un autre navigateur.",
    codeUsedUp: () => "Ce code a été mal saisi trop souvent. Merci d’en demander un nouveau.",
    codeUsed: () => "Ce code a déjà servi.",
    identityMissing: () => "Merci de vous identifier : le lien seul ne suffit pas.",
    otherAccount: () => "Ce compte n’est pas habilité à décider ici. Merci de vous connecter avec votre propre compte.",
    otherProposal: () => "La confirmation concerne une autre proposition.",
    codeNotEnough: () => "Ici, un code ne suffit pas. Merci de vous connecter.",
  },
});
