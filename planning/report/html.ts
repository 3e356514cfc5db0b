/** A template tag that escapes every value: text can only become markup by having been made with this tag. */
import { escapeMarkup } from "./markup.ts";

/** Markup that is safe to print as it is. Only this file makes one. */
export class Html {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

export type Content = Html | string | number | null | undefined | false | readonly Content[];

function render(content: Content): string {
  if (content instanceof Html) return content.toString();
  if (content === null || content === undefined || content === false) return "";
  if (typeof content === "object") return content.map(render).join("");
  return escapeMarkup(String(content));
}

/** Values are escaped, lists are joined, `null` and `false` print nothing. Attributes must be quoted. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(strings.map((text, index) => text + render(values[index])).join(""));
}

/** For the style sheet and the script, which are constants of this folder and never hold a value of a plan. */
export function verbatim(constant: string): Html {
  return new Html(constant);
}

/** Ids of plan elements as fragment names: letters, digits, dash and underscore only. */
export function fragment(prefix: string, id: string): string {
  return `${prefix}-${id.replace(/[^A-Za-z0-9_-]/g, "_")}`;
}
