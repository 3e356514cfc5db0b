/** What killer and killed have in common. */
import type { Clock } from "../../functions/ports/clock.ts";

/** The Tuesday after the planned week; time is still. */
export const KILL_CLOCK: Clock = { now: () => "2026-12-01T08:00:00Z", elapsed: () => 0 };
export const KILL_REASON = "Die Anlage hat die Ladung nachträglich abgelehnt.";
