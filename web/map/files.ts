/** The two files of the maps. */
import { LEAFLET_SOURCE, LEAFLET_STYLE, MAP_SOURCE, MAP_STYLE } from "./client/sources.ts";
import { MAP_SCRIPT_PATH, MAP_STYLE_PATH } from "./paths.ts";

export interface AssetFile {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

/** Leaflet's own map of its source is not served. */
const SOURCE_MAP = /\n?\/\/# sourceMappingURL=\S+\s*$/;
/** Pictures of controls that no map of ours has. */
const PICTURES = /background-image:\s*url\(["']?images\/[^)]*\);?/g;

export const MAP_FILES: readonly AssetFile[] = [
  {
    path: MAP_SCRIPT_PATH,
    type: "text/javascript; charset=utf-8",
    body: `${LEAFLET_SOURCE.replace(SOURCE_MAP, "")}\n${MAP_SOURCE}`,
  },
  {
    path: MAP_STYLE_PATH,
    type: "text/css; charset=utf-8",
    body: `${LEAFLET_STYLE.replace(PICTURES, "")}\n${MAP_STYLE}`,
  },
];
