/**
 * The typed amount and its misses. Misses are counted by link and browser: whoever guesses must wait, and a human in another
 * browser goes on. Nothing but these counters changes by a wrong amount.
 */
import { checkTypedAmount } from "../../../domain/agreement/typedAmount.ts";
import { asJson } from "../../ports/store.ts";
import { update } from "../records/update.ts";
import { alertDispatchers, type TryPorts } from "./alerts.ts";
import type { ActionProblem, Refusal } from "./ballotActions.ts";
import { viewOf, type KnownBallot } from "./ballotView.ts";
import { openLink } from "./links.ts";
import { problemOf } from "./problems.ts";
import { agreementKey, isComment, type DecideLink, type LinkRecord } from "./records.ts";
import { sha256 } from "../sha256.ts";

/** So many misses are borne before a browser must wait. */
export const MOST_MISSES = 5;
const WAIT_MS = 15 * 60_000;
const FORGET_SECONDS = 86_400;

interface Tries {
  readonly misses: number;
  /** RFC 3339; null while none must wait. */
  readonly until: string | null;
}

export interface Opened<L extends LinkRecord = DecideLink> {
  readonly link: L;
  /** Of the link's secret. */
  readonly hash: string;
  readonly view: KnownBallot;
}

/** A link under which something can be done now, or what is in the way. */
export async function openForAction(
  ports: TryPorts,
  secret: string,
  version: number | undefined,
): Promise<Opened | Extract<Refusal, { kind: "unknown" | "closed" }>> {
  const opened = await openLink(ports, secret, ports.clock.now());
  if (opened.kind === "unknown") return { kind: "unknown" };
  const { link, hash } = opened;
  const view = await viewOf(ports, link);
  const open = view.standing.kind === "open" && (version === undefined || version === link.version);
  return open && !isComment(link) ? { link, hash, view } : { kind: "closed", view };
}

/** A link under which something can be said now: asked while voting goes on, commented before. */
export async function openForWords(
  ports: TryPorts,
  secret: string,
  version: number | undefined,
): Promise<Opened<LinkRecord> | Extract<Refusal, { kind: "unknown" | "closed" }>> {
  const opened = await openLink(ports, secret, ports.clock.now());
  if (opened.kind === "unknown") return { kind: "unknown" };
  const { link, hash } = opened;
  const view = await viewOf(ports, link);
  const { standing } = view;
  const open = standing.kind === "open" || (standing.kind === "early" && standing.comment === "open");
  return open && (version === undefined || version === link.version) ? { link, hash, view } : { kind: "closed", view };
}

export interface TypedOnPage {
  readonly client: string;
  /** That the browser is in, shortened (local/gateway/network.ts); kept as a hash alone, and only for a code. */
  readonly network?: string;
  /** Of the proposal that the form showed. */
  readonly version?: number;
  readonly amount: string;
}

export type AmountOutcome = { readonly kind: "right"; readonly view: KnownBallot } | Refusal;

/** The first step on the page: whether the amount is right. Decides nothing. */
export async function checkAmount(ports: TryPorts, secret: string, typed: TypedOnPage): Promise<AmountOutcome> {
  const opened = await openWithAmount(ports, secret, typed);
  return "kind" in opened ? opened : { kind: "right", view: opened.view };
}

/** A link under which something can be done or said now, with the right amount, or what is in the way. */
export async function openWithAmount(
  ports: TryPorts,
  secret: string,
  { client, version, amount }: TypedOnPage,
): Promise<Opened<LinkRecord> | Refusal> {
  const opened = await openForWords(ports, secret, version);
  if ("kind" in opened) return opened;
  const miss = await missOf(ports, opened, client, amount);
  if (miss === undefined) return opened;
  const { view } = opened;
  if (miss.kind === "throttled") return { ...miss, view };
  return { kind: "problems", problems: [miss.problem], view };
}

export type Miss =
  { readonly kind: "throttled"; readonly until: string } | { readonly kind: "wrong"; readonly problem: ActionProblem };

/** Undefined when the amount is right. */
export async function missOf(
  ports: TryPorts,
  { link, hash, view }: Opened<LinkRecord>,
  client: string,
  amount: string,
): Promise<Miss | undefined> {
  const now = Date.parse(ports.clock.now());
  const at = agreementKey.tries(hash, sha256(client).slice(0, 32));
  const before = (await ports.store.get(at))?.data as unknown as Tries | undefined;
  if (before !== undefined && before.until !== null && now < Date.parse(before.until))
    return { kind: "throttled", until: before.until };
  const check = checkTypedAmount(amount, view.member.shareCents);
  if (check === "right") return undefined;
  const expiresAt = Math.floor(now / 1000) + FORGET_SECONDS;
  const data = (await update(ports.store, at, (current) => {
    const { misses = 0 } = (current?.data ?? {}) as Partial<Tries>;
    const over = (misses + 1) % MOST_MISSES === 0;
    const until = over ? new Date(now + WAIT_MS).toISOString() : null;
    return { data: asJson({ misses: misses + 1, until }), expiresAt };
  })) as unknown as Tries;
  if (data.until !== null) await alertOfMisses(ports, link, view, data.misses);
  return { kind: "wrong", problem: problemOf("amount", check === "wrong" ? "amountWrong" : "amountUnreadable") };
}

async function alertOfMisses(ports: TryPorts, link: LinkRecord, view: KnownBallot, misses: number): Promise<void> {
  const { agreement, member } = view;
  const about = { region: link.region, agreement: agreement.id, ags: member.ags, role: link.role };
  ports.log.info("wrong amounts", { ...about, misses });
  await alertDispatchers(ports, link, "guessing", misses);
}
