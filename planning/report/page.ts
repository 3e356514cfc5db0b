/**
 * `report.markup`: one self-contained page, readable from a stick or a mail attachment. It requests nothing; the policy allows
 * only its own style and script by their hashes, so that even a flaw in the escaping could not run anything.
 */
import type { Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { markup, verbatim, type Html } from "./html.ts";
import { renderContents, renderSection, type Section } from "./section.ts";
import { assumptionsSection } from "./sections/assumptions.ts";
import { costsSection } from "./sections/costs.ts";
import { emissionsSection } from "./sections/emissions.ts";
import { renderHeadline } from "./sections/headline.ts";
import { mapSection } from "./sections/map.ts";
import { provenanceSection } from "./sections/provenance.ts";
import { quantitiesSection } from "./sections/quantities.ts";
import { sharesSection } from "./sections/shares.ts";
import { unservedSection } from "./sections/unserved.ts";
import { weekSection } from "./sections/week.ts";
import { sha256Base64 } from "./sha256.ts";
import { SCRIPT } from "./script.ts";
import { BASE } from "./style/base.ts";
import { PARTS } from "./style/parts.ts";
import { PRINT } from "./style/print.ts";
import { TOKENS } from "./style/tokens.ts";
import { WEEK } from "./style/week.ts";
import { toursOf } from "./tours.ts";
import { weekName } from "./words.ts";

const STYLE = TOKENS + BASE + PARTS + WEEK + PRINT;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${sha256Base64(STYLE)}'`,
  `script-src 'sha256-${sha256Base64(SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function sectionsOf(plan: Plan, region: Region, outlines: unknown): Section[] {
  const tours = toursOf(plan);
  return [
    { id: "kosten", title: "Kostenaufteilung", body: sharesSection(plan, region) },
    { id: "karte", title: "Karte", body: mapSection(plan, region, outlines, tours) },
    { id: "woche", title: "Wochentafel", body: weekSection(plan, region, tours) },
    { id: "nicht-bedient", title: "Nicht bedient und warum", body: unservedSection(plan, region) },
    { id: "mengen", title: "Mengen", body: quantitiesSection(plan, region) },
    { id: "kostenarten", title: "Kosten nach Kostenart", body: costsSection(plan) },
    { id: "co2", title: "CO₂", body: emissionsSection(plan) },
    { id: "annahmen", title: "Annahmen und Hinweise", body: assumptionsSection(plan) },
    { id: "herkunft", title: "Herkunft", body: provenanceSection(plan) },
  ];
}

function head(plan: Plan): Html {
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Grünverbund: ${plan.regionName}, ${weekName(plan.week)}</title>
<style>${verbatim(STYLE)}</style>
</head>`;
}

/** @param outlines parsed `municipalities.geojson`, or null; the map then shows points and tours alone */
export function renderReport(plan: Plan, region: Region, outlines: unknown): string {
  const sections = sectionsOf(plan, region, outlines);
  const page = markup`<!doctype html>
<html lang="de">
${head(plan)}
<body>
<a class="skip" href="#inhalt">Zum Inhalt springen</a>
<div class="frame">
${renderHeadline(plan, region.settings.synthetic)}
<div class="layout">
${renderContents(sections)}
<main id="inhalt" tabindex="-1">
${sections.map(renderSection)}</main>
</div>
<footer class="colophon"><p>Grünverbund, ${plan.regionName}, ${weekName(plan.week)}. Diese Seite lädt nichts nach und kann offline gelesen, gedruckt und weitergegeben werden.</p></footer>
</div>
<script>${verbatim(SCRIPT)}</script>
</body>
</html>
`;
  return page.toString();
}
