/** Several mails, none of which waits for the others. */
import { MailWaiting } from "./sendOnce.ts";

/**
 * Does all of them, and throws the first failure afterwards: one mailbox is no reason to leave the others without theirs. That a mail
 * waits for its next attempt is thrown only where nothing worse happened.
 */
export async function sendEach(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: { readonly error: unknown }[] = [];
  for (const task of tasks) await task().catch((error: unknown) => failures.push({ error }));
  const worst = failures.find(({ error }) => !(error instanceof MailWaiting)) ?? failures[0];
  if (worst !== undefined) throw worst.error;
}
