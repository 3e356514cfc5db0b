/** `GET /api/regions/{region}/agreements/{agreement}` */
import { reachOf } from "../../../domain/access.ts";
import { readAgreement as route } from "../../contract/agreements.ts";
import { readStatus } from "../../usecases/agreements/status.ts";
import { listUndelivered } from "../../usecases/mail/undelivered.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters: { region, agreement }, principal }) => {
    const status = await readStatus(ports.store, region, agreement);
    // Whom mails do not reach is for those who can do something about it.
    const sees = reachOf(principal!, region, ["dispatcher", "admin"]).kind !== "none";
    const mails = sees ? await listUndelivered(ports.store, region) : [];
    const body = sees ? { ...status, mails: mails.filter((one) => one.agreement === agreement) } : status;
    return { status: 200, body };
  });
