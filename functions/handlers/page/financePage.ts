/** `/finanzen`: what a planned week costs, for a municipality's books. */
import type { Ports } from "../../usecases/ports.ts";
import { ownPage } from "./ownPage.ts";
import type { PageLambda } from "./pages.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "site">): PageLambda =>
  ownPage(ports, async (around) => {
    const { financePages } = await import("../../../web/finance/routes.ts");
    const actions = async () => (await import("../../../web/finance/useCases.ts")).financeUseCases(ports);
    return financePages({ actions, ...around });
  });
