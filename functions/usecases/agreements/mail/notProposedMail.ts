/** To the dispatchers: the split of a published week could not be proposed by itself, why, and what to do. */
import type { Agreement } from "../../../../domain/agreement/agreement.ts";
import type { Mail } from "../../../ports/mailer.ts";
import type { Recipient } from "../../mail/dispatcherMail.ts";
import type { MissingApprover } from "../propose.ts";
import { factsOf } from "./facts.ts";
import { letterMail, say, type Part } from "./letter.ts";
import { oneLine } from "./safeText.ts";

export interface NotProposed extends Pick<Agreement, "region" | "regionName" | "id" | "version" | "period"> {
  readonly week: string;
  /** Told once for a run. */
  readonly run: string;
  /** Of the dispatcher. */
  readonly contact: Recipient;
  /** Who has to be entered. */
  readonly missing: readonly MissingApprover[];
  /** Something else, as the system says it; null where somebody is missing. */
  readonly cause: string | null;
}

export function notProposedMail(told: NotProposed): Mail {
  const { contact, missing, cause, week, run, region } = told;
  const { words, period } = factsOf(told, contact.language);
  const { notProposed } = words;
  const why: Part[] =
    missing.length > 0
      ? [
          {
            kind: "list",
            items: missing.map(({ name, role }) => notProposed.missing(words.roles[role], oneLine(name))),
          },
        ]
      : [{ kind: "quote", text: cause ?? "" }];
  return letterMail(told, contact, {
    occasion: ["notProposed", run],
    subject: notProposed.subject(period),
    title: notProposed.title,
    figures: [],
    parts: [
      say(notProposed.lead(oneLine(told.regionName), period)),
      { kind: "head", text: notProposed.causeHead },
      ...why,
      { kind: "head", text: words.undeliverable.todoHead },
      {
        kind: "list",
        items: [
          missing.length > 0 ? notProposed.enter : notProposed.correct,
          notProposed.propose(`POST /api/regions/${region}/agreements {"week":"${week}"}`),
        ],
      },
    ],
  });
}
