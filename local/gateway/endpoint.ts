/** What the gateway serves: an operation with the function behind it, as a route of API Gateway with its integration. */
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2, Context } from "aws-lambda";

export type HttpLambda = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyResultV2>;

export interface Endpoint {
  /** `ANY` takes every method. */
  readonly method: string;
  /**
   * API Gateway's notation: `/api/regions/{region}/points`; `{proxy+}` at the end takes the rest of the path, `$default` whatever
   * no other takes.
   */
  readonly path: string;
  /** A bearer token of the identity provider is needed. */
  readonly authorized: boolean;
  readonly functionName: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly handler: HttpLambda;
}
