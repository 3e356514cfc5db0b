/** What a map says. A text that is missing is a type error. */
export interface MapWords {
  readonly list: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly close: string;
  /** How it is moved by keyboard. */
  readonly keys: string;
  readonly place: string;
  readonly number: string;
  readonly source: string;
}
