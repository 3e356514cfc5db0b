import type { Archive } from "../../functions/ports/archive.ts";
import { late } from "./late.ts";

export const archive = late<Archive>(["keep"], async () => (await import("./objectLock.ts")).openArchive());
