/** What a command may touch of the terminal; tests hand in their own. */
export interface CliIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Progress is drawn only on a terminal. */
  readonly isTerminal: boolean;
  readonly columns: number;
  /** Calls `handler` at Ctrl-C instead of ending the program, until the returned function is called. */
  readonly onInterrupt?: (handler: () => void) => () => void;
}

/** Exit codes of every command. */
export const EXIT = { ok: 0, failed: 1, badInput: 2, infeasible: 3 } as const;

/** A command gets its arguments and returns an exit code. */
export type Command = (args: readonly string[], io: CliIo) => Promise<number>;
