/**
 * Stickers on containers: a link that says which storage it hangs on and opens the form for it. Whoever stands before the container
 * may report, for that storage and nothing else. A sticker that was replaced opens nothing any more.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { RegionId } from "../../contract/common.ts";
import type { Secrets } from "../../ports/secrets.ts";
import { asJson, type Store } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { key } from "../records/keys.ts";
import { readIndex } from "../records/region.ts";

export interface StickerPorts {
  readonly store: Store;
  readonly secrets: Secrets;
}

export interface StickerPlace {
  readonly region: string;
  readonly storageId: string;
}

export type OpenedSticker =
  | { readonly kind: "unknown" }
  /** Right once; replaced since. */
  | ({ readonly kind: "withdrawn" } & StickerPlace)
  | ({ readonly kind: "open" } & StickerPlace);

/** None of an id's characters, and none that an address or a QR code must escape. */
const BETWEEN = "~";
/** 128 bits: 22 characters, so that the code on the sticker stays coarse enough for an old camera. */
const MAC_BYTES = 16;
const STORAGE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
const GENERATION = /^[1-9]\d{0,8}$/;
const MOST_TOKEN = 400;
const FIRST = 1;
/** Others may replace the same sticker so often at the same moment. */
const MOST_ATTEMPTS = 5;

async function macOf(secrets: Secrets, { region, storageId }: StickerPlace, generation: number): Promise<Buffer> {
  const about = JSON.stringify(["sticker", region, storageId, generation]);
  const mac = createHmac("sha256", await secrets.key("stickers")).update(about);
  return mac.digest().subarray(0, MAC_BYTES);
}

async function generationOf(store: Store, { region, storageId }: StickerPlace) {
  const item = await store.get(key.sticker(region, storageId));
  const generation = (item?.data as { generation: number } | undefined)?.generation ?? FIRST;
  return { generation, expected: item?.version ?? ("absent" as const) };
}

/** What stands on the storage's sticker now; the same until it is replaced. */
export async function stickerToken({ store, secrets }: StickerPorts, place: StickerPlace): Promise<string> {
  const { generation } = await generationOf(store, place);
  const mac = await macOf(secrets, place, generation);
  return [place.region, place.storageId, generation, mac.toString("base64url")].join(BETWEEN);
}

/** How long it takes tells nothing of how near a guess was. Reads only. */
export async function openSticker({ store, secrets }: StickerPorts, token: string): Promise<OpenedSticker> {
  const [region = "", storageId = "", stated = "", given = "", ...rest] = token.slice(0, MOST_TOKEN).split(BETWEEN);
  const isToken =
    rest.length === 0 &&
    RegionId.safeParse(region).success &&
    STORAGE_ID.test(storageId) &&
    GENERATION.test(stated) &&
    /^[A-Za-z0-9_-]{22}$/.test(given);
  if (!isToken) return { kind: "unknown" };
  const place = { region, storageId };
  const right = await macOf(secrets, place, Number(stated));
  const mac = Buffer.from(given, "base64url");
  // The second question is for the bits that the last character has too many of.
  if (!timingSafeEqual(mac, right) || mac.toString("base64url") !== given) return { kind: "unknown" };
  const index = await store.get(key.index(region));
  if (index === undefined) return { kind: "unknown" };
  const { storages } = await readIndex(store, region);
  if (!storages.some(({ id }) => id === storageId)) return { kind: "unknown" };
  const { generation } = await generationOf(store, place);
  return { kind: generation === Number(stated) ? "open" : "withdrawn", ...place };
}

/**
 * From now on the storage's stickers open nothing, and a new one is to be printed. Written down in the audit log.
 *
 * @param by subject of whoever replaces it
 * @throws ApiProblem 404 for a storage that is not there
 */
export async function replaceSticker(
  { store, clock }: Pick<Ports, "store" | "clock">,
  { region, storageId, by }: StickerPlace & { readonly by: string },
): Promise<void> {
  const { storages, name } = await readIndex(store, region);
  if (!storages.some(({ id }) => id === storageId))
    throw new ApiProblem(404, `Einen Lagerplatz „${storageId}“ gibt es in ${name} nicht.`);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const { generation, expected } = await generationOf(store, { region, storageId });
    const next = generation + 1;
    const put = { ...key.sticker(region, storageId), data: asJson({ generation: next }) };
    const content = { kind: "sticker.replaced", subject: `storages/${storageId}`, data: { generation: next, by } };
    const outcome = await append({ store, clock }, region, content, { also: [{ put, expected }] });
    if (outcome.kind !== "conflict") return;
  }
  throw new Error(`the sticker of ${storageId} was replaced by others ${MOST_ATTEMPTS} times in a row`);
}
