/** Names of what a function finds in its environment; the deployment sets exactly those it needs (constructs/environment.ts). */
export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`the environment of this function lacks ${name}`);
  return value;
}

/** Of every client: fail in time to answer within the function's own limit, after a few tries. */
export const CLIENT = { maxAttempts: 4, requestHandler: { connectionTimeout: 1_000, requestTimeout: 8_000 } };
