/**
 * Where a route with container jobs unloads, brings emptied containers back, and calls at yards.
 *
 * As in Placement, labels run over a fixed order of clients. On the way to the next one a vehicle may go to a facility,
 * from there bring back what it owes (in the order taken on or the reverse), and then to a yard, where it takes and
 * leaves empty containers. What is left out of the search: between a facility and the returns nothing is taken on, and
 * of one row of clients the containers of `emptyAndReturn` go back in one of those two orders.
 */
import { FIRST, FULL, restCounts } from "./breaks.ts";
import {
  type Containers,
  countOf,
  DELIVER,
  EMPTY_AND_RETURN,
  NO_JOB,
  one,
  PICK_UP,
  slotsOf,
  SWAP,
} from "./containers.ts";
import { DRIVING, EXTRA, HALF, METRES, SINCE, TIME, WORK } from "./cursor.ts";
import { ANYWHERE, AT_END, type Model } from "./model.ts";
import { Placement } from "./placement.ts";
import { earliestStart } from "./schedule.ts";

const NONE = Number.POSITIVE_INFINITY;

export class ContainerPlacement extends Placement {
  private readonly containers: Containers;
  private slots = 0;
  /** Packed sets of containers that the vehicle has slots for. */
  private sets: readonly number[] = [];
  /** What is on board where the cursor stands. */
  private empties = 0;
  private fulls = 0;
  private owed = 0;
  private at = 0;
  private readonly owing: number[] = [];

  constructor(model: Model, containers: Containers) {
    super(model);
    this.containers = containers;
  }

  override begin(route: number): void {
    super.begin(route);
    const { labels, containers, vehicle } = this;
    if (vehicle.slots !== this.slots || this.sets.length === 0) {
      this.slots = vehicle.slots ?? 0;
      this.sets = containers.sets.filter((set) => slotsOf(containers, set) <= this.slots);
    }
    const yard = containers.yardAt[vehicle.startLocation]!;
    for (const set of yard < 0 ? [] : this.sets) {
      if (set === 0 || !this.mayTake(0, yard, 0, set)) continue;
      const label = labels.push();
      labels.copy(0, label);
      labels.empties[label] = set;
      labels.yard[label] = yard;
    }
  }

  override extend(first: number, last: number, client: number, ceiling: number): void {
    const level = this.labels.top;
    for (let label = first; label < last; label++) {
      this.extendVia(label, -1, client, level, ceiling);
      this.eachFacility(label, (facility) => this.extendVia(label, facility, client, level, ceiling));
    }
  }

  override complete(first: number, last: number, cutoff: number): number {
    const { labels, vehicle, model } = this;
    let best = cutoff;
    this.bestLabel = -1;
    for (let label = first; label < last; label++) {
      if (labels.money[label]! + vehicle.fixedCents - model.rounding >= best) continue;
      if ((labels.mask[label]! & AT_END) !== 0 && labels.fulls[label] === 0 && labels.owed[label] === 0)
        best = this.finish(label, -1, best);
      this.eachFacility(label, (facility) => (best = this.finish(label, facility, best)));
    }
    return this.bestLabel < 0 ? NONE : best;
  }

  override eachUnloading(visit: (limit: number, amount: number) => void): void {
    super.eachUnloading(visit);
    const { labels, containers, model } = this;
    const take = (yard: number, before: number, after: number): void => {
      for (let type = 0; type < containers.typeCount; type++) {
        const taken = countOf(after, type) - countOf(before, type);
        if (taken > 0) visit(model.facilityCount + yard * containers.typeCount + type, taken);
      }
    };
    const end = (this.bestPause >> 1) - 1;
    if (end >= 0) take(end, this.emptiesAfter(this.bestLabel, this.bestVia), 0);
    for (let label = this.bestLabel; label >= 0; label = labels.parent[label]!)
      if (labels.yard[label]! >= 0) take(labels.yard[label]!, this.emptiesBeforeYard(label), this.emptiesAtYard(label));
  }

