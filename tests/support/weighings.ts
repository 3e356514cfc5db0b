/** Tickets and unloadings made by hand, for tests of what is done with them. */
import type { Ticket, Weighing } from "../../domain/settlement/weighing.ts";
import type { Unloading } from "../../planning/settlement/unloadings.ts";

export function unloading(given: Partial<Unloading> = {}): Unloading {
  const plannedKg = given.plannedKg ?? 8000;
  const lot = {
    ...{ pickupId: "alt-woody-1", storageId: "alt-woody", pointId: "p-alt", streamId: "private-woody" },
    ...{ fraction: "woody" as const, form: "loose" as const, plannedKg },
  };
  return {
    ...{ week: "2026-W48", run: "0".repeat(16), tourId: "2026-11-24-alt-hook", stop: 2, date: "2026-11-24" },
    ...{ vehicleId: "alt-hook", vehicleName: "Abroller", capacityKg: 11_000, facilityId: "compost" },
    ...{ arrivalAt: "2026-11-24T10:00:00+01:00", plannedKg, lots: [lot] },
    ...given,
  };
}

export function weighing(given: Partial<Ticket> = {}, more: Partial<Weighing> = {}): Weighing {
  const number = given.number ?? "1";
  const ticket: Ticket = {
    ...{ id: `compost.${number}`, number, weighbridge: "compost", facilityId: "compost" },
    ...{ weighedAt: "2026-11-24T10:05:00+01:00", grossKg: null, tareKg: null, netKg: 8100, fraction: null, form: null },
    ...{ vehicle: "", vehicleId: null, storageId: null, refused: false, note: "" },
    ...given,
  };
  return {
    ...{ schema: "gruenverbund/weighing/1", ticket, importedAt: "2026-11-30T08:00:00+01:00", importedBy: "test" },
    ...{ origin: { file: "waage.csv", row: 2, profile: "waage" }, decisions: [], askedAt: null, photo: null },
    ...more,
  };
}
