/** A numbered section of the page; the contents are made of the same list. */
import { markup, type Html } from "./html.ts";

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

export function renderSection(section: Section, index: number): Html {
  return markup`<section class="section" id="${section.id}" aria-labelledby="${section.id}-title">
<h2 id="${section.id}-title"><span>${index + 1}</span> ${section.title}</h2>
${section.body}
</section>
`;
}

export function renderContents(sections: readonly Section[]): Html {
  return markup`<nav class="contents" aria-label="Inhalt"><ol>${sections.map(
    ({ id, title }, index) => markup`<li><a href="#${id}"><span>${index + 1}</span>${title}</a></li>
`,
  )}</ol></nav>`;
}
