/** What the public page and the list of open data say. A text that is missing is a type error. */
import type { Dataset, FileFormat } from "../../../functions/usecases/openData/files.ts";
import type { PublicFacility, PublicPoint } from "../../../functions/usecases/openData/figures.ts";

export interface OpenWords {
  readonly title: string;
  readonly trail: string;
  readonly home: string;
  readonly choose: { readonly label: string; readonly region: string; readonly show: string };
  municipalities(count: number): string;
  points(count: number): string;
  readonly head: {
    saves(name: string, amount: string, weeks: string): string;
    level(name: string, weeks: string): string;
  };
  readonly lead: string;
  readonly figures: {
    readonly money: string;
    readonly distance: string;
    readonly co2: string;
    readonly less: string;
    readonly more: string;
    instead(joint: string, alone: string): string;
    part(percent: string): string;
    readonly noSaving: string;
    /** After a refusal: who shares, and what is left out. */
    fewer(sharing: number, planned: number): string;
    readonly unknown: string;
  };
  readonly how: { readonly head: string; readonly sentences: readonly [string, string, string] };
  readonly months: {
    readonly head: string;
    readonly chart: string;
    readonly caption: string;
    readonly month: string;
    readonly weighed: string;
    readonly expected: string;
    readonly weeks: string;
    readonly note: string;
    readonly names: readonly string[];
    said(weighed: string | null, expected: string | null): string;
    readonly none: string;
  };
  readonly plans: {
    readonly head: string;
    readonly caption: string;
    readonly members: string;
    of(sharing: number, planned: number): string;
    readonly period: string;
    readonly money: string;
    readonly distance: string;
    readonly co2: string;
    readonly hash: string;
    readonly note: string;
  };
  readonly map: {
    readonly head: string;
    readonly title: string;
    readonly areas: string;
    readonly points: string;
    readonly facilities: string;
    readonly municipality: string;
    readonly status: string;
    readonly kind: string;
    readonly statuses: Readonly<Record<PublicPoint["status"], string>>;
    readonly kinds: Readonly<Record<PublicFacility["kind"], string>>;
  };
  readonly check: {
    readonly head: string;
    readonly text: string;
    readonly data: string;
    readonly keys: string;
    readonly shares: string;
  };
  readonly empty: { readonly noRegion: string; readonly noRegionLead: string; readonly noPlan: string };
  readonly unknown: { readonly head: string; readonly back: string };
  readonly data: {
    readonly title: string;
    readonly head: string;
    readonly lead: string;
    readonly licence: string;
    readonly publisher: string;
    readonly unnamed: string;
    readonly stable: string;
    readonly catalog: string;
    readonly caption: string;
    readonly dataset: string;
    readonly file: string;
    readonly datasets: Readonly<Record<Dataset, string>>;
    readonly about: Readonly<Record<Dataset, string>>;
    readonly formats: Readonly<Record<FileFormat, string>>;
    readonly none: string;
    readonly sources: string;
    readonly german: string;
  };
}
