/** Tells members and dispatchers how a vote ended. */
import type { Agreement, AgreementMember } from "../../../domain/agreement/agreement.ts";
import { allContacts } from "../records/contacts.ts";
import { resultMail } from "./mail/outcomeMails.ts";
import type { Result } from "./mail/words/shape.ts";
import { currentOf, readProposal, readRecord, versionOf } from "./readAgreement.ts";
import type { VersionKey } from "./records.ts";
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
  const fallbackFollows = currentOf(record).version > key.version;
  const contacts = await allContacts(ports.store, key.region);
  let told = 0;
  const sends = agreement.members.flatMap((member) =>
    contacts
      .filter(({ role, municipalityAgs }) => TOLD.has(role) && municipalityAgs === member.ags)
      .map((contact) => async () => {
        const mail = resultMail({ agreement, member, contact, result, members: against, fallbackFollows });
        if (await tell(ports, agreement, contact, "result", mail)) told++;
      }),
  );
  const dispatchers = contacts
    .filter(({ role }) => role === "dispatcher")
    .map((contact) => async () => {
      const mail = resultMail({
        agreement,
        member: wholeOf(agreement),
        contact,
        result,
        members: against,
        fallbackFollows,
      });
      if (await tell(ports, agreement, contact, "result", mail)) told++;
    });
  await all([...sends, ...dispatchers]);
  if (result !== "approved")
    await changeVersion(ports, key, (before) => (before.told ? undefined : { ...before, told: true }));
  return { told };
}

/** For those who answer for the whole region: its figures as if it were one member. */
function wholeOf({ members, jointCostCents, regionName, region }: Agreement): AgreementMember {
  const standAloneCostCents = members.reduce((sum, one) => sum + one.standAloneCostCents, 0);
  return { ...members[0]!, ags: region, name: regionName, shareCents: jointCostCents, standAloneCostCents };
}
