/** The reckoning itself. */
import type { Settlement } from "../../../domain/settlement/settlement.ts";
import { settle } from "../../../planning/settlement/settle.ts";
import type { Ports } from "../ports.ts";
import { travelOf } from "../travel.ts";
import type { Prepared } from "./prepare.ts";

/** For what nothing in the work list blocks. */
export async function settlePrepared(
  ports: Pick<Ports, "travelMatrix" | "engine">,
  { situation, agreed, advances, inputsSha256 }: Prepared,
): Promise<Settlement> {
  const { weeks, matched, tours, terms } = situation;
  const { region } = weeks[0]!;
  const [travel, engine] = await Promise.all([travelOf(ports.travelMatrix(region), region), ports.engine()]);
  return settle({
    ...{ weeks, matched, tours, dated: terms.prices, engine, ...travel, ...agreed },
    ...{ advanceCents: new Map(Object.entries(advances)), terms, inputsSha256 },
  });
}
