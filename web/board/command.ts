/** A command as the value of one button: its kind, then its parts, `move|p7|nbs-1|2026-11-24|2`. */
import type { BoardCommand } from "../../functions/usecases/board/view.ts";

/** What a button of the board may ask for. */
export type BoardOrder =
  | BoardCommand
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  | { readonly kind: "optimize" }
  | { readonly kind: "stop" }
  | { readonly kind: "publish" }
  | { readonly kind: "discard" };

const LONGEST = 600;
const ALONE: ReadonlySet<string> = new Set(["undo", "redo", "optimize", "stop", "publish", "discard"]);
const STOPS: ReadonlySet<string> = new Set(["remove", "lock", "unlock"]);
const TOURS: ReadonlySet<string> = new Set(["lockTour", "unlockTour"]);
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const POSITION = /^\d{1,3}$/;

export function orderText(order: BoardOrder): string {
  const parts =
    order.kind === "move"
      ? [order.stop, order.to.vehicleId, order.to.date, String(order.to.position)]
      : "stop" in order
        ? [order.stop]
        : "vehicleId" in order
          ? [order.vehicleId, order.date]
          : [];
  return [order.kind, ...parts.map(encodeURIComponent)].join("|");
}

/** @returns undefined for what no button of ours has */
export function readOrder(text: string | null | undefined): BoardOrder | undefined {
  if (text === null || text === undefined || text.length > LONGEST) return undefined;
  const [kind = "", ...coded] = text.split("|");
  const parts = coded.map(decoded);
  const [first, second, third, fourth] = parts;
  if (parts.includes(undefined)) return undefined;
  if (ALONE.has(kind) && parts.length === 0) return { kind } as BoardOrder;
  if (first === undefined || first === "") return undefined;
  if (STOPS.has(kind) && parts.length === 1) return { kind, stop: first } as BoardOrder;
  if (TOURS.has(kind) && parts.length === 2 && DATE.test(second!))
    return { kind, vehicleId: first, date: second } as BoardOrder;
  if (kind !== "move" || parts.length !== 4 || !DATE.test(third!) || !POSITION.test(fourth!)) return undefined;
  return { kind, stop: first, to: { vehicleId: second!, date: third!, position: Number(fourth) } };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
