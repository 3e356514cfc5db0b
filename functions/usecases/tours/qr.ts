/** A QR code that opens a place in the phone's navigation: `geo:49.29,6.745` (RFC 5870). */
// Its core alone: the package itself also draws PNG, which is 30 KB in every bundle.
import { create } from "qrcode/lib/core/qrcode.js";

export interface Run {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

export interface Qr {
  /** Modules a side, without the quiet zone. */
  readonly size: number;
  /** Dark modules, those side by side as one. */
  readonly runs: readonly Run[];
}

/** ISO/IEC 18004: four modules of white all around. */
export const QUIET_ZONE = 4;

export function geoUri({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): string {
  return `geo:${latitude.toFixed(5)},${longitude.toFixed(5)}`;
}

/** Error correction M: a sheet in a cab gets dirty. */
export function qrOf(text: string): Qr {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const dark = (row: number, column: number) => column < size && Boolean(modules.get(row, column));
  const runs: Run[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!dark(row, column)) continue;
      const start = column;
      while (dark(row, column + 1)) column++;
      runs.push({ row, column: start, length: column - start + 1 });
    }
  }
  return { size, runs };
}
