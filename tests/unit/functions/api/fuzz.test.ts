/** Every operation, called with what its own description allows, with parts of it spoilt, and with rubbish. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROUTES } from "../../../../functions/contract/index.ts";
import { openApi, type Operation } from "../../../../functions/contract/openapi.ts";
import { createApiKey } from "../../../../functions/usecases/keys/apiKeys.ts";
import { callApi, type ApiCall } from "../../../support/apiEvent.ts";
import { testSystem, type TestSystem } from "../../../support/system.ts";
import { fromSchema, rubbish } from "./schemaArbitrary.ts";

const SEED = 20261125;
const RUNS = 150;
const api = openApi();
const operations = new Map(
  Object.values(api.paths).flatMap((path) => Object.values(path).map((one) => [one.operationId, one])),
);

let system: TestSystem;
let key: string;
beforeAll(async () => {
  system = await testSystem();
  ({ key } = await createApiKey(system.ports, "tiny", "Sensoren"));
  // What a start sets going is not looked at here.
  system.replace("forecastWeek", () => new Promise(() => undefined));
});
afterAll(() => system.close());

/** Mostly right values, so that the calls get past the first check, and sometimes anything. */
const often = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<T | string> =>
  fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: rubbish });

function callOf(operation: Operation): fc.Arbitrary<ApiCall> {
  const at = (place: string) =>
    fc.record(
      Object.fromEntries(
        operation.parameters
          .filter((one) => one.in === place)
          .map((one) => [
            one.name,
            often(one.name === "region" ? fc.constant("tiny") : fromSchema(one.schema, api).map(String)),
          ]),
      ),
    );
  const bodies = Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) =>
    fc.record({ type: fc.constant(type), body: often(fromSchema(schema, api)) }),
  );
  const none = fc.constant({ type: undefined, body: undefined });
  return fc
    .record({
      parameters: at("path"),
      query: at("query"),
      headers: at("header"),
      content: bodies.length === 0 ? none : fc.oneof(...bodies),
      admin: fc.boolean(),
    })
    .map(({ parameters, query, headers, content, admin }) => ({
      parameters: parameters as Record<string, string>,
      query: query as Record<string, string>,
      headers: {
        ...(headers as Record<string, string>),
        "x-api-key": key,
        ...(content.type === undefined ? {} : { "content-type": content.type }),
      },
      body: content.body,
      groups: admin ? ["admin:tiny"] : ["dispatcher:tiny", "yard:tiny:99001001", "mayor:tiny:99001001"],
    }));
}

test.each(ROUTES)(
  "$name answers whatever it is sent, never with 5xx, and writes nothing when it refuses",
  async (route) => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(callOf(operations.get(route.name)!), async (call) => {
        const before = system.writes();
        const { status, headers, json } = await callApi(system, route, call);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(status).toBeLessThan(500);
        if (status < 400) return;
        expect(system.writes()).toBe(before);
        expect(headers["content-type"]).toBe("application/problem+json");
        expect(json).toMatchObject({ status, type: "about:blank", title: expect.any(String) as string });
      }),
      { seed: SEED, numRuns: RUNS },
    );
    // A test in which every call is refused at the door would show nothing.
    expect([...statuses.keys()].some((status) => status < 300 || status === 404)).toBe(true);
  },
);
