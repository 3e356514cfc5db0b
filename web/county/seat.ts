/** Who sits at the administration's pages, and what every page of a region is made with. */
import type { Context } from "hono";
import type { Principal } from "../../domain/access.ts";
import type { CountyRegion } from "../../functions/usecases/county/regions.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import type { Gate } from "../approval/gate.ts";
import type { Html, PageParts } from "../page.ts";
import type { CountySpeech, Section } from "./words/index.ts";

export type CountyPorts = Pick<
  Ports,
  "log" | "store" | "blobs" | "clock" | "site" | "secrets" | "workflows" | "engine"
>;

export interface Seat {
  readonly c: Context;
  readonly person: Principal;
  readonly speech: CountySpeech;
  readonly region: CountyRegion;
  /** Of the page's forms. */
  readonly csrf: string;
  /** Answers with a page of this region. */
  readonly show: (parts: PageParts, status?: number) => Promise<Response>;
  /** Leads to a page of this region: `schluessel?erledigt=revoked`. */
  readonly leave: (to: string) => Response;
  readonly gate: Gate;
  /** What the tokens of its forms are made for. */
  readonly about: string;
}

/** What a part of the pages shows: its heading and content, and more for the policy where it needs it. */
export interface Shown {
  readonly head: string;
  readonly main: Html;
  readonly policy?: readonly string[];
  /** The page asks again after so many seconds. */
  readonly refreshSeconds?: number;
}

/** Makes a route of a page: only the region's administration gets in. */
export type ForAdmin = (
  section: Section,
  use: (seat: PageSeat) => Promise<Response>,
) => (c: Context) => Promise<Response>;

export interface PageSeat extends Seat {
  /** Answers with a page of this part. */
  readonly answer: (shown: Shown, status?: number) => Promise<Response>;
  /** Nothing is at this address. */
  readonly unknown: () => Promise<Response>;
}

export interface PartOptions {
  readonly ports: CountyPorts;
  readonly forAdmin: ForAdmin;
}

export const ROOT = "/verwaltung";
export const pathOf = (region: string, section = ""): string =>
  section === "" ? `${ROOT}/${region}` : `${ROOT}/${region}/${section}`;
