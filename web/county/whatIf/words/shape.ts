/** What the pages of scenarios and trial weeks say. */
export interface WhatIfWords {
  readonly scenarios: {
    readonly lead: string;
    readonly noWeek: string;
    readonly basis: (week: string, weeks: number, rule: string) => string;
  };
  readonly without: {
    readonly head: string;
    readonly lead: string;
    readonly caption: string;
    readonly member: string;
    readonly shareNow: string;
    readonly alone: string;
    readonly othersNow: string;
    readonly others: string;
    readonly more: string;
    readonly unknown: string;
    readonly details: (name: string) => string;
    readonly caption2: (name: string) => string;
    readonly now: string;
    readonly then: string;
    readonly difference: string;
    readonly leaves: string;
    readonly noAnswer: string;
    readonly small: string;
  };
  readonly prices: {
    readonly head: string;
    readonly lead: string;
    readonly gate: string;
    readonly haulage: string;
    readonly button: string;
    readonly range: string;
    readonly caption: string;
    readonly planned: string;
    readonly changed: (gate: string, haulage: string, co2: string) => string;
    readonly co2: string;
    readonly co2Help: (now: string) => string;
    readonly co2Range: string;
    readonly co2Caption: string;
    readonly co2Tonnes: string;
    readonly co2Methods: string;
    readonly co2Between: (low: string, high: string) => string;
    readonly co2At: (price: string) => string;
    readonly co2Set: (set: string) => string;
    readonly joint: string;
    readonly alone: string;
    readonly saving: string;
    readonly difference: string;
    readonly fixed: string;
  };
  readonly site: {
    readonly head: string;
    readonly lead: string;
    readonly name: string;
    readonly kind: string;
    readonly kinds: Readonly<Record<"composting" | "digestion" | "biomassHeat" | "transfer", string>>;
    readonly latitude: string;
    readonly longitude: string;
    readonly place: string;
    readonly capacity: string;
    readonly cost: string;
    readonly fee: string;
    readonly feeHelp: string;
    readonly button: string;
    readonly caption: string;
    readonly without: string;
    readonly problems: Readonly<
      Record<"name" | "latitude" | "longitude" | "capacity" | "cost" | "fee" | "region", string>
    >;
    readonly started: string;
    readonly note: string;
  };
  readonly trials: {
    readonly lead: string;
    readonly head: string;
    readonly week: string;
    readonly weekHelp: string;
    readonly button: string;
    readonly wrongWeek: string;
    readonly invalid: string;
    readonly started: string;
    readonly caption: string;
    readonly none: string;
    readonly state: string;
    readonly states: Readonly<Record<"planning" | "planned" | "failed", string>>;
    readonly joint: string;
    readonly alone: string;
    readonly saving: string;
    readonly part: string;
    readonly period: string;
    readonly sum: (weeks: number) => string;
    readonly saves: (amount: string, weeks: number) => string;
    readonly note: string;
  };
}
