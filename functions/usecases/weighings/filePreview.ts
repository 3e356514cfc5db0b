/** What somebody has uploaded and not confirmed yet: kept until they take exactly this. */
import type { ImportReceipt } from "../../contract/weighings.ts";
import type { Ports } from "../ports.ts";
import { readText } from "../readText.ts";
import { sha256 } from "../sha256.ts";
import { takeFile } from "./takeFile.ts";

type PreviewPorts = Pick<Ports, "store" | "blobs" | "clock">;

export interface FilePreview {
  /** Whoever confirms names it. */
  readonly id: string;
  readonly file: string;
  readonly profile: string;
  readonly rows: ImportReceipt["rows"];
}

const folderOf = (region: string, person: string): string =>
  `regions/${region}/weighing-previews/${sha256(person).slice(0, 16)}/`;

/** Judges every row and writes none. What the same person had uploaded before is dropped. Spreadsheets' old encodings are read. */
export async function previewFile(
  ports: PreviewPorts,
  region: string,
  {
    file,
    bytes,
    profile,
    by,
  }: { readonly file: string; readonly bytes: Uint8Array; readonly profile: string; readonly by: string },
): Promise<FilePreview> {
  const { text } = readText(file, bytes);
  const { rows } = await takeFile(ports, region, { file, text, profile, by, dry: true });
  const kept = JSON.stringify({ file, profile, text });
  const id = sha256(kept);
  const folder = folderOf(region, by);
  await ports.blobs.putAll(new Map([[`${folder}${id}.json`, kept]]), { replace: [folder] });
  return { id, file, profile, rows };
}

/** @returns undefined when this person has no such preview any more */
export async function confirmFile(
  ports: PreviewPorts,
  region: string,
  by: string,
  id: string,
): Promise<ImportReceipt | undefined> {
  if (!/^[0-9a-f]{64}$/.test(id)) return undefined;
  const bytes = await ports.blobs.get(`${folderOf(region, by)}${id}.json`);
  if (bytes === undefined) return undefined;
  const { file, profile, text } = JSON.parse(new TextDecoder().decode(bytes)) as Record<
    "file" | "profile" | "text",
    string
  >;
  return takeFile(ports, region, { file, text, profile, by, dry: false });
}
