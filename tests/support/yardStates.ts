/** Every page of the yards in each of its states; names are of no language. */
import type { Language } from "../../domain/region/contacts.ts";
import type { ShownReport, StorageView } from "../../functions/usecases/reports/readStorage.ts";
import { speechOf } from "../../web/language/speech.ts";
import type { PageParts } from "../../web/page.ts";
import { storagePage } from "../../web/yard/form.ts";
import { listPage, toldPage } from "../../web/yard/list.ts";
import { paperPage, stickerPage } from "../../web/yard/sheets.ts";
import { YARD_WORDS } from "../../web/yard/words/index.ts";

const SEEN = {
  ...{ id: "r1", storageId: "s1", observedAt: "2026-11-20T09:00:00+01:00", reportedBy: "Anna" },
  ...{ receivedAt: "2026-11-20T09:00:00+01:00", inPlanOf: undefined },
};
const REPORTS = [
  {
    ...SEEN,
    quarters: 5,
    heapBeside: true,
    contamination: "much",
    channel: "sticker",
    inPlanOf: "2026-W48",
    photo: "2026-11-20/x.jpg",
  },
  { ...SEEN, volumeM3: 12.5, channel: "sensor" },
  { ...SEEN, quarters: 0, contamination: "some", channel: "form" },
] as const satisfies readonly ShownReport[];

const forecast = (plausibility: "ok" | "suspect" | "stale" | "contradicted") => ({
  ...{ week: "2026-W48", knownUntil: null, plausibility, reportValueCents: 0 },
  ...{ fill: { low: 0.5, mean: 0.62, high: 0.75 }, overflowChance: [0, 0, 0.01, 0.02, 0.05, 0.08, 0.123] },
});

const STORAGE = { region: "tiny", place: "Altdorf", material: "Bergheim", fraction: "mixed" as const };
const KINDS = [
  { ...STORAGE, id: "s1", kind: "rollOff", units: 2, volumeLitres: 36_000, latest: REPORTS[0] },
  { ...STORAGE, id: "s2", kind: "skip", units: 1, volumeLitres: 7000, latest: REPORTS[1], forecast: forecast("stale") },
  { ...STORAGE, id: "s3", kind: "heap", units: 1, volumeLitres: 200_000 },
];
const VIEW: StorageView = {
  ...KINDS[0]!,
  ...{ regionName: "Cronau", synthetic: null, served: [], reports: REPORTS, nextPickup: "2026-11-24" },
};

export function yardStates(language: Language): Record<string, PageParts> {
  const speech = speechOf(YARD_WORDS, language);
  const { words } = speech;
  const form = { path: "/m/x", csrf: "x", key: "k", filled: {} };
  const principal = { subject: "a", name: "Anna", grants: [] };
  const regions = [{ name: "Cronau", storages: KINDS }];
  const sheets = { regions, principal, speech };
  const stickers = { ...sheets, csrf: "x", address: () => "https://plan.example.org/m/x" };
  const problems = Object.entries(words.problems).map(([name, miss]): [string, PageParts] => [
    `miss ${name}`,
    storagePage({ view: VIEW, form: { ...form, miss }, speech }),
  ]);
  return {
    form: storagePage({ view: VIEW, form, speech }),
    forecast: storagePage({ view: { ...VIEW, forecast: forecast("ok") }, form, speech }),
    ...Object.fromEntries(
      (["suspect", "stale", "contradicted"] as const).map((state) => [
        `forecast ${state}`,
        storagePage({ view: { ...VIEW, forecast: forecast(state) }, form, speech }),
      ]),
    ),
    thanks: storagePage({ view: VIEW, form, speech, sent: "r1", list: "/meldung" }),
    photoRefused: storagePage({ view: VIEW, form, speech, sent: "r1", photoRefused: true }),
    nothing: storagePage({ view: { ...VIEW, ...KINDS[2]!, reports: [], nextPickup: undefined }, form, speech }),
    skip: storagePage({ view: { ...VIEW, ...KINDS[1]! }, form, speech }),
    ...Object.fromEntries(problems),
    list: listPage(regions, principal, speech),
    none: listPage([], principal, speech),
    stickers: stickerPage(stickers),
    replaced: stickerPage({ ...stickers, replaced: "s1" }),
    paper: paperPage(sheets),
    unknown: toldPage(words.unknown),
    withdrawn: toldPage(words.withdrawn),
    notYours: toldPage(words.list.notYours),
  };
}
