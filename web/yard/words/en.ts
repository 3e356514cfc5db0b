import type { YardWords } from "./shape.ts";

const KINDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  heap: ["storage area", "storage areas"],
  rollOff: ["roll-off container", "roll-off containers"],
  skip: ["skip", "skips"],
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const EN: YardWords = {
  title: "Report the fill level",
  fills: {
    "0": "empty",
    "1": "a quarter",
    "2": "half full",
    "3": "three quarters",
    "4": "full",
    "5": "overflowing",
    heap: "heap beside it",
  },
  fillQuestion: "How full is it?",
  contaminationQuestion: "Anything that does not belong?",
  contamination: { none: "nothing", some: "some", much: "a lot" },
  photo: {
    label: "Photo (optional)",
    hint: "No people and no number plates, please. It is stored without place and device, and deleted after 30 days.",
    shown: (moment) => `Photo of the report of ${moment}`,
    attached: "with a photo",
    refused: "The photo was not accepted: it must be a JPEG of at most 400 KB. The report counts all the same.",
  },
  send: "Report",
  storage(kind, units, cubicMetres) {
    const [one, many] = KINDS[kind] ?? [kind, kind];
    return units === 1 ? `${capital(one)}, ${cubicMetres} m³` : `${units} ${many} of ${cubicMetres} m³`;
  },
  nextPickup: (day) => `Next pick-up: ${day}`,
  noPickup: "The published plan has no pick-up here yet.",
  thanks: { head: "Thank you, your report is in.", text: "It counts for the next plan." },
  history: "What became of the reports",
  noHistory: "Nothing was reported here yet.",
  volume: (cubicMetres) => `${cubicMetres} m³`,
  heapBeside: "heap beside it",
  contaminationSeen: (kind) => (kind === "much" ? "much that does not belong" : "some that does not belong"),
  sources: {
    sticker: "reported on site",
    sensor: "by the sensor",
    person: (name) => `by ${name}`,
  },
  inPlan: (week) => `went into the plan of ${week}`,
  notYetInPlan: "waits for the next plan",
  problems: {
    fill: "Please tap how full it is.",
    key: "Something was already reported with this form. Please tap again and report.",
    late: "The report is older than seven days and no longer counts. Please look again.",
    busy: "Very many reports came for this place just now. Please try again in an hour.",
    elsewhere: "This did not come from this page. Nothing was reported.",
    stale: "The page was open for too long. Please report again; the browser must accept this page’s cookies for it.",
    form: "This was no form of this page. Nothing was reported.",
    refused: "The report was not accepted.",
  },
  unknown: {
    head: "There is no such sticker.",
    text: "Perhaps the end of the address is missing. Please scan the code again or tell the building yard.",
  },
  withdrawn: {
    head: "This sticker is no longer valid.",
    text: "It was replaced by a new one. Please scan the new one or tell the building yard.",
  },
  outbox: {
    offline: "No network. You can report all the same: it is sent as soon as there is a network again.",
    saved: "Saved.",
    waitingOne: "1 report is waiting for a network.",
    waitingMany: "{n} reports are waiting for a network.",
    sending: "Sending …",
    sentOne: "1 report has arrived.",
    sentMany: "{n} reports have arrived.",
    dropped: "Not accepted: {storage}. {cause}",
    signIn: "Please sign in so that waiting reports are sent.",
  },
  footer:
    "The sticker on the container is the pass: whoever stands before it may report. What you see here is what is kept.",
  list: {
    title: "My collection points",
    lead: "Tap, look, report.",
    nothing: {
      head: "No collection point is entered for your municipality.",
      text: "The administration of your region keeps the list.",
    },
    notYours: {
      head: "This page is for building yards, dispatchers and the administration.",
      text: "With this account there is nothing to report here.",
    },
    never: "never reported",
    stickers: "Print stickers",
    paper: "Print paper forms",
    back: "All collection points",
  },
  stickers: {
    title: "Stickers",
    lead: "One for each container, at eye level, out of the blazing sun. Whoever scans it gets to the form without signing in.",
    print: "Print from the browser’s menu; only the stickers go onto paper.",
    scan: "Scan, tap, report",
    qr: "QR code of the form",
    replace: "Replace",
    replaceHint: "Old stickers of this container are no longer valid then.",
    replaced: (storage) => `${storage}: the old sticker is no longer valid. Please print the new one and put it up.`,
  },
  paper: {
    title: "Paper form",
    lead: "To tick where no phone is at hand. Enter it here afterwards or give it to the dispatcher.",
    date: "Date, time",
    name: "Name",
    back: "To the list",
  },
};
