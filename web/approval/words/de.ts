import { html } from "hono/html";
import { DE as TERMS } from "../../../functions/usecases/agreements/terms/de.ts";
import type { ApprovalWords } from "./shape.ts";

export const DE: ApprovalWords = {
  version: (number) => `Fassung ${number}`,
  toDecision: "Zur Entscheidung",
  toStanding: "Zum Stand",
  footer:
    "Diese Seite zu öffnen entscheidet nichts und wird nicht aufgezeichnet. Jede Entscheidung steht im Protokoll, das jeder nachprüfen kann.",
  head: {
    saves: (member, amount) => `${member} spart gemeinsam ${amount}.`,
    notMore: (member) => `${member} zahlt gemeinsam nicht mehr als allein.`,
    proposal: (member, period) => `${member}: Vorschlag für ${period}`,
    asked: (person, office, deputyFor) =>
      html`Gefragt ist: ${person}, ${office}${deputyFor === undefined ? "" : html`, in Vertretung von ${deputyFor}`}.`,
  },
  figures: {
    share: "Unser Anteil",
    shareNote: "gemeinsam mit den anderen",
    alone: "Allein würden wir zahlen",
    aloneNote: "vom selben Rechner, mit derselben Sorgfalt",
    saves: "Wir sparen",
    more: "Wir zahlen mehr",
    note: (percent) => `${percent} der Alleinkosten`,
  },
  fair: {
    head: "Warum das gerecht ist",
    total: (joint, alone) =>
      `Alle zusammen zahlen ${joint} statt ${alone}; die Anteile ergeben zusammen genau diesen Betrag.`,
    nobodyWorse: "Keine Kommune zahlt mehr, als sie allein zahlen würde.",
    worse: (names) => `Mehr als allein zahlt nach diesem Vorschlag: ${names}.`,
    key: (name) => html`Geteilt wird nach dem Schlüssel ${name}.`,
  },
  picture: {
    title: "Anteil jeder Kommune, gemessen an ihren Alleinkosten",
    row: (name, share, alone) => `${name}: ${share} statt ${alone}. `,
    joint: "gemeinsam",
    alone: "allein = 100 %",
    own: (name) => `${name} (wir)`,
    same: "zahlt wie allein",
    saves: (percent) => `spart ${percent}`,
    more: (percent) => `zahlt ${percent} mehr`,
  },
  table: {
    summary: "Alle Zahlen als Tabelle",
    label: "Zahlen aller Kommunen",
    municipality: "Kommune",
    mass: "Menge",
    alone: "allein",
    share: "Anteil",
    saves: "spart",
    total: "zusammen",
  },
  no: {
    head: "Was passiert, wenn wir Nein sagen",
    alone: (member, cost, more) =>
      `Dann sorgt ${member} selbst für die Entsorgung; das kostet nach dieser Rechnung ${cost}${more === undefined ? "" : `, also ${more} mehr`}.`,
    recomputed: "Für die anderen wird neu gerechnet.",
    others: (member, count, cost) =>
      `Die gemeinsame Woche der anderen fällt nicht aus: Die Aufteilung ohne ${member} ist schon gerechnet. ${count} ${count === 1 ? "Kommune zahlt" : "Kommunen zahlen"} dann zusammen ${cost}.`,
    silence: (deadline) =>
      `Schweigen ist keine Zustimmung: Ohne Entscheidung bis ${deadline} geschieht dasselbe wie bei einem Nein.`,
  },
  check: {
    head: "Selbst nachprüfen",
    text: (week) =>
      `Der Vorschlag beruht auf dem veröffentlichten Plan für ${week}, den ein zweites Programm nachgerechnet hat. Seine Prüfsumme ändert sich, sobald auch nur eine Zahl eine andere ist:`,
    file: "Vorschlag als Datei (JSON)",
    agreement: "Vereinbarung als PDF",
    council: "Beschlussvorlage als PDF",
  },
  terms: {
    period: "Zeitraum",
    deadline: "Frist",
    limit: "Obergrenze",
    limitText: (amount, member) => `Mehr als ${amount} zahlt ${member} nicht, was auch kommt.`,
  },
  decision: "Ihre Entscheidung",
  early: {
    head: "Noch wird nicht entschieden",
    text: (until) =>
      `Verwaltung und Kämmerei können bis ${until} Stellung nehmen. Danach kommt eine Mail mit dem Link zur Entscheidung.`,
    over: {
      head: "Über diesen Link wird nicht entschieden",
      text: (until) =>
        `Stellung nehmen konnten Verwaltung und Kämmerei bis ${until}. Wer entscheidet, bekommt eine eigene Mail mit dem Link dazu.`,
    },
    choice: "Stellung nehmen …",
    note: "Im nächsten Schritt weisen Sie sich aus. Entschieden wird hier nichts.",
    sent: "Ihre Stellungnahme ist abgeschickt.",
  },
  closed: {
    head: "Hier ist nichts mehr zu entscheiden",
    state: (state) => `Der Vorschlag ist ${state}.`,
    rejected: (names) => `Abgelehnt hat: ${names}.`,
    lapsed: (names) => `Ohne Entscheidung blieb: ${names}.`,
    next: (version) => `Es gibt eine neue Fassung (${version}); ihr Link kam mit einer eigenen Mail.`,
  },
  expired: {
    head: "Die Frist ist abgelaufen",
    text: (deadline, member) =>
      `Entscheiden war bis ${deadline} möglich. Schweigen ist keine Zustimmung: Für ${member} gilt der Vorschlag nicht. Ist das ein Versehen, rufen Sie bitte die Disposition an; sie kann einen neuen Vorschlag machen.`,
  },
  superseded: {
    head: "Diese Fassung gilt nicht mehr.",
    lead: (version) =>
      `Fassung ${version} ist an ihre Stelle getreten. Dieser Link entscheidet nichts mehr; der neue kam mit einer eigenen Mail.`,
    changes: (member) => `Was sich für ${member} ändert`,
    until: (deadline) => `Entschieden wird über die neue Fassung bis ${deadline}.`,
    left: (member, cost) => `${member} ist in der neuen Fassung nicht dabei und zahlt allein ${cost}.`,
  },
  unknown: {
    title: "Link unbekannt",
    head: "Diesen Link gibt es nicht.",
    text: "Vielleicht fehlt am Ende ein Stück: Manche Mailprogramme brechen lange Links um.",
    help: "Bitte öffnen Sie ihn noch einmal aus der Mail, oder kopieren Sie ihn ganz. Hilft das nicht, rufen Sie die Disposition Ihres Verbunds an; sie kann die Mail noch einmal schicken.",
  },
  form: {
    amount: "Unser Anteil in Euro",
    amountHelp: (member) =>
      `Bitte den Anteil von ${member} von dieser Seite abschreiben, mit Cent, zum Beispiel 1.234,56. So ist sicher, dass ein Mensch diese Zahl gelesen hat.`,
    choices: { approve: "Zustimmen …", reject: "Ablehnen …", ask: "Erst etwas fragen …" },
    nothingYet: "Noch ist nichts entschieden; im nächsten Schritt weisen Sie sich aus.",
  },
  confirm: {
    submit: { approve: "Verbindlich zustimmen", reject: "Verbindlich ablehnen", ask: "Frage absenden" },
    back: "Zurück",
    approves: (member, share, version) =>
      html`Sie stimmen für ${member} einem Anteil von ${share} zu (Fassung ${version}).`,
    rejects: (member, share, version) =>
      html`Sie lehnen für ${member} den Anteil von ${share} ab (Fassung ${version}).`,
    reason: "Warum lehnen Sie ab?",
    reasonHelp: "Die Begründung lesen die Disposition und die anderen Mitglieder. Ein, zwei Sätze genügen.",
    question: "Ihre Frage",
    questionHelp: "Höchstens 2.000 Zeichen.",
    askNote: (member) => `Die Frage geht an die Disposition. Die Frist für ${member} läuft weiter.`,
    signedIn: (name) => html`Angemeldet als ${name}.`,
    wrongAccount: (name) => `Angemeldet ist ${name}. Gefragt ist jemand anderes; bitte mit dem eigenen Konto anmelden.`,
    signInNeeded: "Dafür ist eine Anmeldung nötig.",
    orSignIn: "Oder ohne Code:",
    signIn: "Mit dem eigenen Konto anmelden",
    amountAgain: "Den Betrag geben Sie danach noch einmal ein.",
    code: "Einmalcode",
    codeHelp: (to) => `Sechs Ziffern, soeben geschickt an ${to}. Er gilt zehn Minuten und nur einmal.`,
    codeAgain: "Code noch einmal schicken",
    codesWait: (until) =>
      `Es wurden zu viele Codes verschickt. Der nächste geht ab ${until}; aus einem anderen Netz, etwa mit dem Telefon ohne WLAN, meist sofort.`,
    codeUndeliverable: "Der Code war nicht zustellbar. Bitte anmelden.",
  },
  questionSent: "Ihre Frage ist abgeschickt.",
  throttled: {
    title: "Bitte einen Augenblick warten.",
    text: (until) =>
      `In diesem Browser wurde zu oft ein falscher Betrag eingegeben. Er kann es ab ${until} wieder versuchen; entschieden ist nichts. In einem anderen Browser geht es sofort weiter.`,
  },
  refused: {
    elsewhere: {
      title: "Das kam nicht von dieser Seite.",
      text: "Eine andere Seite wollte hier etwas absenden. Entschieden ist nichts.",
    },
    stale: {
      title: "Die Seite war zu lange offen.",
      text: "Bitte öffnen Sie sie neu und versuchen Sie es noch einmal. Dafür muss der Browser Cookies dieser Seite annehmen. Entschieden ist nichts.",
    },
    form: {
      title: "Das war kein Formular dieser Seite.",
      text: "Bitte öffnen Sie die Seite neu. Entschieden ist nichts.",
    },
  },
  back: "Zurück zum Vorschlag",
  voices: {
    questions: "Fragen und Antworten",
    unanswered: "Noch nicht beantwortet.",
    dispatcher: (moment) => `Disposition, ${moment}:`,
    others: (decided, all) => `Wer noch gefragt ist (${decided} von ${all} entschieden)`,
    who: (name, role) => `${name}, ${TERMS.roles[role]}`,
    decisions: { approved: "zugestimmt", rejected: "abgelehnt" },
    open: "offen",
  },
  verdict: { approved: "Zugestimmt", rejected: "Abgelehnt" },
  receipt: {
    mine: "Ihr Beleg",
    decided: "Schon entschieden",
    once: "Entschieden wird nur einmal. Diese Entscheidung gilt:",
    for: "Für",
    share: "Anteil",
    recordedOn: "Festgehalten am",
    reason: "Begründung",
    number: "Belegnummer",
    deputy: "in Vertretung",
    qr: "QR-Code zur öffentlichen Prüfseite dieses Belegs",
    qrHelp: "Wer den Code liest, kommt auf die öffentliche Prüfseite und sieht, dass dieser Beleg echt ist.",
    pdf: "Beleg als PDF",
    file: "Beleg als Datei (JSON)",
    page: "Prüfseite",
  },
  certificate: {
    title: (receiptId) => `Beleg ${receiptId}`,
    eyebrow: "öffentliche Prüfseite",
    genuine: {
      title: "Dieser Beleg ist echt.",
      text: "Die Entscheidung steht im Protokoll des Verbunds, und ihr Eintrag ist unverändert.",
    },
    altered: {
      title: "Dieser Beleg passt nicht zum Protokoll.",
      text: "Der Eintrag im Protokoll wurde nach der Entscheidung verändert. Bitte wenden Sie sich an den Verbund.",
    },
    rows: {
      municipality: "Kommune",
      recordedOn: "Festgehalten am",
      agreement: "Vereinbarung",
      state: "Stand heute",
      number: "Belegnummer",
      proposalHash: "Prüfsumme des Vorschlags",
      entry: "Eintrag im Protokoll",
    },
    state: (state) => `Sie ist ${state}.`,
    entry: (seq) => `Nr. ${seq}`,
    selfHead: "Selbst prüfen",
    self: "Vergleichen Sie Belegnummer und Prüfsumme mit dem Papier. Mit der Datei des Belegs geht es auch ohne diese Seite und ohne Netz:",
    keys: (link) => html`Die Schlüssel stehen unter ${link}. Beträge und Namen von Personen stehen hier nicht.`,
    unknown: {
      title: "Beleg unbekannt",
      head: "Diese Belegnummer gibt es nicht.",
      text: "Bitte vergleichen Sie sie Zeichen für Zeichen mit dem Beleg, oder lesen Sie den QR-Code noch einmal ein.",
    },
  },
};
