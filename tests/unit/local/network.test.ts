// Which network a request is said to come from: through the real gateway, as a caller can influence it.
import { afterEach, expect, test } from "vitest";
import type { Gateway, GatewayOptions } from "../../../local/gateway/gateway.ts";
import { NETWORK_HEADER } from "../../../local/gateway/network.ts";
import { echo, endpoint, servingGateway } from "../../support/servingGateway.ts";

let gateway: Gateway;
afterEach(() => gateway.close());

async function networkOfCall(headers: Record<string, string>, options: Partial<GatewayOptions> = {}): Promise<string> {
  gateway = await servingGateway([endpoint("GET", "/{proxy+}", echo)], {}, options);
  const answer = (await (await fetch(`${gateway.url}/x`, { headers })).json()) as { headers: Record<string, string> };
  return answer.headers[NETWORK_HEADER]!;
}

test("a caller cannot name its own network", async () => {
  expect(await networkOfCall({ [NETWORK_HEADER]: "198.51.100.0/24" })).toBe("127.0.0.0/24");
});

test("of what was forwarded, what the nearest proxy added counts, and nothing that was sent to it", async () => {
  expect(await networkOfCall({ "x-forwarded-for": "198.51.100.9, 203.0.113.5" })).toBe("203.0.113.0/24");
});

test("a name that is no address is no network", async () => {
  expect(await networkOfCall({ "x-forwarded-for": "unknown" })).toBe("");
});
