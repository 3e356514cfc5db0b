/** Turnover tax by § 2b UStG: both scenarios side by side, so that a treasurer sees what the switch costs. Prices are net. */
import { distributeCents } from "../../domain/money.ts";
import type { Provider, SettledMember, Vat } from "../../domain/settlement/settlement.ts";
import { sum } from "./attribute.ts";

interface VatInput {
  readonly taxable: boolean;
  readonly ratePercent: number;
  readonly members: readonly Pick<SettledMember, "ags" | "shareCents">[];
  readonly providers: readonly Pick<Provider, "kind" | "cents">[];
}

export function vatOf({ taxable, ratePercent, members, providers }: VatInput): Vat {
  const rate = ratePercent / 100;
  // Bills of members and of the authority are sovereign in this scenario and carry none.
  const billed = sum(providers.filter(({ kind }) => kind === "contractor" || kind === "facility").map((p) => p.cents));
  const carried = Math.round(billed * rate);
  const net = members.map(({ shareCents }) => shareCents);
  const tax = distributeCents(
    carried,
    net.map((cents) => Math.max(0, cents)),
  );
  const scenario = (vat: readonly number[]): Vat["notTaxable"] => ({
    vatCents: sum(vat),
    members: members.map(({ ags }, i) => ({
      ...{ ags, netCents: net[i]!, vatCents: vat[i]!, grossCents: net[i]! + vat[i]! },
    })),
  });
  return {
    ...{ taxable, ratePercent },
    notTaxable: scenario(tax),
    ifTaxable: scenario(net.map((cents) => Math.round(cents * rate))),
  };
}
