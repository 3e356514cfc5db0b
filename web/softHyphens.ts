/**
 * Where German names may break: browsers have no dictionary everywhere, and a column of a board is narrower than many a place.
 * Syllables by rule, without exceptions: the last consonant of a group begins the next one, what is spoken as one sound stays together.
 */

const SOFT_HYPHEN = "\u00AD";
/** Shorter words fit anywhere. */
const LONG = 9;
const SHORTEST_PART = 3;
const VOWELS = /[aeiouyäöü]/i;
/** Sounds that begin a syllable as one, the longest first. */
const ONSETS = [
  "schl",
  "schm",
  "schn",
  "schr",
  "schw",
  "spr",
  "str",
  "pfl",
  "pfr",
  "sch",
  "ch",
  "ck",
  "ph",
  "th",
  "st",
  "sp",
];
const PAIRS = ["bl", "br", "dr", "fl", "fr", "gl", "gr", "kl", "kn", "kr", "pl", "pr", "tr", "zw"];

/** The same text, with marks that are seen only where a line ends at one. */
export function softHyphens(text: string): string {
  return text.replace(/[\p{L}]+/gu, (word) => (word.length < LONG ? word : partsOf(word).join(SOFT_HYPHEN)));
}

function partsOf(word: string): string[] {
  const parts: string[] = [];
  let begin = 0;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    if (at - begin < SHORTEST_PART || !beginsSyllable(word, at)) continue;
    parts.push(word.slice(begin, at));
    begin = at;
  }
  return [...parts, word.slice(begin)];
}

/** A vowel comes before and after, and the consonants up to it are one sound. */
function beginsSyllable(word: string, at: number): boolean {
  if (isVowel(word, at)) return false;
  let end = at;
  while (end < word.length && !isVowel(word, end)) end++;
  if (end === word.length || !VOWELS.test(word.slice(0, at))) return false;
  let begin = at;
  while (begin > 0 && !isVowel(word, begin - 1)) begin--;
  return at === end - onsetOf(word.slice(begin, end).toLowerCase()).length;
}

function onsetOf(consonants: string): string {
  const found = [...ONSETS, ...PAIRS].find((one) => consonants.endsWith(one));
  return found ?? consonants.slice(-1);
}

const isVowel = (word: string, at: number): boolean => VOWELS.test(word[at]!);
