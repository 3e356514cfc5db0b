/** Tells members and dispatchers how a vote ended. */
import { FEWEST_MEMBERS, type Agreement, type AgreementMember } from "../../../domain/agreement/agreement.ts";
import { isNotice } from "../../../domain/agreement/level.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import { allContacts } from "../records/contacts.ts";
import { noticeMail } from "./mail/informationMails.ts";
import { resultMail, type ResultMail } from "./mail/outcomeMails.ts";
import type { Result } from "./mail/words/shape.ts";
import { currentOf, readProposal, readRecord, versionOf } from "./readAgreement.ts";
import type { AgreementRecord, VersionKey } from "./records.ts";
import { all, tell, type TellPorts } from "./tell.ts";
import { changeVersion } from "./transitions.ts";

/** A vote that was overtaken or taken back ends without a mail: the new version, or who took it back, says so. */
const RESULTS: Readonly<Record<string, Result>> = {
  approved: "approved",
  inForce: "inForce",
  refused: "refused",
  lapsed: "lapsed",
};

const TOLD: ReadonlySet<string> = new Set(["mayor", "finance", "admin"]);

export async function notifyResult(ports: TellPorts, key: VersionKey): Promise<{ told: number }> {
  const { agreement } = await readProposal(ports.store, key);
  const { record } = await readRecord(ports.store, key.region, key.agreement);
  const { state, against } = versionOf(record, key.version);
  const result = RESULTS[state];
  if (result === undefined) return { told: 0 };
  const next = nextOf(agreement, record, key);
  const contacts = await allContacts(ports.store, key.region);
  const notice = isNotice(agreement.members);
  const mailOf = (member: AgreementMember, contact: Contact) =>
    notice
      ? noticeMail({ agreement, member, contact })
      : resultMail({ agreement, member, contact, result, members: against, next });
  let told = 0;
  const send = (member: AgreementMember, contact: Contact) => async (): Promise<void> => {
    if (await tell(ports, agreement, contact, notice ? "notice" : "result", mailOf(member, contact))) told++;
  };
  const sends = agreement.members.flatMap((member) =>
    contacts
      .filter(({ role, municipalityAgs }) => TOLD.has(role) && municipalityAgs === member.ags)
      // Deputies stand in for those who decide; a notice asks for nothing.
      .filter(({ deputyOf }) => !notice || deputyOf === undefined)
      .map((contact) => send(member, contact)),
  );
  const dispatchers = contacts
    .filter(({ role }) => role === "dispatcher")
    .map((contact) => send(wholeOf(agreement), contact));
  await all([...sends, ...dispatchers]);
  if (result !== "approved")
    await changeVersion(ports, key, (before) => (before.told ? undefined : { ...before, told: true }));
  return { told };
}

function nextOf({ members }: Agreement, record: AgreementRecord, { version }: VersionKey): ResultMail["next"] {
  if (currentOf(record).version > version) return "fallback";
  const { state, against } = versionOf(record, version);
  const failed = state === "refused" || state === "lapsed";
  return failed && members.length - against.length < FEWEST_MEMBERS ? "tooFew" : "none";
}

/** For those who answer for the whole region: its figures as if it were one member. */
function wholeOf({ members, jointCostCents, regionName, region }: Agreement): AgreementMember {
  const standAloneCostCents = members.reduce((sum, one) => sum + one.standAloneCostCents, 0);
  return { ...members[0]!, ags: region, name: regionName, shareCents: jointCostCents, standAloneCostCents };
}
