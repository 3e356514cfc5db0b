import type { AgreementWords } from "./shape.ts";

export const FR: AgreementWords = {
  greeting: (name) => `Bonjour ${name},`,
  fromTo: (first, last) => `${first} à ${last}`,
  moment: (date, clock) => `${date} à ${clock}`,
  figures: { share: "Notre part", alone: "Seuls, nous paierions", saving: "Nous économisons" },
  roles: { mayor: "maire", finance: "service des finances", admin: "Administration" },
  deadline: (moment) => `Merci de décider avant le ${moment}.`,
  deputy: (name) =>
    `Vous êtes sollicité(e) en remplacement de ${name}. Une seule décision suffit ; la première compte.`,
  open: "Voir la proposition",
  levels: {
    L0: "Aucun accord n'est nécessaire ; ceci est une information.",
    L1: "L'accord du maire suffit : la part reste sous le plafond convenu.",
    L2: "La part dépasse le plafond convenu. Le maire et le service des finances décident donc, chacun de leur côté.",
    L3: "Il s'agit d'un engagement conclu sur papier (§ 18 KGG Saarland). Ici, on décide seulement s'il est présenté au conseil.",
  },
  safety:
    "Le lien ouvre seulement une page ; l'ouvrir ne décide rien. Pour décider, vous y saisissez votre part en euros et vous vous identifiez. Nous ne demandons jamais de mot de passe par courriel.",
  silence: "Le silence ne vaut pas accord : sans votre décision, la proposition ne s'applique pas.",
  invitation: {
    subject: (period, share) => `Déchets verts ${period} : votre décision sur ${share}`,
    title: (period) => `Traitement en commun, ${period}`,
    lead: (region, period, member) =>
      `une proposition pour ${period} est prête dans le groupement ${region}. Elle demande l'accord de ${member}.`,
  },
  reminder: {
    left: (days) => (days <= 0 ? "aujourd'hui" : days === 1 ? "encore 1 jour ouvré" : `encore ${days} jours ouvrés`),
    subject: (left, period) => `Rappel (${left}) : votre décision pour ${period}`,
    title: (left) => `Votre décision manque encore (${left})`,
    lead: (region, period, member) =>
      `il manque encore la décision de ${member} sur la proposition du groupement ${region} pour ${period}.`,
    escalated: "La suppléance est maintenant sollicitée aussi. Une seule décision suffit ; la première compte.",
  },
  changed: {
    subject: (period, version) => `Proposition modifiée pour ${period} (version ${version})`,
    title: (version) => `La proposition a changé (version ${version})`,
    lead: (region, period, before) =>
      `dans le groupement ${region}, il y a une nouvelle version pour ${period}. La version ${before} n'est plus valable et son lien est éteint.`,
    head: "Ce qui change",
    share: (before, now) => `Votre part était de ${before} ; elle est maintenant de ${now}.`,
    alone: (before, now) => `Seuls, vous auriez payé ${before} ; c'est maintenant ${now}.`,
    jointCost: (before, now) => `Le coût commun était de ${before} ; il est maintenant de ${now}.`,
    deadline: (before, now) => `Le délai était le ${before} ; c'est maintenant le ${now}.`,
    period: "La période est une autre.",
    rule: "La clé de répartition est une autre.",
    left: (name) => `${name} n'en fait plus partie.`,
    joined: (name) => `${name} en fait désormais partie.`,
    nothing: "Vos chiffres sont les mêmes.",
  },
  receipt: {
    verdict: { approved: "accord", rejected: "refus" },
    subject: (verdict, period) => `Reçu : votre ${verdict} pour ${period}`,
    title: (verdict) => `Reçu de votre ${verdict}`,
    lead: (verdict, member, amount, moment) =>
      `votre ${verdict} pour ${member}, d'un montant de ${amount}, a été enregistré le ${moment}.`,
    reason: "Votre motif :",
    verify: "Vérifier le reçu",
    hash: (sha256) => `Empreinte de la proposition (SHA-256) : ${sha256}`,
    notYou: "Ce n'est pas vous qui avez décidé ? Appelez tout de suite la coordination de votre groupement.",
  },
  result: {
    subject: {
      approved: (period) => `Acceptée : traitement en commun, ${period}`,
      refused: (period) => `Non acceptée : proposition pour ${period}`,
      lapsed: (period) => `Délai écoulé : proposition pour ${period}`,
      inForce: (period) => `En vigueur : convention pour ${period}`,
    },
    lead: {
      approved: (region, period) =>
        `dans le groupement ${region}, toutes les communes ont accepté la proposition pour ${period}.`,
      refused: (region, period, names) =>
        `la proposition du groupement ${region} pour ${period} n'est pas acceptée. Refus : ${names}.`,
      lapsed: (region, period, names) =>
        `le délai de la proposition du groupement ${region} pour ${period} est écoulé. Sans décision : ${names}.`,
      inForce: (region, period) => `la convention du groupement ${region} pour ${period} est en vigueur.`,
    },
    next: {
      approved: "Les chiffres ci-dessus s'appliquent. Vous n'avez rien d'autre à faire.",
      refused: "La proposition ne s'applique à personne. La coordination vous contactera.",
      lapsed:
        "Le silence ne vaut pas accord ; la proposition ne s'applique à personne. La coordination vous contactera.",
      inForce: "Le décompte se fait sur les quantités pesées.",
    },
    fallback:
      "La semaine commune continue : la proposition pour les autres est déjà calculée et leur parvient comme nouvelle version.",
    tooFew:
      "Il reste donc moins de deux communes et plus rien à répartir : il n’y aura pas de convention pour cette période. Chaque commune traite elle-même ses déchets et paie ce qu’elle paierait seule.",
  },
  information: {
    subject: (period, until) => `Pour information : proposition pour ${period}, avis avant le ${until}`,
    title: "Pour l'administration et les finances",
    lead: (region, period, member) =>
      `une proposition pour ${period} est prête dans le groupement ${region}. Les chiffres ci-dessus sont ceux de ${member}. Personne n'est encore invité à décider.`,
    comment: (until) => `Vous pouvez donner votre avis jusqu'au ${until}.`,
    open: "Voir les chiffres",
    after: (deadline) => `Ensuite les maires sont sollicités ; la décision tombe au plus tard le ${deadline}.`,
  },
  notice: {
    subject: (period) => `Information : plan pour ${period} dans le cadre convenu`,
    lead: (region, period, member) =>
      `le plan du groupement ${region} pour ${period} reste dans le cadre convenu. ${member} n'a rien à décider.`,
  },
  code: {
    subject: (period) => `Votre code unique pour ${period}`,
    title: "Votre code unique",
    lead: (period) => `avec ce code, vous vous identifiez sur la page de la proposition pour ${period} :`,
    valid: (minutes) => `Il est valable ${minutes} minutes et une seule fois.`,
    notYou:
      "Vous n'avez pas demandé de code ? Ne le donnez à personne, même au téléphone, et prévenez la coordination.",
  },
  alert: { member: "Commune", role: "Fonction", deadline: "Délai" },
  undeliverable: {
    subject: (addressee, member) => `Non distribué : courriel à ${addressee} (${member})`,
    title: "Un courriel n'est pas arrivé",
    lead: (addressee, period) => `le courriel à ${addressee} sur la proposition pour ${period} n'est pas arrivé.`,
    cause: "Le serveur de messagerie dit :",
    todoHead: "Ce qu'il faut faire maintenant",
    call: "Téléphoner et prévenir ; le délai continue de courir.",
    correct: "Corriger l'adresse dans contacts.csv et relire la région.",
    deputy: (name) => `La suppléance (${name}) est déjà sollicitée.`,
    noDeputy: "Aucune suppléance n'est inscrite ; avec deputyOf dans contacts.csv, elle peut être sollicitée.",
  },
  notProposed: {
    subject: (period) => `Répartition non proposée : ${period}`,
    title: "La répartition n’a pas pu être proposée",
    lead: (region, period) =>
      `dans le groupement ${region}, le plan pour ${period} est publié et reste valable. Sa répartition n’a pu être soumise à personne.`,
    causeHead: "Pourquoi",
    missing: (role, member) => `${role} de ${member} : personne n’est inscrit dont l’accord est nécessaire.`,
    enter: "Inscrire les fonctions citées dans contacts.csv et relire la région.",
    correct: "Corriger la cause ; si elle reste obscure, prévenir l’administration.",
    propose: (call) => `Proposer ensuite la répartition : ${call}`,
  },
  comment: {
    subject: (member, period) => `Avis de ${member} sur la proposition pour ${period}`,
    title: "Un avis sur la proposition",
    lead: (from, role, member) => `avant le vote, ceci est arrivé par le lien de ${from} (${role}, ${member}) :`,
  },
  question: {
    subject: (member, period) => `Question de ${member} sur la proposition pour ${period}`,
    title: "Une question sur la proposition",
    lead: (from, role, member) => `par le lien de ${from} (${role}, ${member}), cette question est arrivée :`,
    unchecked:
      "L'identité de l'auteur est vérifiée, le contenu du texte ne l'est pas. Les liens du texte sont volontairement rendus inutilisables.",
  },
  guessing: {
    subject: (member) => `Beaucoup de montants faux pour ${member}`,
    title: "Quelqu'un devine le montant",
    lead: (tries, member, period) =>
      `par le lien pour ${member} sur la proposition pour ${period}, un montant faux a été saisi ${tries} fois.`,
    meaning:
      "Rien n'est décidé. Le navigateur en cause doit maintenant attendre ; de tout autre, on peut encore décider. Souvent, c'est un filtre de messagerie qui essaie les formulaires. Demandez si le lien a été transmis.",
  },
  codes: {
    subject: (member) => `Nombreux codes à usage unique demandés pour ${member}`,
    title: "Quelqu'un demande de nombreux codes",
    lead: (count, member, period) =>
      `par le lien de ${member} vers la proposition pour ${period}, ${count} codes à usage unique ont été demandés en une heure.`,
    meaning:
      "Rien n'est décidé. Aucun autre code ne part vers ce réseau avant la fin de l'heure ; depuis un autre réseau, on en reçoit encore un, et avec son propre compte, on peut décider tout de suite. C'est souvent un filtre de messagerie qui recopie le montant de la page. Merci de prévenir la personne concernée et de demander si le lien a été transmis.",
  },
};
