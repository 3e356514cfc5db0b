/**
 * Cheapest insertion of all visits that a client with day sets still lacks. Days do not touch each other, so a day set
 * costs the sum of the cheapest insertions on its open days; the cheapest day set that holds the days already served is
 * taken. Where none is worth the prize, the visits that are served are given up too: a day set is served whole or not.
 */
import type { Inserter } from "./insertion.ts";
import { ABSENT, type Plan } from "./plan.ts";
import type { Random } from "./random.ts";

const NONE = Number.POSITIVE_INFINITY;

export class DaySetPlacer {
  private readonly plan: Plan;
  private readonly inserter: Inserter;
  private readonly random: Random;
  private readonly blink: number;
  private readonly settledIn: Float64Array;
  private round = 0;
  /** Cheapest insertion of the group at hand by day. */
  private readonly delta: Float64Array;
  private readonly route: Int32Array;
  private readonly position: Int32Array;

  constructor(plan: Plan, inserter: Inserter, random: Random, blink: number) {
    this.plan = plan;
    this.inserter = inserter;
    this.random = random;
    this.blink = blink;
    this.settledIn = new Float64Array(plan.model.groups.length);
    this.delta = new Float64Array(plan.model.days);
    this.route = new Int32Array(plan.model.days);
    this.position = new Int32Array(plan.model.days);
  }

  /** A new run: every group may be settled once. */
  begin(): void {
    this.round++;
  }

  owns(client: number): boolean {
    return this.plan.model.groupOf![client]! >= 0;
  }

  /** Completes or empties the group of an absent visit; true when the list of the absent became shorter before its end. */
  settle(visit: number): boolean {
    const { plan } = this;
    const group = plan.model.groupOf![visit]!;
    if (this.settledIn[group] === this.round) return false;
    this.settledIn[group] = this.round;
    if (plan.missedOf(group) === 0) return false;
    const served = plan.daysOf(group);
    this.priceDays(group, served);
    const daySet = this.cheapestDaySet(group, served);
    if (daySet === 0) this.giveUp(group);
    else this.serve(group, daySet & ~served);
    return daySet !== 0;
  }

  private priceDays(group: number, served: number): void {
    const { plan, inserter, random, blink } = this;
    const { visits, daySets } = plan.model.groups[group]!;
    let wanted = 0;
    for (const daySet of daySets) if ((daySet & served) === served) wanted |= daySet & ~served;
    this.delta.fill(NONE);
    for (let route = 0; route < plan.model.routeCount; route++) {
      const day = plan.model.routeDay[route]!;
      if ((wanted & (1 << day)) === 0 || random.fraction() < blink) continue;
      const kept = plan.bonusOf(visits[0]!, route);
      const delta = inserter.cheapest(visits[0]!, route, this.delta[day]! + kept) - kept;
      if (delta >= this.delta[day]!) continue;
      this.delta[day] = delta;
      this.route[day] = route;
      this.position[day] = inserter.position;
    }
  }

  /** 0 when none is worth the prize. */
  private cheapestDaySet(group: number, served: number): number {
    const { visits, daySets } = this.plan.model.groups[group]!;
    let best = this.plan.model.prizeCents[visits[0]!]! + 1;
    let chosen = 0;
    for (const daySet of daySets) {
      if ((daySet & served) !== served) continue;
      let cents = 0;
      for (let day = 0; day < this.delta.length; day++) if (((daySet & ~served) >> day) & 1) cents += this.delta[day]!;
      if (cents >= best) continue;
      best = cents;
      chosen = daySet;
    }
    return chosen;
  }

  private serve(group: number, days: number): void {
    const { plan } = this;
    for (let day = 0; day < this.delta.length; day++) {
      if (((days >> day) & 1) === 0) continue;
      const route = this.route[day]!;
      const visit = plan.model.groups[group]!.visits.find((candidate) => plan.routeOf[candidate] === ABSENT)!;
      plan.touch(route);
      plan.insert(visit, route, this.position[day]!);
      plan.welcome(plan.absent.subarray(0, plan.absentCount).indexOf(visit));
      plan.reprice(route, plan.cost[route]! + this.delta[day]! + plan.bonusOf(visit, route));
    }
  }

  private giveUp(group: number): void {
    for (const visit of this.plan.model.groups[group]!.visits)
      if (this.plan.routeOf[visit] !== ABSENT) this.plan.takeOut(visit);
  }
}

/** Gives up every group that is served in part. */
export function dropParts(plan: Plan): void {
  plan.model.groups.forEach(({ visits }, group) => {
    if (plan.missedOf(group) === 0) return;
    for (const visit of visits) if (plan.routeOf[visit] !== ABSENT) plan.takeOut(visit);
  });
}
