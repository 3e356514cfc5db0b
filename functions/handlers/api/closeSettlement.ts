/** `POST /api/regions/{region}/settlements` */
import { closeSettlement as route } from "../../contract/settlement.ts";
import { periodOfWeek } from "../../../domain/week.ts";
import { weeksOfPeriod } from "../../usecases/settlement/period.ts";
import { readIndex } from "../../usecases/records/region.ts";
import { needWholeRegion } from "../../usecases/weighings/reach.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix" | "engine" | "workflows">,
) =>
  apiHandler(route, ports, async ({ parameters: { region }, body, reach, principal }) => {
    needWholeRegion(reach);
    await readIndex(ports.store, region);
    const weeks = weeksOfPeriod(periodOfWeek(body.firstWeek, body.weeks));
    const { closeSettlement } = await import("../../usecases/settlement/closeSettlement.ts");
    const { inputsSha256: expected, advanceCents: advances = {} } = body;
    return {
      status: 200,
      body: await closeSettlement(ports, region, { weeks, expected, advances, by: principal!.subject }),
    };
  });
