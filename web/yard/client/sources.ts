/** The scripts of the yard's pages as text. The bundle has them in place of this file (infra/bundling/browserScripts.ts), smaller. */
import { readFileSync } from "node:fs";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

export const FORM_SOURCE = read("form.js");
export const WORKER_SOURCE = read("worker.js");
