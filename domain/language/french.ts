/** What French does between words and signs. */

const ELIDING = /^[aeiouyàâäæéèêëîïôöœùûü]/i;

/** `elided("de", "Altdorf")` is `d’Altdorf`, `elided("de", "Bergheim")` is `de Bergheim`. An h is sounded, as in German names. */
export function elided(word: string, name: string): string {
  return ELIDING.test(name) ? `${word.slice(0, -1)}’${name}` : `${word} ${name}`;
}

/** No line breaks before `: ; ? ! » %` and after `«`; thousands of figures stay together. */
export function nonBreaking(text: string): string {
  return text
    .replace(/ ([:;?!»%€])/g, "\u00A0$1")
    .replace(/« /g, "«\u00A0")
    .replace(/(\d) (?=\d{3}(?!\d))/g, "$1\u202F");
}

/** Words written with ordinary spaces, and what they give when asked, with French spaces. */
export function spaced<T>(words: T): T {
  if (typeof words === "string") return nonBreaking(words) as T;
  if (typeof words === "function") {
    const say = words as (...args: unknown[]) => unknown;
    return ((...args: unknown[]) => {
      const said = say(...args);
      return typeof said === "string" ? nonBreaking(said) : said;
    }) as T;
  }
  if (Array.isArray(words)) return words.map((one: unknown) => spaced(one)) as T;
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, one]) => [key, spaced<unknown>(one)])) as T;
}
