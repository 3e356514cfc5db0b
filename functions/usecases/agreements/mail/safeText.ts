/** Text that strangers wrote, made fit to stand in a mail: it stays where it is put and pretends to be nothing else. */

/** Marks that turn the direction of writing or are not seen: with them `fdp.exe` reads as `exe.pdf`. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;

/** For subjects, names and titles: one line, no control characters, nothing to tap, at most so many characters. */
export function oneLine(text: string, most = 200): string {
  const line = withoutLinks(text)
    .replace(UNSEEN, "")
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toWellFormed();
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
}

/**
 * A comment or reason as lines. Addresses in it are broken (`https[:]//`), so that no mail program makes a link of them: the mail
 * is ours, what it leads to must be too.
 */
export function strangersLines(text: string, most = 4000): string[] {
  return text
    .slice(0, most)
    .split(/\r\n|\r|\n/)
    .map((line) => oneLine(line, most));
}

function withoutLinks(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*):(?=\/\/)/gi, "$1[:]")
    .replace(/\bwww\./gi, "www[.]")
    .replace(/\bmailto:/gi, "mailto[:]");
}
