// From Markdown to a page: what it becomes, and what must not get through.
import { expect, test } from "vitest";
import { handbookPage, slug } from "../../../../web/help/markdown.ts";

const PICTURES = new Map([["bauhof-formular.webp", { width: 390, height: 780 }]]);
const page = (markdown: string) => handbookPage("bauhof", markdown, PICTURES);

test("title, lead and contents come from the headings and the first paragraph", () => {
  const read = page(
    "# Für den *Bauhof*\n\nKurz & gut: `melden`.\n\n## Kein Netz\n\nText\n\n### Darunter\n\n## Kein Netz\n",
  );
  expect(read.title).toBe("Für den Bauhof");
  expect(read.lead).toBe("Kurz & gut: melden.");
  expect(read.contents.map(({ id, text }) => [id, text])).toEqual([
    ["kein-netz", "Kein Netz"],
    ["kein-netz-1", "Kein Netz"],
  ]);
  expect(read.anchors).toEqual(["für-den-bauhof", "kein-netz", "darunter", "kein-netz-1"]);
  expect(read.html).not.toContain("<h1");
  expect(read.html).toContain('<h3 id="darunter">Darunter</h3>');
});

test("anchors are GitHub's, so that a link leads to the same place there", () => {
  expect(slug("Was passiert, wenn wir Nein sagen?")).toBe("was-passiert-wenn-wir-nein-sagen");
  expect(slug("„Über“ A & B")).toBe("über-a--b");
});

test.each([
  "<script>alert(1)</script>",
  "Text <img src=x onerror=alert(1)> Text",
  "<div onclick='x'>\n\nabsatz\n\n</div>",
  "![x](javascript:alert(1))",
  "[x](javascript:alert(1))",
  "[x](JAVASCRIPT:alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x](//evil.example)",
  "[x](http://evil.example)",
  '[x](https://ok.example/"onmouseover="alert(1))',
  '!["><script>](../images/handbuch/bauhof-formular.webp)',
  "![x](../images/handbuch/../../../etc/passwd)",
  '# <b onclick="x">\n\n## "><script>alert(1)</script>',
  "<https://ok.example/><svg/onload=alert(1)>",
  "| a<script> | b |\n| --- | --- |\n| <script>x</script> | [x](javascript:y) |",
])("what runs or leads elsewhere does not get through: %s", (markdown) => {
  const { html } = page(markdown);
  expect(html).not.toMatch(/<(script|svg|div onclick|b\b)/i);
  expect(html).not.toMatch(/(href|src)="(?!#|\/(?!\/)|https:)/i);
  for (const [tag] of html.matchAll(/<\w[^>]*>/g)) expect(tag).not.toMatch(/\son\w+=/i);
});

test("links lead into the handbook, to a page of this site, or nowhere", () => {
  const { html, links } = page(
    "[a](kaemmerei.md#die-dateien) [b](#kein-netz) [c](/finanzen) [d](../audit.md) [e](README.md) [f](https://example.org/x)",
  );
  expect(html).toContain(
    '<a href="/hilfe/kaemmerei#die-dateien">a</a> <a href="#kein-netz">b</a> <a href="/finanzen">c</a>',
  );
  expect(html).toContain(' d <a href="/hilfe">e</a> <a href="https://example.org/x">f</a>');
  expect(links).toEqual(["kaemmerei#die-dateien", "bauhof#kein-netz", "README"]);
});

test("a picture alone in its paragraph is a figure of its own size", () => {
  const { html, pictures } = page('![Das Formular](../images/handbuch/bauhof-formular.webp "Auf dem Telefon")');
  expect(html).toBe(
    '<figure><img src="/hilfe/bilder/bauhof-formular.webp" alt="Das Formular" width="390" height="780" loading="lazy" decoding="async"><figcaption>Auf dem Telefon</figcaption></figure>\n',
  );
  expect(pictures).toEqual(["bauhof-formular.webp"]);
});
