import type { Signer } from "../../functions/ports/signer.ts";
import { late } from "./late.ts";

export const signer = late<Signer>(["publicKeys", "sign"], async () => (await import("./kms.ts")).openSigner());
