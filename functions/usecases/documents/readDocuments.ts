/** What documents of a settlement are made of: the settlement itself, as it was closed, and the names of its places. */
import { reaches, type Reach } from "../../../domain/access.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { Settlement, SettlementView } from "../../../domain/settlement/settlement.ts";
import type { RegisterNames } from "../../../planning/documents/register.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { openInput } from "../run/run.ts";
import { readSettlement } from "../settlement/readSettlement.ts";

export interface MemberQuestion {
  readonly region: string;
  readonly settlement: string;
  readonly member: string;
  readonly reach: Reach;
}

/**
 * @throws ApiProblem 403 for somebody else's municipality, 404 for a settlement that is not closed or a municipality that is no
 * member of it
 */
export async function readMemberSettlement(
  ports: Pick<Ports, "store" | "blobs">,
  { region, settlement: id, member, reach }: MemberQuestion,
): Promise<{ view: SettlementView; names: RegisterNames }> {
  if (!reaches(reach, [member])) throw new ApiProblem(403, `Für die Kommune ${member} sind Sie nicht zuständig.`);
  const view = await readSettlement(ports, region, id);
  if (!view.settlement.members.some(({ ags }) => ags === member))
    throw new ApiProblem(404, `Die Kommune ${member} ist an der Abrechnung „${id}“ nicht beteiligt.`);
  return { view, names: namesOf(view.settlement, await regionOf(ports, view.settlement)) };
}

/** As the region was when the newest of its tours was planned; null without a tour. */
export async function regionOf(
  { blobs }: Pick<Ports, "blobs">,
  { region, tours }: Pick<Settlement, "region" | "tours">,
): Promise<Region | null> {
  const newest = [...tours].sort((a, b) => (a.week < b.week ? 1 : -1))[0];
  if (newest === undefined) return null;
  return (await openInput({ blobs }, { region, week: newest.week, run: newest.run })).region;
}

function namesOf({ members, providers }: Settlement, region: Region | null): RegisterNames {
  const of = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    new Map<string, string>(rows.map(({ id, name }) => [id, name]));
  return {
    points: of(region?.collectionPoints ?? []),
    facilities: of(region?.facilities ?? providers),
    owners: of([...providers, ...members.map(({ ags, name }) => ({ id: ags, name }))]),
  };
}
