/** Who may report for which storage: whoever holds the sticker's address, or whoever signed in with a right that reaches it. */
import { reachOf, reaches, type Principal, type Reach } from "../../domain/access.ts";
import type { StorageReport } from "../../functions/usecases/reports/reportStorage.ts";
import type { StorageView } from "../../functions/usecases/reports/readStorage.ts";
import { REPORTERS } from "../home.ts";
import type { YardActions } from "./actions.ts";

export interface Door extends Pick<StorageReport, "region" | "storageId" | "reach" | "sender" | "channel"> {
  readonly view: StorageView;
  /** Of its page. */
  readonly path: string;
  /** What tokens of its forms are made for. */
  readonly about: string;
}

export type DoorOutcome =
  ({ readonly kind: "open" } & Door) | { readonly kind: "unknown" | "withdrawn" } | { readonly kind: "signIn" };

/** Its right is the storage it hangs on, and whoever scans it stays unknown. */
const STICKER_REACH: Reach = { kind: "region" };
const STICKER_SENDER = "Aufkleber";

export const stickerPath = (token: string): string => `/m/${token}`;
export const storagePath = (region: string, storage: string): string => `/meldung/${region}/${storage}`;

export async function stickerDoor(actions: YardActions, token: string): Promise<DoorOutcome> {
  const opened = await actions.open(token);
  if (opened.kind !== "open") return { kind: opened.kind };
  const { region, storageId } = opened;
  const view = await actions.storage(region, storageId);
  if (view === undefined) return { kind: "unknown" };
  const right = { reach: STICKER_REACH, sender: STICKER_SENDER, channel: "sticker" as const };
  return { kind: "open", region, storageId, view, ...right, path: stickerPath(token), about: token };
}

/** What someone may not report for is as unknown as what is not there. */
export async function signedInDoor(
  actions: YardActions,
  principal: Principal | undefined,
  region: string,
  storageId: string,
): Promise<DoorOutcome> {
  if (principal === undefined) return { kind: "signIn" };
  const reach = reachOf(principal, region, REPORTERS);
  const view = reach.kind === "none" ? undefined : await actions.storage(region, storageId);
  if (view === undefined || !reaches(reach, view.served)) return { kind: "unknown" };
  const right = { reach, sender: principal.name, channel: "form" as const };
  const about = `${region} ${storageId} ${principal.subject}`;
  return { kind: "open", region, storageId, view, ...right, path: storagePath(region, storageId), about };
}

/** Regions in which someone reports, in the order of their grants. */
export function regionsOf(principal: Principal): string[] {
  const regions = principal.grants.filter(({ role }) => REPORTERS.includes(role)).map(({ region }) => region);
  return [...new Set(regions)];
}
