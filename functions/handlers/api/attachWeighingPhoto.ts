/** `PUT /api/regions/{region}/weighings/{ticket}/photo` */
import { attachWeighingPhoto as route } from "../../contract/weighings.ts";
import { attachPhoto } from "../../usecases/weighings/photo.ts";
import { needWholeRegion } from "../../usecases/weighings/reach.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region, ticket }, body, reach, principal }) => {
    needWholeRegion(reach);
    const bytes = Uint8Array.from(Buffer.from(body.jpegBase64, "base64"));
    await attachPhoto(ports, region, { ticket, bytes, by: principal!.subject });
    return { status: 204 };
  });
