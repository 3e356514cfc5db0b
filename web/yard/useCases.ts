/** The use cases of the yard's pages with their ports in hand. */
import { ApiProblem } from "../../functions/usecases/apiProblem.ts";
import { readPhoto } from "../../functions/usecases/photos/photos.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { reachedStorages, readStorage } from "../../functions/usecases/reports/readStorage.ts";
import { reportStorage } from "../../functions/usecases/reports/reportStorage.ts";
import { openSticker, replaceSticker, stickerToken } from "../../functions/usecases/stickers/stickers.ts";
import type { YardActions } from "./actions.ts";

export function yardUseCases(ports: Pick<Ports, "store" | "blobs" | "clock" | "secrets">): YardActions {
  return {
    open: (token) => openSticker(ports, token),
    storage: (region, storageId) => readStorage(ports, region, storageId).catch(notThere),
    reached: (region, reach) => reachedStorages(ports, region, reach).catch(notThere),
    photo: (region, name) => readPhoto(ports, region, name),
    report: (report) => reportStorage(ports, report),
    token: (place) => stickerToken(ports, place),
    replace: (place) => replaceSticker(ports, place),
  };
}

function notThere(error: unknown): undefined {
  if (error instanceof ApiProblem && error.status === 404) return undefined;
  throw error;
}
