/** `POST /api/regions/{region}/weighings` */
import { importWeighings as route } from "../../contract/weighings.ts";
import { needWholeRegion } from "../../usecases/weighings/reach.ts";
import { takeFile } from "../../usecases/weighings/takeFile.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region }, query, body, reach, principal }) => {
    needWholeRegion(reach);
    const { profile, file = "wiegescheine.csv", dry } = query;
    const given = { file, text: body, profile, by: principal!.subject, dry: dry === "true" };
    return { status: 200, body: await takeFile(ports, region, given) };
  });
