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
} as const;

export type HelpPlace = (typeof HELP)[keyof typeof HELP];

export const helpAddress = (place: HelpPlace): string => `/hilfe/${place}`;
