/** Regulation (EC) No 561/2006 of the European Parliament and of the Council, on driving times, breaks and rest periods. */
import type { BreakRule } from "./problem.ts";

/** Article 7: after 4.5 hours of driving a break of 45 minutes, which may be taken as 15 and then 30 minutes. */
export const EU_561_BREAK: BreakRule = { drivingSeconds: 16_200, breakSeconds: 2_700, split: [900, 1_800] };

/** Article 6(1): 9 hours of driving a day; the 10 hours that are allowed twice a week are not planned with. */
export const EU_561_DAILY_DRIVING_SECONDS = 32_400;
