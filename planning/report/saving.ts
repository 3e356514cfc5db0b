/** What may be said about a saving. Both costs come from a solver, and differences below its noise are not shown as savings. */
import { money, percent } from "./words.ts";

/** Part of the stand-alone cost within which two plans count as equally dear. */
const NOISE = 0.001;

export const NO_PROVABLE_SAVING = "keine nachweisbare Einsparung";

/** `gain`: a saving to speak of; `none`: within the noise; `loss`: dearer than alone, which no released plan may hold. */
export function savingKind(savingCents: number, standAloneCents: number): "gain" | "none" | "loss" {
  if (Math.abs(savingCents) <= NOISE * Math.abs(standAloneCents)) return "none";
  return savingCents > 0 ? "gain" : "loss";
}

/** `4.896,83 € (31,0 %)`, or the plain words where there is no saving. */
export function savingWords(savingCents: number, standAloneCents: number): string {
  const kind = savingKind(savingCents, standAloneCents);
  if (kind === "none") return NO_PROVABLE_SAVING;
  const amount = `${money(Math.abs(savingCents))} (${percent(Math.abs(savingCents), standAloneCents)})`;
  return kind === "gain" ? amount : `Mehrkosten ${amount}`;
}
