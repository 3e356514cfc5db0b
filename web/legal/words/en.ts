import type { LegalWords } from "./shape.ts";

export const EN: LegalWords = {
  trail: "Legal",
  toFill: "to be filled in by the operator",
  template: "This page is a template: the operator must still fill in what is marked.",
  fields: {
    name: "Operator",
    street: "Street",
    city: "Place",
    representative: "Represented by",
    email: "E-mail",
    phone: "Telephone",
    vatId: "VAT id",
    supervisor: "Supervisory authority",
    editor: "Responsible for the content (§ 18 (2) MStV)",
    hosting: "Operation of the servers",
    dataProtectionOfficer: "Data protection officer",
    dataProtectionEmail: "E-mail on data protection",
    dataProtectionAuthority: "Data protection authority",
    accessibilityEmail: "Report a barrier",
    accessibilityBody: "Enforcement body",
    accessibilityBodyUrl: "Address of the enforcement body",
    accessibilityCheckedOn: "Last checked on",
  },
  imprint: {
    title: "Imprint",
    provider: "Provider",
    responsible: "Responsible",
    sources: {
      head: "Sources",
      paragraphs: [
        "Where data and boundaries of municipalities come from is said at every map and with the open data.",
      ],
    },
  },
  privacy: {
    title: "Privacy",
    lead: "These pages load nothing from other providers and count nobody. Only what planning and approval need is kept.",
    responsible: "Responsible",
    sections: [
      {
        head: "When you read the pages",
        paragraphs: [
          "Public pages set no cookie. Whoever chooses a language gets the cookie “lang” for a year; whoever signs in, cookies for the session; whoever opens a form, one that protects against forged forms. All are needed for the service; there are no others. A report made without a network stays on the device until it is sent.",
          "The log of requests holds no IP addresses, names, addresses, passwords or links of approvals.",
          "If the operator has set a map service, the browser loads its pictures; the service is then named below the map and learns the IP address. Without that setting the map is drawn from here alone.",
        ],
      },
      {
        head: "Who reports, plans or approves",
        paragraphs: [
          "Kept are reports with time and reporting office, contacts of the members (name, office, e-mail, language), approvals with office, answer and time, sign-ins and mails that were sent.",
          "The audit log names people by id or role alone. Its checksums stay longer than anything else, because they prove that nothing was changed later; they hold no personal data.",
          "Drivers are neither compared nor rated; plans name vehicles, not people.",
        ],
      },
      {
        head: "Legal basis and recipients",
        paragraphs: [
          "The basis is the public task of waste disposal (Art. 6 (1) (e) GDPR with the law of the state). Data goes to the members of the cooperation and to the operation of the servers, to nobody else.",
        ],
      },
    ],
    retention: {
      head: "How long things are kept",
      caption: "Retention",
      what: "What",
      term: "How long",
      rows: {
        records: "Master data, reports, weeks, plans",
        photos: "Photos of reports",
        ticketPhotos: "Photos of weighbridge tickets",
        recovery: "Recoverable state of the database",
        links: "Links of approvals, keys against sending twice",
        superseded: "Superseded versions of plans and master data",
        auditHeads: "Checksums of the audit log",
        sessions: "Sign-in",
        logs: "Logs of the operation",
        workflows: "Courses of planning",
        failedEvents: "Events that could not be handled",
        mails: "Mails in the inbox of this machine",
      },
      untilDeleted: "until the operator deletes them",
      ownMoment: "until they expire",
      hours: (count) => `${count} hours`,
      days: (count) => (count === 1 ? "1 day" : `${count} days`),
      years: (count) => `${count} years`,
      megabytes: (count) => `the last ${count} MB`,
    },
    rights: {
      head: "Your rights",
      paragraphs: [
        "You have the right of access, rectification, erasure, restriction and objection (Art. 15 to 21 GDPR) and may complain to the authority.",
      ],
    },
  },
  accessibility: {
    title: "Accessibility statement",
    lead: "This statement is for all pages of this application. The measure is WCAG 2.2, level AA, with the German BITV 2.0 and the law of the state.",
    state: {
      head: "State",
      paragraphs: [
        "At every change each page is checked by a program (axe) in three languages, light and dark, on narrow and wide screens, without an error. Such a program does not find everything; it does not replace a check by people.",
        "Every map has a list with the same content, every chart a table; everything works by keyboard, and reading needs no JavaScript.",
      ],
    },
    limits: {
      head: "What is not accessible yet",
      items: [
        "There is no easy-to-read version and none in sign language.",
        "Texts from the data (names, sources, notes) are always German and marked as German.",
        "The pictures of a map service that was set have no text; the list of the map has it.",
      ],
    },
    made: "Basis of the statement: self-assessment with a checking program.",
    feedback: {
      head: "Report a barrier",
      paragraphs: ["Write to us what does not work and what you work with. We answer within a month."],
    },
    enforcement: {
      head: "Enforcement",
      paragraphs: ["If there is no answer or it does not help, you may turn to the enforcement body."],
    },
  },
};
