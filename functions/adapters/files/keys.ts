/** Keys of blobs as paths below a root. No key leads out of it, be it by `..` or by a symbolic link. */
import { realpath } from "node:fs/promises";
import { dirname, join, sep } from "node:path";

/** What an unfinished write leaves behind begins with this. */
export const PARTIAL = ".partial-";

/** Throws on anything but a relative path with forward slashes whose parts are ordinary names. */
export function pathOf(root: string, key: string): string {
  const parts = key.split("/");
  const strange = parts.some((part) => part === "" || part === "." || part === ".." || part.startsWith(PARTIAL));
  if (strange || /[\\\0]/.test(key) || /^[A-Za-z]:/.test(key))
    throw new RangeError(`not a key: ${JSON.stringify(key)}`);
  return join(root, ...parts);
}

/** Throws if the path, or the nearest folder above it that exists, lies outside the root once links are followed. */
export async function assertInside(root: string, path: string): Promise<void> {
  const [realRoot, real] = await Promise.all([realOrAbove(root), realOrAbove(path)]);
  const inside = real === realRoot || real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
  if (!inside) throw new RangeError(`leads out of its folder: ${path}`);
}

async function realOrAbove(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
    return realOrAbove(dirname(path));
  }
}

export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOENT" || code === "ENOTDIR";
}
