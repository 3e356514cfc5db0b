import type { FinanceFigures, MemberFigures } from "../../functions/usecases/finance/figures.ts";

/** Whoever counts for one municipality reads about it first. */
export function ownOf({ members }: FinanceFigures): MemberFigures | undefined {
  const seen = members.filter(({ full }) => full !== null);
  return seen.length === 1 && members.length > 1 ? seen[0] : undefined;
}
