/**
 * Where a route unloads: labels over a fixed order of clients, direct or through a facility between any two of them.
 *
 * Each label keeps what the rest of the route depends on (load, what may take it, time, driving since the break); the
 * dearer of two comparable labels is dropped. A split between trips is thus made where it is cheapest, not where the
 * vehicle happens to be full. Waiting is priced only for complete routes, by `Itinerary.tighten`.
 */
import { breakLength, FIRST, FULL, restCounts, SECOND } from "./breaks.ts";
import { DRIVING, EXTRA, HALF, METRES, SINCE, TIME, WORK } from "./cursor.ts";
import { Labels } from "./labels.ts";
import { ANYWHERE, AT_END, type Model } from "./model.ts";
import { layOut } from "./layOut.ts";
import { itineraryCosts } from "./itineraryCosts.ts";
import { sumOfCosts } from "./rates.ts";
import { earliestStart, Itinerary } from "./schedule.ts";
import { VehicleView } from "./vehicleView.ts";

const NONE = Number.POSITIVE_INFINITY;
const SAME_TIME = 1e-6;

export class Placement extends VehicleView {
  readonly labels: Labels;
  readonly itinerary: Itinerary;
  protected latest = 0;
  protected earliest = 0;
  /** What each facility can still take on this day from this route. */
  readonly room: Float64Array;
  protected readonly cursor = new Float64Array(7);
  /** Length of the break that `drive` took earlier than it had to. */
  private early = 0;
  /** Labels after the first k clients of the loaded route: `levelFirst[k]` up to `levelFirst[k + 1]`. */
  levelFirst = new Int32Array(64);
  protected bestLabel = -1;
  protected bestVia = -1;
  protected bestPause = 0;
  /** Waiting on the route that `complete` found. */
  waitingSeconds = 0;

  constructor(model: Model) {
    super(model);
    this.labels = new Labels(model.dimensions, 256);
    this.itinerary = new Itinerary(model);
    this.room = new Float64Array(model.facilityLimit.length).fill(NONE);
  }

  /** Looks at the route and starts its labels afresh; `room` is the caller's to fill before. */
  begin(route: number): void {
    const shift = this.look(route).shifts[this.day]!;
    this.earliest = shift.earliest;
    this.latest = shift.latest;
    this.labels.more = this.more;
    this.labels.start(shift.earliest);
  }

  /**
   * Labels after every prefix of a row of clients, `room` being set, without those from which the straight rest of the
   * row already leads to `ceiling` cents (fixed cost not counted) or more.
   */
  load(sequence: Int32Array, row: number, count: number, ceiling: number): void {
    this.loadRest(sequence, row, count);
    if (count + 2 > this.levelFirst.length) this.levelFirst = new Int32Array(2 * count + 4);
    const { levelFirst, afterMoney } = this;
    levelFirst[0] = 0;
    levelFirst[1] = this.labels.top;
    for (let i = 0; i < count; i++) {
      this.extend(levelFirst[i]!, levelFirst[i + 1]!, sequence[row + i]!, ceiling - afterMoney[i]!);
      levelFirst[i + 2] = this.labels.top;
    }
  }

  /**
   * Serves `client` after each label of [first, last); the new labels are those from the old top of the pool on.
   * Labels of `ceiling` cents or more are not kept.
   */
  extend(first: number, last: number, client: number, ceiling: number): void {
    const { labels, model, room } = this;
    const level = labels.top;
    const mask = model.clientMask[client]!;
    const material = model.clientMaterial[client]!;
    const to = model.placeLocation[client]!;
    const service = model.placeSeconds[client]! * this.centsPerSecond;
    for (let label = first; label < last; label++) {
      const aboard = labels.mask[label]!;
      const from = this.locationOf(labels.place[label]!);
      const alike = labels.material[label] === -1 || labels.material[label] === material;
      if (alike && (aboard & mask) !== 0 && this.hasSpace(label, client)) {
        for (let choice = 0; choice < this.breakChoices; choice++) {
          this.depart(label);
          const pause = this.drive(from, to, choice);
          if (pause >= 0) this.serve(label, client, -1, 4 * pause, level, ceiling);
        }
      }
      if (aboard === ANYWHERE || (aboard & ~AT_END) === 0) continue;
      const choices = model.facilitiesOfMaterial[labels.material[label]!]!;
      for (let bit = 0; bit < choices.length; bit++) {
        const facility = choices[bit]!;
        if ((aboard & (1 << bit)) === 0) continue;
        const gate = model.placeLocation[model.clientCount + facility]!;
        const unloading = model.placeSeconds[model.clientCount + facility]! * this.centsPerSecond;
        const least = labels.money[label]! + service + unloading + this.legMoney(from, gate) + this.legMoney(gate, to);
        if (least >= ceiling) continue;
        if (room[facility]! < NONE && !this.takes(label, facility)) continue;
        // The second choice of a leg varies fastest.
        for (let choices = 0; choices < this.breakChoices ** 2; choices++) {
          const pause = this.unload(label, from, facility, Math.floor(choices / this.breakChoices));
          if (pause < 0) continue;
          const again = this.drive(gate, to, choices % this.breakChoices);
          if (again >= 0) this.serve(label, client, facility, pause + 4 * again, level, ceiling);
        }
      }
    }
  }

