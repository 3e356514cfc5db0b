/** What the yard's pages are made from. */
import type { Contamination } from "../../domain/region/reports.ts";
import type { Speech } from "../language/speech.ts";
import type { FillChoice, YardWords } from "./words/index.ts";

export type YardSpeech = Speech<YardWords>;

/** What a form is filled in with; nothing at first. */
export interface Filled {
  readonly fill?: FillChoice | undefined;
  readonly contamination?: Contamination | undefined;
}

export interface FormParts {
  /** Where it is sent: the page's own path. */
  readonly path: string;
  readonly csrf: string;
  /** Of this form alone: sent twice, it counts once. */
  readonly key: string;
  readonly filled: Filled;
  readonly miss?: string | undefined;
}
