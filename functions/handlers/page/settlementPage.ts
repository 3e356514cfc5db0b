/** `/abrechnung`: tickets, work list, closing of periods, the account of the year. */
import type { Ports } from "../../usecases/ports.ts";
import { ownPage } from "./ownPage.ts";
import type { PageLambda } from "./pages.ts";

export const createHandler = (
  ports: Pick<
    Ports,
    "log" | "store" | "blobs" | "clock" | "site" | "secrets" | "travelMatrix" | "engine" | "workflows" | "mailer"
  >,
): PageLambda =>
  ownPage(ports, async (around) => {
    const { settlementPages } = await import("../../../web/settlement/routes.ts");
    return settlementPages({ ports, ...around });
  });
