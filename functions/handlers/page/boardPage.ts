/** `/disposition`: the dispatcher's board of a week. */
import type { Ports } from "../../usecases/ports.ts";
import { ownPage } from "./ownPage.ts";
import type { PageLambda } from "./pages.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "workflows" | "travelMatrix" | "secrets" | "site">,
): PageLambda =>
  ownPage(ports, async (around) => {
    const { boardPages } = await import("../../../web/board/routes.ts");
    // Opened once: a week that was read stays at hand, so that a move is priced at once.
    const opening = async () => (await import("../../usecases/board/actions.ts")).boardUseCases(ports);
    let actions: ReturnType<typeof opening> | undefined;
    return boardPages({ actions: () => (actions ??= opening()), formKey: () => ports.secrets.key("forms"), ...around });
  });