  /** Cents of the cheapest complete route from the labels of [first, last) below `cutoff`, else Infinity. */
  complete(first: number, last: number, cutoff: number): number {
    const { labels, model, room, vehicle } = this;
    let best = cutoff;
    this.bestLabel = -1;
    for (let label = first; label < last; label++) {
      if (labels.money[label]! + vehicle.fixedCents - model.rounding >= best) continue;
      const aboard = labels.mask[label]!;
      const from = this.locationOf(labels.place[label]!);
      if ((aboard & AT_END) !== 0) {
        this.depart(label);
        const pause = this.drive(from, vehicle.endLocation, 0);
        if (pause >= 0) best = this.price(label, -1, 4 * pause, best);
      }
      if (aboard === ANYWHERE || (aboard & ~AT_END) === 0) continue;
      const choices = model.facilitiesOfMaterial[labels.material[label]!]!;
      for (let bit = 0; bit < choices.length; bit++) {
        const facility = choices[bit]!;
        if ((aboard & (1 << bit)) === 0) continue;
        if (room[facility]! < NONE && !this.takes(label, facility)) continue;
        for (let choice = 0; choice < this.breakChoices; choice++) {
          const pause = this.unload(label, from, facility, choice);
          if (pause < 0) continue;
          const again = this.drive(model.placeLocation[model.clientCount + facility]!, vehicle.endLocation, 0);
          if (again >= 0) best = this.price(label, facility, pause + 4 * again, best);
        }
      }
    }
    return this.bestLabel < 0 ? NONE : best;
  }

  /** Calls `visit(facility, amount)` for every unloading of the route that `complete` found, last first. */
  eachUnloading(visit: (facility: number, amount: number) => void): void {
    const { labels } = this;
    let via = this.bestVia;
    for (let label = this.bestLabel; label >= 0; label = labels.parent[label]!) {
      if (via >= 0) visit(via, labels.load[label * labels.dimensions]!);
      via = labels.via[label]!;
    }
  }

  /** Fills `itinerary` with the route that `complete` found. */
  trace(): void {
    this.layOut(this.bestLabel, this.bestVia, this.bestPause);
  }

  protected layOut(label: number, via: number, pause: number): void {
    layOut(this.itinerary, this.labels, label, via, pause);
  }

  protected hasSpace(label: number, client: number): boolean {
    const D = this.model.dimensions;
    for (let d = 0; d < D; d++) {
      const total = this.labels.load[label * D + d]! + this.model.clientLoad[client * D + d]!;
      if (total > this.vehicle.capacity[d]!) return false;
    }
    return true;
  }

  protected takes(label: number, facility: number): boolean {
    const { labels } = this;
    let amount = labels.load[label * labels.dimensions]!;
    for (let at = label; at >= 0; at = labels.parent[at]!) {
      const parent = labels.parent[at]!;
      if (labels.via[at] === facility) amount += labels.load[parent * labels.dimensions]!;
    }
    return amount <= this.room[facility]!;
  }

  protected depart(label: number): void {
    const { cursor, labels } = this;
    cursor[METRES] = labels.metres[label]!;
    cursor[WORK] = labels.work[label]!;
    cursor[TIME] = labels.time[label]!;
    cursor[SINCE] = labels.sinceBreak[label]!;
    cursor[DRIVING] = labels.driving[label]!;
    if (!this.more) return;
    cursor[EXTRA] = labels.extra[label]!;
    cursor[HALF] = labels.half[label]!;
  }

