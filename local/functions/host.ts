/** Calls the functions of the system, each where it belongs: those that compute in threads, the others here. */
import { randomUUID } from "node:crypto";
import type { FunctionSpec } from "../../functions/contract/functions.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { lambdaContext } from "../gateway/context.ts";
import type { HttpLambda } from "../gateway/endpoint.ts";
import { loadHandler, type CreateHandler, type Handler } from "./handlers.ts";
import type { FunctionPool } from "./pool.ts";
import { portsFor } from "./ports.ts";

export interface HostOptions {
  readonly functions: readonly FunctionSpec[];
  readonly ports: Ports;
  readonly pool: FunctionPool;
  /** Instead of those under functions/handlers, by name; they run in this thread. */
  readonly handlers?: Readonly<Record<string, CreateHandler>>;
}

export interface FunctionHost {
  /** As a workflow or a schedule calls; rejects with what the function threw. */
  invoke(name: string, payload: unknown, signal: AbortSignal): Promise<unknown>;
  /** As the gateway calls. */
  lambda(name: string): HttpLambda;
}

/** Above it a function computes. */
const MOST_MEGABYTES_HERE = 1024;

class NotFound extends Error {
  override readonly name = "Lambda.ResourceNotFoundException";
}

/** What a workflow's Retry knows as a function that took too long. */
class TimedOut extends Error {
  override readonly name = "Sandbox.Timedout";
}

export function functionHost({ functions, ports, pool, handlers = {} }: HostOptions): FunctionHost {
  const specs = new Map(functions.map((spec) => [spec.name, spec]));
  const loaded = new Map<string, Promise<Handler>>();

  function specOf(name: string): FunctionSpec {
    const spec = specs.get(name);
    if (spec === undefined) throw new NotFound(`There is no function ${name}.`);
    return spec;
  }

  function handlerOf(spec: FunctionSpec): Promise<Handler> {
    const own = Object.hasOwn(handlers, spec.name) ? handlers[spec.name] : undefined;
    const known = loaded.get(spec.name);
    if (known !== undefined) return known;
    const handler = own === undefined ? loadHandler(spec, ports) : Promise.resolve(own(portsFor(spec.needs, ports)));
    loaded.set(spec.name, handler);
    return handler;
  }

  return {
    async invoke(name, payload, signal) {
      const spec = specOf(name);
      const requestId = randomUUID();
      const late = AbortSignal.timeout(1000 * spec.timeoutSeconds);
      const either = AbortSignal.any([signal, late]);
      const work =
        spec.memoryMegabytes > MOST_MEGABYTES_HERE && !Object.hasOwn(handlers, name)
          ? pool.call(name, payload, requestId, either)
          : here(spec, payload, requestId, either);
      try {
        return await work;
      } catch (error) {
        if (error === late.reason) throw new TimedOut(`${name} was not done after ${spec.timeoutSeconds} seconds.`);
        throw error;
      }
    },
    lambda: (name) => {
      const spec = specOf(name);
      return async (event, context) =>
        (await (
          await handlerOf(spec)
        )(event, context)) as Awaited<ReturnType<HttpLambda>>;
    },
  };

  async function here(spec: FunctionSpec, payload: unknown, requestId: string, signal: AbortSignal): Promise<unknown> {
    const handler = await handlerOf(spec);
    const context = lambdaContext({ ...spec, functionName: spec.name }, requestId, () => ports.clock.elapsed());
    const aborted = Promise.withResolvers<never>();
    const onAbort = (): void => aborted.reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      return await Promise.race([handler(payload, context), aborted.promise]);
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }
}
