/** `/m/…` under a sticker and `/meldung`: what building yards report. */
import type { Ports } from "../../usecases/ports.ts";
import { ownPage } from "./ownPage.ts";
import type { PageLambda } from "./pages.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock" | "secrets" | "site">): PageLambda =>
  ownPage(ports, async (around) => {
    const { yardPages } = await import("../../../web/yard/routes.ts");
    const { yardUseCases } = await import("../../../web/yard/useCases.ts");
    return yardPages({ actions: yardUseCases(ports), formKey: () => ports.secrets.key("forms"), ...around });
  });
