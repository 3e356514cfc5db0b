/** Payloads of the tasks of workflows/agreement-approval.asl.json: keys and small figures. */
import * as z from "zod";
import { BallotKey, VersionKey } from "./records.ts";

export const OfVersion = VersionKey;
export const OfReminded = BallotKey.extend({ reminded: z.int().min(0) });
export const OfWait = BallotKey.extend({ token: z.string(), until: z.string() });