  /**
   * Moves the cursor; the kind of break that came first, 0 for none, -1 when driving rules forbid the leg.
   * `choice` 0 breaks only when it is due, 1 takes the next part of a split break, 2 a whole one.
   */
  protected drive(from: number, to: number, choice: number): number {
    const { cursor } = this;
    const arc = from * this.model.locationCount + to;
    const seconds = this.durations[arc]!;
    this.early = 0;
    let pause = 0;
    if (choice > 0) {
      pause = this.breakEarly(choice);
      if (pause < 0 || cursor[SINCE]! + seconds > this.mostSinceBreak) return -1;
    } else if (cursor[SINCE]! + seconds > this.mostSinceBreak) {
      if (seconds > this.mostSinceBreak) return -1;
      pause = this.breakChoices > 1 && cursor[HALF] === 1 ? SECOND : FULL;
      const length = pause === FULL ? this.breakSeconds : breakLength(this.vehicle.breakRule, SECOND);
      cursor[SINCE] = 0;
      cursor[HALF] = 0;
      cursor[TIME]! += length;
      cursor[WORK]! += length;
    }
    cursor[METRES]! += this.metres[arc]!;
    cursor[SINCE]! += seconds;
    cursor[DRIVING]! += seconds;
    cursor[TIME]! += seconds;
    cursor[WORK]! += seconds;
    if (cursor[DRIVING]! > this.mostDriving || cursor[TIME]! > this.latest) return -1;
    return this.more && !this.keepsLimits(arc) ? -1 : pause;
  }

  /** A break before it is due; -1 when the choice is none. */
  private breakEarly(choice: number): number {
    const { cursor } = this;
    const half = cursor[HALF] === 1;
    if (choice === 2 && half) return -1;
    const kind = choice === 2 ? FULL : half ? SECOND : FIRST;
    this.early = breakLength(this.vehicle.breakRule, kind);
    cursor[TIME]! += this.early;
    cursor[WORK]! += this.early;
    cursor[HALF] = kind === FIRST ? 1 : 0;
    if (kind !== FIRST) cursor[SINCE] = 0;
    return kind;
  }

  /** An early break is only worth a label where the vehicle would have waited without it. */
  private isIdle(place: number): boolean {
    const without = this.cursor[TIME]! - this.early;
    return this.early > 0 && earliestStart(this.model, place, this.day, without) <= without;
  }

  /** Counts the time at a place as a break where others do the work. */
  protected restAt(place: number): void {
    const { cursor, model, vehicle } = this;
    if (model.rests === null || model.rests[place] === 0 || vehicle.breakRule === null) return;
    const counts = restCounts(vehicle.breakRule, model.placeSeconds[place]!, cursor[HALF] === 1);
    if (counts === 0) return;
    if (counts === FULL) cursor[SINCE] = 0;
    cursor[HALF] = counts === FIRST ? 1 : 0;
  }

  private keepsLimits(arc: number): boolean {
    const { cursor } = this;
    if (this.tollMetres !== null) cursor[EXTRA]! += this.tollMetres[arc]! * this.centsPerTollMetre;
    return cursor[METRES]! <= this.mostMetres && cursor[WORK]! <= this.mostWork;
  }

  protected unload(label: number, from: number, facility: number, choice: number): number {
    const { cursor, model } = this;
    this.depart(label);
    const place = model.clientCount + facility;
    const pause = this.drive(from, model.placeLocation[place]!, choice);
    if (pause < 0 || this.isIdle(place)) return -1;
    const start = earliestStart(model, place, this.day, cursor[TIME]!);
    if (start > this.latest) return -1;
    cursor[TIME] = start + model.placeSeconds[place]!;
    cursor[WORK]! += model.placeSeconds[place]!;
    if (this.more) {
      cursor[EXTRA]! += this.gateCents(label, facility);
      this.restAt(place);
    }
    return pause;
  }

  protected gateCents(label: number, facility: number): number {
    const { labels, model } = this;
    const { gateCentsPerUnit, dimensions: D } = model;
    if (gateCentsPerUnit === null) return 0;
    const row = facility * model.facilitiesOfMaterial.length + labels.material[label]!;
    let cents = 0;
    for (let d = 0; d < D; d++) cents += labels.load[label * D + d]! * gateCentsPerUnit[row * D + d]!;
    return cents;
  }

  /** Cents beside kilometres and hours of a route with `work` seconds at the cursor. */
  protected extraCents(work: number): number {
    const overtime = work > this.overtimeFrom ? (work - this.overtimeFrom) * this.overtimeCentsPerSecond : 0;
    return this.cursor[EXTRA]! + overtime;
  }

