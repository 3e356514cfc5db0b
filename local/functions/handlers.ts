/** Finds a function's handler by its name, as the cloud's bundles do. */
import type { FunctionSpec } from "../../functions/contract/functions.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { portsFor, type ThreadPorts } from "./ports.ts";

/** A Lambda handler, whoever calls it. */
export type Handler = (event: unknown, context: { readonly awsRequestId: string }) => Promise<unknown>;
export type CreateHandler = (ports: Partial<Ports>) => Handler;

const FOLDER = new URL("../../functions/handlers/", import.meta.url);

/** @throws Error when there is no such handler */
export async function loadHandler(spec: FunctionSpec, ports: ThreadPorts): Promise<Handler> {
  const { href } = new URL(`${spec.calledBy}/${spec.name}.ts`, FOLDER);
  const { createHandler } = (await import(href)) as { createHandler: CreateHandler };
  return createHandler(portsFor(spec.needs, ports));
}
