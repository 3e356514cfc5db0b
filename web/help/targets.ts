/** Which place of the handbook explains a page. A test holds each to a heading that is there. */
export const HELP = {
  yardForm: "bauhof#melden-in-zwei-tipps",
  yardList: "bauhof#was-aus-der-meldung-wurde",
  stickers: "bauhof#aufkleber",
  paper: "bauhof#auf-papier",
  approval: "buergermeister#entscheiden",
  approvalEarly: "buergermeister#die-drei-zahlen",
  receipt: "buergermeister#der-beleg",
  superseded: "buergermeister#was-passiert-wenn-wir-nein-sagen",
  linkUnknown: "buergermeister#wenn-etwas-nicht-geht",
  certificate: "buergermeister#selbst-nachprüfen",
  finance: "kaemmerei#was-dort-steht",
  settlement: "abrechnung#wiegescheine-einlesen",
  board: "disposition#die-tafel",
  boardMove: "disposition#eine-ladung-verschieben",
  boardPublish: "disposition#vergleichen-veröffentlichen-verwerfen",
  boardEmpty: "disposition#wenn-etwas-nicht-geht",
  county: "verwaltung#was-wartet",
  countyMaster: "verwaltung#eine-tabelle-ändern",
  countyMembers: "verwaltung#wer-vertritt-wen",
  countyAgreements: "verwaltung#vereinbarungen-begleiten",
  countyScenarios: "verwaltung#was-wäre-wenn",
  countyTrials: "verwaltung#acht-wochen-probe",
  countyKeys: "verwaltung#schlüssel-und-protokoll",
  public: "oeffentlichkeit#was-die-seite-zeigt",
  openData: "oeffentlichkeit#die-daten-selbst-auswerten",
} as const;

export type HelpPlace = (typeof HELP)[keyof typeof HELP];

export const helpAddress = (place: HelpPlace): string => `/hilfe/${place}`;
