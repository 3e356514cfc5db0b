/** The handbook's texts and pictures, as they lie in `docs/handbuch` and `docs/images/handbuch`. */
import { readdir, readFile } from "node:fs/promises";
import { DOCS } from "./folder.ts";

/** Width and height in CSS pixels: a picture holds twice as many each way. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface HandbookFiles {
  /** Markdown by name (`bauhof`); `README` is what the overview says. */
  readonly texts: ReadonlyMap<string, string>;
  /** By file name (`bauhof-formular.webp`). */
  readonly pictures: ReadonlyMap<string, PictureSize>;
  /** Undefined for a picture that is not there. */
  picture(file: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

const TEXT = /^[\w-]+\.md$/;
const NOTE = /^[\w-]+\.json$/;

export async function handbookFiles(docs: URL = DOCS): Promise<HandbookFiles> {
  const texts = new URL("handbuch/", docs);
  const images = new URL("images/handbuch/", docs);
  const pictures = new Map(await readAll(images, NOTE, (name, text) => [`${name}.webp`, sizeOf(text)]));
  return {
    texts: new Map(await readAll(texts, TEXT, (name, text) => [name, text])),
    pictures,
    // Only what has a note beside it: no name of a request is ever a path.
    picture: async (file) => (pictures.has(file) ? new Uint8Array(await readFile(new URL(file, images))) : undefined),
  };
}

async function readAll<T>(folder: URL, pattern: RegExp, read: (name: string, text: string) => T): Promise<T[]> {
  const names = (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  return Promise.all(
    names.map(async (name) => read(name.replace(/\.\w+$/, ""), await readFile(new URL(name, folder), "utf8"))),
  );
}

function sizeOf(text: string): PictureSize {
  const { width, height } = JSON.parse(text) as PictureSize;
  return { width, height };
}
