/** Every public page in each of its states, in a language. */
import type { Language } from "../../domain/region/contacts.ts";
import { NO_OPERATOR } from "../../domain/operator.ts";
import { DEFAULT_LICENCE } from "../../domain/operator.ts";
import { openFiles } from "../../functions/usecases/openData/files.ts";
import { co2Balance } from "../../planning/co2/balance.ts";
import { LEGAL_PAGES } from "../../web/legal/pages.ts";
import { LEGAL_WORDS } from "../../web/legal/words/index.ts";
import { speechOf } from "../../web/language/speech.ts";
import { dataPage } from "../../web/open/dataPage.ts";
import { nothingPage, publicPage } from "../../web/open/page.ts";
import { OPEN_WORDS } from "../../web/open/words/index.ts";
import type { PageParts } from "../../web/page.ts";
import { OPERATOR } from "./publicSite.ts";
import { sampleFigures } from "./sampleFigures.ts";
import { tinyValidRegion } from "./tinyRegion.ts";

export function openStates(language: Language): Record<string, PageParts> {
  const speech = speechOf(OPEN_WORDS, language);
  const legal = speechOf(LEGAL_WORDS, language);
  const regions = [
    { id: "tiny", name: "Kreis Beispiel" },
    { id: "two", name: "Kreis" },
  ];
  const { emissionFactors: factors } = tinyValidRegion();
  const sample = sampleFigures();
  const named = sample.points.map((point) => ({ ...point, name: "Altdorf" }));
  const facilities = sample.facilities.map((one) => ({ ...one, name: "Cronau" }));
  const balance = co2Balance({ drivenMetres: 90_000, moved: [], shreddedKg: 0, treated: [] }, factors);
  const settledCo2 = {
    ...{
      firstWeek: "2026-W48",
      lastWeek: "2026-W48",
      planned: balance,
      settled: balance,
      drivenTours: 1,
      tours: 3,
      corrections: 1,
    },
  };
  const figures = sampleFigures({ factors, facilities, points: named, settledCo2 });
  const files = openFiles(figures, { licence: DEFAULT_LICENCE, publisher: "" });
  const states: Record<string, PageParts> = {
    planned: publicPage({ figures, regions }, speech),
    noPlan: publicPage({ figures: { ...figures, plans: [], months: [], factors: null }, regions: [] }, speech),
    noRegion: nothingPage("noRegion", speech),
    unknown: nothingPage("unknown", speech),
    data: dataPage([{ figures, files }], NO_OPERATOR, speech),
    noData: dataPage([], OPERATOR, speech),
  };
  for (const { path, render } of LEGAL_PAGES)
    for (const [state, operator] of [
      ["empty", NO_OPERATOR],
      ["filled", OPERATOR],
    ] as const)
      for (const home of ["prod", "dev", "machine"] as const)
        states[`${path} ${state} ${home}`] = render({ operator, home }, legal);
  return states;
}
