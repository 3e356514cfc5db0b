/** `GET /api/regions/{region}/weighing-profiles` */
import { listWeighingProfiles as route } from "../../contract/weighings.ts";
import { readIndex } from "../../usecases/records/region.ts";
import { listProfiles } from "../../usecases/weighings/profiles.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters: { region } }) => {
    await readIndex(ports.store, region);
    return { status: 200, body: { profiles: await listProfiles(ports.store, region) } };
  });
