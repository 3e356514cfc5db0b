/** Who sits at the settlement's pages, and what every page of a region is made with. */
import type { Context } from "hono";
import { html } from "hono/html";
import type { Principal, Reach } from "../../domain/access.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import type { Gate } from "../approval/gate.ts";
import type { Html, PageParts } from "../page.ts";
import { SITE_WORDS } from "../words/index.ts";
import type { SettlementSpeech } from "./words/index.ts";

export type SettlementPorts = Pick<
  Ports,
  "log" | "store" | "blobs" | "clock" | "site" | "secrets" | "travelMatrix" | "engine" | "workflows" | "mailer"
>;

export const ROOT = "/abrechnung";

export interface SettlementSeat {
  readonly c: Context;
  readonly person: Principal;
  readonly speech: SettlementSpeech;
  readonly region: { readonly id: string; readonly name: string };
  readonly reach: Reach;
  /** Works with tickets: reach over the whole region and the role. */
  readonly works: boolean;
  /** Closes and corrects. */
  readonly closes: boolean;
  readonly csrf: string;
  readonly gate: Gate;
  readonly about: string;
  readonly show: (
    parts: Pick<PageParts, "title" | "main" | "refreshSeconds" | "policy">,
    status?: number,
  ) => Promise<Response>;
  /** Leads to a page of this region. */
  readonly leave: (to: string) => Response;
  readonly unknown: () => Promise<Response>;
}

export const pathOf = (region: string, rest = ""): string => `${ROOT}/${region}${rest === "" ? "" : `/${rest}`}`;

export const periodQuery = (weeks: readonly string[]): string => `?von=${weeks[0]!}&bis=${weeks.at(-1)!}`;

export function account({ name }: Principal, { language }: SettlementSpeech): Html {
  return html`<span>${name}</span>
    <form method="post" action="/sign-out">
      <button class="button quiet small">${SITE_WORDS[language].signOut}</button>
    </form>`;
}

/** Makes a route of a region: only those who may see what the cooperation costs get in. */
export type Seated = (use: (seat: SettlementSeat) => Promise<Response>) => (c: Context) => Promise<Response>;
