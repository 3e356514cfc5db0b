/**
 * Random 2-opt moves between near clients: 2-opt* (Potvin & Rousseau 1995, doi:10.1057/jors.1995.204) joins the head of
 * one tour to the tail of another, with and without turning them round; within a tour a piece is reversed. String removal
 * never moves more than its string, so long tours need them. Most attempts end after four arcs.
 */
import type { Random } from "../random.ts";
import type { NodeNeighbours } from "./neighbours.ts";
import { LIMIT_SLACK } from "./recreate.ts";
import { ARC_AFTER, NEXT, PREVIOUS, type Tours } from "./tours.ts";

export class Exchange {
  private readonly tours: Tours;
  private readonly neighbours: NodeNeighbours;
  private readonly width: number;
  private readonly random: Random;
  private readonly tailA: Int32Array;
  private readonly pieceB: Int32Array;
  /** Tours can be turned round at no cost. */
  private readonly symmetric: boolean;

  constructor(tours: Tours, neighbours: NodeNeighbours, width: number, random: Random) {
    const { nodes, arcs } = tours.problem;
    this.tours = tours;
    this.neighbours = neighbours;
    this.width = Math.min(width, neighbours.width);
    this.random = random;
    this.tailA = new Int32Array(nodes);
    this.pieceB = new Int32Array(nodes);
    this.symmetric = arcs.out === arcs.into;
  }

  /**
   * One attempt at a move that makes the tours cheaper than `limit`. True when it was made; when not, `tours` are as
   * they were at the last `mark`, which must have been just before.
   */
  attempt(limit: number): boolean {
    const { tours, random, neighbours, width } = this;
    const { at, problem, absentTour } = tours;
    const { depots, nodes, types, arcs } = problem;
    const a = depots + random.below(nodes - depots);
    const b = neighbours.list[a * neighbours.width + random.below(width)]!;
    const [tourA, tourB] = [at[a << 2]!, at[b << 2]!];
    if (tourA === absentTour || tourB === absentTour) return false;
    const turned = tourA === tourB || (this.symmetric && (random.bits() & 1) === 0);
    if (turned && !this.symmetric) return false;
    const gain = at[(a << 2) + ARC_AFTER]! - arcs.of(a, b);
    const nextA = at[(a << 2) + NEXT]!;
    const nextB = at[(b << 2) + NEXT]!;
    const beforeB = at[(b << 2) + PREVIOUS]!;
    const delta = turned
      ? arcs.of(nextA, nextB) - at[(b << 2) + ARC_AFTER]! - gain
      : arcs.of(beforeB, nextA) - arcs.intoFrom(b, beforeB) - gain;
    if (!problem.mixed && tours.cost + delta >= limit) return false;
    if (tourA === tourB) return this.reverse(a, b) && this.isKept(tourA, tourB, limit);
    if (types.depot[tours.type[tourA]!] !== types.depot[tours.type[tourB]!]) return false;
    const headA = this.loadUpTo(a);
    const headB = this.loadUpTo(turned ? b : beforeB);
    const tailA = tours.load[tourA]! - headA;
    const tailB = tours.load[tourB]! - headB;
    if (headA + (turned ? headB : tailB) > types.capacity[tours.type[tourA]!]!) return false;
    if (tailA + (turned ? tailB : headB) > types.capacity[tours.type[tourB]!]!) return false;
    if (turned) this.joinTurned(a, b, tourA, tourB);
    else this.joinStraight(a, b, beforeB, tourA, tourB);
    return this.isKept(tourA, tourB, limit);
  }

  private isKept(tourA: number, tourB: number, limit: number): boolean {
    const { tours } = this;
    if (tours.cost < limit && this.isWithinLimit(tourA) && this.isWithinLimit(tourB)) return true;
    tours.revert();
    return false;
  }

  private isWithinLimit(tour: number): boolean {
    const { span, type, size, problem } = this.tours;
    return (
      problem.span === null || size[tour] === 0 || span[tour]! <= problem.types.limit[type[tour]!]! * (1 + LIMIT_SLACK)
    );
  }

  private loadUpTo(node: number): number {
    const { at, problem } = this.tours;
    const { depots, demand } = problem;
    let load = 0;
    for (let k = node; k >= depots; k = at[(k << 2) + PREVIOUS]!) load += demand[k]!;
    return load;
  }

  /** Takes `from` and what lies ahead of it (in the direction of `NEXT` or `PREVIOUS`) off the road; returns how many. */
  private lift(from: number, direction: number, into: Int32Array): number {
    const { tours } = this;
    const { depots } = tours.problem;
    let count = 0;
    for (let k = from; k >= depots; k = tours.at[(k << 2) + direction]!) into[count++] = k;
    for (let i = 0; i < count; i++) tours.remove(into[i]!);
    return count;
  }

  /** a -> b and before b -> next of a. */
  private joinStraight(a: number, b: number, beforeB: number, tourA: number, tourB: number): void {
    const { tours, tailA, pieceB } = this;
    const countA = this.lift(tours.at[(a << 2) + NEXT]!, NEXT, tailA);
    const countB = this.lift(b, NEXT, pieceB);
    for (let i = 0, k = a; i < countB; k = pieceB[i++]!) tours.insert(pieceB[i]!, k, tourA);
    for (let i = 0, k = beforeB; i < countA; k = tailA[i++]!) tours.insert(tailA[i]!, k, tourB);
  }

  /** a -> b backwards to the depot, and from the depot backwards to next of a -> next of b. */
  private joinTurned(a: number, b: number, tourA: number, tourB: number): void {
    const { tours, tailA, pieceB } = this;
    const depot = tours.problem.types.depot[tours.type[tourA]!]!;
    const countA = this.lift(tours.at[(a << 2) + NEXT]!, NEXT, tailA);
    const countB = this.lift(b, PREVIOUS, pieceB);
    for (let i = 0, k = a; i < countB; k = pieceB[i++]!) tours.insert(pieceB[i]!, k, tourA);
    for (let i = 0; i < countA; i++) tours.insert(tailA[i]!, depot, tourB);
  }

  /** Reverses what lies between `a` and the node after `b`; false when `b` comes before `a`. */
  private reverse(a: number, b: number): boolean {
    const { tours, pieceB } = this;
    const { depots } = tours.problem;
    const tour = tours.at[a << 2]!;
    let count = 0;
    let k = tours.at[(a << 2) + NEXT]!;
    for (; k >= depots && k !== b; k = tours.at[(k << 2) + NEXT]!) pieceB[count++] = k;
    if (k !== b || count === 0) return false;
    pieceB[count++] = b;
    for (let i = 0; i < count; i++) tours.remove(pieceB[i]!);
    for (let i = count - 1, before = a; i >= 0; before = pieceB[i--]!) tours.insert(pieceB[i]!, before, tour);
    return true;
  }
}
