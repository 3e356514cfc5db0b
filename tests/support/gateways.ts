/** What `servingGateway.ts` has, and a gateway that is closed with its test. */
import { onTestFinished } from "vitest";
import type { Gateway } from "../../local/gateway/gateway.ts";
import { servingGateway } from "./servingGateway.ts";

export * from "./servingGateway.ts";

export async function gatewayOf(...parts: Parameters<typeof servingGateway>): Promise<Gateway> {
  const gateway = await servingGateway(...parts);
  onTestFinished(() => gateway.close());
  return gateway;
}
