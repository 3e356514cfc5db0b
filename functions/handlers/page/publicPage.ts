/** `/oeffentlich`, `/offene-daten`, and the pages that the law asks for: for everybody. */
import type { Ports } from "../../usecases/ports.ts";
import { ownPage } from "./ownPage.ts";
import type { PageLambda } from "./pages.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "site">): PageLambda =>
  ownPage(ports, async (around) => {
    const [{ openPages }, { publicReader }] = await Promise.all([
      import("../../../web/open/routes.ts"),
      import("../../usecases/openData/readPublic.ts"),
    ]);
    const { operator, home } = ports.site;
    return openPages({
      ...{ reader: publicReader(ports), ...around },
      ...(operator === undefined ? {} : { operator }),
      ...(home === undefined ? {} : { home }),
    });
  });
