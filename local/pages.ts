/** The pages behind the gateway, as one function. */
import { handle } from "hono/aws-lambda";
import type { LambdaContext, LambdaEvent } from "hono/aws-lambda";
import { principalOf } from "../functions/handlers/api/request.ts";
import type { Ports } from "../functions/usecases/ports.ts";
import { createPages } from "../web/app.ts";
import { CALLBACK, type SignInOptions } from "../web/signIn.ts";
import type { Endpoint, HttpLambda } from "./gateway/endpoint.ts";
import { Refusal } from "./gateway/reply.ts";
import type { VerifyToken } from "./gateway/tokens.ts";
import { LOOK } from "./look.ts";

export { CALLBACK as SIGN_IN_CALLBACK };
export { SESSION_COOKIE } from "../web/signIn.ts";

export interface PagesEndpointOptions {
  readonly ports: Ports;
  readonly signIn: SignInOptions;
  readonly verifyToken: VerifyToken;
  readonly inbox?: string;
}

export function pagesEndpoint({ ports, signIn, verifyToken, inbox }: PagesEndpointOptions): Endpoint {
  const app = createPages({
    ports,
    signIn,
    look: LOOK,
    ...(inbox === undefined ? {} : { inbox }),
    whoIs: async (token) => {
      try {
        return principalOf(await verifyToken(`Bearer ${token}`));
      } catch (error) {
        if (error instanceof Refusal) return undefined;
        throw error;
      }
    },
  });
  const lambda = handle(app);
  const handler: HttpLambda = (event, context) =>
    lambda(event as unknown as LambdaEvent, context as unknown as LambdaContext) as ReturnType<HttpLambda>;
  const size = { functionName: "pages", memoryMegabytes: 512, timeoutSeconds: 10 };
  return { method: "ANY", path: "/{proxy+}", authorized: false, ...size, handler };
}
