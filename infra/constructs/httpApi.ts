/**
 * The HTTP API: one route for each entry of the contract, with a verified token where a role is asked for; the pages take what is
 * left.
 */
import { RemovalPolicy } from "aws-cdk-lib";
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { FunctionSpec } from "../../functions/contract/functions.ts";
import type { Route } from "../../functions/contract/route.ts";
import { acknowledge } from "../acknowledge.ts";
import type { Settings } from "../settings.ts";

export interface Served {
  readonly routes: readonly Route[];
  /** By name of the route. */
  readonly functions: ReadonlyMap<string, IFunction>;
  /** With the addresses that each answers; the one without takes what nobody else does. */
  readonly pages: readonly Pick<FunctionSpec, "name" | "paths">[];
  readonly issuer: string;
  /** Clients whose tokens are accepted. */
  readonly audience: readonly string[];
}

/** Requests a second and most at once, over all routes; each route keeps to the same. */
const THROTTLE = { rateLimit: 500, burstLimit: 1000 };

/** What is kept of a request: no address of the caller, no header, no query. */
const ACCESS_LOG = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  bytes: "$context.responseLength",
  integrationError: "$context.integrationErrorMessage",
  authorizerError: "$context.authorizer.error",
};

export class Api extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, settings: Settings) {
    super(scope, "Api");
    this.api = new HttpApi(this, "Http", { apiName: `gruenverbund-${settings.stage}`, createDefaultStage: false });
    const log = new LogGroup(this, "AccessLog", {
      logGroupName: `/aws/vendedlogs/gruenverbund-${settings.stage}/api`,
      retention: settings.logDays,
      removalPolicy: settings.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: THROTTLE,
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
  }

  /** Later than the rest: the functions are told the address of what stands before the API. */
  serve({ routes, functions, pages, issuer, audience }: Served): void {
    const token = new HttpJwtAuthorizer("Token", issuer, { jwtAudience: [...audience] });
    for (const route of routes) {
      const target = functions.get(route.name);
      if (target !== undefined) this.addRoute(route, target, token);
    }
    for (const { name, paths } of pages) {
      const target = functions.get(name);
      if (target === undefined) continue;
      const integration = new HttpLambdaIntegration(name, target);
      if (paths === undefined) this.addPage("Otherwise", HttpRouteKey.DEFAULT, integration);
      for (const [k, path] of (paths ?? []).entries())
        this.addPage(`Page${name}${k}`, HttpRouteKey.with(path, HttpMethod.ANY), integration);
    }
  }

  private addPage(id: string, routeKey: HttpRouteKey, integration: HttpLambdaIntegration): void {
    const authorizer = new HttpNoneAuthorizer();
    const route = new HttpRoute(this, id, { httpApi: this.api, routeKey, integration, authorizer });
    acknowledge(route, {
      "AwsSolutions-APIG4":
        "Whoever is not signed in must find the page to sign in; the function verifies the token in the cookie of a session itself.",
    });
  }

  private addRoute({ name, method, path, access }: Route, target: IFunction, token: IHttpRouteAuthorizer): void {
    const open = access.kind !== "roles";
    const [route] = this.api.addRoutes({
      path,
      methods: [HttpMethod[method]],
      integration: new HttpLambdaIntegration(name, target),
      authorizer: open ? new HttpNoneAuthorizer() : token,
    });
    if (open)
      acknowledge(route!, {
        "AwsSolutions-APIG4":
          access.kind === "public"
            ? "The contract says that anyone may read this."
            : "Sensors' services cannot sign in; the function checks the key of the region (functions/handlers/api/apiHandler.ts).",
      });
  }
}
