/** Webhooks of ChirpStack v4 in JSON. The kind of event stands in the query; a field that is zero may be left out. */
import * as z from "zod";
import { unreadable } from "./ttn.ts";
import type { UplinkReading } from "./uplink.ts";

const Message = z.looseObject({
  time: z.string(),
  deviceInfo: z.looseObject({ devEui: z.string(), deviceName: z.string().optional() }),
  fCnt: z.int().min(0).default(0),
  object: z.record(z.string(), z.unknown()).optional(),
});

/** @param event of the query; `up` is a measurement */
export function readChirpstack(body: unknown, event: string | undefined): UplinkReading {
  if (event !== undefined && event !== "up") return { kind: "other" };
  const parsed = Message.safeParse(body);
  if (!parsed.success) return unreadable(parsed.error);
  const { time, deviceInfo, fCnt, object } = parsed.data;
  if (object === undefined)
    return { kind: "unreadable", pointer: "/object", cause: "Die Meldung enthält keine entschlüsselten Werte." };
  if (Number.isNaN(Date.parse(time))) return { kind: "unreadable", pointer: "/time", cause: "Das ist kein Zeitpunkt." };
  const devices = [deviceInfo.devEui, deviceInfo.deviceName].filter((id) => id !== undefined);
  return { kind: "measurement", devices, frame: fCnt, at: time, values: object, pointer: "/object" };
}
