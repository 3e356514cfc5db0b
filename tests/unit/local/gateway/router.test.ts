import { expect, test } from "vitest";
import { createRouter } from "../../../../local/gateway/router.ts";
import { echo, endpoint } from "../../../support/gateways.ts";

const router = createRouter([
  endpoint("ANY", "/{proxy+}", echo),
  endpoint("GET", "/api/regions/{region}/points", echo),
  endpoint("PUT", "/api/regions/{region}/points/{point}", echo),
  endpoint("GET", "/api/regions/{region}/points/all", echo),
]);

function found(method: string, path: string): unknown {
  const match = router(method, path);
  return match.kind === "found" ? [match.endpoint.path, match.pathParameters] : match;
}

test("a path is matched segment by segment, and its parameters come decoded", () => {
  expect(found("GET", "/api/regions/a%20b/points")).toEqual(["/api/regions/{region}/points", { region: "a b" }]);
});

test("literal text wins over a parameter, a parameter over the rest of the path", () => {
  expect(found("GET", "/api/regions/x/points/all")).toEqual(["/api/regions/{region}/points/all", { region: "x" }]);
  expect(found("PUT", "/api/regions/x/points/p1")).toEqual([
    "/api/regions/{region}/points/{point}",
    { region: "x", point: "p1" },
  ]);
  expect(found("GET", "/karte/1")).toEqual(["/{proxy+}", { proxy: "karte/1" }]);
});

test("an empty parameter is no match", () => {
  expect(found("GET", "/api/regions//points")).toEqual(["/{proxy+}", { proxy: "api/regions//points" }]);
});

test("what is known with other methods only says which", () => {
  const strict = createRouter([endpoint("GET", "/a/{b}", echo), endpoint("PUT", "/a/{b}", echo)]);
  expect(strict("DELETE", "/a/1")).toEqual({ kind: "otherMethods", allowed: ["GET", "PUT"] });
  expect(strict("GET", "/a")).toEqual({ kind: "unknown" });
});

test("broken percent-encoding stays as it is", () => {
  expect(found("GET", "/api/regions/%E0%A4/points")).toEqual(["/api/regions/{region}/points", { region: "%E0%A4" }]);
});

test("the default route takes what no other does, the first page too, and has no parameters", () => {
  const whole = createRouter([endpoint("ANY", "$default", echo), endpoint("GET", "/api/health", echo)]);
  const pathOf = (method: string, path: string) => {
    const match = whole(method, path);
    return match.kind === "found" ? [match.endpoint.path, match.pathParameters] : match;
  };
  expect(pathOf("GET", "/api/health")).toEqual(["/api/health", {}]);
  for (const [method, path] of [
    ["GET", "/"],
    ["POST", "/sign-out"],
    ["DELETE", "/api/health"],
  ] as const)
    expect(pathOf(method, path)).toEqual(["$default", {}]);
});
