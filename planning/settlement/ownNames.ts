/** How a region itself names its places and materials; what it does not know is named by its id. Pure. */
import type { Form } from "../../domain/region/common.ts";
import type { Region } from "../../domain/region/tables.ts";

export interface OwnNames {
  facility(id: string): string;
  /** Point and stream. */
  storage(id: string): string;
  /** Stream, and whether it is shredded. */
  material(lot: { readonly streamId: string; readonly form: Form }): string;
}

export function ownNames({ facilities, storages, collectionPoints, streams }: Region): OwnNames {
  const nameIn = (rows: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    rows.find((row) => row.id === id)?.name ?? id;
  return {
    facility: (id) => nameIn(facilities, id),
    storage: (id) => {
      const found = storages.find((storage) => storage.id === id);
      if (found === undefined) return id;
      return `${nameIn(collectionPoints, found.pointId)} – ${nameIn(streams, found.streamId)}`;
    },
    material: ({ streamId, form }) => `${nameIn(streams, streamId)}, ${form === "shredded" ? "gehäckselt" : "lose"}`,
  };
}
