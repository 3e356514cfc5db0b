/**
 * Questions before a decision, and comments before anybody decides: everybody who reads the proposal sees them, the dispatchers
 * and the administration get them by mail, and answer.
 */
import type { Contact } from "../../../domain/region/contacts.ts";
import { asJson, type Write } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import { allContacts } from "../records/contacts.ts";
import { sha256 } from "../sha256.ts";
import { missOf, openForWords } from "./amounts.ts";
import type { ActionProblem, AskOutcome, AskQuestion } from "./ballotActions.ts";
import { textOf, textProblems } from "./texts.ts";
import { memberOf } from "./asked.ts";
import { readProposal, readQuestions } from "./readAgreement.ts";
import { questionMail } from "./mail/alertMails.ts";
import { problemOf } from "./problems.ts";
import { provenBy } from "./proof.ts";
import { agreementKey, isComment, type LinkRecord, type QuestionRecord, type VersionKey } from "./records.ts";
import { all, tell, type TellPorts } from "./tell.ts";
import { subjectOf } from "./transitions.ts";

/** Whoever asks proves who they are, as for a decision: the link alone, and the amount that its page shows, write nothing. */
export async function ask(ports: TellPorts, secret: string, question: AskQuestion): Promise<AskOutcome> {
  const opened = await openForWords(ports, secret, question.version);
  if ("kind" in opened) return opened;
  const { link, view, hash } = opened;
  const miss = await missOf(ports, opened, question.client, question.amount);
  if (miss?.kind === "throttled") return { ...miss, view };
  const text = textOf(question.text);
  const problems: ActionProblem[] = [...(miss === undefined ? [] : [miss.problem]), ...textProblems("question", text)];
  if (problems.length > 0) return { kind: "problems", problems, view };
  // The same question sent twice is one, though its code is used up by then.
  const id = sha256(`${hash} ${text}`).slice(0, 16);
  const { region, agreement } = link;
  if ((await ports.store.get(agreementKey.question(link, id))) === undefined) {
    const proven = await provenBy(ports, opened, question);
    const problem = proven.kind === "missing" ? proven.problem : await keep(ports, link, { id, text, use: proven.use });
    if (problem !== undefined) return { kind: "problems", problems: [problem], view };
  }
  await sendQuestions(ports, link).catch((error: unknown) =>
    ports.log.error("question not mailed", error, { region, agreement }),
  );
  return { kind: "asked", questionId: id };
}

/** To those who answer, what they have not got yet; the reconciler sends what a mail service did not take at first. */
export async function sendQuestions(ports: TellPorts, key: VersionKey): Promise<void> {
  const questions = await readQuestions(ports.store, key);
  if (questions.length === 0) return;
  const { agreement } = await readProposal(ports.store, key);
  const contacts = await allContacts(ports.store, key.region);
  const mails = questions.flatMap(({ id, ags, role, contactId, text, early }) =>
    contacts
      .filter((one) => isAnswering(one, ags))
      .map((contact) => () => {
        const from = contacts.find((one) => one.id === contactId)?.name ?? contactId;
        const member = memberOf(agreement, ags);
        const asked = { agreement, member, role, contact, questionId: id, from, text };
        const mail = questionMail({ ...asked, ...(early === undefined ? {} : { early }) });
        return tell(ports, agreement, contact, "question", mail);
      }),
  );
  await all(mails);
}

/** Dispatchers, and the administration of the region and of the member that speaks. */
function isAnswering({ role, municipalityAgs }: Contact, ags: string): boolean {
  return role === "dispatcher" || (role === "admin" && (municipalityAgs === undefined || municipalityAgs === ags));
}

interface Kept {
  readonly id: string;
  readonly text: string;
  readonly use: Write | undefined;
}

/** @returns what was in the way */
async function keep(ports: TellPorts, link: LinkRecord, { id, text, use }: Kept): Promise<ActionProblem | undefined> {
  const { region, agreement, ags, role, contactId, version } = link;
  const early = isComment(link) ? { early: true as const } : {};
  const at = ports.clock.now();
  const record: QuestionRecord = { id, version, ags, role, contactId, text, at, answer: null, ...early };
  const outcome = await append(
    ports,
    region,
    {
      kind: isComment(link) ? "agreement.comment" : "agreement.question",
      subject: subjectOf(link),
      data: { ags, role, contactId, textSha256: sha256(text) },
    },
    {
      once: `agreement.question ${agreement} ${version} ${id}`,
      also: [
        { put: { ...agreementKey.question(link, id), data: asJson(record) }, expected: "absent" },
        ...(use === undefined ? [] : [use]),
      ],
    },
  );
  return outcome.kind === "conflict" ? problemOf("code", "codeUsed") : undefined;
}
