/** `PUT /api/regions/{region}/weighing-profiles/{profile}` */
import { putWeighingProfile as route } from "../../contract/weighings.ts";
import { putProfile } from "../../usecases/weighings/profiles.ts";
import { needWholeRegion } from "../../usecases/weighings/reach.ts";
import { readIndex } from "../../usecases/records/region.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region, profile }, body, reach, principal }) => {
    needWholeRegion(reach);
    await readIndex(ports.store, region);
    // The address names it, whatever the file says.
    const named = { ...body, id: profile };
    await putProfile(ports, region, named, principal!.subject);
    return { status: 200, body: named };
  });
