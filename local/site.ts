/** What the gateway serves: every operation of the contract and the pages, with the functions behind them. */
import type { FunctionSpec } from "../functions/contract/functions.ts";
import type { Route } from "../functions/contract/route.ts";
import type { FunctionHost } from "./functions/host.ts";
import type { Endpoint } from "./gateway/endpoint.ts";

/** API Gateway's route for what no other takes. */
const DEFAULT_ROUTE = { method: "ANY", path: "$default", authorized: false };

export function pageEndpoints(functions: readonly FunctionSpec[], host: FunctionHost): Endpoint[] {
  const pages = functions.filter(({ calledBy }) => calledBy === "page");
  return pages.flatMap(({ name, paths, memoryMegabytes, timeoutSeconds }) => {
    const addresses = paths?.map((path) => ({ method: "ANY", path, authorized: false })) ?? [DEFAULT_ROUTE];
    const target = { functionName: name, memoryMegabytes, timeoutSeconds, handler: host.lambda(name) };
    return addresses.map((address) => ({ ...address, ...target }));
  });
}

/** As the cloud: a token is asked for where someone must be signed in; keys of machines are the handler's to check. */
export function apiEndpoints(
  routes: readonly Route[],
  functions: readonly FunctionSpec[],
  host: FunctionHost,
): Endpoint[] {
  return routes.map(({ method, path, name, access }) => {
    const { memoryMegabytes, timeoutSeconds } = functions.find((spec) => spec.name === name)!;
    const handler = host.lambda(name);
    return {
      method,
      path,
      authorized: access.kind === "roles",
      functionName: name,
      memoryMegabytes,
      timeoutSeconds,
      handler,
    };
  });
}
