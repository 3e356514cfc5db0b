/** `/hilfe`: the handbook. */
import type { Ports } from "../../usecases/ports.ts";
import { ownPage } from "./ownPage.ts";
import type { PageLambda } from "./pages.ts";

export const createHandler = (ports: Pick<Ports, "log" | "site">): PageLambda =>
  ownPage(ports, async ({ look, origin, log }) => {
    const { helpPages } = await import("../../../web/help/routes.ts");
    const { readHandbook } = await import("../../../web/help/handbook.ts");
    return helpPages({ handbook: await readHandbook(), look, origin, log });
  });
