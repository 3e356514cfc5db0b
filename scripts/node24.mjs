// Finds a Node that runs TypeScript files as they are. Plain JavaScript, because the Node that reads this may be too old to do so.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST = 24;

/** Path of a Node >= 24: the running one, else the one that npm installed for this platform, else undefined. */
export function findNode24(running = process.versions.node, folder = root) {
  if (Number.parseInt(running, 10) >= OLDEST) return process.execPath;
  const file = process.platform === "win32" ? "node.exe" : "node";
  const installed = join(folder, "node_modules", `node-${shortPlatform()}-${process.arch}`, "bin", file);
  return existsSync(installed) ? installed : undefined;
}

export const noNode24 =
  `Grünverbund braucht Node ${OLDEST} oder neuer; hier läuft ${process.version}, und im Projekt liegt keines. ` +
  `Bitte im Projektordner "npm ci" ausführen oder Node ${OLDEST} installieren.\n` +
  `Grünverbund needs Node ${OLDEST} or newer; this is ${process.version}, and the project holds none. ` +
  `Please run "npm ci" in the project folder or install Node ${OLDEST}.\n`;

function shortPlatform() {
  return process.platform === "win32" ? "win" : process.platform;
}
