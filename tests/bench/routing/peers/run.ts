/** Runs the peers on the instances of a family and prices what they give with the evaluation of the bench. */
import { fileURLToPath } from "node:url";
import type { Family, Instance } from "../family.ts";
import type { FoundPeer } from "./peers.ts";

export interface PeerRow {
  readonly peer: string;
  readonly version: string;
  readonly instance: string;
  readonly cost: number | null;
  readonly gapPercent: number | null;
  readonly note: string;
}

export function runPeers(
  peers: readonly FoundPeer[],
  family: Family,
  folder: URL,
  instances: readonly Instance[],
  budget: { readonly seconds: number; readonly seed: number },
): PeerRow[] {
  return peers.flatMap((peer) => {
    if (!peer.families.includes(family.name)) {
      console.log(`${peer.name} does not take part: the bench has no way to hand ${family.name} to it`);
      return [];
    }
    const rows = instances.map((instance) => runOne(peer, family.name, folder, instance, budget));
    const gaps = rows.flatMap(({ gapPercent }) => (gapPercent === null ? [] : [gapPercent]));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
    const solved = `${gaps.length} of ${rows.length} solved`;
    console.log(
      `${peer.name} ${peer.version}: mean gap ${mean.toFixed(3)} %, ${solved}, ${budget.seconds} ${peer.measures} s each`,
    );
    return rows;
  });
}

function runOne(
  peer: FoundPeer,
  family: string,
  folder: URL,
  instance: Instance,
  budget: { readonly seconds: number; readonly seed: number },
): PeerRow {
  const { name, bestKnown, forPeers } = instance;
  const row = (cost: number | null, note: string): PeerRow => {
    const gapPercent = cost === null || bestKnown === null ? null : 100 * (cost / bestKnown - 1);
    console.log(
      `  ${peer.name.padEnd(9)} ${name.padEnd(18)} ${String(cost ?? "–").padStart(10)} ${gapPercent?.toFixed(3) ?? note}`,
    );
    return { peer: peer.name, version: peer.version, instance: name, cost, gapPercent, note };
  };
  if (forPeers === undefined) return row(null, "the instance has no file");
  const result = peer.run(family, { ...budget, file: fileURLToPath(new URL(forPeers.file, folder)) });
  if ("failure" in result) return row(null, result.failure);
  try {
    return row(forPeers.costOf(result.rows), "");
  } catch (error) {
    return row(null, `breaks a rule: ${(error as Error).message}`);
  }
}
