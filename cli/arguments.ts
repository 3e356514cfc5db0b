/** Reading numbers and places from the command line; a fault is thrown the way `parseArgs` does. */
export class UsageError extends Error {
  readonly code = "ERR_PARSE_ARGS_VALUE";
}

/** A whole number of at least `least`; `undefined` when the option was not given. */
export function wholeNumber(value: string | undefined, option: string, least = 0): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw new UsageError(`${option} takes a whole number of at least ${least}, not "${value}".`);
  return number;
}

/** A number above 0; `undefined` when the option was not given. */
export function positiveNumber(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number) || number <= 0)
    throw new UsageError(`${option} takes a number above 0, not "${value}".`);
  return number;
}

/** Exactly as many words as named. */
export function positionals<const N extends readonly string[]>(
  given: readonly string[],
  names: N,
): { [K in keyof N]: string } {
  if (given.length !== names.length)
    throw new UsageError(`Expected ${names.join(" ")}, got ${given.length === 0 ? "nothing" : given.join(" ")}.`);
  return given as unknown as { [K in keyof N]: string };
}
