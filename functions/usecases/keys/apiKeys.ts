/** Keys of machines that cannot sign in, such as a sensor network's webhook. Shown once, kept only as a hash. */
import { createHash, randomBytes } from "node:crypto";
import type { Reach } from "../../../domain/access.ts";
import { append } from "../audit/append.ts";
import { RegionId } from "../../contract/common.ts";
import type { Ports } from "../ports.ts";
import { key } from "../records/keys.ts";

/** 256 random bits need no salt and no slow hash: there is nothing to guess. */
const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** @param name for people, to tell keys apart */
export async function createApiKey(
  { store, clock, log }: Pick<Ports, "store" | "clock" | "log">,
  region: string,
  name: string,
): Promise<string> {
  const secret = `gv_${randomBytes(32).toString("base64url")}`;
  const data = { name, createdAt: clock.now() };
  const also = [{ put: { ...key.apiKey(region, hashOf(secret)), data }, expected: "absent" as const }];
  // Which key it is, not what opens it: the hash of the secret names it in the store.
  const content = { kind: "apiKey.created", subject: `api-keys/${hashOf(secret).slice(0, 16)}`, data: {} };
  const outcome = await append({ store, clock }, region, content, { also });
  if (outcome.kind !== "appended") throw new Error("two keys of 256 random bits are the same");
  log.info("api key created", { region, name });
  return secret;
}

/** What a key may do, or undefined when it is none of this region. */
export async function checkApiKey(
  { store }: Pick<Ports, "store">,
  region: string,
  secret: string,
): Promise<Reach | undefined> {
  if (!RegionId.safeParse(region).success) return undefined;
  const item = await store.get(key.apiKey(region, hashOf(secret)));
  return item === undefined ? undefined : { kind: "region" };
}
