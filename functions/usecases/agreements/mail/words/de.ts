import type { AgreementWords } from "./shape.ts";

export const DE: AgreementWords = {
  greeting: (name) => `Guten Tag ${name},`,
  fromTo: (first, last) => `${first} bis ${last}`,
  moment: (date, clock) => `${date}, ${clock} Uhr`,
  figures: { share: "Unser Anteil", alone: "Allein würden wir zahlen", saving: "Wir sparen" },
  roles: { mayor: "Bürgermeister/in", finance: "Kämmerei", admin: "Verwaltung" },
  deadline: (moment) => `Bitte entscheiden Sie bis ${moment}.`,
  deputy: (name) => `Sie werden in Vertretung von ${name} gefragt. Eine Entscheidung genügt; die erste zählt.`,
  open: "Vorschlag ansehen",
  levels: {
    L0: "Eine Zustimmung ist nicht nötig; dies ist eine Mitteilung.",
    L1: "Es genügt die Freigabe durch die Bürgermeisterin oder den Bürgermeister: Der Anteil liegt innerhalb der vereinbarten Wertgrenze.",
    L2: "Der Anteil liegt über der vereinbarten Wertgrenze. Deshalb entscheiden Bürgermeister/in und Kämmerei, jede Seite für sich.",
    L3: "Dies ist eine Verpflichtung, die auf Papier geschlossen wird (§ 18 KGG Saarland). Hier wird nur entschieden, ob sie dem Rat vorgelegt wird.",
  },
  safety:
    "Der Link öffnet nur eine Seite; mit dem Öffnen ist nichts entschieden. Zum Entscheiden geben Sie dort Ihren Anteil in Euro ein und weisen sich aus. Nach einem Kennwort fragen wir nie in einer Mail.",
  silence: "Schweigen ist keine Zustimmung: Ohne Ihre Entscheidung gilt der Vorschlag nicht.",
  invitation: {
    subject: (period, share) => `Grünabfall ${period}: Ihre Entscheidung über ${share}`,
    title: (period) => `Gemeinsame Entsorgung ${period}`,
    lead: (region, period, member) =>
      `im Verbund ${region} liegt ein Vorschlag für ${period} vor. Er braucht die Zustimmung von ${member}.`,
  },
  reminder: {
    left: (days) => (days <= 0 ? "heute" : days === 1 ? "noch 1 Arbeitstag" : `noch ${days} Arbeitstage`),
    subject: (left, period) => `Erinnerung (${left}): Ihre Entscheidung für ${period}`,
    title: (left) => `Ihre Entscheidung fehlt noch (${left})`,
    lead: (region, period, member) =>
      `zum Vorschlag im Verbund ${region} für ${period} fehlt noch die Entscheidung von ${member}.`,
    escalated: "Jetzt ist auch die Stellvertretung gefragt. Eine Entscheidung genügt; die erste zählt.",
  },
  changed: {
    subject: (period, version) => `Geänderter Vorschlag für ${period} (Fassung ${version})`,
    title: (version) => `Der Vorschlag hat sich geändert (Fassung ${version})`,
    lead: (region, period, before) =>
      `im Verbund ${region} gibt es für ${period} eine neue Fassung. Fassung ${before} gilt nicht mehr, und der Link zu ihr ist erloschen.`,
    head: "Was anders ist",
    share: (before, now) => `Ihr Anteil war ${before} und ist jetzt ${now}.`,
    alone: (before, now) => `Ihre Alleinkosten waren ${before} und sind jetzt ${now}.`,
    jointCost: (before, now) => `Die gemeinsamen Kosten waren ${before} und sind jetzt ${now}.`,
    deadline: (before, now) => `Die Frist war ${before} und ist jetzt ${now}.`,
    period: "Der Zeitraum ist ein anderer.",
    rule: "Der Verteilungsschlüssel ist ein anderer.",
    left: (name) => `${name} ist nicht mehr dabei.`,
    joined: (name) => `${name} ist neu dabei.`,
    nothing: "Ihre Zahlen sind dieselben.",
  },
  receipt: {
    verdict: { approved: "Zustimmung", rejected: "Ablehnung" },
    subject: (verdict, period) => `Beleg: Ihre ${verdict} für ${period}`,
    title: (verdict) => `Beleg über Ihre ${verdict}`,
    lead: (verdict, member, amount, moment) =>
      `Ihre ${verdict} für ${member} über ${amount} ist am ${moment} festgehalten worden.`,
    reason: "Ihre Begründung:",
    verify: "Beleg prüfen",
    hash: (sha256) => `Prüfsumme des Vorschlags (SHA-256): ${sha256}`,
    notYou: "Haben Sie nicht selbst entschieden? Dann rufen Sie bitte sofort die Disposition Ihres Verbunds an.",
  },
  result: {
    subject: {
      approved: (period) => `Angenommen: gemeinsame Entsorgung ${period}`,
      refused: (period) => `Nicht angenommen: Vorschlag für ${period}`,
      lapsed: (period) => `Frist abgelaufen: Vorschlag für ${period}`,
      inForce: (period) => `In Kraft: Vereinbarung für ${period}`,
    },
    lead: {
      approved: (region, period) => `im Verbund ${region} haben alle dem Vorschlag für ${period} zugestimmt.`,
      refused: (region, period, names) =>
        `der Vorschlag im Verbund ${region} für ${period} ist nicht angenommen. Abgelehnt hat: ${names}.`,
      lapsed: (region, period, names) =>
        `die Frist für den Vorschlag im Verbund ${region} für ${period} ist abgelaufen. Ohne Entscheidung blieb: ${names}.`,
      inForce: (region, period) => `die Vereinbarung im Verbund ${region} für ${period} ist in Kraft.`,
    },
    next: {
      approved: "Es gelten die Zahlen oben. Sie müssen nichts weiter tun.",
      refused: "Der Vorschlag gilt für niemanden. Die Disposition meldet sich.",
      lapsed: "Schweigen ist keine Zustimmung; der Vorschlag gilt für niemanden. Die Disposition meldet sich.",
      inForce: "Abgerechnet wird nach den gewogenen Mengen.",
    },
    fallback:
      "Die gemeinsame Woche geht weiter: Der Vorschlag für die übrigen ist schon gerechnet und kommt als neue Fassung zu ihnen.",
    tooFew:
      "Damit bleiben weniger als zwei Kommunen, und es gibt nichts mehr zu teilen: Für diesen Zeitraum kommt keine Vereinbarung zustande. Jede Kommune entsorgt selbst und zahlt, was sie allein zahlen würde.",
  },
  information: {
    subject: (period, until) => `Vorab zur Kenntnis: Vorschlag für ${period}, Stellungnahme bis ${until}`,
    title: "Vorab für Verwaltung und Kämmerei",
    lead: (region, period, member) =>
      `im Verbund ${region} liegt ein Vorschlag für ${period} vor. Oben stehen die Zahlen für ${member}. Noch ist niemand um eine Entscheidung gebeten.`,
    comment: (until) => `Stellung nehmen können Sie bis ${until}.`,
    open: "Zahlen ansehen",
    after: (deadline) =>
      `Danach werden die Bürgermeisterinnen und Bürgermeister gefragt; entschieden wird bis ${deadline}.`,
  },
  notice: {
    subject: (period) => `Mitteilung: Plan für ${period} im vereinbarten Rahmen`,
    lead: (region, period, member) =>
      `der Plan im Verbund ${region} für ${period} bleibt im vereinbarten Rahmen. ${member} muss nichts entscheiden.`,
  },
  code: {
    subject: (period) => `Ihr Einmalcode für ${period}`,
    title: "Ihr Einmalcode",
    lead: (period) => `mit diesem Code weisen Sie sich auf der Seite zum Vorschlag für ${period} aus:`,
    valid: (minutes) => `Er gilt ${minutes} Minuten und nur einmal.`,
    notYou:
      "Sie haben keinen Code angefordert? Dann geben Sie ihn niemandem, auch nicht am Telefon, und sagen Sie der Disposition Bescheid.",
  },
  alert: { member: "Kommune", role: "Amt", deadline: "Frist" },
  undeliverable: {
    subject: (addressee, member) => `Nicht zustellbar: Mail an ${addressee} (${member})`,
    title: "Eine Mail ist nicht angekommen",
    lead: (addressee, period) => `die Mail an ${addressee} zum Vorschlag für ${period} kam nicht an.`,
    cause: "Der Mailserver sagt:",
    todoHead: "Was jetzt zu tun ist",
    call: "Anrufen und Bescheid geben; die Frist läuft weiter.",
    correct: "Die Adresse in contacts.csv berichtigen und die Region neu einlesen.",
    deputy: (name) => `Die Stellvertretung (${name}) ist schon gefragt.`,
    noDeputy: "Eine Stellvertretung ist nicht eingetragen; mit deputyOf in contacts.csv kann sie gefragt werden.",
  },
  notProposed: {
    subject: (period) => `Aufteilung nicht vorgeschlagen: ${period}`,
    title: "Die Aufteilung konnte nicht vorgeschlagen werden",
    lead: (region, period) =>
      `im Verbund ${region} ist der Plan für ${period} veröffentlicht und gilt. Seine Aufteilung konnte das Programm niemandem vorlegen.`,
    causeHead: "Warum",
    missing: (role, member) => `${role} ${member}: niemand eingetragen, dessen Zustimmung nötig ist.`,
    enter: "Die genannten Ämter in contacts.csv eintragen und die Region neu einlesen.",
    correct: "Die Ursache beheben; bleibt sie unklar, der Verwaltung Bescheid geben.",
    propose: (call) => `Danach die Aufteilung vorschlagen: ${call}`,
  },
  comment: {
    subject: (member, period) => `Stellungnahme aus ${member} zum Vorschlag für ${period}`,
    title: "Eine Stellungnahme zum Vorschlag",
    lead: (from, role, member) => `vor der Abstimmung kam über den Link von ${from} (${role}, ${member}):`,
  },
  question: {
    subject: (member, period) => `Frage aus ${member} zum Vorschlag für ${period}`,
    title: "Eine Frage zum Vorschlag",
    lead: (from, role, member) => `über den Link von ${from} (${role}, ${member}) kam diese Frage:`,
    unchecked:
      "Wer fragt, hat sich ausgewiesen; was im Text steht, ist nicht geprüft. Links im Text sind absichtlich unbrauchbar gemacht.",
  },
  guessing: {
    subject: (member) => `Viele falsche Beträge beim Vorschlag für ${member}`,
    title: "Jemand rät den Betrag",
    lead: (tries, member, period) =>
      `über den Link für ${member} zum Vorschlag für ${period} wurde ${tries}-mal ein falscher Betrag eingegeben.`,
    meaning:
      "Entschieden ist nichts. Der Browser, aus dem geraten wurde, muss jetzt warten; aus jedem anderen kann weiter entschieden werden. Oft ist es ein Mailfilter, der Formulare ausprobiert. Fragen Sie nach, ob der Link weitergegeben wurde.",
  },
  codes: {
    subject: (member) => `Viele Einmalcodes beim Vorschlag für ${member}`,
    title: "Jemand fordert viele Einmalcodes an",
    lead: (count, member, period) =>
      `über den Link für ${member} zum Vorschlag für ${period} wurden in einer Stunde ${count} Einmalcodes angefordert.`,
    meaning:
      "Entschieden ist nichts. In dieses Netz geht kein weiterer Code hinaus, bis eine Stunde um ist; wer in einem anderen ist, bekommt noch einen, und wer sich mit dem eigenen Konto anmeldet, kann sofort entscheiden. Oft ist es ein Mailfilter, der den Betrag von der Seite abschreibt. Bitte sagen Sie es der oder dem Zuständigen, und fragen Sie, ob der Link weitergegeben wurde.",
  },
};
