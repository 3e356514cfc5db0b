/** The entry of a function's bundle: its handler, given the ports that it needs and no others. */
import type { FunctionSpec, Needs } from "../../functions/contract/functions.ts";

/** Port by need; each is a module of `infra/cloud` that exports the port under its own name. */
const PORTS: readonly (keyof Needs)[] = [
  "store",
  "blobs",
  "archive",
  "mailer",
  "workflows",
  "travelMatrix",
  "signer",
  "site",
  "engine",
];

export function portsOf({ needs }: FunctionSpec): string[] {
  return ["clock", "log", ...PORTS.filter((port) => needs[port] !== undefined)];
}

/** Path of the handler from the root of the project. */
export function handlerPath({ calledBy, name }: FunctionSpec): string {
  return `functions/handlers/${calledBy}/${name}.ts`;
}

export function entryOf(spec: FunctionSpec): string {
  const ports = portsOf(spec);
  return [
    `import { createHandler } from "./${handlerPath(spec)}";`,
    ...ports.map((port) => `import { ${port} } from "./infra/cloud/${port}.ts";`),
    `export const handler = createHandler({ ${ports.join(", ")} });`,
  ].join("\n");
}
