import { request as httpRequest } from "node:http";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { expect, test } from "vitest";
import { echo, endpoint, gatewayOf } from "../../../support/gateways.ts";

async function problem(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return (await response.json()) as Record<string, unknown>;
}

async function event(response: Response): Promise<APIGatewayProxyEventV2> {
  return (await response.json()) as APIGatewayProxyEventV2;
}

test("a request becomes an event of payload format 2.0", async () => {
  const { url } = await gatewayOf([endpoint("POST", "/api/regions/{region}/reports", echo)]);
  const response = await fetch(`${url}/api/regions/saar%6Couis/reports?a=1&b=x%20y&a=2`, {
    method: "POST",
    headers: { "Content-Type": "application/json; charset=utf-8", "X-Api-Key": "k", cookie: "s=1; t=2" },
    body: '{"ä":1}',
  });
  const { headers, requestContext, ...rest } = await event(response);
  expect(rest).toEqual({
    version: "2.0",
    routeKey: "POST /api/regions/{region}/reports",
    rawPath: "/api/regions/saar%6Couis/reports",
    rawQueryString: "a=1&b=x%20y&a=2",
    queryStringParameters: { a: "1,2", b: "x y" },
    pathParameters: { region: "saarlouis" },
    cookies: ["s=1", "t=2"],
    body: '{"ä":1}',
    isBase64Encoded: false,
  });
  expect(headers).toMatchObject({ "x-api-key": "k", "x-forwarded-proto": "http" });
  expect(headers).not.toHaveProperty("cookie");
  expect(requestContext).toMatchObject({
    domainName: new URL(url).host,
    http: { method: "POST", path: "/api/regions/saar%6Couis/reports", protocol: "HTTP/1.1" },
    stage: "$default",
  });
  expect(requestContext.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
});

test("bytes come as base64, and go out from it", async () => {
  const image = endpoint("PUT", "/image", (sent) =>
    Promise.resolve({ statusCode: 201, isBase64Encoded: true, body: sent.body!, cookies: ["a=1", "b=2"] }),
  );
  const { url } = await gatewayOf([image]);
  const response = await fetch(`${url}/image`, { method: "PUT", body: new Uint8Array([0, 255, 128]) });
  expect(response.status).toBe(201);
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 128]);
});

test("HEAD is GET without its body", async () => {
  const { url } = await gatewayOf([endpoint("GET", "/a", () => Promise.resolve({ statusCode: 200, body: "hello" }))]);
  const response = await fetch(`${url}/a`, { method: "HEAD" });
  expect([response.status, response.headers.get("content-length"), await response.text()]).toEqual([200, "5", ""]);
});

test("unknown paths and methods are refused with problem details", async () => {
  const { url } = await gatewayOf([endpoint("GET", "/a", echo)]);
  expect(await problem(await fetch(`${url}/b`))).toMatchObject({ type: "about:blank", status: 404 });
  const response = await fetch(`${url}/a`, { method: "DELETE" });
  expect(response.headers.get("allow")).toBe("GET, HEAD");
  expect(await problem(response)).toMatchObject({ status: 405 });
});

test("more than 6 MB are refused, announced or not", async () => {
  const { url } = await gatewayOf([endpoint("POST", "/a", echo)]);
  const large = new Uint8Array(6 * 1024 * 1024 + 1);
  expect((await fetch(`${url}/a`, { method: "POST", body: large })).status).toBe(413);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const request = httpRequest(`${url}/a`, { method: "POST" }, (response) => resolve(response.statusCode));
    request.on("error", reject);
    request.write(large);
    request.end();
  });
  expect(status).toBe(413);
});

test("a function that throws is a 500 that tells nothing", async () => {
  const { url } = await gatewayOf([endpoint("GET", "/a", () => Promise.reject(new Error("secret")))]);
  const body = await problem(await fetch(`${url}/a`));
  expect(body).toMatchObject({ status: 500 });
  expect(JSON.stringify(body)).not.toContain("secret");
});

test("a function that takes longer than it may is a 504", async () => {
  const never = endpoint("GET", "/a", () => new Promise(() => undefined), { timeoutSeconds: 0.05 });
  const { url } = await gatewayOf([never]);
  expect((await fetch(`${url}/a`)).status).toBe(504);
});

test("a function is told its name, its request and the time it has left", async () => {
  const told = endpoint("GET", "/a", ({ requestContext }, context) => {
    const left = context.getRemainingTimeInMillis();
    const same = context.awsRequestId === requestContext.requestId;
    return Promise.resolve({ statusCode: 200, body: JSON.stringify([context.functionName, same, left]) });
  });
  const { url } = await gatewayOf([{ ...told, functionName: "readA", timeoutSeconds: 3600 }]);
  const [name, same, left] = (await (await fetch(`${url}/a`)).json()) as [string, boolean, number];
  expect([name, same]).toEqual(["readA", true]);
  expect(left).toBeGreaterThan(3_500_000);
});

test("beyond the throttle requests are told to come back", async () => {
  const throttle = { requestsPerSecond: 0.001, burst: 2 };
  const { url } = await gatewayOf([endpoint("GET", "/a", echo)], {}, { throttle });
  const statuses = [];
  for (let k = 0; k < 3; k++) statuses.push((await fetch(`${url}/a`)).status);
  expect(statuses).toEqual([200, 200, 429]);
});

test("a page elsewhere cannot reach this machine under a name of its own", async () => {
  const { url } = await gatewayOf([endpoint("GET", "/a", echo)], {}, { hosts: new Set(["localhost"]) });
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { host: "evil.example" };
    httpRequest(`${url}/a`, { headers }, (response) => resolve(response.statusCode))
      .on("error", reject)
      .end();
  });
  expect(status).toBe(421);
  expect((await fetch(`${url}/a`)).status).toBe(200);
});

test("closing finishes what is under way and takes nothing new", async () => {
  let answer: (() => void) | undefined;
  const slow = endpoint("GET", "/a", async () => {
    await new Promise<void>((resolve) => (answer = resolve));
    return { statusCode: 200, body: "done" };
  });
  const gateway = await gatewayOf([slow]);
  const response = fetch(`${gateway.url}/a`);
  while (answer === undefined) await new Promise((resolve) => setImmediate(resolve));
  const closed = gateway.close();
  await expect(fetch(`${gateway.url}/a`)).rejects.toThrow();
  answer();
  expect(await (await response).text()).toBe("done");
  await closed;
});
