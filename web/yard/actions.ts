/** What the yard's pages can do; the pages know neither store nor keys. */
import type { Reach } from "../../domain/access.ts";
import type { reachedStorages, StorageView } from "../../functions/usecases/reports/readStorage.ts";
import type { StorageReport, StorageReported } from "../../functions/usecases/reports/reportStorage.ts";
import type { OpenedSticker, StickerPlace } from "../../functions/usecases/stickers/stickers.ts";

export interface YardActions {
  /** Which storage a sticker hangs on. */
  open(token: string): Promise<OpenedSticker>;
  storage(region: string, storageId: string): Promise<StorageView | undefined>;
  /** Undefined for a region that is not here. */
  reached(region: string, reach: Reach): Promise<Awaited<ReturnType<typeof reachedStorages>> | undefined>;
  /** Undefined once its days are over. */
  photo(region: string, name: string): Promise<Uint8Array | undefined>;
  report(report: StorageReport): Promise<StorageReported>;
  /** What stands on a storage's sticker now. */
  token(place: StickerPlace): Promise<string>;
  /** @param by subject of whoever replaces it */
  replace(place: StickerPlace & { readonly by: string }): Promise<void>;
}
