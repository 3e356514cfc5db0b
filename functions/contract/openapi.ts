/** The API as OpenAPI 3.1, made from the routes. */
import * as z from "zod";
import { VERSION } from "../../domain/version.ts";
import { ProblemDetails } from "./common.ts";
import { ROUTES } from "./index.ts";
import type { Access, ResponseSpec, Route } from "./route.ts";

type Schema = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly { name: string; in: string; required: boolean; description?: string; schema: Schema }[];
  readonly requestBody?: { readonly required: true; readonly content: Readonly<Record<string, { schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { description: string; content?: Readonly<Record<string, { schema: Schema }>> }>
  >;
  /** Roles that may, for readers. */
  readonly "x-roles": readonly string[];
}

export interface OpenApi {
  readonly openapi: "3.1.1";
  readonly info: Readonly<Record<string, unknown>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes: Readonly<Record<string, Schema>>;
  };
}

export function openApi(): OpenApi {
  const schemas: Record<string, Schema> = {};
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of ROUTES) {
    paths[route.path] ??= {};
    paths[route.path]![route.method.toLowerCase()] = operationOf(route, schemas);
  }
  const signIn = { type: "http", scheme: "bearer", bearerFormat: "JWT" };
  return {
    openapi: "3.1.1",
    info: {
      title: "Grünverbund",
      version: VERSION,
      description: "Meldungen, Sammelstellen und Wochenplan der gemeinsamen Grünabfallverwertung.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    paths,
    components: { schemas, securitySchemes: { signIn, apiKey: { type: "apiKey", in: "header", name: "X-Api-Key" } } },
  };
}

function operationOf(route: Route, schemas: Record<string, Schema>): Operation {
  const { name, summary, description, access, path } = route;
  return {
    operationId: name,
    summary,
    description,
    tags: [path.split("/").find((part, i) => i > 1 && !part.startsWith("{") && part !== "regions") ?? "system"],
    security: securityOf(access),
    "x-roles": access.kind === "roles" ? access.roles : [],
    parameters: [
      ...parametersOf(route.parameters, "path", schemas),
      ...parametersOf(route.query, "query", schemas),
      ...parametersOf(route.headers, "header", schemas),
    ],
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: contentOf(route.body, schemas) } }),
    responses: { ...responsesOf(route.responses, schemas), default: problemResponse(schemas) },
  };
}

function securityOf(access: Access): Operation["security"] {
  if (access.kind === "public") return [];
  return [access.kind === "apiKey" ? { apiKey: [] } : { signIn: [] }];
}

function parametersOf(
  object: z.ZodObject | undefined,
  where: "path" | "query" | "header",
  schemas: Record<string, Schema>,
): Operation["parameters"] {
  if (object === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(object, schemas) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: where,
    required: required.includes(name),
    ...(typeof description === "string" ? { description } : {}),
    schema,
  }));
}

function contentOf(
  body: NonNullable<Route["body"]>,
  schemas: Record<string, Schema>,
): Record<string, { schema: Schema }> {
  return Object.fromEntries(
    Object.entries(body).map(([type, schema]) => [type, { schema: jsonSchema(schema, schemas) }]),
  );
}

function responsesOf(responses: Route["responses"], schemas: Record<string, Schema>): Operation["responses"] {
  return Object.fromEntries(
    Object.entries(responses).map(([status, spec]) => [
      status,
      { description: spec.description, ...responseContent(spec, schemas) },
    ]),
  );
}

function responseContent({ schema, contentTypes }: ResponseSpec, schemas: Record<string, Schema>) {
  if (schema === undefined && contentTypes === undefined) return {};
  const shown = schema === undefined ? {} : jsonSchema(schema, schemas);
  return {
    content: Object.fromEntries((contentTypes ?? ["application/json"]).map((type) => [type, { schema: shown }])),
  };
}

function problemResponse(schemas: Record<string, Schema>): Operation["responses"][string] {
  return {
    description: "Es ging nicht; der Inhalt sagt, warum und was zu tun ist (RFC 9457).",
    content: { "application/problem+json": { schema: jsonSchema(ProblemDetails, schemas) } },
  };
}

/** The JSON Schema of what may be sent; named shapes move to the components. */
function jsonSchema(schema: z.ZodType, schemas: Record<string, Schema>): Schema {
  const {
    $schema: _,
    $defs = {},
    ...whole
  } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema & {
    $defs?: Record<string, Schema>;
  };
  for (const [name, definition] of Object.entries($defs)) schemas[name] = relocated(definition);
  const { id } = whole;
  if (typeof id !== "string") return relocated(whole);
  schemas[id] = relocated(whole);
  return { $ref: `#/components/schemas/${id}` };
}

function relocated(schema: Schema): Schema {
  const text = JSON.stringify(schema, (name, value: unknown) =>
    name === "id" && typeof value === "string" ? undefined : value,
  );
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Schema;
}
