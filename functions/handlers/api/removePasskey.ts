/** `DELETE /api/regions/{region}/contacts/{contact}/passkeys/{passkey}` */
import { removePasskey as route } from "../../contract/passkeys.ts";
import { removePasskey } from "../../usecases/agreements/passkeys/removePasskey.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region, contact, passkey }, principal, reach }) => {
    await removePasskey(ports, { region, contactId: contact, passkey, by: principal!.subject, reach });
    return { status: 204 };
  });
