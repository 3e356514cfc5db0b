/** One vehicle on one day as the label search sees it: its rates, its limits, and the straight way between places. */
import type { Vehicle } from "../../domain/routing/problem.ts";
import { AT_END, type Model } from "./model.ts";
import { hasMoreLines, hasOvertime } from "./rates.ts";

const NONE = Number.POSITIVE_INFINITY;

export class VehicleView {
  readonly model: Model;
  vehicle!: Vehicle;
  day = 0;
  durations!: Float64Array;
  metres!: Float64Array;
  centsPerMetre = 0;
  centsPerSecond = 0;
  /** Straight rest of the loaded route: from the arrival at its k-th client, and from the end of the service there. */
  restMoney = new Float64Array(64);
  afterMoney = new Float64Array(64);
  protected mostSinceBreak = NONE;
  protected breakSeconds = 0;
  protected mostDriving = NONE;
  /** More cost lines or limits than kilometres and hours: see rates.ts. */
  protected more = false;
  /** Metres on toll roads where they are known by arc, and what one costs. */
  protected tollMetres: Float64Array | null = null;
  protected centsPerTollMetre = 0;
  protected overtimeFrom = NONE;
  protected overtimeCentsPerSecond = 0;
  protected mostWork = NONE;
  protected mostMetres = NONE;
  /** Ways of breaking before a leg: 1 when the rule alone decides, 3 where a break may also be taken earlier, in parts. */
  protected breakChoices = 1;

  constructor(model: Model) {
    this.model = model;
  }

  /** Sets vehicle, day and `legMoney` without touching any label. */
  look(route: number): Vehicle {
    const { problem, routeVehicle, routeDay } = this.model;
    const vehicle = problem.vehicles[routeVehicle[route]!]!;
    this.day = routeDay[route]!;
    if (vehicle === this.vehicle) return vehicle;
    this.vehicle = vehicle;
    const profile = problem.profiles[vehicle.profile]!;
    this.durations = profile.durationSeconds;
    this.metres = profile.distanceMetres;
    this.centsPerMetre = vehicle.centsPerKm / 1000;
    this.centsPerSecond = vehicle.centsPerHour / 3600;
    this.mostSinceBreak = vehicle.breakRule?.drivingSeconds ?? NONE;
    this.breakSeconds = vehicle.breakRule?.breakSeconds ?? 0;
    this.mostDriving = vehicle.maxDrivingSeconds ?? NONE;
    this.lookCloser(vehicle, profile.tollMetres);
    return vehicle;
  }

  private lookCloser(vehicle: Vehicle, tollMetres: Float64Array | undefined): void {
    const { tollCentsPerKm = 0, tollShare = 0 } = vehicle;
    const { rests, problem, containers } = this.model;
    // Container jobs break when it is due.
    this.breakChoices = vehicle.breakRule?.split === undefined || containers !== null ? 1 : 3;
    const rested = rests !== null && vehicle.breakRule !== null;
    this.more = hasMoreLines(problem, vehicle) || this.breakChoices > 1 || rested || containers !== null;
    const byArc = tollMetres !== undefined && tollCentsPerKm > 0;
    this.tollMetres = byArc ? tollMetres : null;
    this.centsPerTollMetre = tollCentsPerKm / 1000;
    if (!byArc) this.centsPerMetre += tollShare * this.centsPerTollMetre;
    this.overtimeFrom = hasOvertime(vehicle) ? vehicle.normalSeconds! : NONE;
    this.overtimeCentsPerSecond = (vehicle.overtimeCentsPerHour ?? 0) / 3600;
    this.mostWork = vehicle.maxDurationSeconds ?? NONE;
    this.mostMetres = vehicle.maxDistanceMetres ?? NONE;
  }

  locationOf(place: number): number {
    return place < 0 ? this.vehicle.startLocation : this.model.placeLocation[place]!;
  }

  /** Kilometres, toll and hours of going straight from one place to another, in cents. */
  legMoney(from: number, to: number): number {
    const arc = from * this.model.locationCount + to;
    const money = this.metres[arc]! * this.centsPerMetre + this.durations[arc]! * this.centsPerSecond;
    return this.tollMetres === null ? money : money + this.tollMetres[arc]! * this.centsPerTollMetre;
  }

  /** From a client to the end of the route, over the cheapest facility if its load has to be tipped. */
  homeMoney(client: number): number {
    const { model, vehicle } = this;
    const mask = model.clientMask[client]!;
    const here = model.placeLocation[client]!;
    if (mask === AT_END) return this.legMoney(here, vehicle.endLocation);
    const choices = model.facilitiesOfMaterial[model.clientMaterial[client]!]!;
    let least = NONE;
    for (let bit = 0; bit < choices.length; bit++) {
      if ((mask & (1 << bit)) === 0) continue;
      const place = model.clientCount + choices[bit]!;
      const gate = model.placeLocation[place]!;
      const unload = model.placeSeconds[place]! * this.centsPerSecond;
      const money = this.legMoney(here, gate) + unload + this.legMoney(gate, vehicle.endLocation);
      if (money < least) least = money;
    }
    return least;
  }

  /** Fills `restMoney` and `afterMoney` for a row of clients. */
  protected loadRest(sequence: Int32Array, row: number, count: number): void {
    if (count + 2 > this.restMoney.length) {
      this.restMoney = new Float64Array(2 * count + 4);
      this.afterMoney = new Float64Array(2 * count + 4);
    }
    const { model, restMoney, afterMoney } = this;
    let next = -1;
    restMoney[count] = 0;
    for (let i = count - 1; i >= 0; i--) {
      const client = sequence[row + i]!;
      const location = model.placeLocation[client]!;
      const leg = next < 0 ? this.homeMoney(client) : this.legMoney(location, next);
      afterMoney[i] = leg + restMoney[i + 1]!;
      restMoney[i] = afterMoney[i]! + model.placeSeconds[client]! * this.centsPerSecond;
      next = location;
    }
  }
}
