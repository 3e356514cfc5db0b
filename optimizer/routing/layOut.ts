/** From a chain of labels to the sequence of places it stands for. */
import type { Labels } from "./labels.ts";
import type { Itinerary } from "./schedule.ts";

/** Fills `itinerary` with the route that ends after `label`, over facility `via` (-1: none), breaks as in `pause`. */
export function layOut(itinerary: Itinerary, labels: Labels, label: number, via: number, pause: number): void {
  const { clientCount } = itinerary.model;
  let count = via < 0 ? 0 : 1;
  for (let at = label; labels.parent[at]! >= 0; at = labels.parent[at]!) count += labels.via[at]! < 0 ? 1 : 2;
  itinerary.reserve(count);
  itinerary.count = count;
  let i = count;
  itinerary.breakBefore[i] = pause >> 2;
  if (via >= 0) {
    itinerary.places[--i] = clientCount + via;
    itinerary.breakBefore[i] = pause & 3;
  }
  for (let at = label; labels.parent[at]! >= 0; at = labels.parent[at]!) {
    itinerary.places[--i] = labels.place[at]!;
    itinerary.breakBefore[i] = labels.pause[at]! >> 2;
    if (labels.via[at]! < 0) continue;
    itinerary.places[--i] = clientCount + labels.via[at]!;
    itinerary.breakBefore[i] = labels.pause[at]! & 3;
  }
}
