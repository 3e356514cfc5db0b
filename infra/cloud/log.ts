import { powertoolsLog } from "../../functions/adapters/powertools/powertoolsLog.ts";
import { required } from "./environment.ts";

export const log = powertoolsLog(required("FUNCTION"));
