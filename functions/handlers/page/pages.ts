/** Every address that is none of the API's: the pages, one Hono app. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { handle } from "hono/aws-lambda";
import type { LambdaContext, LambdaEvent } from "hono/aws-lambda";
import { LOOK } from "../../../planning/report/style/look.ts";
import { createPages } from "../../../web/app.ts";
import type { Ports } from "../../usecases/ports.ts";
import { principalOf } from "../api/request.ts";

export type PageLambda = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "clock" | "mailer" | "workflows" | "secrets" | "site">,
): PageLambda => {
  const { site } = ports;
  const app = createPages({
    ports,
    look: LOOK,
    signIn: { ...site.signIn, origin: site.origin },
    approval: async () => {
      const { approvalUseCases } = await import("../../../web/approval/useCases.ts");
      return { actions: approvalUseCases(ports), formKey: () => ports.secrets.key("forms") };
    },
    whoIs: async (token) => {
      const claims = await site.claimsOf(token);
      return claims === undefined ? undefined : principalOf(claims);
    },
    ...(site.inbox === undefined ? {} : { inbox: site.inbox }),
  });
  const lambda = handle(app);
  return (event, context) =>
    lambda(event as unknown as LambdaEvent, context as unknown as LambdaContext) as ReturnType<PageLambda>;
};
