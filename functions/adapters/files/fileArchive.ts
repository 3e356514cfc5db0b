/**
 * An archive in a folder: files that nobody may write to. That keeps mistakes away and no one who owns the machine; what holds
 * against the owner are the mails that say the same.
 */
import { chmod, link, mkdir } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { Archive } from "../../ports/archive.ts";
import { syncFolder, writeDurably } from "./durable.ts";
import { assertInside, pathOf } from "./keys.ts";
import { newStaging, release } from "./staging.ts";

const READ_ONLY = 0o444;

export function fileArchive(folder: string): Archive {
  const root = resolve(folder);
  return {
    async keep(name, data) {
      const target = pathOf(root, name);
      await assertInside(root, target);
      await mkdir(dirname(target), { recursive: true });
      const partial = newStaging(dirname(target), basename(target));
      try {
        await writeDurably(partial, data);
        await chmod(partial, READ_ONLY);
        // Whoever links first wins; a rename would replace.
        await link(partial, target);
        await syncFolder(dirname(target));
        return "kept";
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") return "known";
        throw error;
      } finally {
        await release(partial);
      }
    },
  };
}
