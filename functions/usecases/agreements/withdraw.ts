/** Takes a version back before it is in force. */
import { ApiProblem } from "../apiProblem.ts";
import { sha256 } from "../sha256.ts";
import { textOf } from "./texts.ts";
import { currentOf, readRecord } from "./readAgreement.ts";
import type { VersionKey, VersionState } from "./records.ts";
import { move } from "./transitions.ts";
import { answerAll, type WaitPorts } from "./waits.ts";

/**
 * @param by subject of who takes it back
 * @throws ApiProblem 409 when it has ended otherwise, or another version is current
 */
export async function withdraw(
  ports: WaitPorts,
  key: VersionKey,
  { reason: given, by }: { readonly reason: string; readonly by: string },
): Promise<VersionState> {
  const { record } = await readRecord(ports.store, key.region, key.agreement);
  const { version } = currentOf(record);
  if (version !== key.version) throw new ApiProblem(409, `Inzwischen gilt Fassung ${version}.`);
  const reason = textOf(given);
  const outcome = await move(ports, key, {
    ...{ event: "withdraw", kind: "agreement.withdrawn", data: { by, reasonSha256: sha256(reason) } },
    change: { endedAt: ports.clock.now(), reason },
  });
  if (outcome.kind === "refused") throw new ApiProblem(409, outcome.reason);
  await answerAll(ports, key);
  return outcome.state;
}
