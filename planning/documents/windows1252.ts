/** Text to bytes of Windows-1252; a character that it does not know becomes a question mark. */

/** 0x80 to 0x9F; the rest is as in Latin-1. The five that are not assigned are spaces here, which are found before. */
const UPPER = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

export function windows1252(text: string): Uint8Array {
  return Uint8Array.from([...text].map((character) => byteOf(character)));
}

function byteOf(character: string): number {
  const point = character.codePointAt(0)!;
  if (point < 0x80 || (point >= 0xa0 && point <= 0xff)) return point;
  const upper = UPPER.indexOf(character);
  return upper < 0 ? 0x3f : 0x80 + upper;
}
