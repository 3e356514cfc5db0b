/** The system with a region of the Saarland's AGS that approves agreements, and an agreement that is proposed there. */
import type { Agreement } from "../../domain/agreement/agreement.ts";
import type { Principal } from "../../domain/access.ts";
import type { AgreementTerms } from "../../domain/region/settings.ts";
import type { Mail } from "../../functions/ports/mailer.ts";
import { currentOf, readRecord } from "../../functions/usecases/agreements/readAgreement.ts";
import { submit, type Submitted } from "../../functions/usecases/agreements/submit.ts";
import type { VersionKey } from "../../functions/usecases/agreements/records.ts";
import { sampleAgreement } from "./sampleAgreement.ts";
import { testSystem, type SystemOptions, type TestSystem } from "./system.ts";
import { tinyFolder } from "./tinyFolder.ts";

export const ALTDORF = "10001001";
export const BERGHEIM = "10001002";
export const CRONAU = "10001003";

/** Tests' AGS begin with 99, which is no state; working days need one. */
const inSaarland = (text: string): string => text.replaceAll("9900100", "1000100");

const NAMES: Readonly<Record<string, string>> = { [ALTDORF]: "Altdorf", [BERGHEIM]: "Bergheim", [CRONAU]: "Cronau" };

function contactsCsv(): string {
  const header =
    "id;role;municipalityAgs;name;email;language;codeEmail;deputyOf;deputyFrom;deputyUntil;source;verified";
  const row = (id: string, role: string, ags: string, more = ";;;"): string =>
    `${id};${role};${ags};${id} Person;${id}@example.org;de;${more};test;true`;
  const rows = Object.keys(NAMES).flatMap((ags) => [
    row(`mayor-${ags}`, "mayor", ags, `code-${ags}@example.com;;;`),
    row(`finance-${ags}`, "finance", ags),
  ]);
  return [
    header,
    row("dora", "dispatcher", ""),
    row("ada", "admin", ALTDORF),
    ...rows,
    row(`deputy-${ALTDORF}`, "mayor", ALTDORF, `;mayor-${ALTDORF};;`),
    row(`deputy-${BERGHEIM}`, "mayor", BERGHEIM, `;mayor-${BERGHEIM};2026-11-20;2026-12-04`),
    "",
  ].join("\n");
}

/** @param terms what the region agrees beside its limits; by default weeks are proposed by hand */
export function approvalFolder(terms: Partial<AgreementTerms> = {}): Record<string, string> {
  const files = Object.fromEntries(Object.entries(tinyFolder()).map(([name, text]) => [name, inSaarland(text)]));
  const settings = JSON.parse(files["region.json"]!) as object;
  const agreements = { proposal: "byHand", valueLimitCents: 50_000, reminderWorkingDays: [5, 8], ...terms };
  return {
    ...files,
    "region.json": JSON.stringify({ ...settings, agreements }),
    "contacts.csv": contactsCsv(),
  };
}

/** The sample: Altdorf at L2 with a standing deputy, Bergheim and Cronau at L1, and a split ready without any one of them. */
export function approvalAgreement(change: Partial<Agreement> = {}): Agreement {
  const sample = JSON.parse(inSaarland(JSON.stringify(sampleAgreement()))) as Agreement;
  const deputies = new Set([ALTDORF, BERGHEIM]);
  const fallbacks = sample.members.map(({ ags, shareCents }) => {
    const others = sample.members.filter((one) => one.ags !== ags);
    const shares = Object.fromEntries(others.map((one) => [one.ags, one.shareCents + 1000]));
    return { withoutAgs: ags, jointCostCents: 100_000 - shareCents + 2000, shares };
  });
  const members = sample.members.map((member) => ({
    ...member,
    approvers: member.approvers.map(({ deputyContactId, ...approver }) =>
      deputyContactId === undefined || !deputies.has(member.ags) ? approver : { ...approver, deputyContactId },
    ),
  }));
  return { ...sample, members, fallbacks, ...change };
}

export interface ApprovalSystem extends TestSystem {
  propose(change?: Partial<Agreement>): Promise<Submitted>;
  /** Waits until only time, and people, are waited for. */
  idle(): Promise<void>;
  /** Moves to a moment, stopping at whatever is due on the way. */
  advanceTo(moment: string): Promise<void>;
  /** State of the current version, or of the one named. */
  state(version?: number): Promise<string>;
  /** Secret of the newest link that was mailed to a contact. */
  secret(contactId: string): string;
  mailsTo(contactId: string): Mail[];
  /** Kinds of the audit log's entries. */
  logKinds(): Promise<string[]>;
}

export type ApprovalDriver = Pick<ApprovalSystem, "idle" | "advanceTo">;

/** Moves time past waits for people. */
export function approvalDriver({ clock, interpreter }: Pick<TestSystem, "clock" | "interpreter">): ApprovalDriver {
  const busy = (): boolean =>
    interpreter.journal.all<{ n: number }>("SELECT count(*) AS n FROM pending WHERE phase = 'calling'")[0]!.n > 0;
  const idle = async (): Promise<void> => {
    for (;;) {
      await interpreter.settled();
      if (!busy()) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        await interpreter.settled();
        if (!busy()) return;
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  return {
    idle,
    async advanceTo(moment) {
      const end = Date.parse(moment);
      for (;;) {
        await idle();
        const due = interpreter.nextDue();
        if (due === undefined || due > end) break;
        clock.milliseconds = Math.max(clock.milliseconds, due);
        interpreter.look();
      }
      clock.milliseconds = Math.max(clock.milliseconds, end);
    },
  };
}

/** @param folder of the region; null when it is there from an opening before */
export async function approvalSystem(
  options: SystemOptions = {},
  folder: Parameters<typeof testSystem>[0] = approvalFolder(),
): Promise<ApprovalSystem> {
  const system = await testSystem(folder, options);
  const { ports } = system;
  const { idle, advanceTo } = approvalDriver(system);
  const mailsTo = (id: string): Mail[] => system.mails.filter(({ to }) => to[0]!.address.startsWith(`${id}@`));
  return {
    ...system,
    ...{ idle, advanceTo },
    mailsTo,
    propose: async (change = {}) => {
      const submitted = await submit(ports, { agreement: approvalAgreement(change), by: "dora" });
      await idle();
      return submitted;
    },
    async state(version) {
      const { record } = await readRecord(ports.store, "tiny", "tiny-2026-W48");
      const of = record.versions.find((one) => one.version === version) ?? currentOf(record);
      return of.state;
    },
    secret(contactId) {
      const links = mailsTo(contactId).flatMap(({ text }) => [...text.matchAll(/\/a\/([A-Za-z0-9_-]{43})/g)]);
      return links.at(-1)![1]!;
    },
    async logKinds() {
      const { items } = await ports.store.query({ pk: "audit#tiny", prefix: "entry#" });
      return items.map(({ data }) => (data as { kind: string }).kind);
    },
  };
}

export const keyOf = (version = 1): VersionKey => ({ region: "tiny", agreement: "tiny-2026-W48", version });

/** Somebody who signed in with a role of a member. */
export const signedIn = (role: "mayor" | "finance", municipality: string): Principal => ({
  subject: `${role}-${municipality}`,
  name: role,
  grants: [{ role, region: "tiny", municipality }],
});
