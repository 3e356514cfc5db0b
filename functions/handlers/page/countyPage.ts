/** `/verwaltung`: the county administrator's pages. */
import type { Ports } from "../../usecases/ports.ts";
import { ownPage } from "./ownPage.ts";
import type { PageLambda } from "./pages.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "site" | "secrets" | "workflows" | "engine">,
): PageLambda =>
  ownPage(ports, async (around) => {
    const { countyPages } = await import("../../../web/county/routes.ts");
    return countyPages({ ports, formKey: () => ports.secrets.key("forms"), ...around });
  });
