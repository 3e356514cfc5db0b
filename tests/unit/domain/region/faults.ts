/** Every kind of fault that a region can have. */
import { copy, set, without, type Tampered, type Tampering } from "../../../support/spoilRegion.ts";

const box =
  (values: object): Tampering =>
  ({ documents }) =>
    void Object.assign(documents.settings.boundingBox as object, values);

/** Each tampering of the tiny region, and everything that must then be said. */
export const FAULTS: readonly [string, Tampering, readonly string[]][] = [
  [
    "a missing file",
    ({ tables }) => delete (tables as Partial<typeof tables>).seasons,
    ["error file.missing seasons.csv:-"],
  ],
  [
    "a missing document",
    ({ documents }) => delete (documents as Partial<typeof documents>).emissionFactors,
    ["error file.missing emission-factors.json:-"],
  ],
  [
    "an empty table",
    ({ tables }) => void (tables.seasons = []),
    [
      "error file.empty seasons.csv:-",
      ...["alt-woody", "alt-mixed", "berg-woody", "berg-mixed", "cron-mixed"].map(
        (id, i) => `error reference.unknown storages.csv:${i + 2} ${id} seasonId`,
      ),
    ],
  ],
  [
    "a missing column",
    ({ tables }) => tables.streams.forEach(({ cells }) => delete cells.fraction),
    ["error column.missing streams.csv:1  fraction"],
  ],
  [
    "an unknown column",
    ({ tables }) => tables.streams.forEach(({ cells }) => (cells.colour = "green")),
    ["error column.unknown streams.csv:1  colour"],
  ],
  [
    "an empty cell",
    set("municipalities", "99001001", { population: "" }),
    ["error value.missing municipalities.csv:2 99001001 population"],
  ],
  [
    "a word for a number",
    set("vehicles", "alt-hook", { centsPerKm: "viel" }),
    ["error value.invalid vehicles.csv:2 alt-hook centsPerKm"],
  ],
  [
    "a negative amount",
    set("facilities", "compost", { capacityTonnesPerDay: "-1" }),
    ["error value.invalid facilities.csv:2 compost capacityTonnesPerDay"],
  ],
  [
    "an unknown word",
    set("storages", "alt-woody", { kind: "pile" }),
    ["error value.invalid storages.csv:2 alt-woody kind"],
  ],
  [
    "a malformed AGS",
    set("contributions", "cron-loader", { ags: "9900100" }),
    ["error value.invalid contributions.csv:2 cron-loader ags"],
  ],
  [
    "a horizon of twelve weeks",
    ({ documents }) => (documents.settings.horizonWeeks = 12),
    ["error value.invalid region.json:-  horizonWeeks"],
  ],
  [
    "a strange field in a document",
    ({ documents }) => (documents.settings.colour = "green"),
    ["error value.invalid region.json:-"],
  ],
  [
    "unreadable hours",
    set("facilities", "compost", { openingHours: "Mo-Fr 8-16 Uhr" }),
    ["error hours.syntax facilities.csv:2 compost openingHours"],
  ],
  ["an id used twice", copy("tariffs", "hub-woody-loose", {}), ["error id.duplicate tariffs.csv:10 hub-woody-loose"]],
  [
    "a share given twice",
    copy("serviceShares", "p-alt", { share: "0" }),
    ["error id.duplicate service-shares.csv:6 p-alt/99001001"],
  ],
  [
    "an unknown point",
    set("storages", "cron-mixed", { pointId: "p-kron" }),
    ["error reference.unknown storages.csv:6 cron-mixed pointId"],
  ],
  [
    "a report of an unknown storage",
    set("reports", "r6", { storageId: "cron-mixt" }),
    ["error reference.unknown reports.csv:7 r6 storageId"],
  ],
  [
    "a weighing of an unknown storage",
    set("weighings", "w1", { storageId: "nowhere" }),
    ["error reference.unknown weighings.csv:2 w1 storageId"],
  ],
  [
    "an unknown contract holder",
    set("facilities", "farm", { contractHolders: "99001001 99001009" }),
    ["error reference.unknown facilities.csv:4 farm contractHolders"],
  ],
  [
    "an unknown authority",
    set("streams", "private-woody", { authorityId: "avx" }),
    ["error reference.unknown streams.csv:2 private-woody authorityId"],
  ],
  [
    "an unknown owner of a vehicle",
    set("vehicles", "alt-hook", { ownerId: "99001009" }),
    ["error owner.unknown vehicles.csv:2 alt-hook ownerId"],
  ],
  [
    "an unknown owner of a shredder",
    set("shredders", "kraft-shredder", { ownerId: "krafft" }),
    ["error owner.unknown shredders.csv:2 kraft-shredder ownerId"],
  ],
  [
    "a source of nothing",
    ({ tables }) => (tables.fieldSources[0]!.cells.field = "lattitude"),
    ["warning source.nowhere sources.csv:2 collection-points.csv/p-alt/lattitude field"],
  ],
  [
    "a source for an unknown id",
    ({ tables }) => (tables.fieldSources[0]!.cells.id = "p-old"),
    ["warning source.nowhere sources.csv:2 collection-points.csv/p-old/latitude id"],
  ],
  [
    "a source for an unknown file",
    ({ tables }) => (tables.fieldSources[0]!.cells.file = "points.csv"),
    ["warning source.nowhere sources.csv:2 points.csv/p-alt/latitude file"],
  ],
  ["a box upside down", box({ south: 49.5, north: 49.2 }), ["error box.upsideDown region.json:-  boundingBox"]],
  [
    "a place outside the box",
    set("collectionPoints", "p-cron", { latitude: "50.41" }),
    ["error coordinate.outside collection-points.csv:4 p-cron latitude"],
  ],
  [
    "a depot outside the box",
    set("vehicles", "kraft-floor", { depotLongitude: "7.5" }),
    ["error coordinate.outside vehicles.csv:3 kraft-floor depotLatitude"],
  ],
  [
    "a municipality without a point",
    copy("municipalities", "99001001", { ags: "99001004", name: "Dorf" }),
    ["warning municipality.noPoint municipalities.csv:5 99001004"],
  ],
  [
    "an open point without shares",
    without("serviceShares", (cells) => cells.pointId === "p-cron"),
    ["error shares.missing collection-points.csv:4 p-cron"],
  ],
  [
    "shares that do not sum to 1",
    set("serviceShares", "p-berg", { share: "0.7" }),
    ["error shares.sum service-shares.csv:3 p-berg share"],
  ],
  ["a season of 110 percent", set("seasons", "yard", { jan: "13" }), ["error season.sum seasons.csv:2 yard"]],
  [
    "a closed point with a storage",
    set("collectionPoints", "p-cron", { status: "closed" }),
    ["error point.closed storages.csv:6 cron-mixed pointId"],
  ],
  [
    "an authority's stream without authority",
    set("streams", "private-woody", { authorityId: "" }),
    ["error stream.authority streams.csv:2 private-woody authorityId"],
  ],
  [
    "a contractor as owner of material",
    set("streams", "private-woody", { authorityId: "kraft" }),
    ["error stream.authority streams.csv:2 private-woody authorityId"],
  ],
  [
    "material that nobody takes",
    without("tariffs", (cells) => cells.fraction === "mixed"),
    ["error material.noFacility streams.csv:3 municipal-mixed"],
  ],
  [
    "a tariff for other people's material only",
    ({ tables }) =>
      tables.tariffs
        .filter(({ cells }) => cells.fraction === "mixed")
        .forEach(({ cells }) => (cells.owner = "authority")),
    ["error material.noFacility streams.csv:3 municipal-mixed"],
  ],
  [
    "a shredded tariff for what cannot be shredded",
    ({ tables }) =>
      tables.tariffs
        .filter(({ cells }) => cells.fraction === "mixed")
        .forEach(({ cells }) => (cells.form = "shredded")),
    ["error material.noFacility streams.csv:3 municipal-mixed"],
  ],
  [
    "material that only an owner's plant takes",
    without("tariffs", (cells) => cells.fraction === "woody" && cells.facilityId !== "boiler"),
    ["warning material.ownerOnly streams.csv:2 private-woody"],
  ],
  [
    "a closed plant with tariffs and a weighing",
    set("facilities", "compost", { status: "closed" }),
    [
      "warning facility.closed weighings.csv:2 w1 facilityId",
      "warning facility.closed weighings.csv:3 w2 facilityId",
      "warning facility.closed tariffs.csv:2 compost-woody-loose facilityId",
    ],
  ],
  [
    "an owner's plant of nobody",
    set("facilities", "boiler", { ownerId: "avb" }),
    ["error facility.owner facilities.csv:3 boiler ownerId"],
  ],
  [
    "a minimum without penalty",
    set("facilities", "farm", { minimumPenaltyCentsPerTonne: "" }),
    ["error facility.minimum facilities.csv:4 farm minimumPenaltyCentsPerTonne"],
  ],
  [
    "a minimum without contract holders",
    set("facilities", "farm", { contractHolders: "" }),
    ["error facility.minimum facilities.csv:4 farm contractHolders"],
  ],
  [
    "a candidate without cost",
    set("facilities", "hub", { yearlyCostCents: "" }),
    ["warning facility.yearlyCost facilities.csv:5 hub yearlyCostCents"],
  ],
  [
    "a heap without loader and no grab",
    ({ tables }) => {
      set("storages", "cron-mixed", { kind: "heap" })({ tables } as Tampered);
    },
    ["error vehicle.capability storages.csv:6 cron-mixed"],
  ],
  [
    "containers and no hook-lift",
    without("vehicles", (cells) => String(cells.capabilities).includes("hookLift")),
    ["alt-mixed", "berg-mixed", "cron-mixed"].map(
      (id, i) => `error vehicle.capability storages.csv:${[3, 5, 6][i]} ${id}`,
    ),
  ],
  [
    "a container too large",
    set("storages", "cron-mixed", { volumeLitres: "90000" }),
    ["error vehicle.capacity storages.csv:6 cron-mixed volumeLitres"],
  ],
  // 36 m³ at 600 kg/m³ weigh 21.6 t; the strongest hook-lift carries 21 t.
  [
    "a container too heavy",
    set("streams", "municipal-mixed", { looseKgPerM3: "600" }),
    ["alt-mixed", "berg-mixed", "cron-mixed"].map(
      (id, i) => `error vehicle.capacity storages.csv:${[3, 5, 6][i]} ${id} volumeLitres`,
    ),
  ],
  [
    "a point open only at night",
    set("collectionPoints", "p-cron", { accessHours: "Mo-Fr 18:00-22:00" }),
    ["error vehicle.hours storages.csv:6 cron-mixed"],
  ],
  [
    "a report from the future",
    set("reports", "r6", { observedAt: "2027-11-19T11:00:00+01:00" }),
    ["error date.future reports.csv:7 r6 observedAt"],
  ],
  [
    "a weighing from the future",
    set("weighings", "w2", { weighedAt: "2026-12-05T10:00:00+01:00" }),
    ["error date.future weighings.csv:3 w2 weighedAt"],
  ],
  [
    "a report sent twice",
    copy("reports", "r6", { observedAt: "2026-11-19T12:00:00+01:00" }),
    ["error report.duplicate reports.csv:8 r6"],
  ],
  [
    "one sight reported twice",
    copy("reports", "r6", { id: "r7", observedAt: "2026-11-19T10:00:00Z" }),
    ["error report.duplicate reports.csv:8 r7"],
  ],
  [
    "quarters and cubic metres at once",
    set("reports", "r3", { quarters: "2" }),
    ["error report.measure reports.csv:4 r3 quarters"],
  ],
  [
    "neither quarters nor cubic metres",
    set("reports", "r3", { volumeM3: "" }),
    ["error report.measure reports.csv:4 r3 quarters"],
  ],
  // Two containers of 36 m³ hold 72 m³; 1.5 times that is 108.
  [
    "litres for cubic metres",
    set("reports", "r3", { volumeM3: "108.5" }),
    ["error report.volume reports.csv:4 r3 volumeM3"],
  ],
  [
    "a contact of an unknown municipality",
    set("contacts", "yves", { municipalityAgs: "99001009" }),
    ["error reference.unknown contacts.csv:3 yves municipalityAgs"],
  ],
  [
    "a mayor of nowhere",
    set("contacts", "mira", { municipalityAgs: "" }),
    ["error contact.municipality contacts.csv:5 mira municipalityAgs"],
  ],
  [
    "an address that is none",
    set("contacts", "dora", { email: "dora@example" }),
    ["error value.invalid contacts.csv:2 dora email"],
  ],
  [
    "a name of two lines",
    set("contacts", "dora", { name: "Dora\r\nBcc: all@example.org" }),
    ["error value.invalid contacts.csv:2 dora name"],
  ],
  [
    "a language that nobody wrote",
    set("contacts", "dora", { language: "it" }),
    ["error value.invalid contacts.csv:2 dora language"],
  ],
  [
    "a person twice in one role",
    copy("contacts", "yves", { id: "yves2", email: "Yves@Example.org" }),
    ["error contact.duplicate contacts.csv:6 yves2 email"],
  ],
  [
    "a deputy of nobody",
    set("contacts", "mira", { deputyOf: "nobody" }),
    ["error contact.deputy contacts.csv:5 mira deputyOf"],
  ],
  [
    "a deputy of somebody elsewhere, on days that run backwards",
    set("contacts", "mira", { deputyOf: "yves", deputyFrom: "2026-12-24", deputyUntil: "2026-12-01" }),
    ["error contact.deputy contacts.csv:5 mira deputyOf", "error contact.deputy contacts.csv:5 mira deputyOf"],
  ],
  [
    "days of a deputy without whose",
    set("contacts", "mira", { deputyUntil: "2026-12-24" }),
    ["error contact.deputy contacts.csv:5 mira deputyOf"],
  ],
  [
    "a driver of no vehicle",
    set("contacts", "dora", { role: "driver" }),
    ["error contact.vehicle contacts.csv:2 dora vehicleId", "warning contact.noDispatcher contacts.csv:-"],
  ],
  [
    "a plant of no facility",
    set("contacts", "yves", { role: "plant" }),
    ["error contact.facility contacts.csv:3 yves facilityId"],
  ],
  [
    "a plant that is none of the region",
    set("contacts", "yves", { role: "plant", facilityId: "compots" }),
    ["error reference.unknown contacts.csv:3 yves facilityId"],
  ],
  [
    "somebody else with a facility",
    set("contacts", "mira", { facilityId: "compost" }),
    ["error contact.facility contacts.csv:5 mira facilityId"],
  ],
  ["a contact's id used twice", copy("contacts", "dora", {}), ["error id.duplicate contacts.csv:6 dora"]],
  [
    "nobody to send tours to",
    set("contacts", "dora", { role: "admin" }),
    ["warning contact.noDispatcher contacts.csv:-"],
  ],
  [
    "a sensor of an unknown storage",
    ({ tables }) => (tables.sensors[1]!.cells.storageId = "berg-mixt"),
    ["error reference.unknown sensors.csv:3 waage-berg storageId"],
  ],
  [
    "one device twice, written differently",
    ({ tables }) => (tables.sensors[1]!.cells.deviceId = "70-b3-d5-7e-d0-00-00-01"),
    ["error id.duplicate sensors.csv:3 70b3d57ed0000001"],
  ],
  [
    "a distance without its ends",
    ({ tables }) => Object.assign(tables.sensors[0]!.cells, { emptyMm: "", fullMm: "" }),
    ["emptyMm", "fullMm"].map((field) => `error sensor.distances sensors.csv:2 70b3d57ed0000001 ${field}`),
  ],
  [
    "a distance upside down",
    ({ tables }) => Object.assign(tables.sensors[0]!.cells, { emptyMm: "300", fullMm: "2400" }),
    ["error sensor.distances sensors.csv:2 70b3d57ed0000001 emptyMm"],
  ],
  [
    "distances that nobody uses",
    ({ tables }) => (tables.sensors[1]!.cells.emptyMm = "2000"),
    ["warning sensor.distances sensors.csv:3 waage-berg measure"],
  ],
];
