import { FORMATS } from "../../../../domain/language/format.ts";
import type { DispatcherWords, LanguageWords } from "./shape.ts";

const reason: DispatcherWords["reason"] = (code, { limit, needed, facility }) => {
  switch (code) {
    case "notShredded":
      return "the shredder gets there too late for any suitable vehicle to fetch the material this week.";
    case "price":
      return `the cheapest place in a tour would cost ${needed}; waiting is valued at ${limit}.`;
    case "capacity":
      return `no suitable vehicle has room enough (${needed} needed, ${limit} available).`;
    case "window":
      return `the collection point would be reached at ${needed} only; it is accessible until ${limit}.`;
    case "facilityClosed":
      return `${facility} is not open when a suitable vehicle could be there.`;
    case "facilityCapacity":
      return `${facility} takes ${limit} a day; ${needed} would be needed.`;
    case "closed":
      return "the collection point is accessible on no day on which a suitable vehicle works.";
    case "breakLeg":
    case "driving":
      return `the driving time allowed is not enough (${needed} needed, ${limit} allowed).`;
    case "shift":
      return `no shift is long enough: back at ${needed}, end of shift ${limit}.`;
    default:
      return "no vehicle with the equipment needed works this week.";
  }
};

export const EN: LanguageWords = {
  format: FORMATS.en,
  dispatcher: {
    title: (week) => `Tours ${week}`,
    subject: (week, facts, region) => `Tours ${week}: ${facts.join(", ")} – ${region}`,
    tours: (count, figure) => `${figure} ${count === 1 ? "tour" : "tours"}`,
    loads: (count, figure) => `${figure} ${count === 1 ? "load" : "loads"}`,
    greeting: (name) => `Hello ${name},`,
    lead: (region, week, from, to) => `the tours for ${region} in ${week} (${from} to ${to}) are settled.`,
    figures: {
      tours: "Tours",
      loads: "Loads",
      distance: "Distance",
      cost: "Cost of the tours",
      unserved: "Left standing",
    },
    toursHead: "The tours",
    tour: (id) => `Tour ${id}`,
    unservedHead: "What is left standing, and why",
    nothingUnserved: "Everything that is to be fetched this week is planned.",
    unserved: (mass, place, why) => `${mass} at ${place} are left standing: ${why}`,
    reason,
    attached:
      "Attached: for each tour a tour sheet (PDF) and the route for the navigation device (GPX), and all tours for the calendar (ICS).",
    tooLarge:
      "Tour sheets and routes together are too large for a mail; they are with the plan. The calendar (ICS) is attached.",
    planLink: "Open the plan",
    noticesHead: "Notices (in German)",
    noTours: "No tour is driven this week.",
  },
  changedTours: {
    title: (week) => `Changed tours ${week}`,
    subject: (week, region, changed, cancelled) =>
      `Changed tours ${week}: ${changed} new, ${cancelled} cancelled – ${region}`,
    lead: (region, week) =>
      `the dispatchers have changed tours for ${region} in ${week}. What is not listed here stays as it was.`,
    changedHead: "New or changed",
    cancelledHead: "Cancelled",
    attached:
      "Attached: tour sheet (PDF) and route (GPX) of each changed tour; the calendar files (ICS) replace changed appointments and remove cancelled ones.",
  },
  request: {
    title: (until) => `Fill level to report by ${until}`,
    subject: (week, count, until) =>
      `${count === 1 ? "A report is missing" : `${count} reports are missing`} for ${week} – please by ${until}`,
    greeting: (name) => `Hello ${name},`,
    lead: (week, until) => `the plan for ${week} still lacks a fill level. Please report by ${until}:`,
    listHead: "Fill levels missing",
    last: (date) => `last reported on ${date}`,
    never: "never reported",
    doubt: "The last report does not fit the ones before.",
    overflow: (tenths) => `In ${tenths} of 10 cases it would be overfull by Sunday.`,
    worth: (euros) => `A report saves about ${euros} on average (trips in vain, overflow).`,
    why: "We ask only where the answer can change the plan. Without a report the program plans with an estimate from the last weeks.",
    link: "Report the fill level",
    withoutLink: "Please report as usual, by the sticker on the container or the form.",
    until: (day, date, clock) => `${day} ${date}, ${clock}`,
  },
  footer: "This mail was sent by the program Grünverbund.",
  storages: { heap: "heap", rollOff: "roll-off container", skip: "skip" },
};
