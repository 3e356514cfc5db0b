/** Task `informMembers` of workflows/agreement-approval.asl.json. */
import { OfVersion } from "../../usecases/agreements/payloads.ts";
import { inform } from "../../usecases/agreements/open.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "clock" | "mailer" | "secrets" | "site" | "signer">,
) => taskHandler("informMembers", OfVersion, ports, (payload) => inform(ports, payload));
