/** Every reason for a load that stays, as a German sentence with its figures. */
import { describe, expect, it } from "vitest";
import type { Pickup } from "../../../../domain/plan/plan.ts";
import type { UnservedReason } from "../../../../domain/routing/solution.ts";
import { LIMITS } from "../../../../optimizer/routing/explain/relax.ts";
import { unservedSentences } from "../../../../planning/week/reasons.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";

const WEEK = "2026-W48";
const region = tinyValidRegion();
const PICKUP: Pickup = {
  id: "alt-woody/1",
  storageId: "alt-woody",
  pointId: "p-alt",
  streamId: "private-woody",
  fraction: "woody",
  form: "loose",
  facilityId: "compost",
  massKg: 4200,
  volumeLitres: 28_000,
  capabilities: ["walkingFloor", "hookLift"],
  earliestDate: "2026-11-23",
  routeId: null,
};
const facility = region.facilities.find(({ id }) => id === "compost")!.name;
const [first] = region.vehicles;
/** Wednesday. */
const INSERTION = { vehicle: 0, day: 2, position: 1, priceCents: 1250 };

function sentence(code: string, limit: number, needed: number, unit = "count"): string {
  const reason: UnservedReason = { client: 0, code, limit, needed, unit, insertions: [INSERTION], violation: null };
  const [told] = unservedSentences(region, WEEK, [PICKUP], [reason]);
  expect(told).toMatchObject({ pickupId: "alt-woody/1", code, limit, needed });
  const head = "4,2 t in Sammelstelle Altdorf bleiben stehen: ";
  expect(told!.reason.startsWith(head)).toBe(true);
  return told!.reason.slice(head.length);
}

const DAY = 86_400;
const HOUR = 3600;

describe("a load that stays", () => {
  const on = `von ${first!.name} am 25.11.2026`;
  it.each([
    [
      "price",
      900,
      1250,
      "cents",
      "der günstigste Einbau in eine Tour kostet 12,50 €, das Warten ist mit 9,00 € bewertet.",
    ],
    ["capacity", 3500, 4200, "kg", "kein passendes Fahrzeug hat genug Platz (4,2 t nötig, 3,5 t vorhanden)."],
    [
      "capacity",
      20_000,
      28_000,
      "litres",
      "kein passendes Fahrzeug hat genug Platz (28,0 m³ nötig, 20,0 m³ vorhanden).",
    ],
    [
      "window",
      17 * HOUR,
      17.5 * HOUR,
      "s",
      "die Sammelstelle wäre erst um 17:30 Uhr erreicht, sie ist nur bis 17:00 Uhr zugänglich.",
    ],
    [
      "facilityClosed",
      16 * HOUR,
      16.25 * HOUR,
      "s",
      `${facility} wäre erst um 16:15 Uhr erreicht, die Annahme endet um 16:00 Uhr.`,
    ],
    ["facilityClosed", 0, 1, "s", `${facility} nimmt an keinem Tag an, an dem ein passendes Fahrzeug Dienst hat.`],
    ["facilityCapacity", 30_000, 34_200, "kg", `${facility} nimmt am Tag 30,0 t an, nötig wären 34,2 t.`],
    [
      "closed",
      0,
      1,
      "count",
      "die Sammelstelle ist an keinem Tag zugänglich, an dem ein passendes Fahrzeug Dienst hat.",
    ],
    ["breakLeg", 4.5 * HOUR, 5 * HOUR, "s", "eine Strecke dauert 5,0 Stunden; ohne Pause dürfen es 4,5 sein."],
    ["driving", 9 * HOUR, 9.5 * HOUR, "s", "die erlaubte Lenkzeit von 9,0 Stunden reicht nicht (9,5 nötig)."],
    ["duration", 8 * HOUR, 9.5 * HOUR, "s", `die Tour ${on} würde 9,5 Stunden dauern, erlaubt sind 8,0.`],
    ["distance", 180_000, 212_500, "m", `die Tour ${on} würde 212,5 km lang, erlaubt sind 180,0 km.`],
    [
      "shift",
      15 * HOUR,
      16 * HOUR,
      "s",
      "keine Schicht reicht: das Fahrzeug käme um 16:00 Uhr zurück, Schichtende ist 15:00 Uhr.",
    ],
    [
      "capability",
      1,
      3,
      "bits",
      `gebraucht wird Schubboden oder Hakengerät; keines der ${region.vehicles.length} Fahrzeuge hat das in dieser Woche im Dienst.`,
    ],
    ["slots", 1, 2, "count", "die Behälter brauchen 2 Plätze, das Fahrzeug hat 1."],
    ["spares", 1, 2, "count", "2 leere Behälter wären am selben Tag nötig, das Lager hat 1."],
    [
      "lock",
      0,
      1,
      "count",
      `die Disposition hat Fahrzeug oder Tag anders festgelegt; ohne die Festlegung kostete der Einbau 12,50 € (Tour ${on}).`,
    ],
    [
      "frozen",
      0,
      1,
      "count",
      `die einzige Tour mit Platz dafür ist festgeschrieben; ohne die Festschreibung kostete der Einbau 12,50 € (Tour ${on}).`,
    ],
    [
      "order",
      0,
      1,
      "count",
      `keine Stelle einer Tour hält die festgelegte Reihenfolge ein; ohne sie kostete der Einbau 12,50 € (Tour ${on}).`,
    ],
    [
      "precedence",
      DAY + 9 * HOUR,
      2 * DAY + 10 * HOUR,
      "s",
      "die Arbeit, die vorher zu tun ist, endet erst am 25.11.2026 um 10:00 Uhr; die Abholung begänne am 24.11.2026 um 09:00 Uhr.",
    ],
    ["precedence", DAY, 7 * DAY, "s", "die Arbeit, die vorher zu tun ist, ist in dieser Woche auf keiner Tour."],
    [
      "release",
      9 * HOUR,
      10.5 * HOUR,
      "s",
      `die Ladung ist erst um 10:30 Uhr abholbereit, die Fahrt ${on} müsste um 09:00 Uhr beginnen.`,
    ],
    ["noVehicle", 0, 1, "count", "kein Fahrzeug hat in dieser Woche Dienst."],
  ] as const)("is told %s (%d, %d %s)", (code, limit, needed, unit, words) => {
    expect(sentence(code, limit, needed, unit)).toBe(words);
  });

  it("has words of its own for every limit that may keep it out", () => {
    for (const limit of LIMITS) expect(sentence(limit, 1, 2)).not.toContain("Grenze");
    expect(sentence("somethingNew", 1, 2)).toBe("die Grenze „somethingNew“ ist überschritten: 2,0 nötig, 1,0 erlaubt.");
  });

  it("that is shredded too late is told when the shredder is done", () => {
    const late = { ...PICKUP, earliestDate: "2026-11-29" };
    const reason: UnservedReason = {
      client: 0,
      code: "closed",
      limit: 0,
      needed: 1,
      unit: "count",
      insertions: [],
      violation: null,
    };
    expect(unservedSentences(region, WEEK, [late], [reason])[0]).toMatchObject({
      code: "notShredded",
      reason: expect.stringContaining("der Häcksler ist dort erst am 28.11.2026 fertig") as unknown,
    });
  });
});
