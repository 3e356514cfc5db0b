/** Contacts and sensors of the example: invented, every one. Addresses end in example.org, where no mail arrives (RFC 2606). */
import { MUNICIPALITIES } from "./data.ts";
import type { CsvRow } from "./files.ts";

const SYNTHETIC = { source: "Synthetisch: frei erfunden, keine wirkliche Person", verified: false };

/** Who runs a yard; two of them write French, as people do at this border. */
const YARDS: readonly (readonly [ags: string, name: string, language?: "fr"])[] = [
  ["10044111", "Anke Beispiel"],
  ["10044112", "Bernd Muster"],
  ["10044114", "Claire Exemple", "fr"],
  ["10044115", "Dirk Probe"],
  ["10044116", "Elif Vorlage"],
  ["10044117", "Frank Muster"],
  ["10044118", "Gerda Beispiel"],
  ["10044120", "Holger Probe"],
  ["10044121", "Inès Modèle", "fr"],
  ["10044122", "Jan Vorlage"],
  ["10044123", "Karin Muster"],
];

const MAYORS: readonly (readonly [ags: string, name: string])[] = [
  ["10044111", "Lena Probe"],
  ["10044112", "Martin Vorlage"],
  ["10044113", "Nadja Muster"],
  ["10044114", "Olaf Beispiel"],
  ["10044115", "Petra Vorlage"],
  ["10044116", "Quirin Probe"],
  ["10044117", "Rita Muster"],
  ["10044118", "Stefan Beispiel"],
  ["10044119", "Tanja Vorlage"],
  ["10044120", "Udo Probe"],
  ["10044121", "Vera Muster"],
  ["10044122", "Walter Beispiel"],
  ["10044123", "Yvonne Probe"],
];

const TREASURERS: readonly (readonly [ags: string, name: string, language?: "fr"])[] = [
  ["10044111", "Anton Probe"],
  ["10044112", "Birgit Muster"],
  ["10044113", "Cem Vorlage"],
  ["10044114", "Doris Probe"],
  ["10044115", "Emil Muster"],
  ["10044116", "Franziska Beispiel"],
  ["10044117", "Georg Vorlage"],
  ["10044118", "Heike Probe"],
  ["10044119", "Ivo Beispiel"],
  ["10044120", "Jutta Muster"],
  ["10044121", "Kim Modèle", "fr"],
  ["10044122", "Lars Probe"],
  ["10044123", "Mona Vorlage"],
];

interface Deputy {
  readonly of: "rathaus" | "kaemmerei";
  readonly ags: string;
  readonly name: string;
  /** Without days: asked when the other says nothing. With days: asked at once, and only on them. */
  readonly days?: readonly [from: string, until: string];
}

const DEPUTIES: readonly Deputy[] = [
  { of: "rathaus", ags: "10044115", name: "Pia Vertretung" },
  { of: "rathaus", ags: "10044112", name: "Ralf Vertretung", days: ["2026-11-16", "2027-03-31"] },
  { of: "kaemmerei", ags: "10044111", name: "Sina Vertretung", days: ["2026-12-21", "2027-01-06"] },
];

export function saarlouisContacts(): CsvRow[] {
  return [
    county("disposition", "dispatcher", "Alex Disponent"),
    county("verwaltung", "admin", "Bente Verwalterin"),
    county("kaemmerei", "finance", "Carla Kämmerin"),
    driver("nbs-hookLift-1", "Detlef Fahrer"),
    driver("nbs-hookLift-2", "Edith Fahrerin"),
    ...YARDS.map(([ags, name, language]) => municipal("bauhof", "yard", ags, name, language)),
    ...MAYORS.map(([ags, name]) => ({ ...municipal("rathaus", "mayor", ags, name), ...secondAddress(ags) })),
    ...TREASURERS.map(([ags, name, language]) => municipal("kaemmerei", "finance", ags, name, language)),
    ...DEPUTIES.map(deputy),
  ];
}

/** Where one-time codes go: another mailbox than the one with the link. */
function secondAddress(ags: string): CsvRow {
  return { codeEmail: `code.${placeOf(ags)}@example.org` };
}

function deputy({ of, ags, name, days }: Deputy): CsvRow {
  const place = placeOf(ags);
  const row = municipal(`vertretung-${of}`, of === "rathaus" ? "mayor" : "finance", ags, name);
  const [deputyFrom, deputyUntil] = days ?? [];
  return { ...row, deputyOf: `${of}-${place}`, deputyFrom, deputyUntil };
}

function county(id: string, role: string, name: string): CsvRow {
  return { id, role, name, email: `${id}.kreis@example.org`, language: "de", ...SYNTHETIC };
}

/** Hears of changes to the tours of one vehicle. */
function driver(vehicleId: string, name: string): CsvRow {
  const id = `fahrer-${vehicleId}`;
  return {
    id,
    role: "driver",
    name,
    email: `${id}@example.org`.toLowerCase(),
    language: "de",
    vehicleId,
    ...SYNTHETIC,
  };
}

function municipal(office: string, role: string, ags: string, name: string, language = "de"): CsvRow {
  const place = placeOf(ags);
  return {
    ...{ id: `${office}-${place}`, role, municipalityAgs: ags, name },
    ...{ email: `${office}.${place}@example.org`, language, ...SYNTHETIC },
  };
}

/** `Dillingen/Saar` to `dillingen`. */
function placeOf(ags: string): string {
  const { name } = MUNICIPALITIES.find((one) => one.ags === ags)!;
  return name.toLowerCase().split(/[/-]/)[0]!.replaceAll("ü", "ue").replaceAll("ö", "oe").replaceAll("ä", "ae");
}

const INVENTED_DEVICE = { source: "Synthetisch: frei erfundenes Gerät", verified: false };

/** One of each kind: an ultrasonic sensor over containers, one in percent, a button with quarters. */
export function saarlouisSensors(): CsvRow[] {
  return [
    {
      ...{ deviceId: "70b3d57ed0010001", storageId: "bous-private-woody", measure: "distanceMm" },
      ...{ emptyMm: 2450, fullMm: 350, ...INVENTED_DEVICE },
    },
    { deviceId: "70b3d57ed0010002", storageId: "ensdorf-private-woody", measure: "percent", ...INVENTED_DEVICE },
    { deviceId: "taster-lebach", storageId: "lebach-municipal-mixed", measure: "quarters", ...INVENTED_DEVICE },
  ];
}