  private serve(parent: number, client: number, via: number, pause: number, level: number, ceiling: number): void {
    const { cursor, labels, model } = this;
    const start = earliestStart(model, client, this.day, cursor[TIME]!);
    if (start > this.latest || this.isIdle(client)) return;
    const work = cursor[WORK]! + model.placeSeconds[client]!;
    let money = cursor[METRES]! * this.centsPerMetre + work * this.centsPerSecond;
    if (this.more) {
      money += this.extraCents(work);
      this.restAt(client);
    }
    if (money >= ceiling) return;
    const time = start + model.placeSeconds[client]!;
    if (via >= 0 && !this.more && this.isBeaten(level, money, time)) return;
    const D = model.dimensions;
    const label = labels.push();
    labels.money[label] = money;
    labels.metres[label] = cursor[METRES]!;
    labels.work[label] = work;
    labels.time[label] = time;
    if (this.more) {
      labels.extra[label] = cursor[EXTRA]!;
      labels.half[label] = cursor[HALF]!;
    }
    // What no rule limits must not tell labels apart.
    labels.sinceBreak[label] = this.mostSinceBreak === NONE ? 0 : cursor[SINCE]!;
    labels.driving[label] = this.mostDriving === NONE ? 0 : cursor[DRIVING]!;
    for (let d = 0; d < D; d++) {
      const kept = via < 0 ? labels.load[parent * D + d]! : 0;
      labels.load[label * D + d] = kept + model.clientLoad[client * D + d]!;
    }
    labels.mask[label] = model.clientMask[client]! & (via < 0 ? labels.mask[parent]! : ANYWHERE);
    labels.material[label] = model.clientMaterial[client]!;
    labels.parent[label] = parent;
    labels.place[label] = client;
    labels.via[label] = via;
    labels.pause[label] = pause;
    labels.keepBest(level, label);
  }

  /** After an unloading the load is the client's alone: a label that is nowhere worse and as empty spares writing one. */
  private isBeaten(level: number, money: number, time: number): boolean {
    const { labels, cursor } = this;
    for (let other = level; other < labels.top; other++) {
      if (labels.via[other]! < 0 || labels.money[other]! > money || labels.time[other]! > time) continue;
      if (labels.sinceBreak[other]! <= cursor[SINCE]! && labels.driving[other]! <= cursor[DRIVING]!) return true;
    }
    return false;
  }

  /** The smaller of `best` and the cents of the finished route at the cursor. */
  private price(label: number, via: number, pause: number, best: number): number {
    if (this.more) return this.priceMore(label, via, pause, best);
    const { cursor, vehicle } = this;
    const kilometres = vehicle.fixedCents + Math.round((cursor[METRES]! * vehicle.centsPerKm) / 1000);
    let seconds = cursor[WORK]!;
    let cents = kilometres + Math.round((seconds * vehicle.centsPerHour) / 3600);
    if (cents >= best) return best;
    if (cursor[TIME]! - this.earliest - seconds > SAME_TIME && vehicle.centsPerHour > 0) {
      layOut(this.itinerary, this.labels, label, via, pause);
      seconds = this.itinerary.tighten(vehicle, this.durations, this.day);
      cents = kilometres + Math.round((seconds * vehicle.centsPerHour) / 3600);
      if (!(cents < best)) return best;
    }
    this.waitingSeconds = seconds - cursor[WORK]!;
    this.bestLabel = label;
    this.bestVia = via;
    this.bestPause = pause;
    return cents;
  }

  /** As `price`, with every cost line and limit. */
  protected priceMore(label: number, via: number, pause: number, best: number): number {
    const { cursor, vehicle, itinerary } = this;
    const work = cursor[WORK]!;
    const rough = cursor[METRES]! * this.centsPerMetre + work * this.centsPerSecond + this.extraCents(work);
    if (vehicle.fixedCents + rough - this.model.rounding >= best) return best;
    this.layOut(label, via, pause);
    const timeless = vehicle.centsPerHour === 0 && this.overtimeFrom === NONE && this.mostWork === NONE;
    const waits = cursor[TIME]! - this.earliest - work > SAME_TIME;
    const seconds = waits && !timeless ? itinerary.tighten(vehicle, this.durations, this.day) : work;
    if (seconds > this.mostWork + SAME_TIME) return best;
    const cents = sumOfCosts(itineraryCosts(itinerary, vehicle, cursor[METRES]!, seconds));
    if (!(cents < best)) return best;
    this.waitingSeconds = seconds - work;
    this.bestLabel = label;
    this.bestVia = via;
    this.bestPause = pause;
    return cents;
  }
}
