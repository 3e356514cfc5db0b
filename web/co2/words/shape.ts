/** What pages say of greenhouse gases. A text that is missing is a type error. */
import type { FacilityKind } from "../../../domain/region/facilities.ts";

export interface Co2Words {
  readonly head: string;
  set(name: string): string;
  range(diesel: string, all: string): string;
  between(low: string, high: string): string;
  readonly oneMethod: string;
  readonly method: string;
  readonly less: string;
  readonly more: string;
  readonly caption: string;
  readonly line: string;
  readonly alone: string;
  readonly joint: string;
  readonly saving: string;
  readonly driving: string;
  readonly shredding: string;
  readonly transport: string;
  treatment(kind: string): string;
  readonly total: string;
  readonly figures: string;
  readonly litres: string;
  readonly kilometres: string;
  readonly tonneKilometres: string;
  readonly perTonneKilometre: string;
  readonly perTonne: string;
  readonly methods: string;
  readonly methodName: string;
  readonly none: string;
  readonly kinds: Readonly<Record<FacilityKind, string>>;
  readonly factors: string;
  readonly factorNames: {
    readonly diesel: string;
    readonly truck: string;
    readonly shredder: string;
    facility(kind: string): string;
  };
  readonly units: {
    readonly diesel: string;
    readonly truck: string;
    readonly shredder: string;
    readonly facility: string;
  };
  readonly factor: string;
  readonly value: string;
  readonly source: string;
  readonly unverified: string;
  readonly settled: {
    head(period: string): string;
    /** @param driven tours whose kilometres were recorded, of all */
    basis(driven: number, all: number): string;
    /** @param count of corrections that are in the figures, at least 1 */
    corrected(count: number): string;
    between(low: string, high: string): string;
    readonly planned: string;
    readonly settled: string;
    readonly difference: string;
    readonly tonnes: string;
  };
}
