// The page of the API through its function: language by address, cookie or browser.
import type { Context } from "aws-lambda";
import { expect, test } from "vitest";
import type { ApiEvent } from "../../../../functions/handlers/api/apiHandler.ts";
import { createHandler } from "../../../../functions/handlers/api/readApiDocs.ts";

const handler = createHandler({ log: { info: () => undefined, error: () => undefined } as never });

async function ask(query: Record<string, string>, headers: Record<string, string> = {}, cookies: string[] = []) {
  const event = {
    ...{ headers: { "x-forwarded-proto": "https", ...headers }, cookies },
    ...(Object.keys(query).length === 0 ? {} : { queryStringParameters: query }),
    requestContext: { requestId: "r", timeEpoch: 0, http: { method: "GET", path: "/api/docs" } },
  };
  const answer = await handler(event as unknown as ApiEvent, {} as Context);
  const body = answer.body ?? "";
  return { status: answer.statusCode, cookies: answer.cookies ?? [], language: /<html lang="(\w+)">/.exec(body)?.[1] };
}

test("speaks German, or as the browser, the cookie or the address says, and keeps the last", async () => {
  expect(await ask({})).toEqual({ status: 200, cookies: [], language: "de" });
  expect((await ask({}, { "accept-language": "fr" })).language).toBe("fr");
  expect((await ask({}, { "accept-language": "fr" }, ["lang=en"])).language).toBe("en");
  expect(await ask({ lang: "fr" }, {}, ["lang=en"])).toEqual({
    ...{ status: 200, language: "fr" },
    cookies: ["lang=fr; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax"],
  });
  expect(await ask({ lang: "x" })).toEqual({ status: 200, cookies: [], language: "de" });
});
