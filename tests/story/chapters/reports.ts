/** Thirteen reports: by the code on the container, one of them without a network, and one by a sensor. */
import assert from "node:assert/strict";
import { stickerToken } from "../../../functions/usecases/stickers/stickers.ts";
import { FormBrowser, formsOf } from "../../support/formBrowser.ts";
import type { Chapter, Stage } from "../stage.ts";

const QUARTERS = { leer: "0", viertel: "1", halb: "2", dreiviertel: "3", voll: "4" } as const;
/** Storages whose yards stand before the container with a network. */
const BY_STICKER: readonly (readonly [storage: string, fill: keyof typeof QUARTERS])[] = [
  ["lisdorfer-berg-municipal-mixed", "dreiviertel"],
  ["lisdorfer-berg-municipal-woody", "voll"],
  ["saarwellingen-municipal-mixed", "halb"],
  ["rehlingen-municipal-mixed", "voll"],
  ["dillingen-municipal-mixed", "dreiviertel"],
  ["dillingen-municipal-woody", "voll"],
  ["lebach-municipal-mixed", "dreiviertel"],
  ["schmelz-municipal-mixed", "voll"],
  ["schwalbach-municipal-mixed", "halb"],
  ["bous-municipal-mixed", "voll"],
  ["wadgassen-municipal-mixed", "voll"],
];
const OFFLINE = "wallerfangen-municipal-mixed";
const SENSOR = { devEui: "70b3d57ed0010002", storage: "ensdorf-private-woody", percent: 85 };

export const reports: Chapter = {
  title: "Thirteen reports come in, one from a phone without a network, one from a sensor",
  async play(stage) {
    for (const [storage, fill] of BY_STICKER) await reportBySticker(stage, storage, QUARTERS[fill]);
    stage.say(`${BY_STICKER.length} containers are reported by the code on their stickers.`);
    await reportOffline(stage);
    await reportBySensor(stage);
    const response = await stage.api("dispatcher.saarlouis", `/api/regions/${stage.region}/points`);
    assert.equal(response.status, 200);
    const text = await response.text();
    for (const storage of [...BY_STICKER.map(([id]) => id), OFFLINE, SENSOR.storage]) assert.ok(text.includes(storage));
  },
};

async function pathOf({ runtime, region }: Stage, storageId: string): Promise<string> {
  return `/m/${await stickerToken(runtime.ports, { region, storageId })}`;
}

async function reportBySticker(stage: Stage, storage: string, fill: string): Promise<void> {
  const phone = new FormBrowser(stage.runtime.url);
  const [form] = formsOf((await phone.get(await pathOf(stage, storage))).body);
  const { body } = await phone.submit(form!, { fill, contamination: "none" });
  assert.match(body, /Danke, die Meldung ist da/);
}

async function reportOffline(stage: Stage): Promise<void> {
  const phone = await stage.page(undefined, "phone");
  await phone.goto(stage.runtime.url + (await pathOf(stage, OFFLINE)));
  await stage.until("the form to be kept on the phone", async () => {
    const kept = await phone.evaluate(
      `caches.open("gruenverbund-yard-1").then((cache) => cache.keys()).then((keys) => keys.length)`,
    );
    return kept === 2 ? true : undefined;
  });
  await phone.context().setOffline(true);
  await phone.reload();
  await phone.getByText("Kein Netz. Melden geht trotzdem").waitFor();
  await phone.getByRole("radio", { name: "voll", exact: true }).click();
  await phone.getByRole("button", { name: "Melden" }).click();
  await phone.getByText("1 Meldung wartet auf Netz.").waitFor();
  await stage.picture(phone, "01-bauhof-ohne-netz");
  stage.say("In Wallerfangen there is no network: the report waits on the phone.");
  await phone.context().setOffline(false);
  await phone.getByText("angekommen").waitFor();
  stage.say("The network is back: the report has arrived, once.");
}

async function reportBySensor(stage: Stage): Promise<void> {
  const asked = await stage.api("admin.saarlouis", `/api/regions/${stage.region}/keys`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "LoRaWAN Ensdorf" }),
  });
  assert.equal(asked.status, 201);
  const { key } = (await asked.json()) as { key: string };
  const uplink = {
    deduplicationId: "3ac7e3c4-4401-4b8d-9386-a5c902f9202d",
    time: stage.runtime.ports.clock.now(),
    deviceInfo: { devEui: SENSOR.devEui, deviceName: "ensdorf" },
    fCnt: 4,
    fPort: 1,
    object: { percent: SENSOR.percent },
  };
  const sent = await fetch(new URL(`/api/regions/${stage.region}/uplinks/chirpstack?event=up`, stage.runtime.url), {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": key },
    body: JSON.stringify(uplink),
  });
  assert.equal(sent.status, 202, await sent.text());
  stage.say(`A sensor in Ensdorf reports ${SENSOR.percent} percent.`);
}
