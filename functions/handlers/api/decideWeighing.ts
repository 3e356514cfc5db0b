/** `POST /api/regions/{region}/weighings/{ticket}/decisions` */
import { decideWeighing as route } from "../../contract/weighings.ts";
import { decideWeighing } from "../../usecases/weighings/decide.ts";
import { needWholeRegion } from "../../usecases/weighings/reach.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region, ticket }, body, reach, principal }) => {
    needWholeRegion(reach);
    const asked = { ticket, decision: body, by: principal!.subject };
    return { status: 200, body: await decideWeighing(ports, region, asked) };
  });
