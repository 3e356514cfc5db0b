/** `PUT /api/regions/{region}/weighing-profiles/{profile}` */
import { putWeighingProfile as route } from "../../contract/weighings.ts";
import { ApiProblem } from "../../usecases/apiProblem.ts";
import { putProfile } from "../../usecases/weighings/profiles.ts";
import { needWholeRegion } from "../../usecases/weighings/reach.ts";
import { readIndex } from "../../usecases/records/region.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region, profile }, body, reach, principal }) => {
    needWholeRegion(reach);
    await readIndex(ports.store, region);
    if (body.id !== profile)
      throw new ApiProblem(422, `Die Kennung im Profil ist „${body.id}“, die der Adresse „${profile}“.`);
    await putProfile(ports, region, body, principal!.subject);
    return { status: 200, body };
  });
