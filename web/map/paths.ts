/** Where the files of the maps lie. Their names change with their content, so that browsers may keep them for ever. */
import { MAP_HASH } from "./client/sources.ts";

/** The function `assets` answers below it. */
export const ASSETS_FOLDER = "/assets";
export const MAP_SCRIPT_PATH = `${ASSETS_FOLDER}/map-${MAP_HASH}.js`;
export const MAP_STYLE_PATH = `${ASSETS_FOLDER}/map-${MAP_HASH}.css`;
