/** What the provider remembers (sessions, codes, interactions) as items of the store, so that a restart signs nobody out. */
import type { Adapter, AdapterPayload } from "oidc-provider";
import type { Clock } from "../../functions/ports/clock.ts";
import type { Item, Json, Key, Store } from "../../functions/ports/store.ts";

/** @returns what oidc-provider asks for: an adapter for each of its models */
export function storeAdapter(store: Store, clock: Clock): (model: string) => Adapter {
  const seconds = (): number => Math.floor(Date.parse(clock.now()) / 1000);

  async function found(partition: string): Promise<Item[]> {
    const { items } = await store.query({ pk: partition, index: true });
    return [...items];
  }

  return (model) => {
    const keyOf = (id: string): Key => ({ pk: `identity/${model}`, sk: id });
    const payloadOf = (item: Item | undefined): AdapterPayload | undefined => item?.data as AdapterPayload | undefined;
    return {
      async upsert(id, payload, expiresIn) {
        const partition = payload.grantId === undefined ? byUid(payload.uid) : byGrant(payload.grantId);
        const index = partition === undefined ? {} : { index: { pk: partition, sk: `${model}/${id}` } };
        const expiry = expiresIn === undefined ? {} : { expiresAt: seconds() + expiresIn };
        // Fields that are undefined are not there once they are JSON.
        const data = JSON.parse(JSON.stringify(payload)) as Json;
        await store.put({ ...keyOf(id), data, ...index, ...expiry }, "any");
      },
      find: async (id) => payloadOf(await store.get(keyOf(id))),
      findByUid: async (uid) => payloadOf((await found(byUid(uid)!)).find(({ pk }) => pk === `identity/${model}`)),
      // Devices without a keyboard do not sign in here.
      findByUserCode: () => Promise.resolve(undefined),
      async consume(id) {
        const item = await store.get(keyOf(id));
        if (item === undefined) return;
        const data = { ...(item.data as { readonly [name: string]: Json }), consumed: seconds() };
        await store.put({ ...item, data }, item.version);
      },
      async destroy(id) {
        await store.remove(keyOf(id), "any");
      },
      async revokeByGrantId(grantId) {
        for (const { pk, sk } of await found(byGrant(grantId))) await store.remove({ pk, sk }, "any");
      },
    };
  };
}

const byUid = (uid: string | undefined): string | undefined => (uid === undefined ? undefined : `identity/uid/${uid}`);
const byGrant = (grantId: string): string => `identity/grant/${grantId}`;
