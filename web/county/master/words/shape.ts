/** What the pages of the master data say. */
export interface MasterWords {
  readonly lead: string;
  readonly files: {
    readonly head: string;
    readonly caption: string;
    readonly file: string;
    readonly rows: string;
    readonly open: string;
    readonly download: string;
    readonly downloadOf: (name: string) => string;
    readonly missing: string;
    readonly truncated: (shown: string, all: string) => string;
    readonly document: string;
  };
  /** By name of the file. */
  readonly names: Readonly<Record<string, string>>;
  readonly back: string;
  readonly upload: {
    readonly head: string;
    readonly lead: string;
    readonly label: string;
    readonly help: string;
    readonly button: string;
    readonly none: string;
    readonly empty: string;
    readonly same: string;
    readonly unknown: (file: string) => string;
    readonly apart: (file: string) => string;
    readonly twice: (file: string) => string;
    readonly stale: string;
  };
  readonly problems: {
    readonly head: (count: number) => string;
    readonly lead: string;
    readonly caption: string;
    readonly warnings: (count: number) => string;
    readonly line: string;
    readonly column: string;
    readonly row: string;
    readonly cause: string;
    readonly action: string;
    readonly again: string;
    readonly now: (count: number) => string;
  };
  readonly preview: {
    readonly head: string;
    readonly lead: string;
    readonly counts: (added: string, changed: string, removed: string) => string;
    readonly caption: (name: string) => string;
    readonly row: string;
    readonly what: string;
    readonly kinds: Readonly<Record<"added" | "changed" | "removed", string>>;
    readonly from: string;
    readonly to: string;
    readonly empty: string;
    readonly more: (rows: string) => string;
    readonly confirm: string;
    readonly cancel: string;
  };
  readonly versions: {
    readonly head: string;
    readonly lead: string;
    readonly none: string;
    readonly caption: string;
    readonly number: string;
    readonly at: string;
    readonly what: string;
    readonly undo: string;
    readonly undoOf: (version: string) => string;
    readonly restored: (version: string) => string;
    readonly undoHead: (version: string) => string;
    readonly undoLead: string;
    readonly undoConfirm: string;
    readonly nothing: string;
  };
  readonly notices: Readonly<Record<"uebernommen" | "zurueckgesetzt", string>>;
}
