import { html } from "hono/html";
import { EN as TERMS } from "../../../functions/usecases/agreements/terms/en.ts";
import type { ApprovalWords } from "./shape.ts";

export const EN: ApprovalWords = {
  version: (number) => `version ${number}`,
  toDecision: "Go to the decision",
  toStanding: "See where it stands",
  footer:
    "Opening this page decides nothing and is not recorded. Every decision stands in a log that anyone can check.",
  head: {
    saves: (member, amount) => `Together, ${member} saves ${amount}.`,
    notMore: (member) => `Together, ${member} pays no more than alone.`,
    proposal: (member, period) => `${member}: proposal for ${period}`,
    asked: (person, office, deputyFor) =>
      html`Asked to decide: ${person}, ${office}${deputyFor === undefined ? "" : html`, in place of ${deputyFor}`}.`,
  },
  figures: {
    share: "Our share",
    shareNote: "together with the others",
    alone: "Alone we would pay",
    aloneNote: "by the same program, with the same care",
    saves: "We save",
    more: "We pay more",
    note: (percent) => `${percent} of stand-alone cost`,
  },
  fair: {
    head: "Why this is fair",
    total: (joint, alone) => `All together pay ${joint} instead of ${alone}; the shares add up to exactly this amount.`,
    nobodyWorse: "No municipality pays more than it would alone.",
    worse: (names) => `Under this proposal, these pay more than alone: ${names}.`,
    key: (name) => html`The key of division is ${name}.`,
  },
  picture: {
    title: "Share of each municipality, measured against its stand-alone cost",
    row: (name, share, alone) => `${name}: ${share} instead of ${alone}. `,
    joint: "together",
    alone: "alone = 100%",
    own: (name) => `${name} (us)`,
    same: "pays as if alone",
    saves: (percent) => `saves ${percent}`,
    more: (percent) => `pays ${percent} more`,
  },
  table: {
    summary: "All figures as a table",
    label: "Figures of all municipalities",
    municipality: "Municipality",
    mass: "Quantity",
    alone: "Alone",
    share: "Share",
    saves: "Saves",
    total: "total",
  },
  no: {
    head: "What happens if we say no",
    alone: (member, cost, more) =>
      `Then ${member} sees to disposal itself; by this reckoning that costs ${cost}${more === undefined ? "" : `, which is ${more} more`}.`,
    recomputed: "For the others, the split is worked out again.",
    others: (member, count, cost) =>
      `The others’ joint week goes ahead all the same: the split without ${member} is ready. ${count === 1 ? "The other municipality then pays" : `The other ${count} municipalities then pay`} ${cost} in all.`,
    silence: (deadline) => `Silence is not consent: without a decision by ${deadline}, the same happens as with a no.`,
  },
  check: {
    head: "Check it yourself",
    text: (week) =>
      `The proposal rests on the published plan for ${week}, which a second program has worked out again. Its hash changes as soon as a single figure differs:`,
    file: "Proposal as a file (JSON)",
    agreement: "Agreement as PDF (in German)",
    council: "Council paper as PDF (in German)",
  },
  terms: {
    period: "Period",
    deadline: "Deadline",
    limit: "Upper limit",
    limitText: (amount, member) => `${member} pays no more than ${amount}, whatever happens.`,
  },
  decision: "Your decision",
  early: {
    head: "There is nothing to decide yet",
    text: (until) =>
      `Administration and finance can comment until ${until}. After that, a mail will bring the link for the decision.`,
    over: {
      head: "Nothing is decided through this link",
      text: (until) =>
        `Administration and finance could comment until ${until}. Whoever decides gets a mail of their own with the link for it.`,
    },
    choice: "Comment …",
    note: "In the next step you say who you are. Nothing is decided here.",
    sent: "Your comment has been sent.",
  },
  closed: {
    head: "There is nothing left to decide here",
    state: (state) => `The proposal is ${state}.`,
    rejected: (names) => `Rejected by: ${names}.`,
    lapsed: (names) => `No decision from: ${names}.`,
    next: (version) => `There is a new version (${version}); its link came in a mail of its own.`,
  },
  expired: {
    head: "The deadline has passed",
    text: (deadline, member) =>
      `It was possible to decide until ${deadline}. Silence is not consent: the proposal does not apply to ${member}. If this is a mistake, please call the dispatcher, who can make a new proposal.`,
  },
  superseded: {
    head: "This version is no longer valid.",
    lead: (version) =>
      `Version ${version} has taken its place. This link no longer decides anything; the new one came in a mail of its own.`,
    changes: (member) => `What changes for ${member}`,
    until: (deadline) => `The new version is to be decided by ${deadline}.`,
    left: (member, cost) => `${member} is not part of the new version and pays ${cost} alone.`,
  },
  unknown: {
    title: "Unknown link",
    head: "There is no such link.",
    text: "Perhaps its end is missing: some mail programs break long links.",
    help: "Please open it again from the mail, or copy all of it. If that does not help, call the dispatcher of your group, who can send the mail again.",
  },
  form: {
    amount: "Our share in euros",
    amountHelp: (member) =>
      `Please copy the share of ${member} from this page, with cents, for example 1,234.56. That makes sure that a person has read this figure.`,
    choices: { approve: "Approve …", reject: "Reject …", ask: "Ask something first …" },
    nothingYet: "Nothing is decided yet; in the next step you prove who you are.",
  },
  confirm: {
    submit: {
      approve: "Approve, with binding effect",
      reject: "Reject, with binding effect",
      ask: "Send the question",
    },
    back: "Back",
    approves: (member, share, version) =>
      html`On behalf of ${member}, you approve a share of ${share} (version ${version}).`,
    rejects: (member, share, version) =>
      html`On behalf of ${member}, you reject the share of ${share} (version ${version}).`,
    reason: "Why do you reject it?",
    reasonHelp: "The dispatcher and the other members will read your reason. A sentence or two is enough.",
    question: "Your question",
    questionHelp: "2,000 characters at most.",
    askNote: (member) => `The question goes to the dispatcher. The deadline for ${member} keeps running.`,
    signedIn: (name) => html`Signed in as ${name}.`,
    wrongAccount: (name) =>
      `Signed in is ${name}. Somebody else is asked to decide; please sign in with your own account.`,
    signInNeeded: "For this, you need to sign in.",
    orSignIn: "Or without a code:",
    signIn: "Sign in with your own account",
    amountAgain: "You will then enter the amount once more.",
    code: "One-time code",
    codeHelp: (to) => `Six digits, just sent to ${to}. It is valid for ten minutes and only once.`,
    codeAgain: "Send the code again",
    codesWait: (until) =>
      `Too many codes have been sent. The next can be sent from ${until}; from another network, such as a phone without Wi-Fi, mostly at once.`,
    codeUndeliverable: "The code could not be delivered. Please sign in.",
  },
  questionSent: "Your question has been sent.",
  throttled: {
    title: "Please wait a moment.",
    text: (until) =>
      `A wrong amount was entered too often in this browser. It can try again from ${until}; nothing is decided. In another browser you can go on at once.`,
  },
  refused: {
    elsewhere: {
      title: "That did not come from this page.",
      text: "Another page tried to send something here. Nothing is decided.",
    },
    stale: {
      title: "The page was open for too long.",
      text: "Please open it again and try once more. The browser must accept this page’s cookies for that. Nothing is decided.",
    },
    form: {
      title: "That was not a form of this page.",
      text: "Please open the page again. Nothing is decided.",
    },
  },
  back: "Back to the proposal",
  voices: {
    questions: "Questions and answers",
    unanswered: "Not answered yet.",
    dispatcher: (moment) => `Dispatcher, ${moment}:`,
    others: (decided, all) => `Who else is asked (${decided} of ${all} decided)`,
    who: (name, role) => `${name}, ${TERMS.roles[role]}`,
    decisions: { approved: "approved", rejected: "rejected" },
    open: "open",
  },
  verdict: { approved: "Approved", rejected: "Rejected" },
  receipt: {
    mine: "Your receipt",
    decided: "Decided already",
    once: "A decision is made only once. This one counts:",
    for: "For",
    share: "Share",
    recordedOn: "Recorded on",
    reason: "Reason",
    number: "Receipt number",
    deputy: "as deputy",
    qr: "QR code to the public page that confirms this receipt",
    qrHelp: "The code leads to a public page that confirms that this receipt is genuine.",
    pdf: "Receipt as PDF",
    file: "Receipt as a file (JSON)",
    page: "Page that confirms it",
  },
  certificate: {
    title: (receiptId) => `Receipt ${receiptId}`,
    eyebrow: "public page of confirmation",
    genuine: {
      title: "This receipt is genuine.",
      text: "The decision stands in the group’s log, and its entry is unchanged.",
    },
    altered: {
      title: "This receipt does not match the log.",
      text: "The entry in the log was changed after the decision. Please contact the group.",
    },
    rows: {
      municipality: "Municipality",
      recordedOn: "Recorded on",
      agreement: "Agreement",
      state: "Today",
      number: "Receipt number",
      proposalHash: "Hash of the proposal",
      entry: "Entry in the log",
    },
    state: (state) => `It is ${state}.`,
    entry: (seq) => `No. ${seq}`,
    selfHead: "Check it yourself",
    self: "Compare the receipt number and the hash with the paper. With the receipt’s file it also works without this page and without a network:",
    keys: (link) => html`The keys are at ${link}. Amounts and names of people are not shown here.`,
    unknown: {
      title: "Unknown receipt",
      head: "There is no such receipt number.",
      text: "Please compare it character by character with the receipt, or scan the QR code again.",
    },
  },
};
