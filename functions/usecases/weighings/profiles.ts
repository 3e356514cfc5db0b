/** Einleseprofile of a region, and the one that every region has. */
import { MappingProfile } from "../../../domain/settlement/profile.ts";
import { asJson, type Store } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { profilesOf, weighingKey } from "./records.ts";

/** For files that are made for this system. */
export const STANDARD_PROFILE: MappingProfile = MappingProfile.parse({
  ...{ id: "standard", name: "Standard", separator: ";", decimal: ",", unit: "kg", dateFormat: "rfc3339" },
  columns: {
    ...{ number: "number", weighbridge: "weighbridge", facility: "facilityId", date: "weighedAt", gross: "grossKg" },
    ...{ tare: "tareKg", net: "netKg", material: "fraction", vehicle: "vehicleId", storage: "storageId" },
    ...{ refused: "refused", note: "note" },
  },
  ...{ facilities: {}, vehicles: {}, materials: {} },
});

export async function listProfiles(store: Store, region: string): Promise<MappingProfile[]> {
  const own = await profilesOf(store, region);
  return own.some(({ id }) => id === STANDARD_PROFILE.id) ? own : [STANDARD_PROFILE, ...own];
}

/** @throws ApiProblem 404 */
export async function readProfile(store: Store, region: string, id: string): Promise<MappingProfile> {
  const found = (await listProfiles(store, region)).find((one) => one.id === id);
  if (found === undefined) throw new ApiProblem(404, `Ein Einleseprofil „${id}“ gibt es in „${region}“ nicht.`);
  return found;
}

/** @throws ApiProblem 412 when somebody else changed it at the same moment */
export async function putProfile(
  ports: Pick<Ports, "store" | "clock">,
  region: string,
  profile: MappingProfile,
  by: string,
): Promise<void> {
  const key = weighingKey.profile(region, profile.id);
  const current = await ports.store.get(key);
  const content = {
    kind: "weighingProfile.changed",
    subject: `weighing-profiles/${profile.id}`,
    data: { name: profile.name, by },
  };
  const also = [{ put: { ...key, data: asJson(profile) }, expected: current?.version ?? ("absent" as const) }];
  const outcome = await append(ports, region, content, { also });
  if (outcome.kind !== "appended") throw new ApiProblem(412, "Inzwischen hat jemand anderes das Profil geändert.");
}
