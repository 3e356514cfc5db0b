/** The script of the administration's pages as text. The bundle has it in place of this file (infra/bundling/browserScripts.ts), smaller. */
import { readFileSync } from "node:fs";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

export const COPY_SOURCE = read("copy.js");
