import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  receiveChirpstackUplink,
  receiveTtnUplink,
  type ReportsReceipt,
} from "../../../../functions/contract/reports.ts";
import { asJson } from "../../../../functions/ports/store.ts";
import { key as keyOf } from "../../../../functions/usecases/records/keys.ts";
import type { RegionIndex } from "../../../../functions/usecases/records/region.ts";
import { currentFolder } from "../../../../functions/usecases/regions/currentFolder.ts";
import { createApiKey } from "../../../../functions/usecases/keys/apiKeys.ts";
import { callApi, type ApiReply } from "../../../support/apiEvent.ts";
import { testSystem, type TestSystem } from "../../../support/system.ts";

let system: TestSystem;
let key: string;
beforeEach(async () => {
  system = await testSystem();
  ({ key } = await createApiKey(system.ports, "tiny", "Sensoren"));
});
afterEach(() => system.close());

type Json = Record<string, unknown>;
const sample = (name: string): Json =>
  JSON.parse(readFileSync(new URL(`../../../../events/${name}.json`, import.meta.url), "utf8")) as Json;

const parameters = { region: "tiny" };
const ttn = (body: unknown): Promise<ApiReply> =>
  callApi(system, receiveTtnUplink, { parameters, headers: { "x-api-key": key }, body });
const chirpstack = (body: unknown, event: string): Promise<ApiReply> =>
  callApi(system, receiveChirpstackUplink, { parameters, query: { event }, headers: { "x-api-key": key }, body });

const receipt = ({ json }: ApiReply): ReportsReceipt => json as ReportsReceipt;
const codes = (reply: ApiReply): string[] =>
  receipt(reply).rejected.flatMap(({ problems }) => problems.map(({ code }) => code));

async function kept(): Promise<{ storageId: string; percent?: number; channel: string }[]> {
  const { items } = await system.ports.store.query({ pk: "region#tiny", prefix: "report#2026-11-22" });
  return items.map(({ data }) => data as never);
}

test("a distance becomes a part of the storage, once, however often it is delivered", async () => {
  const uplink = sample("ttn-uplink");
  const first = await ttn(uplink);
  expect(first.status).toBe(202);
  // Empty at 2400 mm, full at 300 mm; 825 mm is three quarters of the way.
  expect(await kept()).toMatchObject([{ storageId: "alt-mixed", percent: 75, channel: "sensor" }]);
  expect(receipt(await ttn({ ...uplink, received_at: "2026-11-22T08:00:09Z" }))).toEqual(receipt(first));
  expect(await kept()).toHaveLength(1);
});

test("percent of ChirpStack, and a frame counter that is zero and left out", async () => {
  const { fCnt: _, ...uplink } = sample("chirpstack-uplink");
  expect(receipt(await chirpstack(uplink, "up")).accepted).toHaveLength(1);
  expect(await kept()).toMatchObject([{ storageId: "berg-mixed", percent: 62.5 }]);
});

test("a sensor whose error is known has it kept with what it measured", async () => {
  const at = keyOf.index("tiny");
  const item = (await system.ports.store.get(at))!;
  const index = item.data as unknown as RegionIndex;
  const sensors = index.sensors.map((sensor) => ({ ...sensor, errorPercent: 2.5 }));
  await system.ports.store.put({ ...at, data: asJson({ ...index, sensors }) }, item.version);
  await chirpstack(sample("chirpstack-uplink"), "up");
  expect(await kept()).toMatchObject([{ storageId: "berg-mixed", percent: 62.5, errorPercent: 2.5 }]);
  const files = await currentFolder(system.ports.store, system.ports.blobs, "tiny");
  expect(new TextDecoder().decode(files.get("reports.csv"))).toContain(",62.5,2.5,");
});

test("joins and other events are confirmed and leave no trace", async () => {
  const join = { end_device_ids: sample("ttn-uplink")["end_device_ids"] as Json, join_accept: {} };
  expect(receipt(await ttn(join))).toEqual({ accepted: [], rejected: [] });
  expect(receipt(await chirpstack({ anything: true }, "join"))).toEqual({ accepted: [], rejected: [] });
  expect(await kept()).toEqual([]);
});

test("what cannot be used is answered as rejected with its cause, so that the network does not send it for ever", async () => {
  const uplink = sample("ttn-uplink");
  const message = uplink["uplink_message"] as Json;
  const variants: [string, Json][] = [
    ["uplink.sensor", { ...uplink, end_device_ids: { device_id: "stranger", dev_eui: "70B3D57ED0009999" } }],
    ["uplink.unreadable", { ...uplink, uplink_message: { ...message, decoded_payload: undefined } }],
    ["uplink.reading", { ...uplink, uplink_message: { ...message, decoded_payload: { battery: 3.6 } } }],
    ["uplink.reading", { ...uplink, uplink_message: { ...message, decoded_payload: { distance: "wet" } } }],
    ["uplink.reading", { ...uplink, uplink_message: { ...message, decoded_payload: { distance: 9000 } } }],
    ["uplink.unreadable", { end_device_ids: "none" }],
  ];
  for (const [code, body] of variants) {
    const reply = await ttn(body);
    expect(reply.status).toBe(202);
    expect(codes(reply)).toEqual([code]);
  }
  expect(await kept()).toEqual([]);
});
