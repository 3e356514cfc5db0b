/** `/assets`: script and style of the maps, in one place for all pages that have one. */
import { handle } from "hono/aws-lambda";
import type { LambdaContext, LambdaEvent } from "hono/aws-lambda";
import { assetFiles } from "../../../web/map/routes.ts";
import type { PageLambda } from "./pages.ts";

export const createHandler = (): PageLambda => {
  const lambda = handle(assetFiles());
  return (event, context) =>
    lambda(event as unknown as LambdaEvent, context as unknown as LambdaContext) as ReturnType<PageLambda>;
};
