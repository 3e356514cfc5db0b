import { html } from "hono/html";
import { elided, spaced } from "../../../domain/language/french.ts";
import { FR as TERMS } from "../../../functions/usecases/agreements/terms/fr.ts";
import type { ApprovalWords } from "./shape.ts";

const GAP = "\u00A0";

/** Sentences made of markup keep their own non-breaking spaces; those of text get them from `spaced`. */
export const FR: ApprovalWords = spaced<ApprovalWords>({
  version: (number) => `version ${number}`,
  toDecision: "Aller à la décision",
  toStanding: "Voir où en est le vote",
  footer:
    "Ouvrir cette page ne décide rien et n’est pas enregistré. Chaque décision est inscrite dans un journal que tout le monde peut vérifier.",
  head: {
    saves: (member, amount) => `Ensemble, ${member} économise ${amount}.`,
    notMore: (member) => `Ensemble, ${member} ne paie pas plus que seule.`,
    proposal: (member, period) => `${member} : proposition, ${period}`,
    asked: (person, office, deputyFor) =>
      html`Décision demandée à${GAP}: ${person},
      ${office}${deputyFor === undefined ? "" : html`, en suppléance (titulaire${GAP}: ${deputyFor})`}.`,
  },
  figures: {
    share: "Notre quote-part",
    shareNote: "ensemble, avec les autres communes",
    alone: "Seuls, nous paierions",
    aloneNote: "même calcul, même soin",
    saves: "Nous économisons",
    more: "Nous payons en plus",
    note: (percent) => `${percent} du coût en solo`,
  },
  fair: {
    head: "Pourquoi c’est équitable",
    total: (joint, alone) =>
      `Toutes ensemble, les communes paient ${joint} au lieu de ${alone} ; la somme des quotes-parts donne exactement ce montant.`,
    nobodyWorse: "Aucune commune ne paie plus que ce qu’elle paierait seule.",
    worse: (names) => `Selon cette proposition, paierait plus que seule : ${names}.`,
    key: (name) => html`Clé de répartition${GAP}: ${name}.`,
  },
  picture: {
    title: "Quote-part de chaque commune, rapportée à son coût en solo",
    row: (name, share, alone) => `${name} : ${share} au lieu de ${alone}. `,
    joint: "ensemble",
    alone: "en solo = 100 %",
    own: (name) => `${name} (nous)`,
    same: "comme en solo",
    saves: (percent) => `économise ${percent}`,
    more: (percent) => `paie ${percent} de plus`,
  },
  table: {
    summary: "Tous les chiffres en tableau",
    label: "Chiffres de toutes les communes",
    municipality: "Commune",
    mass: "Quantité",
    alone: "En solo",
    share: "Quote-part",
    saves: "Économie",
    total: "total",
  },
  no: {
    head: "Que se passe-t-il si nous disons non ?",
    alone: (member, cost, more) =>
      `Dans ce cas, ${member} assure elle-même le traitement ; selon ce calcul, cela coûte ${cost}${more === undefined ? "" : `, soit ${more} de plus`}.`,
    recomputed: "Pour les autres communes, la répartition est recalculée.",
    others: (member, count, cost) =>
      `La semaine commune des autres a lieu quand même : la répartition sans ${member} est déjà calculée. ${count === 1 ? "L’autre commune paie" : `Les ${count} autres communes paient`} alors ${cost} en tout.`,
    silence: (deadline) =>
      `Le silence ne vaut pas accord : sans décision avant le ${deadline}, il se passe la même chose qu’en cas de refus.`,
  },
  check: {
    head: "Vérifier soi-même",
    text: (week) =>
      `La proposition repose sur le plan publié pour la ${week}, recalculé par un second programme. Son empreinte change dès qu’un seul chiffre est différent :`,
    file: "Proposition en fichier (JSON)",
    agreement: "Convention en PDF (en allemand)",
    council: "Projet de délibération en PDF (en allemand)",
  },
  terms: {
    period: "Période",
    deadline: "Délai",
    limit: "Plafond",
    limitText: (amount, member) => `Quoi qu’il arrive, ${member} ne paiera pas plus de ${amount}.`,
  },
  decision: "Votre décision",
  early: {
    head: "Rien n’est encore à décider",
    text: (until) =>
      `L’administration et le service des finances peuvent donner leur avis jusqu’au ${until}. Ensuite, un courriel apportera le lien pour décider.`,
    over: {
      head: "Rien ne se décide par ce lien",
      text: (until) =>
        `L’administration et le service des finances pouvaient donner leur avis jusqu’au ${until}. Qui décide reçoit un courriel à part avec le lien pour cela.`,
    },
    choice: "Donner un avis …",
    note: "À l’étape suivante, vous direz qui vous êtes. Rien ne se décide ici.",
    sent: "Votre avis est envoyé.",
  },
  closed: {
    head: "Il n’y a plus rien à décider ici",
    state: (state) => `La proposition est ${state}.`,
    rejected: (names) => `Refus : ${names}.`,
    lapsed: (names) => `Sans décision : ${names}.`,
    next: (version) => `Il existe une nouvelle version (${version}) ; son lien est arrivé par un courriel à part.`,
  },
  expired: {
    head: "Le délai est écoulé",
    text: (deadline, member) =>
      `Il était possible de décider jusqu’au ${deadline}. Le silence ne vaut pas accord : la proposition ne s’applique pas à ${member}. Si c’est un oubli, appelez la coordination ; elle peut faire une nouvelle proposition.`,
  },
  superseded: {
    head: "Cette version n’est plus valable.",
    lead: (version) =>
      `La version ${version} l’a remplacée. Ce lien ne permet plus de décider ; le nouveau est arrivé par un courriel à part.`,
    changes: (member) => `Ce qui change pour ${member}`,
    until: (deadline) => `La nouvelle version est à décider avant le ${deadline}.`,
    left: (member, cost) => `${member} ne fait plus partie de la nouvelle version et paie seule ${cost}.`,
  },
  unknown: {
    title: "Lien inconnu",
    head: "Ce lien n’existe pas.",
    text: "Il en manque peut-être la fin : certaines messageries coupent les liens trop longs.",
    help: "Rouvrez-le depuis le courriel ou copiez-le en entier. Si cela ne suffit pas, appelez la coordination de votre groupement ; elle peut renvoyer le courriel.",
  },
  form: {
    amount: "Notre quote-part en euros",
    amountHelp: (member) =>
      `Recopiez de cette page la quote-part ${elided("de", member)}, avec les centimes, par exemple 1 234,56. Ainsi, il est sûr que quelqu’un a lu ce chiffre.`,
    choices: { approve: "Approuver …", reject: "Refuser …", ask: "Poser d’abord une question …" },
    nothingYet: "Rien n’est encore décidé ; à l’étape suivante, vous vous identifiez.",
  },
  confirm: {
    submit: {
      approve: "Approuver définitivement",
      reject: "Refuser définitivement",
      ask: "Envoyer la question",
    },
    back: "Retour",
    approves: (member, share, version) =>
      html`Pour ${member}, vous approuvez une quote-part de ${share} (version ${version}).`,
    rejects: (member, share, version) =>
      html`Pour ${member}, vous refusez la quote-part de ${share} (version ${version}).`,
    reason: "Pourquoi refusez-vous ?",
    reasonHelp: "La coordination et les autres membres liront votre motif. Une ou deux phrases suffisent.",
    question: "Votre question",
    questionHelp: "2 000 caractères au plus.",
    askNote: (member) => `La question part à la coordination. Le délai continue de courir pour ${member}.`,
    signedIn: (name) => html`Connecté en tant que ${name}.`,
    wrongAccount: (name) =>
      `Compte connecté : ${name}. La décision est demandée à quelqu’un d’autre ; connectez-vous avec votre propre compte.`,
    signInNeeded: "Pour cela, il faut se connecter.",
    orSignIn: "Ou sans code :",
    signIn: "Se connecter avec son propre compte",
    amountAgain: "Vous saisirez ensuite le montant encore une fois.",
    code: "Code à usage unique",
    codeHelp: (to) => `Six chiffres, envoyés à l’instant à ${to}. Il est valable dix minutes et une seule fois.`,
    codeAgain: "Renvoyer le code",
    codesWait: (until) =>
      `Trop de codes ont été envoyés. Le prochain pourra partir à partir du ${until} ; depuis un autre réseau, par exemple avec le téléphone sans WLAN, le plus souvent tout de suite.`,
    codeUndeliverable: "Le code n’a pas pu être remis. Merci de vous connecter.",
  },
  questionSent: "Votre question est envoyée.",
  throttled: {
    title: "Merci de patienter un instant.",
    text: (until) =>
      `Trop de montants faux ont été saisis dans ce navigateur. Il pourra réessayer à partir du ${until} ; rien n’est décidé. Dans un autre navigateur, on peut continuer tout de suite.`,
  },
  refused: {
    elsewhere: {
      title: "Cela ne venait pas de cette page.",
      text: "Une autre page a voulu envoyer quelque chose ici. Rien n’est décidé.",
    },
    stale: {
      title: "La page est restée ouverte trop longtemps.",
      text: "Rouvrez-la et réessayez. Le navigateur doit pour cela accepter les cookies de cette page. Rien n’est décidé.",
    },
    form: {
      title: "Ce n’était pas un formulaire de cette page.",
      text: "Merci de rouvrir la page. Rien n’est décidé.",
    },
  },
  back: "Retour à la proposition",
  voices: {
    questions: "Questions et réponses",
    unanswered: "Pas encore de réponse.",
    dispatcher: (moment) => `Coordination, ${moment} :`,
    others: (decided, all) => `Les autres voix (${decided} sur ${all} exprimée${decided < 2 ? "" : "s"})`,
    who: (name, role) => `${name}, ${TERMS.roles[role]}`,
    decisions: { approved: "pour", rejected: "contre" },
    open: "en attente",
  },
  verdict: { approved: "Approuvé", rejected: "Refusé" },
  receipt: {
    mine: "Votre reçu",
    decided: "Déjà décidé",
    once: "On ne décide qu’une fois. La décision valable est celle-ci :",
    for: "Pour",
    share: "Quote-part",
    recordedOn: "Enregistré le",
    reason: "Motif",
    number: "Numéro du reçu",
    deputy: "en suppléance",
    qr: "Code QR vers la page publique de vérification de ce reçu",
    qrHelp: "Le code mène à la page publique de vérification, qui confirme que ce reçu est authentique.",
    pdf: "Reçu en PDF",
    file: "Reçu en fichier (JSON)",
    page: "Page de vérification",
  },
  certificate: {
    title: (receiptId) => `Reçu ${receiptId}`,
    eyebrow: "page publique de vérification",
    genuine: {
      title: "Ce reçu est authentique.",
      text: "La décision figure dans le journal du groupement et son inscription est inchangée.",
    },
    altered: {
      title: "Ce reçu ne correspond pas au journal.",
      text: "L’inscription au journal a été modifiée après la décision. Merci de contacter le groupement.",
    },
    rows: {
      municipality: "Commune",
      recordedOn: "Enregistré le",
      agreement: "Convention",
      state: "État actuel",
      number: "Numéro du reçu",
      proposalHash: "Empreinte de la proposition",
      entry: "Inscription au journal",
    },
    state: (state) => `Elle est ${state}.`,
    entry: (seq) => `n° ${seq}`,
    selfHead: "Vérifier soi-même",
    self: "Comparez le numéro du reçu et l’empreinte avec le papier. Avec le fichier du reçu, la vérification se fait aussi sans cette page et hors ligne :",
    keys: (link) => html`Les clés se trouvent sous ${link}. Ni montants ni noms de personnes ne figurent ici.`,
    unknown: {
      title: "Reçu inconnu",
      head: "Ce numéro de reçu n’existe pas.",
      text: "Comparez-le signe par signe avec le reçu ou scannez de nouveau le code QR.",
    },
  },
});
