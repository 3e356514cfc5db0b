/** Every page of the handbook in each of its states, in a language. */
import type { Language } from "../../domain/region/contacts.ts";
import { handbookPage } from "../../web/help/markdown.ts";
import { chapterPage, missingPage, overviewPage } from "../../web/help/page.ts";
import { HELP_WORDS } from "../../web/help/words/index.ts";
import { speechOf } from "../../web/language/speech.ts";
import type { PageParts } from "../../web/page.ts";

export function helpStates(language: Language): Record<string, PageParts> {
  const speech = speechOf(HELP_WORDS, language);
  const page = handbookPage("bauhof", "# Altdorf\n\nDas ist für Sie.\n\n## Kein Netz\n\nUnd nicht anders.");
  const handbook = {
    ...{ overview: page, pages: new Map([["bauhof", page]]) },
    picture: () => Promise.resolve(undefined),
  };
  return {
    overview: overviewPage(handbook, speech),
    chapter: chapterPage(page, speech),
    missing: missingPage(handbook, speech),
  };
}
