/** What the frame of the handbook says; the handbook itself is German. A text that is missing is a type error. */
export interface HelpWords {
  readonly title: string;
  /** Label of the list of the handbook's pages. */
  readonly pages: string;
  /** Label of a page's table of contents. */
  readonly contents: string;
  /** Says that the text is German; null where that needs no saying. */
  readonly german: string | null;
  readonly missing: { readonly title: string; readonly head: string; readonly lead: string };
}
