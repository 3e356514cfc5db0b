/** What neither a tour nor a ticket nor a shredder causes: minimum quantities, opened sites, what members bring in. */
import type { CostItem, SettledTicket } from "../../domain/settlement/settlement.ts";
import { partsOf } from "./attribute.ts";
import type { SettledWeek } from "./unloadings.ts";

const WEEKS_A_YEAR = 52;
const agsOf = ({ region }: Pick<SettledWeek, "region">): string[] => region.municipalities.map((m) => m.ags);

/** A contract's minimum for the weeks of the period, less everything that was weighed there; its holders pay, in equal parts. */
export function minimumItems(weeks: readonly SettledWeek[], tickets: readonly SettledTicket[]): CostItem[] {
  const { region } = weeks[0]!;
  return region.facilities.flatMap((facility): CostItem[] => {
    const holders = (facility.contractHolders ?? "").split(/\s+/);
    const bound = region.municipalities.map((m) => (holders.includes(m.ags) ? 1 : 0));
    const wantedKg = Math.round(((facility.minimumTonnesPerYear ?? 0) * 1000 * weeks.length) / WEEKS_A_YEAR);
    const broughtKg = tickets
      .filter((ticket) => ticket.facilityId === facility.id && !ticket.refused)
      .reduce((kg, ticket) => kg + ticket.netKg, 0);
    const quantity = Math.max(0, wantedKg - broughtKg) / 1000;
    const centsPerUnit = facility.minimumPenaltyCentsPerTonne ?? 0;
    const cents = Math.round(quantity * centsPerUnit);
    if (cents === 0 || !bound.includes(1)) return [];
    return [
      {
        ...{ id: `minimum/${facility.id}`, line: "minimumQuantity", week: null },
        label: `Mindestmenge ${facility.name}`,
        ...{ quantity, unit: "t", centsPerUnit, cents, payeeId: facility.id },
        evidence: { kind: "contract", id: facility.id },
        parts: partsOf(cents, agsOf(weeks[0]!), bound),
      },
    ];
  });
}

/** Sites that the plan of a week opened, by the year's cost; by what everybody weighed. */
export function siteItems({ week, plan, region }: SettledWeek, kgByMember: readonly number[]): CostItem[] {
  return plan.flow.joint.openedSites.flatMap((id): CostItem[] => {
    const facility = region.facilities.find((one) => one.id === id)!;
    const centsPerUnit = (facility.yearlyCostCents ?? 0) / WEEKS_A_YEAR;
    const cents = Math.round(centsPerUnit);
    if (facility.status !== "candidate" || cents === 0) return [];
    return [
      {
        ...{ id: `${week}/site/${id}`, line: "sites", week, label: `Betrieb ${facility.name}` },
        ...{ quantity: 1, unit: "Woche", centsPerUnit, cents, payeeId: id },
        evidence: { kind: "site", id },
        parts: partsOf(cents, agsOf({ region }), kgByMember),
      },
    ];
  });
}

/** What members bring in, at agreed rates; by what everybody weighed. */
export function contributionItems(weeks: readonly SettledWeek[], kgByMember: readonly number[]): CostItem[] {
  const { region } = weeks[0]!;
  return region.contributions.map(({ id, ags, description, quantityPerWeek, unit, centsPerUnit }) => {
    const quantity = quantityPerWeek * weeks.length;
    const cents = Math.round(quantityPerWeek * centsPerUnit * weeks.length);
    return {
      ...{ id: `contribution/${id}`, line: "contributions", week: null, label: description },
      ...{ quantity, unit, centsPerUnit, cents, payeeId: ags },
      evidence: { kind: "contribution", id },
      parts: partsOf(cents, agsOf(weeks[0]!), kgByMember),
    };
  });
}
