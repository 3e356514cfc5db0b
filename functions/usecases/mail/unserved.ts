/** Why loads stay where they are: in German as the plan says it, in other languages from its code and figures. */
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Language } from "../../../domain/region/contacts.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { formatClock } from "../../../domain/week.ts";
import { hours, money, number, tonnes, type Format } from "../../../domain/language/format.ts";
import { LANGUAGES } from "./words/language.ts";

type Unserved = Plan["unserved"][number];

export function unservedSentences(plan: Plan, language: Language, region: Region | undefined): string[] {
  if (language === "de") return plan.unserved.map(({ reason }) => reason);
  const { format, dispatcher } = LANGUAGES[language];
  const nameIn = (rows: readonly { id: string; name: string }[] | undefined, id: string): string =>
    rows?.find((row) => row.id === id)?.name ?? id;
  return plan.unserved.map((one) => {
    const pickup = plan.pickups.find(({ id }) => id === one.pickupId);
    if (pickup === undefined) throw new Error(`unserved pick-up ${one.pickupId} is not in the plan`);
    const facility = nameIn(region?.facilities, pickup.facilityId);
    const reason = dispatcher.reason(one.code, { ...figuresOf(format, one), facility });
    return dispatcher.unserved(tonnes(format, pickup.massKg), nameIn(region?.collectionPoints, pickup.pointId), reason);
  });
}

/** The units of `limit` and `needed` differ by code (planning/week/reasons.ts). */
function figuresOf(format: Format, { code, limit, needed }: Unserved): { limit: string; needed: string } {
  const write = writer(format, code);
  return { limit: write(limit), needed: write(needed) };
}

function writer(format: Format, code: string): (value: number) => string {
  switch (code) {
    case "price":
      return (cents) => money(format, cents);
    case "window":
    case "facilityClosed":
    case "shift":
      return formatClock;
    case "facilityCapacity":
      return (kg) => tonnes(format, kg);
    case "driving":
    case "breakLeg":
      return (seconds) => hours(format, seconds);
    default:
      return (value) => number(format, value);
  }
}
