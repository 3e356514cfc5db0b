/** A port whose adapter is loaded at its first use, so that a function starts without the code that its first answer may not need. */
type Methods = Record<string, (...args: never[]) => Promise<unknown>>;

/** @param methods every method of the port */
export function late<P>(methods: readonly (keyof P & string)[], load: () => Promise<P>): P {
  let loaded: Promise<P> | undefined;
  const forward =
    (method: keyof P & string) =>
    async (...args: never[]): Promise<unknown> => {
      const port = await (loaded ??= load());
      return (port as Methods)[method]!(...args);
    };
  return Object.fromEntries(methods.map((method) => [method, forward(method)])) as P;
}
