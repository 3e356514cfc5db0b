/** Keys of machines that cannot sign in, such as a sensor network's webhook. Shown once, kept only as a hash. */
import { randomBytes } from "node:crypto";
import type { Reach } from "../../../domain/access.ts";
import { append } from "../audit/append.ts";
import { RegionId } from "../../contract/common.ts";
import type { ApiKey } from "../../contract/keys.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { key } from "../records/keys.ts";
import { readIndex } from "../records/region.ts";
import type { Item } from "../../ports/store.ts";
import { sha256 } from "../sha256.ts";

/** 256 random bits need no salt and no slow hash: there is nothing to guess. */
const hashOf = (secret: string): string => sha256(secret);

/** As many of the hash's digits name a key without telling it. */
const ID_DIGITS = 16;

const byOf = (by: string | undefined): { by?: string } => (by === undefined ? {} : { by });

const idOf = ({ sk }: Item): string => sk.slice("api-key#".length).slice(0, ID_DIGITS);

/**
 * @param name for people, to tell keys apart
 * @param by subject of whoever makes it, for the audit log
 */
export async function createApiKey(
  { store, clock, log }: Pick<Ports, "store" | "clock" | "log">,
  region: string,
  name: string,
  by?: string,
): Promise<ApiKey & { key: string }> {
  await readIndex(store, region);
  const secret = `gv_${randomBytes(32).toString("base64url")}`;
  const data = { name, createdAt: clock.now() };
  const hash = hashOf(secret);
  const id = hash.slice(0, ID_DIGITS);
  const also = [{ put: { ...key.apiKey(region, hash), data }, expected: "absent" as const }];
  // Which key it is, not what opens it.
  const content = { kind: "apiKey.created", subject: `api-keys/${id}`, data: byOf(by) };
  const outcome = await append({ store, clock }, region, content, { also });
  if (outcome.kind !== "appended") throw new Error("two keys of 256 random bits are the same");
  log.info("api key created", { region, key: id });
  return { id, ...data, key: secret };
}

export async function listApiKeys({ store }: Pick<Ports, "store">, region: string): Promise<ApiKey[]> {
  await readIndex(store, region);
  const { pk, sk } = key.apiKey(region, "");
  const items = await allItems(store, { pk, prefix: sk });
  return items.map((item) => ({ id: idOf(item), ...(item.data as unknown as Omit<ApiKey, "id">) }));
}

/**
 * @param by subject of whoever revokes it, for the audit log
 * @throws ApiProblem 404 for a key that is not there
 */
export async function revokeApiKey(
  { store, clock, log }: Pick<Ports, "store" | "clock" | "log">,
  region: string,
  id: string,
  by?: string,
): Promise<void> {
  const { pk, sk } = key.apiKey(region, id);
  const items = await allItems(store, { pk, prefix: sk });
  if (items.length === 0) throw new ApiProblem(404, "Einen Schlüssel dieser Kennung gibt es hier nicht.");
  const also = items.map(({ pk: partition, sk: sort }) => ({
    remove: { pk: partition, sk: sort },
    expected: "any" as const,
  }));
  const content = { kind: "apiKey.revoked", subject: `api-keys/${id}`, data: byOf(by) };
  await append({ store, clock }, region, content, { also });
  log.info("api key revoked", { region, key: id });
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
