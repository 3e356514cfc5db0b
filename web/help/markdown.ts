/**
 * One page of the handbook from its Markdown: HTML in it stays text, links lead into the handbook, to a page of this site or to an
 * HTTPS address and nowhere else, pictures are the handbook's own.
 */
import { Marked, type Tokens } from "marked";
import type { PictureSize } from "./files.ts";

export interface HandbookPage {
  /** The first heading. */
  readonly title: string;
  /** The first paragraph without its marks; empty without one. */
  readonly lead: string;
  /** Headings of the second level. */
  readonly contents: readonly Heading[];
  /** Ids of all headings: what a link may lead to. */
  readonly anchors: readonly string[];
  /** Pages of the handbook that it links to, with the anchor: `bauhof#kein-netz`. */
  readonly links: readonly string[];
  /** File names of the pictures that it shows. */
  readonly pictures: readonly string[];
  /** Everything below the first heading, as HTML. */
  readonly html: string;
}

export interface Heading {
  readonly id: string;
  readonly text: string;
}

export const HELP_PATH = "/hilfe";

/** @param name of the page, for links to its own headings */
export function handbookPage(
  name: string,
  markdown: string,
  pictures: ReadonlyMap<string, PictureSize> = new Map(),
): HandbookPage {
  const headings: (Heading & { readonly depth: number })[] = [];
  const links: string[] = [];
  const shown: string[] = [];
  const ids = new Map<string, number>();
  const image = ({ href, text }: Tokens.Image): string => {
    const file = /^\.\.\/images\/handbuch\/([\w-]+\.webp)$/.exec(href)?.[1];
    if (file === undefined) return escape(text);
    shown.push(file);
    const size = pictures.get(file);
    const box = size === undefined ? "" : ` width="${size.width}" height="${size.height}"`;
    return `<img src="${HELP_PATH}/bilder/${file}" alt="${escape(text)}"${box} loading="lazy" decoding="async">`;
  };
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      html: ({ text }) => escape(text),
      heading({ tokens, depth }) {
        const text = plain(this.parser.parseInline(tokens, this.parser.textRenderer));
        const id = unique(slug(text), ids);
        headings.push({ id, text, depth });
        // The page says its title itself, where the language of the frame is another.
        return depth === 1 ? "" : `<h${depth} id="${escape(id)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      paragraph({ tokens }) {
        const only = tokens.length === 1 ? tokens[0]! : undefined;
        if (only?.type !== "image") return `<p>${this.parser.parseInline(tokens)}</p>\n`;
        const caption = typeof only["title"] === "string" ? `<figcaption>${escape(only["title"])}</figcaption>` : "";
        return `<figure>${image(only as Tokens.Image)}${caption}</figure>\n`;
      },
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens);
        const target = targetOf(name, href);
        if (target === undefined) return inner;
        if (target.page !== undefined) links.push(target.page);
        return `<a href="${escape(target.href)}">${inner}</a>`;
      },
      image,
      table(token) {
        const cells = (row: Tokens.TableCell[], tag: "th" | "td"): string =>
          row
            .map((cell, column) => {
              const text = this.parser.parseInline(cell.tokens);
              if (tag === "th") return `<th scope="col">${text}</th>`;
              return column === 0 ? `<th scope="row">${text}</th>` : `<td>${text}</td>`;
            })
            .join("");
        const rows = token.rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("");
        return `<div class="table"><table><thead><tr>${cells(token.header, "th")}</tr></thead><tbody>${rows}</tbody></table></div>\n`;
      },
    },
  });
  const tokens = marked.lexer(markdown);
  const html = marked.parser(tokens);
  const first = tokens.find(({ type }) => type !== "heading" && type !== "space");
  const lead =
    first?.type === "paragraph" ? plain(new Marked().parseInline(first["text"] as string, { async: false })) : "";
  return {
    title: headings.find(({ depth }) => depth === 1)?.text ?? name,
    ...{ lead, links, pictures: shown, html },
    contents: headings.filter(({ depth }) => depth === 2),
    anchors: headings.map(({ id }) => id),
  };
}

/** Undefined for what no reader of this site can open: other files of the project, other schemes. */
function targetOf(name: string, href: string): { readonly href: string; readonly page?: string } | undefined {
  const [, page = name, anchor = ""] = /^(?:([\w-]+)\.md)?(#[^\s#]*)?$/.exec(href) ?? ["", ""];
  if (page !== "") {
    const path = page === "README" ? HELP_PATH : `${HELP_PATH}/${page}`;
    return { href: page === name && anchor !== "" ? anchor : path + anchor, page: page + decoded(anchor) };
  }
  return /^\/(?!\/)/.test(href) || href.startsWith("https://") ? { href } : undefined;
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** As GitHub names headings: a link into the file leads to the same place there and here. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
    .replaceAll(" ", "-");
}

function unique(id: string, ids: Map<string, number>): string {
  const before = ids.get(id) ?? 0;
  ids.set(id, before + 1);
  return before === 0 ? id : `${id}-${before}`;
}

/** Text of a piece of HTML that this file made. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => CHARACTERS[name]!)
    .trim();

const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

const escape = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
