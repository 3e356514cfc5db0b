/** Names of what a function finds in its environment; the deployment sets exactly those it needs (constructs/environment.ts). */
export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`the environment of this function lacks ${name}`);
  return value;
}

/**
 * How long a client waits for an answer, and how often it asks: the API's functions have ten seconds in all, so that a caller
 * is told what happened instead of being cut off.
 */
export const patience = (seconds: number, attempts: number) => ({
  maxAttempts: attempts,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: seconds * 1_000, throwOnRequestTimeout: true },
});
