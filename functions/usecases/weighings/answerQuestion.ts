/**
 * Takes an answer to a question of the work list. What settles the matter is decided as if a person had done it in the work list; what
 * does not is shown there. Whoever answers types what stands on the paper, which no program that follows links can.
 */
import type { Question } from "../../../domain/settlement/question.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import { asJson } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { decideWeighing, recordTour, resolveStuck } from "./decide.ts";
import { findWeighing, questionsOf, weighingKey } from "./records.ts";
import { situationOf } from "./situation.ts";

type AnswerPorts = Pick<Ports, "store" | "blobs" | "clock">;

/** Of one contact: those that nobody answered yet, the oldest deadline first. */
export async function openQuestions(store: Ports["store"], region: string, contactId: string): Promise<Question[]> {
  const all = await questionsOf(store, region);
  return all
    .filter((one) => one.contactId === contactId && one.answer === null)
    .sort((a, b) => (a.answerBy < b.answerBy ? -1 : 1));
}

export interface Given {
  readonly itemId: string;
  /** `weight`: of an outlier or of two tickets that contradict, kilograms on the paper. `no`: not of this cooperation, or not driven. `other`: anything else. */
  readonly kind: "weight" | "no" | "other";
  readonly text: string;
}

/** `gone`: nobody asks that any more. `form`: it is no answer. */
export type AnswerOutcome = "resolved" | "said" | "gone" | "form";

export async function answerQuestion(
  ports: AnswerPorts,
  region: string,
  contact: Pick<Contact, "id">,
  { itemId, kind, text }: Given,
): Promise<AnswerOutcome> {
  const item = await ports.store.get(weighingKey.question(region, itemId));
  const question = (await openQuestions(ports.store, region, contact.id)).find((one) => one.itemId === itemId);
  if (item === undefined || question === undefined) return "gone";
  const said = text.trim().slice(0, 500);
  const by = `contact:${contact.id}`;
  const netKg = kind === "weight" ? kgOf(said) : undefined;
  if (kind === "weight" ? netKg === undefined : said.length < 3) return "form";
  const settles = await settle(ports, region, question, { kind, netKg, reason: said, by });
  const answerText = kind === "weight" ? `Auf dem Schein stehen ${netKg} kg netto.` : said;
  const answer = { kind: settles ? ("resolved" as const) : ("said" as const), text: answerText, at: ports.clock.now() };
  const put = { ...weighingKey.question(region, itemId), data: asJson({ ...question, answer }) };
  const content = {
    kind: "weighing.answered",
    subject: `weighings/${question.ticketId ?? question.tourId ?? ""}`.slice(0, 200),
    data: { code: question.code, answer: answer.kind, text: answerText, by },
  };
  const outcome = await append(ports, region, content, { also: [{ put, expected: item.version }] });
  return outcome.kind === "appended" ? answer.kind : "gone";
}

interface Meant {
  readonly kind: Given["kind"];
  readonly netKg: number | undefined;
  readonly reason: string;
  readonly by: string;
}

/** @returns whether the matter is settled by it */
async function settle(
  ports: AnswerPorts,
  region: string,
  { itemId, code, week, ticketId, tourId, facts }: Question,
  { kind, netKg, reason, by }: Meant,
): Promise<boolean> {
  if (code === "ticket.outlier" && kind === "weight" && netKg === facts["netKg"]) {
    await decideWeighing(ports, region, { ticket: ticketId!, decision: { kind: "confirm" }, by });
    return true;
  }
  if (code === "ticket.contradiction" && kind === "weight") {
    const first = (await findWeighing(ports.store, region, ticketId!))?.weighing.ticket.netKg;
    // Where both weigh the same it is something else that they differ in.
    if (first === undefined || first === facts["netKg"] || (netKg !== first && netKg !== facts["netKg"])) return false;
    const [, id = ""] = itemId.split(":");
    const said = `Auf dem Papier stehen ${netKg} kg netto.`;
    await resolveStuck(ports, region, { id, kind: netKg === first ? "drop" : "take", reason: said, by });
    return true;
  }
  if (code === "ticket.unmatched" && kind === "no") {
    await decideWeighing(ports, region, { ticket: ticketId!, decision: { kind: "void", reason }, by });
    return true;
  }
  // A tour of which another load was weighed was driven: that needs somebody who looks.
  if (code === "tour.withoutWeighing" && kind === "no" && !(await isWeighed(ports, region, week, tourId!))) {
    await recordTour(ports, region, { week, tourId: tourId!, fate: { kind: "cancelled", reason }, by });
    return true;
  }
  return false;
}

async function isWeighed(ports: AnswerPorts, region: string, week: string, tourId: string): Promise<boolean> {
  const { matched } = await situationOf(ports, region, [week]);
  return matched.some(({ match }) => match?.tourId === tourId);
}

/** `14.060`, `14060 kg`; undefined for what is no weight. */
function kgOf(text: string): number | undefined {
  const bare = text.replace(/\s*kg$/i, "").replaceAll(/[.\s'’\u202f\u00a0]/g, "");
  return /^\d{1,6}$/.test(bare) ? Number(bare) : undefined;
}
