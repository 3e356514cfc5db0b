/** What the board tells, in English. */
import { figuresOf } from "../../../../domain/language/figures.ts";
import type { ToldNames, ToldWords } from "./shape.ts";

const { tonnes, date } = figuresOf("en");

export const NAMES_EN: ToldNames = {
  load: ({ massKg, point }) => `${tonnes(massKg)} at ${point}`,
  tour: (tour) => `${tour.vehicle} on ${date(tour.date)}`,
};
const { load, tour } = NAMES_EN;

export const TOLD_EN: ToldWords = {
  planning: "The planning",
  somebody: "Somebody",
  deeds: {
    move: (deed) => `put ${load(deed.load)} on ${tour(deed.tour)}, as load ${deed.place}`,
    remove: (deed) => `took ${load(deed.load)} off its tour`,
    lock: (deed) => `locked ${load(deed.load)}`,
    unlock: (deed) => `unlocked ${load(deed.load)}`,
    lockTour: (deed) => `locked the tour ${tour(deed.tour)}`,
    unlockTour: (deed) => `unlocked the tour ${tour(deed.tour)}`,
    set: () => "had new tours looked for",
    discard: () => "discarded the draft",
    published: () => "published the draft",
    planned: () => "published a new plan for this week",
    changed: () => "changed the draft",
  },
  undone: (what) => `undid: ${what}`,
  redone: (what) => `redid: ${what}`,
  changes: {
    left: (change) => `${change.load}: stays, before on ${change.from}.`,
    added: (change) => `${change.load}: new on ${change.to}.`,
    moved: (change) => `${change.load}: now on ${change.to}, before on ${change.from}.`,
    newTour: (change) => `${change.to}: new tour, leaves at ${change.departs}.`,
    retimed: (change) => `${change.to}: another order or other times, leaves at ${change.departs}.`,
    droppedTour: (change) => `${change.to}: does not drive any more.`,
  },
  news: {
    starting: () => "Starting.",
    writing: () => "The plan is being checked and written.",
    searching: ({ round, rounds }) => `Looking for better tours, round ${round} of ${rounds}`,
    found: () => "The new tours are in the draft.",
    nothingBetter: () => "Nothing was found that is worth the change. The draft stays as it is.",
    locksBroken: () => "Not all locks can be kept: a locked load or tour breaks a rule. Mend that first, or unlock it.",
    stopped: ({ by }) => `${by} stopped the search; the draft is unchanged.`,
    published({ untold }) {
      if (untold === 0) return "Published; whoever drives has mail.";
      const mails =
        untold < 0 ? "Not all mails went" : untold === 1 ? "One mail did not go" : `${untold} mails did not go`;
      return `Published. ${mails} out: please tell the drivers yourself.`;
    },
    searchOvertaken: () =>
      "The draft was changed during the search; its result was not taken. Have it searched again if need be.",
    publishingOvertaken: () =>
      "The draft or the week’s plan was changed meanwhile; nothing was published. Please look at it and publish again.",
    searchFailed: () => "The search failed; the draft is unchanged. Try again, or else tell the administration.",
    publishingFailed: () =>
      "Publishing failed, the plan before still holds. Try again; if it fails again, tell the administration or plan the week anew.",
    tooLong: () => "That took too long. Please try again.",
  },
  hindrances: {
    noPlan: () => "There is no published plan for this week just now. If it is being planned anew, wait for the end.",
    nothingToUndo: () => "There is nothing to undo.",
    nothingToRedo: () => "There is nothing to redo.",
    nothingToPublish: () => "The draft is the published plan; there is nothing to publish.",
    loadLocked: () => "This load is locked. Unlock it first, then move it.",
    onNoTour: () => "This load is on no tour.",
    publishing: ({ by }) => `${by} is publishing this draft. It can be changed again afterwards.`,
    searching: ({ by }) => `A search goes on already, for an earlier state (${by}). Stop it first, then search again.`,
    unknownLoad: (one) => `There is no load “${one.load}” in this week.`,
    unknownTour: (one) => `There is no vehicle “${one.tour.vehicleId}” on ${one.tour.date} in this week.`,
    tourLocked: (one) =>
      `The tour ${tour(one.tour)} is locked. Nothing ${one.way === "from" ? "leaves it" : "comes to it"} until it is unlocked.`,
    noPlace: ({ others, position }) =>
      `The tour has ${others} other loads; there is no place behind ${position} of them.`,
  },
};
