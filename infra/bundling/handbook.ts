/** Puts the handbook beside the function that shows it: on Lambda there is no `docs/` (web/help/folder.ts). */
import type { Plugin } from "esbuild";
import { cp } from "node:fs/promises";
import { join } from "node:path";

const FOLDER = /[\\/]web[\\/]help[\\/]folder\.ts$/;
const SHOWN = ["handbuch", "images/handbuch"];

/** All chunks lie in one folder with the entry. */
export const handbookBeside: Plugin = {
  name: "handbook-beside",
  setup({ onLoad }) {
    onLoad({ filter: FOLDER }, () => ({
      contents: 'export const DOCS = new URL("./docs/", import.meta.url);',
      loader: "js",
    }));
  },
};

/** @param folder of the bundle */
export async function copyHandbook(root: string, folder: string): Promise<void> {
  for (const part of SHOWN) await cp(join(root, "docs", part), join(folder, "docs", part), { recursive: true });
}
