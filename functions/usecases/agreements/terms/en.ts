import type { Terms } from "./shape.ts";

export const EN: Terms = {
  roles: { mayor: "mayor", finance: "finance department", admin: "administration" },
  office: (role, member) => `${EN.roles[role]} of ${member}`,
  levels: {
    L0: { name: "Notice", sentence: "The plan stays within the frame agreed on. Nobody needs to consent." },
    L1: {
      name: "Release",
      sentence: "The share is within the value limit agreed on. The mayor’s release is enough.",
    },
    L2: {
      name: "Release by two",
      sentence:
        "The share is above the value limit agreed on. The mayor and the finance department decide, each on their own.",
    },
    L3: {
      name: "Agreement on paper",
      sentence:
        "The frame, a member or the method is new. What is decided here is only whether the proposal goes before the council; the agreement itself is concluded on paper (§ 18 KGG Saarland).",
    },
  },
  states: {
    draft: "a draft",
    informed: "out for comment before the vote",
    open: "open for decision",
    approved: "accepted",
    refused: "rejected",
    lapsed: "closed without a result, as the deadline has passed",
    superseded: "replaced by a new version",
    withdrawn: "withdrawn",
    inForce: "in force",
    settled: "settled",
  },
  rules: {
    tonnes: {
      name: "by tonnes",
      sentence: "Each municipality bears the part of the cost that matches its part of the tonnes.",
    },
    inhabitants: {
      name: "by inhabitants",
      sentence: "Each municipality bears the part of the cost that matches its part of the inhabitants.",
    },
    twoPart: {
      name: "two-part key",
      sentence: "A fixed part of the cost is divided by the storage space kept ready, the rest by tonnes.",
    },
    equal: { name: "in equal parts", sentence: "All municipalities pay the same." },
    standAlone: {
      name: "by stand-alone cost",
      sentence:
        "Each municipality pays the same fraction of what it would pay alone, and so saves the same percentage.",
    },
    scrb: {
      name: "marginal cost and benefit (SCRB)",
      sentence:
        "Each municipality pays its marginal cost; the rest is divided by the greatest benefit that working together brings it.",
    },
    egnsc: {
      name: "marginal cost and equal parts (EGNSC)",
      sentence: "Each municipality pays its marginal cost; the rest is borne in equal parts.",
    },
    tau: {
      name: "τ-value",
      sentence:
        "Each municipality pays between its marginal cost and the most that a group can ask of it, all in the same proportion.",
    },
    shapley: {
      name: "Shapley key",
      sentence:
        "Each municipality bears the cost it causes on average over all orders in which members could have joined.",
    },
    nucleolus: {
      name: "nucleolus",
      sentence:
        "The group with the smallest advantage is placed as well as possible, then the next, and nobody pays more than alone.",
    },
    perCapitaNucleolus: {
      name: "nucleolus per member",
      sentence: "Like the nucleolus, but the advantage of a group is divided by the number of its members.",
    },
    equalProfit: {
      name: "stable, most similar savings (EPM)",
      sentence: "Of the stable splits, the one in which the savings in percent differ least.",
    },
    nearestStable: {
      name: "nearest stable split",
      sentence: "The stable split that moves as little money as possible away from the key agreed on.",
    },
  },
  problems: {
    amountUnreadable: () => "Please enter the amount in euros, for example 1,234.56 or 1234.56.",
    amountWrong: () => "That is not your municipality’s share in this proposal. Please enter the amount with cents.",
    reasonMissing: () => "Please give your reason in a sentence or two.",
    questionMissing: () => "Please enter a question.",
    textTooLong: (length) => `2,000 characters at most; there are ${length}.`,
    codeWrong: () => "The code is wrong, has expired, or was asked for in another browser.",
    codeUsedUp: () => "This code was entered wrongly too often. Please ask for a new one.",
    codeUsed: () => "This code has been used already.",
    identityMissing: () => "Please prove who you are: the link alone is not enough.",
    otherAccount: () => "This account may not decide here. Please sign in with your own account.",
    otherProposal: () => "The confirmation belongs to another proposal.",
    codeNotEnough: () => "A code is not enough here. Please sign in.",
  },
};
