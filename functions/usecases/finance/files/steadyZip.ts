/**
 * Takes the moment of packing out of a ZIP archive, so that the same content is the same bytes. Fields by PKWARE's APPNOTE 6.3.10,
 * sections 4.3.7, 4.3.12 and 4.3.16; archives without ZIP64, as workbooks are.
 */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
/** 1 January 1980, 00:00, the first that the format knows: date above, time below. */
const FIRST_MOMENT = 0x0021_0000;

/** Changes the archive itself. @throws RangeError for what is no such archive */
export function steadyZip(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new RangeError("no ZIP archive");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError("no central directory of a ZIP archive");
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== LOCAL) throw new RangeError("no file of a ZIP archive");
    view.setUint32(at + 12, FIRST_MOMENT, true);
    view.setUint32(local + 10, FIRST_MOMENT, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}
