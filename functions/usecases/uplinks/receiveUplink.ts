/** Takes a sensor's measurement as a report. Networks deliver more than once; a measurement counts once. */
import type { Reach } from "../../../domain/access.ts";
import { canonicalDeviceId } from "../../../domain/region/sensors.ts";
import type { ProblemItem } from "../../contract/common.ts";
import type { ReportsReceipt } from "../../contract/reports.ts";
import type { Ports } from "../ports.ts";
import { readIndex } from "../records/region.ts";
import { checkReports } from "../reports/checkReports.ts";
import { earlierReceipt, keepReports } from "../reports/keepReports.ts";
import { fillOf } from "./fillOf.ts";
import type { UplinkReading } from "./uplink.ts";

const NOTHING: ReportsReceipt = { accepted: [], rejected: [] };

/** A message that cannot be used is answered as rejected, not as an error: the network would send it for ever. */
export async function receiveUplink(
  { store, clock, log }: Pick<Ports, "store" | "clock" | "log">,
  { region, reach, reading }: { readonly region: string; readonly reach: Reach; readonly reading: UplinkReading },
): Promise<ReportsReceipt> {
  if (reading.kind === "other") return NOTHING;
  const reject = (item: ProblemItem): ReportsReceipt => {
    log.info("uplink rejected", { region, code: item.code });
    return { accepted: [], rejected: [{ index: 0, problems: [item] }] };
  };
  if (reading.kind === "unreadable")
    return reject({ code: "uplink.unreadable", ...place(reading), action: "Die Entschlüsselung im Netz einrichten." });
  const index = await readIndex(store, region);
  const names = reading.devices.map(canonicalDeviceId);
  const sensor = index.sensors.find(({ deviceId }) => names.includes(deviceId));
  const storage = index.storages.find(({ id }) => id === sensor?.storageId);
  if (sensor === undefined || storage === undefined) {
    const cause = `Der Sensor ${reading.devices.join(" / ")} ist keinem Lagerplatz zugeordnet.`;
    return reject({ code: "uplink.sensor", pointer: "", cause, action: "Ihn in sensors.csv eintragen." });
  }
  const fill = fillOf(sensor, reading.values);
  if (fill.kind === "none")
    return reject({
      code: "uplink.reading",
      pointer: reading.pointer,
      cause: fill.cause,
      action: "Den Sensor prüfen, oder seine Angaben in sensors.csv.",
    });
  const { kind: _, ...measure } = fill;
  const observedAt = new Date(Date.parse(reading.at)).toISOString();
  const error = "percent" in measure && sensor.errorPercent !== undefined ? { errorPercent: sensor.errorPercent } : {};
  const report = { storageId: storage.id, observedAt, ...measure, ...error };
  const content = JSON.stringify(report);
  const once = { key: `uplink-${sensor.deviceId}-${reading.frame}-${observedAt}`, content };
  const before = await earlierReceipt(store, region, once);
  if (before !== undefined) return before;
  const sender = {
    region: index,
    reach,
    name: `Sensor ${sensor.deviceId}`,
    channel: "sensor" as const,
    now: clock.now(),
  };
  const at = (): string => reading.pointer;
  return keepReports(store, region, checkReports([report], sender, at), once, { now: clock.now(), place: at });
}

const place = ({ pointer, cause }: { pointer: string; cause: string }) => ({ pointer, cause });
