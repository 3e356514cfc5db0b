/** `GET /api/regions/{region}/mails` */
import { listUndelivered as route } from "../../contract/agreements.ts";
import { listUndelivered } from "../../usecases/mail/undelivered.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters: { region } }) => ({
    status: 200,
    body: { mails: await listUndelivered(ports.store, region) },
  }));
