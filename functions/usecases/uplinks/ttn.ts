/** Webhooks of The Things Stack v3. A field that is zero is left out by the sender, the frame counter too. */
import * as z from "zod";
import type { UplinkReading } from "./uplink.ts";

const Message = z.looseObject({
  end_device_ids: z.looseObject({ device_id: z.string().optional(), dev_eui: z.string().optional() }),
  received_at: z.string().optional(),
  uplink_message: z
    .looseObject({
      f_cnt: z.int().min(0).default(0),
      received_at: z.string().optional(),
      decoded_payload: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
});

export function readTtn(body: unknown): UplinkReading {
  const parsed = Message.safeParse(body);
  if (!parsed.success) return unreadable(parsed.error);
  const { end_device_ids: ids, uplink_message: uplink, received_at } = parsed.data;
  if (uplink === undefined) return { kind: "other" };
  if (uplink.decoded_payload === undefined)
    return {
      kind: "unreadable",
      pointer: "/uplink_message/decoded_payload",
      cause: "Die Meldung enthält keine entschlüsselten Werte.",
    };
  const at = uplink.received_at ?? received_at;
  if (at === undefined || Number.isNaN(Date.parse(at)))
    return { kind: "unreadable", pointer: "/received_at", cause: "Der Zeitpunkt fehlt oder ist keiner." };
  return {
    kind: "measurement",
    devices: [ids.dev_eui, ids.device_id].filter((id) => id !== undefined),
    frame: uplink.f_cnt,
    at,
    values: uplink.decoded_payload,
    pointer: "/uplink_message/decoded_payload",
  };
}

export function unreadable(error: z.ZodError): UplinkReading {
  const [issue] = error.issues;
  return { kind: "unreadable", pointer: `/${issue!.path.join("/")}`, cause: issue!.message };
}
