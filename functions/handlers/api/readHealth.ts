/** `GET /api/health` */
import { VERSION } from "../../../domain/version.ts";
import { readHealth } from "../../contract/system.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(readHealth, ports, async () => {
    await ports.store.get({ pk: "health", sk: "health" });
    return { status: 200, body: { status: "ok", version: VERSION, time: ports.clock.now() } };
  });