  /** The facilities that take what is on board, by index; none when nothing is to be tipped. */
  private eachFacility(label: number, visit: (facility: number) => void): void {
    const { labels, model, room } = this;
    const aboard = labels.mask[label]!;
    if (aboard === ANYWHERE || (aboard & ~AT_END) === 0) return;
    const choices = model.facilitiesOfMaterial[labels.material[label]!]!;
    for (let bit = 0; bit < choices.length; bit++) {
      const facility = choices[bit]!;
      if ((aboard & (1 << bit)) === 0) continue;
      if (room[facility]! < NONE && !this.takes(label, facility)) continue;
      visit(facility);
    }
  }

  private extendVia(label: number, facility: number, client: number, level: number, ceiling: number): void {
    const { containers } = this;
    for (let turned = 0; turned < this.orders(label, facility); turned++) {
      this.tryClient(label, facility, turned, -1, 0, client, level, ceiling);
      for (let yard = 0; yard < containers.yardCount; yard++)
        for (const set of this.sets) this.tryClient(label, facility, turned, yard, set, client, level, ceiling);
    }
  }

  /** Orders in which what is owed may go back. */
  private orders(label: number, facility: number): number {
    if (facility < 0) return 1;
    this.findOwing(label);
    return this.owing.length > 1 ? 2 : 1;
  }

  private tryClient(
    label: number,
    facility: number,
    turned: number,
    yard: number,
    set: number,
    client: number,
    level: number,
    ceiling: number,
  ): void {
    if (this.straightMoney(label, facility, yard, client) >= ceiling) return;
    if (!this.mayBoard(label, facility, yard, set, client)) return;
    if (!this.goVia(label, facility, turned, yard)) return;
    const { cursor, labels, model, containers } = this;
    if (this.drive(this.at, model.placeLocation[client]!, 0) < 0) return;
    const start = earliestStart(model, client, this.day, cursor[TIME]!);
    if (start > this.latest) return;
    const work = cursor[WORK]! + model.placeSeconds[client]!;
    const money = cursor[METRES]! * this.centsPerMetre + work * this.centsPerSecond + this.extraCents(work);
    if (money >= ceiling) return;
    this.restAt(client);
    const D = model.dimensions;
    const next = labels.push();
    labels.money[next] = money;
    labels.metres[next] = cursor[METRES]!;
    labels.work[next] = work;
    labels.time[next] = start + model.placeSeconds[client]!;
    labels.extra[next] = cursor[EXTRA]!;
    labels.half[next] = cursor[HALF]!;
    labels.sinceBreak[next] = this.mostSinceBreak === NONE ? 0 : cursor[SINCE]!;
    labels.driving[next] = this.mostDriving === NONE ? 0 : cursor[DRIVING]!;
    for (let d = 0; d < D; d++) {
      const kept = facility < 0 ? labels.load[label * D + d]! : 0;
      labels.load[next * D + d] = kept + model.clientLoad[client * D + d]!;
    }
    const delivers = containers.kind[client] === DELIVER;
    const mask = facility < 0 ? labels.mask[label]! : ANYWHERE;
    labels.mask[next] = delivers ? mask : model.clientMask[client]! & mask;
    labels.material[next] = delivers ? (facility < 0 ? labels.material[label]! : -1) : model.clientMaterial[client]!;
    labels.parent[next] = label;
    labels.place[next] = client;
    labels.via[next] = facility;
    labels.pause[next] = 0;
    labels.yard[next] = yard;
    labels.turned[next] = turned;
    labels.empties[next] = this.empties;
    labels.fulls[next] = this.fulls;
    labels.owed[next] = this.owed;
    labels.keepBest(level, next);
  }

  /** A lower bound: the straight way over facility and yard, and the work there. */
  private straightMoney(label: number, facility: number, yard: number, client: number): number {
    const { labels, model, containers } = this;
    let money = labels.money[label]! + model.placeSeconds[client]! * this.centsPerSecond;
    let from = this.locationOf(labels.place[label]!);
    for (const place of [
      facility < 0 ? -1 : model.clientCount + facility,
      yard < 0 ? -1 : containers.firstYard + yard,
    ]) {
      if (place < 0) continue;
      money += this.legMoney(from, model.placeLocation[place]!) + model.placeSeconds[place]! * this.centsPerSecond;
      from = model.placeLocation[place]!;
    }
    return money + this.legMoney(from, model.placeLocation[client]!);
  }

