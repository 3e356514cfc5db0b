export { systemClock as clock } from "../../functions/adapters/system/systemClock.ts";
