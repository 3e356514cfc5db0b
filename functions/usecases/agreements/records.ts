/**
 * What is kept of agreements. A region's partition holds one record of each agreement with the state of all its versions; an
 * agreement's own partition holds what belongs to it: proposals, ballots, tokens of waits, questions, marks. Links and codes are
 * kept as hashes of their secrets.
 */
import * as z from "zod";
import { AGREEMENT_KINDS, Agreement, ApproverRole, Level, ReaderRole } from "../../../domain/agreement/agreement.ts";
import { Ballot } from "../../../domain/agreement/ballot.ts";
import { STATES } from "../../../domain/agreement/stateMachine.ts";
import type { Key } from "../../ports/store.ts";
import { regionPk } from "../records/keys.ts";
import { PasskeyOf, PasskeyProof } from "./passkeys/records.ts";

const linked = {
  region: z.string(),
  agreement: z.string(),
  version: z.int(),
  ags: z.string(),
  level: Level,
  contactId: z.string(),
  expiresAt: z.string(),
};

/** Opens the page on which its role decides. */
export const DecideLink = z.strictObject({ ...linked, role: ApproverRole, deputy: z.boolean() });
export type DecideLink = z.infer<typeof DecideLink>;

/** Opens the page for administration or finance to read and comment, before anybody decides. It decides nothing, ever. */
export const CommentLink = z.strictObject({ ...linked, role: z.enum(["admin", "finance"]), comment: z.literal(true) });
export type CommentLink = z.infer<typeof CommentLink>;

export const LinkRecord = z.union([CommentLink, DecideLink]);
export type LinkRecord = z.infer<typeof LinkRecord>;

export const isComment = (link: LinkRecord): link is CommentLink => "comment" in link;

/** Names a version of an agreement in payloads. */
export const VersionKey = z.object({ region: z.string(), agreement: z.string(), version: z.int().min(1) });
export type VersionKey = z.infer<typeof VersionKey>;

/** Names the one decision that a role of a member has in a version. */
export const BallotKey = VersionKey.extend({ ags: z.string(), role: ApproverRole });
export type BallotKey = z.infer<typeof BallotKey>;

export const VersionState = z.strictObject({
  version: z.int().min(1),
  state: z.enum(STATES),
  /** Of the proposal, over its canonical JSON. */
  sha256: z.string(),
  /** Opaque id of the workflow's execution; null until it was started. */
  execution: z.string().nullable(),
  openedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** Names of members that refused, or said nothing until the deadline. */
  against: z.array(z.string()),
  /** Why it was taken back; German. */
  reason: z.string().nullable(),
  /** Whether everybody was told how it ended. */
  told: z.boolean(),
});
export type VersionState = z.infer<typeof VersionState>;

export const PaperRecord = z.strictObject({
  scanSha256: z.string(),
  scanBlob: z.string(),
  contentType: z.string(),
  resolutionDate: z.string(),
  supervisoryDate: z.string(),
  publicationDate: z.string(),
});
export type PaperRecord = z.infer<typeof PaperRecord>;

export const AgreementRecord = z.strictObject({
  region: z.string(),
  id: z.string(),
  kind: z.enum(AGREEMENT_KINDS),
  /** Oldest first; the last one is the current one. */
  versions: z.array(VersionState).min(1),
  /** Of the current version. */
  paper: PaperRecord.nullable(),
});
export type AgreementRecord = z.infer<typeof AgreementRecord>;

/** How somebody proved who they are. */
export const IDENTITY_KINDS = ["code", "signIn", "passkey"] as const;

export const BallotRecord = z.strictObject({
  version: z.int(),
  ballot: Ballot,
  level: Level,
  proposalSha256: z.string(),
  identity: z.enum(IDENTITY_KINDS),
  /** Subject of the sign-in or id of the passkey; null with a code. */
  identityId: z.string().nullable(),
  /** What a passkey signed; absent without one. */
  passkey: PasskeyProof.optional(),
  /** Absent in records from before it was kept. */
  passkeyOf: PasskeyOf.optional(),
});
export type BallotRecord = z.infer<typeof BallotRecord>;

export const ProposalRecord = z.strictObject({ agreement: Agreement, sha256: z.string() });

export const QuestionRecord = z.strictObject({
  id: z.string(),
  version: z.int(),
  ags: z.string(),
  role: ReaderRole,
  contactId: z.string(),
  text: z.string(),
  at: z.string(),
  answer: z.strictObject({ text: z.string(), at: z.string(), by: z.string() }).nullable(),
  /** A comment, from before anybody decided. */
  early: z.literal(true).optional(),
});
export type QuestionRecord = z.infer<typeof QuestionRecord>;

export const WaitRecord = z.strictObject({ token: z.string(), until: z.string() });
export type WaitRecord = z.infer<typeof WaitRecord>;

/** A mail to whoever was asked did not arrive. */
export const UndeliverableRecord = z.strictObject({ contactId: z.string(), at: z.string(), cause: z.string() });
export type UndeliverableRecord = z.infer<typeof UndeliverableRecord>;

/** Index by which whoever looks after them finds agreements that have not ended, whatever their region. */
export const LIVE_INDEX = "agreements#live";
/** Index of decisions whose callback or receipt is still due. */
export const DUE_INDEX = "agreements#due";

export const agreementPk = (region: string, agreement: string): string => `agreement#${region}#${agreement}`;

/** Numbers sort as text. */
const number = (version: number): string => String(version).padStart(5, "0");

type OfVersion = Pick<VersionKey, "region" | "agreement" | "version">;

const within = ({ region, agreement, version }: OfVersion, kind: string, ...rest: string[]): Key => ({
  pk: agreementPk(region, agreement),
  sk: [kind, number(version), ...rest].join("#"),
});

export const agreementKey = {
  /** @param hash HMAC of the link's secret */
  link: (hash: string): Key => ({ pk: `link#${hash}`, sk: "link" }),
  /** Codes sent for a link, for one browser each. */
  code: (hash: string, client: string): Key => ({ pk: `link#${hash}`, sk: `code#${client}` }),
  /** When codes were sent for a link. */
  codes: (hash: string): Key => ({ pk: `link#${hash}`, sk: "codes" }),
  /** Wrong amounts typed in one browser. */
  tries: (hash: string, client: string): Key => ({ pk: `link#${hash}`, sk: `tries#${client}` }),
  record: (region: string, agreement: string): Key => ({ pk: regionPk(region), sk: `agreement#${agreement}` }),
  proposal: (at: OfVersion): Key => within(at, "proposal"),
  /** The system's signature over a proposal. */
  signature: (at: OfVersion): Key => within(at, "signature"),
  ballot: ({ ags, role, ...at }: BallotKey): Key => within(at, "ballot", ags, role),
  wait: ({ ags, role, ...at }: BallotKey): Key => within(at, "wait", ags, role),
  /** That callback and receipt of a decision are due. */
  due: ({ ags, role, ...at }: BallotKey): Key => within(at, "due", ags, role),
  undeliverable: ({ ags, role, ...at }: BallotKey, contactId: string): Key =>
    within(at, "undeliverable", ags, role, contactId),
  question: (at: OfVersion, id: string): Key => within(at, "question", id),
};

export const RECORD_PREFIX = "agreement#";
export const versionPrefix = (kind: string, version: number): string => `${kind}#${number(version)}`;

/** Names in the audit log under which a decision is written down once. */
export const decidedOnce = ({ agreement, version, ags, role }: BallotKey): string =>
  `agreement.decided ${agreement} ${version} ${ags} ${role}`;