  /** Whether load and containers allow the step; sets what is on board after the client's job. */
  private mayBoard(label: number, facility: number, yard: number, set: number, client: number): boolean {
    const { labels, model, containers } = this;
    const kind = containers.kind[client]!;
    if (facility < 0 && kind !== DELIVER) {
      const alike = labels.material[label] === -1 || labels.material[label] === model.clientMaterial[client];
      if (!alike || (labels.mask[label]! & model.clientMask[client]!) === 0 || !this.hasSpace(label, client))
        return false;
    }
    const before = this.emptiesAfter(label, facility);
    this.fulls = facility < 0 ? labels.fulls[label]! : 0;
    this.owed = facility < 0 ? labels.owed[label]! : 0;
    this.empties = yard < 0 ? before : set;
    if (yard >= 0 && (set === before || !this.mayTake(label, yard, before, set))) return false;
    // What the start's own yard offers is on board already.
    if (yard >= 0 && labels.place[label]! < 0 && yard === containers.yardAt[this.vehicle.startLocation]) return false;
    if (yard >= 0 && this.used() > this.slots) return false;
    return kind === NO_JOB || this.doJob(kind, containers.type[client]!);
  }

  private doJob(kind: number, type: number): boolean {
    if (kind === SWAP || kind === DELIVER) {
      if (countOf(this.empties, type) === 0) return false;
      this.empties -= one(type);
    }
    if (kind === SWAP || kind === PICK_UP) this.fulls += one(type);
    if (kind === EMPTY_AND_RETURN) this.owed += this.containers.typeSlots[type]!;
    return this.used() <= this.slots;
  }

  private used(): number {
    return slotsOf(this.containers, this.empties) + slotsOf(this.containers, this.fulls) + this.owed;
  }

  /** Empty containers on board after a label and, if one is visited, the facility behind it. */
  private emptiesAfter(label: number, facility: number): number {
    const { empties, fulls } = this.labels;
    return facility < 0 ? empties[label]! : empties[label]! + fulls[label]!;
  }

  private emptiesBeforeYard(label: number): number {
    const parent = this.labels.parent[label]!;
    return parent < 0 ? 0 : this.emptiesAfter(parent, this.labels.via[label]!);
  }

  /** On leaving the yard that comes before the label's client. */
  private emptiesAtYard(label: number): number {
    const { labels, containers } = this;
    const client = labels.place[label]!;
    if (client < 0) return labels.empties[label]!;
    const spent = containers.kind[client] === SWAP || containers.kind[client] === DELIVER;
    return labels.empties[label]! + (spent ? one(containers.type[client]!) : 0);
  }

  /** Whether the yard has spares for going from one set to another, with what the route took there before. */
  private mayTake(label: number, yard: number, before: number, after: number): boolean {
    const { labels, containers, room, model } = this;
    for (let type = 0; type < containers.typeCount; type++) {
      let taken = countOf(after, type) - countOf(before, type);
      const limit = room[model.facilityCount + yard * containers.typeCount + type]!;
      if (taken <= 0 || limit === NONE) continue;
      for (let at = label; at >= 0; at = labels.parent[at]!)
        if (labels.yard[at] === yard)
          taken += Math.max(0, countOf(this.emptiesAtYard(at), type) - countOf(this.emptiesBeforeYard(at), type));
      if (taken > limit) return false;
    }
    return true;
  }

  /** Sets `owing` to the clients whose containers are on board and go back, the first taken first. */
  private findOwing(label: number): void {
    const { labels, containers, owing } = this;
    owing.length = 0;
    for (let at = label; labels.parent[at]! >= 0; at = labels.parent[at]!) {
      if (containers.kind[labels.place[at]!] === EMPTY_AND_RETURN) owing.push(labels.place[at]!);
      if (labels.via[at]! >= 0) break;
    }
    owing.reverse();
  }

