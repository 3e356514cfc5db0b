import type { Signer } from "../../functions/ports/signer.ts";

/** No key service is set up in the cloud yet: weeks have no trust file, and `/api/keys` is empty. */
export const signer: Signer | undefined = undefined;
