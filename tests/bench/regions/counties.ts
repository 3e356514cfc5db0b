/** Germany's counties from the list of its municipalities; small ones join a neighbour, as Verbandsgemeinden and Ämter do. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

export interface Member {
  readonly ags: string;
  readonly name: string;
  readonly population: number;
  readonly areaKm2: number;
  readonly latitude: number;
  readonly longitude: number;
}

export interface County {
  /** First five digits of its municipalities' AGS. */
  readonly key: string;
  readonly name: string;
  readonly members: readonly Member[];
  readonly population: number;
}

/** More members than this are joined; no county in the examples has more. */
const MOST_MEMBERS = 40;

/** @param folder with `gemeinden.csv`; @returns counties by key */
export function readCounties(folder: string): County[] {
  const rows = parse(readFileSync(join(folder, "gemeinden.csv")), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  const groups = Map.groupBy(rows, ({ ags }) => ags!.slice(0, 5));
  return [...groups]
    .map(([key, municipalities]): County => {
      const members = joinSmall(municipalities.map(memberOf));
      const population = members.reduce((sum, member) => sum + member.population, 0);
      return { key, name: municipalities[0]!["district"]!, members, population };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function memberOf(row: Record<string, string>): Member {
  return {
    ags: row["ags"]!,
    name: row["name"]!,
    population: Number(row["population20191231"]),
    areaKm2: Number(row["areaKm2"]),
    latitude: Number(row["lat"]),
    longitude: Number(row["lon"]),
  };
}

/** The smallest joins the nearest until few enough are left. Ties go to the lower AGS. */
function joinSmall(all: readonly Member[]): Member[] {
  const members = [...all];
  while (members.length > MOST_MEMBERS) {
    members.sort((a, b) => a.population - b.population || (a.ags < b.ags ? -1 : 1));
    const [small] = members.splice(0, 1);
    const at = members.reduce(
      (best, one, i) => (distance(one, small!) < distance(members[best]!, small!) ? i : best),
      0,
    );
    const host = members[at]!;
    members[at] = {
      ...host,
      population: host.population + small!.population,
      areaKm2: Number((host.areaKm2 + small!.areaKm2).toFixed(2)),
    };
  }
  return members.sort((a, b) => (a.ags < b.ags ? -1 : 1));
}

function distance(a: Member, b: Member): number {
  const east = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(a.latitude - b.latitude, east);
}