  /** Drives from a label over facility, returns and yard, as far as they are there; false when time forbids it. */
  private goVia(label: number, facility: number, turned: number, yard: number): boolean {
    const { model, containers } = this;
    this.at = this.locationOf(this.labels.place[label]!);
    if (facility < 0) this.depart(label);
    else {
      if (this.unload(label, this.at, facility, 0) < 0) return false;
      this.at = model.placeLocation[model.clientCount + facility]!;
      this.findOwing(label);
      const { owing } = this;
      for (let i = 0; i < owing.length; i++) {
        const client = owing[turned === 1 ? owing.length - 1 - i : i]!;
        if (!this.call(containers.firstReturn + client)) return false;
      }
    }
    return yard < 0 || this.call(containers.firstYard + yard);
  }

  private call(place: number): boolean {
    const { cursor, model } = this;
    if (this.drive(this.at, model.placeLocation[place]!, 0) < 0) return false;
    const start = earliestStart(model, place, this.day, cursor[TIME]!);
    if (start > this.latest) return false;
    cursor[TIME] = start + model.placeSeconds[place]!;
    cursor[WORK]! += model.placeSeconds[place]!;
    this.at = model.placeLocation[place]!;
    return true;
  }

  /** The way home; empty containers are left at a yard, which may be where the shift ends. */
  private finish(label: number, facility: number, best: number): number {
    const { containers, vehicle } = this;
    const leftHere = containers.yardAt[vehicle.endLocation]! >= 0 || this.emptiesAfter(label, facility) === 0;
    let least = best;
    for (let turned = 0; turned < this.orders(label, facility); turned++) {
      for (let yard = leftHere ? -1 : 0; yard < (leftHere ? 0 : containers.yardCount); yard++) {
        if (!this.goVia(label, facility, turned, yard)) continue;
        if (this.drive(this.at, vehicle.endLocation, 0) < 0) continue;
        least = this.priceMore(label, facility, turned + 2 * (yard + 1), least);
      }
    }
    return least;
  }

  /** @param pause for the way home: 1 where returns go in reverse order, plus twice the yard's index plus one */
  protected override layOut(label: number, via: number, pause: number): void {
    const { labels, itinerary, containers, model } = this;
    const places: number[] = [];
    const empties: number[] = [];
    const add = (place: number, set = 0): void => void (places.push(place), empties.push(set));
    const addVia = (from: number, facility: number, turned: number, yard: number, set: number): void => {
      if (facility >= 0) {
        add(model.clientCount + facility);
        this.findOwing(from);
        for (const client of turned === 1 ? [...this.owing].reverse() : this.owing)
          add(containers.firstReturn + client);
      }
      if (yard >= 0) add(containers.firstYard + yard, set);
    };
    const chain: number[] = [];
    for (let at = label; at >= 0; at = labels.parent[at]!) chain.unshift(at);
    itinerary.startEmpties = labels.empties[chain[0]!]!;
    for (const at of chain.slice(1)) {
      addVia(labels.parent[at]!, labels.via[at]!, labels.turned[at]!, labels.yard[at]!, this.emptiesAtYard(at));
      add(labels.place[at]!);
    }
    addVia(label, via, pause & 1, (pause >> 1) - 1, 0);
    itinerary.reserve(places.length);
    itinerary.count = places.length;
    itinerary.places.set(places);
    itinerary.empties.set(empties);
    this.layOutBreaks();
  }

  /** Breaks as `drive` takes them: in one piece, when they are due. */
  private layOutBreaks(): void {
    const { itinerary, model, vehicle } = this;
    let since = 0;
    let half = false;
    itinerary.breakBefore.fill(0, 0, itinerary.count + 1);
    for (let i = 0; i <= itinerary.count && vehicle.breakRule !== null; i++) {
      const seconds = itinerary.legSeconds(vehicle, this.durations, i);
      if (since + seconds > this.mostSinceBreak) {
        itinerary.breakBefore[i] = FULL;
        since = 0;
        half = false;
      }
      since += seconds;
      const place = i < itinerary.count ? itinerary.places[i]! : -1;
      if (place < 0 || model.rests === null || model.rests[place] === 0) continue;
      const counts = restCounts(vehicle.breakRule, model.placeSeconds[place]!, half);
      if (counts === FULL) since = 0;
      if (counts !== 0) half = counts === FIRST;
    }
  }
}
