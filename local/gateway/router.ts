/** Finds the endpoint of a request as API Gateway does: the most specific path wins, literal text before parameters. */
import type { Endpoint } from "./endpoint.ts";

export type Match =
  | { readonly kind: "found"; readonly endpoint: Endpoint; readonly pathParameters: Readonly<Record<string, string>> }
  /** The path is known, but not with this method. */
  | { readonly kind: "otherMethods"; readonly allowed: readonly string[] }
  | { readonly kind: "unknown" };

/** The segments of a decoded path; parameters are what stands in braces. */
interface Compiled {
  readonly endpoint: Endpoint;
  readonly segments: readonly string[];
  readonly greedy: boolean;
}

export type Router = (method: string, path: string) => Match;

/** The path is still percent-encoded; parameters come decoded, as the cloud hands them over. */
export function createRouter(endpoints: readonly Endpoint[]): Router {
  const compiled = endpoints.map(compile).sort((a, b) => (specificity(a) < specificity(b) ? -1 : 1));
  return (method, path) => {
    const segments = path.split("/").slice(1);
    const allowed = new Set<string>();
    for (const one of compiled) {
      const pathParameters = matched(one, segments);
      if (pathParameters === undefined) continue;
      const { endpoint } = one;
      if (endpoint.method === method || endpoint.method === "ANY") return { kind: "found", endpoint, pathParameters };
      allowed.add(endpoint.method);
    }
    return allowed.size === 0 ? { kind: "unknown" } : { kind: "otherMethods", allowed: [...allowed].sort() };
  };
}

const DEFAULT = "$default";

function compile(endpoint: Endpoint): Compiled {
  if (endpoint.path === DEFAULT) return { endpoint, segments: [], greedy: true };
  const segments = endpoint.path.split("/").slice(1);
  return { endpoint, segments, greedy: segments.at(-1)?.endsWith("+}") === true };
}

/** Sorts literal segments first, then parameters, then greedy ones; a route for one method before one for any. */
function specificity({ endpoint, segments }: Compiled): string {
  if (endpoint.path === DEFAULT) return "9";
  const kinds = segments.map((segment) => (segment.endsWith("+}") ? "2" : isParameter(segment) ? "1" : "0"));
  return `${kinds.join("")}${endpoint.method === "ANY" ? "9" : "8"}`;
}

const isParameter = (segment: string): boolean => segment.startsWith("{") && segment.endsWith("}");

function matched({ segments, greedy }: Compiled, asked: readonly string[]): Record<string, string> | undefined {
  if (greedy ? asked.length < segments.length : asked.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const given = asked[index]!;
    if (segment.endsWith("+}")) parameters[segment.slice(1, -2)] = decode(asked.slice(index).join("/"));
    else if (!isParameter(segment)) {
      if (segment !== given) return undefined;
    } else if (given === "") return undefined;
    else parameters[segment.slice(1, -1)] = decode(given);
  }
  return parameters;
}

/** What is not percent-encoded properly stays as it is: the schema of the parameter judges it. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
