/**
 * Text for the PDF's built-in fonts, which know the characters of Windows-1252. Others lose their accents, and what has
 * no like becomes a question mark; spaces of other widths become ordinary ones that do not break.
 */
const BEYOND_LATIN_1 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
const REPLACED: Readonly<Record<string, string>> = {
  "\u202F": "\u00A0",
  "\u2009": "\u00A0",
  "\u2212": "–",
  "₂": "2",
  Ł: "L",
  ł: "l",
  Đ: "D",
  đ: "d",
};

export function winAnsi(text: string): string {
  return [...text.normalize("NFC")].map(known).join("");
}

function known(character: string): string {
  const replaced = REPLACED[character] ?? character;
  if (isKnown(replaced)) return replaced;
  if (/\p{Cc}/u.test(replaced)) return " ";
  const bare = replaced.normalize("NFD").replace(/\p{M}/gu, "");
  return bare !== "" && [...bare].every(isKnown) ? bare : "?";
}

function isKnown(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || BEYOND_LATIN_1.includes(character);
}
