import type { AgreementWords } from "./shape.ts";

export const EN: AgreementWords = {
  greeting: (name) => `Hello ${name},`,
  fromTo: (first, last) => `${first} to ${last}`,
  moment: (date, clock) => `${date}, ${clock}`,
  figures: { share: "Our share", alone: "Alone we would pay", saving: "We save" },
  roles: { mayor: "mayor", finance: "finance department", admin: "Administration" },
  deadline: (moment) => `Please decide by ${moment}.`,
  deputy: (name) => `You are asked in place of ${name}. One decision is enough; the first counts.`,
  open: "See the proposal",
  levels: {
    L0: "No consent is needed; this is a notice.",
    L1: "The mayor's release is enough: the share is within the value limit agreed on.",
    L2: "The share is above the value limit agreed on. So the mayor and the finance department decide, each on their own.",
    L3: "This is a commitment that is concluded on paper (§ 18 KGG Saarland). What is decided here is only whether it goes before the council.",
  },
  safety:
    "The link only opens a page; opening it decides nothing. To decide you type your share in euros there and prove who you are. We never ask for a password by mail.",
  silence: "Silence is no consent: without your decision the proposal does not apply.",
  invitation: {
    subject: (period, share) => `Green waste ${period}: your decision on ${share}`,
    title: (period) => `Joint disposal ${period}`,
    lead: (region, period, member) =>
      `there is a proposal for ${period} in the group ${region}. It needs the consent of ${member}.`,
  },
  reminder: {
    left: (days) => (days <= 0 ? "today" : days === 1 ? "1 working day left" : `${days} working days left`),
    subject: (left, period) => `Reminder (${left}): your decision for ${period}`,
    title: (left) => `Your decision is still missing (${left})`,
    lead: (region, period, member) =>
      `the decision of ${member} on the proposal of ${region} for ${period} is still missing.`,
    escalated: "The deputy is asked now too. One decision is enough; the first counts.",
  },
  changed: {
    subject: (period, version) => `Changed proposal for ${period} (version ${version})`,
    title: (version) => `The proposal has changed (version ${version})`,
    lead: (region, period, before) =>
      `there is a new version for ${period} in the group ${region}. Version ${before} is no longer valid, and its link is dead.`,
    head: "What is different",
    share: (before, now) => `Your share was ${before} and is now ${now}.`,
    alone: (before, now) => `Alone you would have paid ${before}; now it is ${now}.`,
    jointCost: (before, now) => `The joint cost was ${before} and is now ${now}.`,
    deadline: (before, now) => `The deadline was ${before} and is now ${now}.`,
    period: "The period is another one.",
    rule: "The key of division is another one.",
    left: (name) => `${name} is no longer part of it.`,
    joined: (name) => `${name} has joined.`,
    nothing: "Your figures are the same.",
  },
  receipt: {
    verdict: { approved: "approval", rejected: "rejection" },
    subject: (verdict, period) => `Receipt: your ${verdict} for ${period}`,
    title: (verdict) => `Receipt of your ${verdict}`,
    lead: (verdict, member, amount, moment) => `your ${verdict} for ${member} of ${amount} was recorded on ${moment}.`,
    reason: "Your reason:",
    verify: "Check the receipt",
    hash: (sha256) => `Hash of the proposal (SHA-256): ${sha256}`,
    notYou: "Was it not you who decided? Then please call the dispatcher of your group at once.",
  },
  result: {
    subject: {
      approved: (period) => `Accepted: joint disposal ${period}`,
      refused: (period) => `Not accepted: proposal for ${period}`,
      lapsed: (period) => `Deadline passed: proposal for ${period}`,
      inForce: (period) => `In force: agreement for ${period}`,
    },
    lead: {
      approved: (region, period) => `everybody in the group ${region} has agreed to the proposal for ${period}.`,
      refused: (region, period, names) =>
        `the proposal of ${region} for ${period} is not accepted. Rejected by: ${names}.`,
      lapsed: (region, period, names) =>
        `the deadline for the proposal of ${region} for ${period} has passed. Without a decision: ${names}.`,
      inForce: (region, period) => `the agreement of ${region} for ${period} is in force.`,
    },
    next: {
      approved: "The figures above apply. There is nothing more for you to do.",
      refused: "The proposal applies to nobody. The dispatcher will be in touch.",
      lapsed: "Silence is no consent; the proposal applies to nobody. The dispatcher will be in touch.",
      inForce: "The bill follows the weighed tonnes.",
    },
    fallback:
      "The joint week goes on: the proposal for the others is computed already and comes to them as a new version.",
    tooFew:
      "This leaves fewer than two municipalities and nothing to share: there will be no agreement for this period. Each disposes of its material itself and pays what it would pay alone.",
  },
  information: {
    subject: (period, until) => `For information: proposal for ${period}, comments until ${until}`,
    title: "In advance, for administration and finance",
    lead: (region, period, member) =>
      `there is a proposal for ${period} in the group ${region}. The figures above are those of ${member}. Nobody has been asked to decide yet.`,
    comment: (until) => `You can comment until ${until}.`,
    open: "See the figures",
    after: (deadline) => `Then the mayors are asked; the decision is due by ${deadline}.`,
  },
  notice: {
    subject: (period) => `Notice: plan for ${period} within the frame agreed on`,
    lead: (region, period, member) =>
      `the plan of ${region} for ${period} stays within the frame agreed on. ${member} has nothing to decide.`,
  },
  code: {
    subject: (period) => `Your one-time code for ${period}`,
    title: "Your one-time code",
    lead: (period) => `with this code you prove who you are on the page of the proposal for ${period}:`,
    valid: (minutes) => `It is valid for ${minutes} minutes and only once.`,
    notYou: "You did not ask for a code? Then give it to nobody, not even by phone, and tell the dispatcher.",
  },
  alert: { member: "Municipality", role: "Office", deadline: "Deadline" },
  undeliverable: {
    subject: (addressee, member) => `Not delivered: mail to ${addressee} (${member})`,
    title: "A mail did not arrive",
    lead: (addressee, period) => `the mail to ${addressee} on the proposal for ${period} did not arrive.`,
    cause: "The mail server says:",
    todoHead: "What to do now",
    call: "Call and tell them; the deadline keeps running.",
    correct: "Correct the address in contacts.csv and import the region again.",
    deputy: (name) => `The deputy (${name}) has been asked already.`,
    noDeputy: "No deputy is entered; with deputyOf in contacts.csv one can be asked.",
  },
  notProposed: {
    subject: (period) => `Split not proposed: ${period}`,
    title: "The split could not be proposed",
    lead: (region, period) =>
      `in ${region} the plan for ${period} is published and holds. Its split could not be put to anybody.`,
    causeHead: "Why",
    missing: (role, member) => `${role} of ${member}: nobody is entered whose consent is needed.`,
    enter: "Enter the offices named in contacts.csv and take the region in again.",
    correct: "Mend the cause; if it stays unclear, tell the administration.",
    propose: (call) => `Then propose the split: ${call}`,
  },
  comment: {
    subject: (member, period) => `Comment from ${member} on the proposal for ${period}`,
    title: "A comment on the proposal",
    lead: (from, role, member) => `before the vote this came through the link of ${from} (${role}, ${member}):`,
  },
  question: {
    subject: (member, period) => `Question from ${member} on the proposal for ${period}`,
    title: "A question on the proposal",
    lead: (from, role, member) => `this question came by the link of ${from} (${role}, ${member}):`,
    unchecked:
      "Who asks has proven who they are; what the text says is not checked. Links in the text are broken on purpose.",
  },
  guessing: {
    subject: (member) => `Many wrong amounts for the proposal to ${member}`,
    title: "Somebody is guessing the amount",
    lead: (tries, member, period) =>
      `a wrong amount was typed ${tries} times by the link for ${member} on the proposal for ${period}.`,
    meaning:
      "Nothing is decided. The browser that guessed has to wait now; from any other the decision can still be made. Often it is a mail filter that tries out forms. Ask whether the link was passed on.",
  },
  codes: {
    subject: (member) => `Many one-time codes at the proposal for ${member}`,
    title: "Somebody asks for many one-time codes",
    lead: (count, member, period) =>
      `through the link of ${member} to the proposal for ${period}, ${count} one-time codes were asked for within an hour.`,
    meaning:
      "Nothing is decided. Until an hour is over no further code is sent to that network; from another one the person still gets one, and whoever signs in with their own account can decide at once. Often it is a mail filter that copies the amount from the page. Please tell the person in charge, and ask whether the link was passed on.",
  },
};
