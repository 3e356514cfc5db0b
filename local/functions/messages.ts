/** What the main thread and a function's thread tell each other. */
import type { Fields } from "../../functions/ports/log.ts";
import type { Environment } from "../travel.ts";

/** With what a thread opens its own ports. */
export interface WorkerSetup {
  readonly folder: { readonly store: string; readonly blobs: string; readonly path: string };
  readonly workflows: WorkflowsEndpoint;
  readonly env: Environment;
}

/** Where the interpreter serves the Step Functions API, and the name of the key that it takes. */
export interface WorkflowsEndpoint {
  readonly url: string;
  readonly accessKey: string;
  /** Names of the workflows. */
  readonly names: readonly string[];
}

export interface Call {
  readonly id: number;
  readonly name: string;
  readonly payload: unknown;
  readonly requestId: string;
}

/** An error keeps its name only when it is sent as fields. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export type WorkerMessage =
  | { readonly kind: "result"; readonly id: number; readonly result: unknown }
  | { readonly kind: "error"; readonly id: number; readonly error: ThrownError }
  | { readonly kind: "info"; readonly message: string; readonly fields: Fields }
  | { readonly kind: "failure"; readonly message: string; readonly error: ThrownError; readonly fields: Fields };

export function thrown(error: unknown): ThrownError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error), stack: "" };
  return { name: error.name, message: error.message, stack: error.stack ?? "" };
}

export function errorOf({ name, message, stack }: ThrownError): Error {
  return Object.assign(new Error(message), { name, stack });
}
