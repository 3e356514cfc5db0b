/**
 * Script and style of the maps as text: Leaflet's, then ours. The bundle has them in place of this file
 * (infra/bundling/browserScripts.ts), smaller; a function that only names them has nothing but the hash.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const readPackage = (name: string): string => readFileSync(new URL(import.meta.resolve(name)), "utf8");
const hashOf = (...texts: readonly string[]): string =>
  createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 12);

export const LEAFLET_SOURCE = readPackage("leaflet/dist/leaflet.js");
export const LEAFLET_STYLE = readPackage("leaflet/dist/leaflet.css");
export const MAP_SOURCE = read("map.js");
export const MAP_STYLE = read("map.css");
export const MAP_HASH = hashOf(LEAFLET_SOURCE, LEAFLET_STYLE, MAP_SOURCE, MAP_STYLE);
