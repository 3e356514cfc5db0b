/** The files of the maps, packed once and kept by browsers for ever. */
import { Hono, type Context } from "hono";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { MAP_FILES, type AssetFile } from "./files.ts";
import { ASSETS_FOLDER } from "./paths.ts";

const packers = {
  br: (body: string) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY - 2 } }),
  gzip: (body: string) => promisify(gzip)(body),
} as const;
type Packing = keyof typeof packers;

const HEADERS = {
  "cache-control": "public, max-age=31536000, immutable",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  vary: "accept-encoding",
};

export function assetFiles(files: readonly AssetFile[] = MAP_FILES): Hono {
  const app = new Hono();
  const packed = new Map<string, Promise<Buffer>>();
  for (const { path, type, body } of files)
    app.get(path, async (c) => {
      const headers = { ...HEADERS, "content-type": type };
      const packing = packingOf(c);
      if (packing === undefined) return c.body(body, 200, headers);
      const key = `${packing} ${path}`;
      if (!packed.has(key)) packed.set(key, packers[packing](body));
      return c.body(new Uint8Array(await packed.get(key)!), 200, { ...headers, "content-encoding": packing });
    });
  app.all(`${ASSETS_FOLDER}/*`, (c) => c.text("", 404, { "cache-control": "no-store" }));
  return app;
}

/** The smallest that the browser takes; one that it names with `q=0` it does not. */
function packingOf(c: Context): Packing | undefined {
  const taken = (c.req.header("accept-encoding") ?? "")
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(";")[0]!.trim());
  return (Object.keys(packers) as Packing[]).find((one) => taken.includes(one));
}
