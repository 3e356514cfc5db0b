import type { Blobs } from "../../functions/ports/blobs.ts";
import { late } from "./late.ts";

export const blobs = late<Blobs>(["list", "get", "putAll"], async () => (await import("./s3.ts")).openBlobs());
