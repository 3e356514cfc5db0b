/** Every weekday in the morning; on holidays it does nothing. */
import * as z from "zod";
import type { Ports } from "../../usecases/ports.ts";
import { askByCalendar } from "../../usecases/weighings/askByCalendar.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "mailer" | "secrets" | "site">,
) => taskHandler("askWeighings", z.object({}), ports, () => askByCalendar(ports));
