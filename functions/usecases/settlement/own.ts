/** What of a settlement somebody sees who is responsible for one municipality: its own figures, and the sums of all. */
import { reaches, type Reach } from "../../../domain/access.ts";
import type { Ledger } from "../../../domain/settlement/ledger.ts";
import type { Correction, Settlement } from "../../../domain/settlement/settlement.ts";

const EXCERPT = "Auszug: die Zahlen der eigenen Kommune und die Summen aller.";

export function ownSettlement(settlement: Settlement, reach: Reach): Settlement {
  if (reach.kind === "region") return settlement;
  const mine = (ags: string): boolean => reaches(reach, [ags]);
  const parts = <T extends { readonly ags: string }>(rows: readonly T[]): T[] => rows.filter(({ ags }) => mine(ags));
  const tickets = settlement.tickets.flatMap((ticket) => {
    const lots = ticket.lots.map((lot) => ({ ...lot, parts: parts(lot.parts) })).filter((lot) => lot.parts.length > 0);
    return lots.length === 0 ? [] : [{ ...ticket, lots }];
  });
  const items = settlement.items
    .map((item) => ({ ...item, parts: parts(item.parts) }))
    .filter((item) => item.parts.length > 0 || mine(item.payeeId));
  const ids = new Set(items.map(({ id }) => id));
  const members = parts(settlement.members);
  const tourIds = new Set(members.flatMap((member) => member.tourIds));
  const scenario = (one: Settlement["vat"]["notTaxable"]) => ({ ...one, members: parts(one.members) });
  const { estimation, vat, game } = settlement;
  const place = game.players.findIndex(mine);
  return {
    ...{ ...settlement, tickets, items, members },
    tours: settlement.tours.filter(({ id }) => tourIds.has(id)),
    costLines: settlement.costLines.map((line) => ({ ...line, itemIds: line.itemIds.filter((id) => ids.has(id)) })),
    providers: settlement.providers.filter(({ id }) => mine(id)),
    estimation: { ...estimation, rows: parts(estimation.rows), members: parts(estimation.members) },
    vat: { ...vat, notTaxable: scenario(vat.notTaxable), ifTaxable: scenario(vat.ifTaxable) },
    game: {
      ...{ ...game, values: [], examined: [] },
      players: game.players.filter(mine),
      soloCents: place === -1 ? [] : [game.soloCents[place]!],
    },
    notices: [...settlement.notices, EXCERPT],
  };
}

export const ownCorrection = (correction: Correction, reach: Reach): Correction =>
  reach.kind === "region"
    ? correction
    : { ...correction, bookings: correction.bookings.filter(({ ags }) => reaches(reach, [ags])) };

export const ownLedger = (ledger: Ledger, reach: Reach): Ledger => ({
  ...ledger,
  members: ledger.members.filter(({ ags }) => reaches(reach, [ags])),
});
