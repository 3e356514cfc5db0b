/** `GET /api/docs` */
import { openApi } from "../../contract/openapi.ts";
import { readApiDocs as route } from "../../contract/system.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiDocsPage } from "../../../web/apiDocs.ts";
import { apiHandler } from "./apiHandler.ts";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

export const createHandler = (ports: Pick<Ports, "log">) => {
  const page = apiDocsPage(openApi());
  return apiHandler(route, ports, async () => ({
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY },
    body: page,
  }));
};
