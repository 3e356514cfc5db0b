/** What one operation of the API takes, answers and asks of the caller. OpenAPI, gateway, cloud routes and tests read this. */
import type * as z from "zod";
import type { Role } from "../../domain/access.ts";

export type Access =
  /** Anyone. */
  | { readonly kind: "public" }
  /** Someone signed in who holds one of the roles in the region of the path. */
  | { readonly kind: "roles"; readonly roles: readonly Role[] }
  /** A machine with a key of the region of the path, in the header `X-Api-Key`. */
  | { readonly kind: "apiKey" };

export interface ResponseSpec {
  readonly description: string;
  /** Absent: no body, or one that is not JSON. */
  readonly schema?: z.ZodType;
  /** Default `application/json`. */
  readonly contentTypes?: readonly string[];
}

export interface Route {
  /** Name of the function that answers, and `operationId`: a verb and a noun. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** API Gateway's notation: `/api/regions/{region}/points`. */
  readonly path: string;
  /** German, a few words. */
  readonly summary: string;
  /** German, a paragraph. */
  readonly description: string;
  readonly access: Access;
  /** One field for each `{name}` of the path. */
  readonly parameters: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Names in lower case. */
  readonly headers?: z.ZodObject;
  /** The body is a list whose items are checked one by one, so that a wrong one does not cost the others. */
  readonly itemwise?: true;
  /** By content type. */
  readonly body?: Readonly<Record<string, z.ZodType>>;
  /** Those of success; every operation may also answer with problem details (RFC 9457). */
  readonly responses: Readonly<Record<number, ResponseSpec>>;
}
