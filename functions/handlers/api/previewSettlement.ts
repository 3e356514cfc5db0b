/** `GET /api/regions/{region}/settlement-preview` */
import { previewSettlement as route } from "../../contract/settlement.ts";
import { ownSettlement } from "../../usecases/settlement/own.ts";
import { weeksOfPeriod } from "../../usecases/settlement/period.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix" | "engine" | "workflows">,
) =>
  apiHandler(route, ports, async ({ parameters: { region }, query, reach }) => {
    const weeks = weeksOfPeriod(query);
    const { reckon } = await import("../../usecases/settlement/reckon.ts");
    const { state, settlement, items } = await reckon(ports, region, { weeks });
    const shown = settlement && ownSettlement(settlement, reach);
    return {
      status: 200,
      body: { state, settlement: shown, closed: null, corrections: [], items: reach.kind === "region" ? items : [] },
    };
  });
