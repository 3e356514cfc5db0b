/** The handbook as a whole: its pages in the order in which they are listed. */
import { handbookFiles, type HandbookFiles } from "./files.ts";
import { handbookPage, type HandbookPage } from "./markdown.ts";

export interface Handbook {
  /** By name, in the order of the list; the overview is not among them. */
  readonly pages: ReadonlyMap<string, HandbookPage>;
  readonly overview: HandbookPage;
  readonly picture: HandbookFiles["picture"];
}

/** From whom everything starts to whom it ends with; what is not named follows by name. */
const ORDER = ["buergermeister", "bauhof", "disposition", "kaemmerei", "abrechnung", "verwaltung", "oeffentlichkeit"];
const OVERVIEW = "README";

export async function readHandbook(docs?: URL): Promise<Handbook> {
  const { texts, pictures, picture } = await handbookFiles(docs);
  const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  const names = [...texts.keys()].filter((name) => name !== OVERVIEW).sort((a, b) => rank(a) - rank(b));
  const read = (name: string): HandbookPage => handbookPage(name, texts.get(name) ?? "", pictures);
  return { pages: new Map(names.map((name) => [name, read(name)])), overview: read(OVERVIEW), picture };
}
