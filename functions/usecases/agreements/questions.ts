/** Questions before a decision: everybody who is asked sees them, the dispatchers get them by mail and answer. */
import { asJson } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import { contactsOf } from "../records/contacts.ts";
import { sha256 } from "../sha256.ts";
import { missOf, openForAction } from "./amounts.ts";
import type { ActionProblem, AskOutcome, AskQuestion } from "./ballotActions.ts";
import { textOf, textProblems } from "./texts.ts";
import { questionMail } from "./mail/alertMails.ts";
import { agreementKey, type QuestionRecord } from "./records.ts";
import { all, tell, type TellPorts } from "./tell.ts";
import { subjectOf } from "./transitions.ts";

/** The amount keeps mail scanners out, which fill every form; who asks is not checked, and the mail says so. */
export async function ask(ports: TellPorts, secret: string, question: AskQuestion): Promise<AskOutcome> {
  const opened = await openForAction(ports, secret, question.version);
  if ("kind" in opened) return opened;
  const { link, view, hash } = opened;
  const miss = await missOf(ports, opened, question.client, question.amount);
  if (miss?.kind === "throttled") return { ...miss, view };
  const text = textOf(question.text);
  const problems: ActionProblem[] = [...(miss === undefined ? [] : [miss.problem]), ...textProblems("question", text)];
  if (problems.length > 0) return { kind: "problems", problems, view };
  // The same question sent twice is one.
  const id = sha256(`${hash} ${text}`).slice(0, 16);
  const { region, agreement, ags, role, contactId, version } = link;
  const record: QuestionRecord = { id, version, ags, role, contactId, text, at: ports.clock.now(), answer: null };
  await append(
    ports,
    region,
    { kind: "agreement.question", subject: subjectOf(link), data: { ags, role, contactId, textSha256: sha256(text) } },
    {
      once: `agreement.question ${agreement} ${version} ${id}`,
      also: [{ put: { ...agreementKey.question(link, id), data: asJson(record) }, expected: "absent" }],
    },
  );
  const from = view.contact.name;
  const dispatchers = await contactsOf(ports.store, region, "dispatcher");
  const { member } = view;
  await all(
    dispatchers.map((contact) => () => {
      const mail = questionMail({ agreement: view.agreement, member, role, contact, questionId: id, from, text });
      return tell(ports, view.agreement, contact, "question", mail);
    }),
  ).catch((error: unknown) => ports.log.error("question not mailed", error, { region, agreement }));
  return { kind: "asked", questionId: id };
}
