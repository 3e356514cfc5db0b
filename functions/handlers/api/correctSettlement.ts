/** `POST /api/regions/{region}/settlements/{settlement}/corrections` */
import { correctSettlement as route } from "../../contract/settlement.ts";
import { needWholeRegion } from "../../usecases/weighings/reach.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix" | "engine" | "workflows">,
) =>
  apiHandler(route, ports, async ({ parameters: { region, settlement }, body, reach, principal }) => {
    needWholeRegion(reach);
    const { correctSettlement } = await import("../../usecases/settlement/correct.ts");
    const asked = { id: settlement, reason: body.reason, by: principal!.subject };
    return { status: 200, body: await correctSettlement(ports, region, asked) };
  });
