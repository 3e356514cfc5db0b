/** What whole-kilogram decisions cost, each line rounded once to whole cents (docs/flow.md). */
import {
  YEAR_COST_LINES,
  type YearCostLine,
  type YearCostLines,
  type YearDecisions,
} from "../../../domain/year/decisions.ts";
import type { YearProblem } from "../../../domain/year/problem.ts";
import { inflowOf } from "./clusters.ts";
import { roundMetres } from "./rounds.ts";
import { KG_PER_TONNE } from "./units.ts";

export interface YearCost {
  readonly costLines: YearCostLines;
  readonly costCents: number;
  readonly kgCo2e: number;
}

export function costOf(problem: YearProblem, decisions: YearDecisions): YearCost {
  const sums = new Map<YearCostLine, number>();
  const add = (line: YearCostLine, cents: number) => sums.set(line, (sums.get(line) ?? 0) + cents);
  const kgCo2e = addFlows(problem, decisions, add) + addRounds(problem, decisions, add);
  addPlants(problem, decisions, add);
  addMarket(problem, decisions, add);
  for (const point of decisions.closedPoints) {
    const closing = problem.points[point]!.closing!;
    const kg = problem.stores
      .filter((s) => s.point === point)
      .reduce((sum, s) => sum + s.arrivalsKg.reduce((a, b) => a + b, 0), 0);
    add("closedPoints", (kg / KG_PER_TONNE) * closing.centsPerTonne - closing.savedCents);
  }
  add("closingStock", (closingKg(problem, decisions) / KG_PER_TONNE) * problem.closingCentsPerTonne);
  add("co2", (kgCo2e / KG_PER_TONNE) * problem.co2CentsPerTonne);
  const costLines = Object.fromEntries(
    YEAR_COST_LINES.map((line) => [line, Math.round(sums.get(line) ?? 0) + 0]),
  ) as YearCostLines;
  return { costLines, costCents: Object.values(costLines).reduce((a, b) => a + b, 0), kgCo2e };
}

type Add = (line: YearCostLine, cents: number) => void;

function addFlows(problem: YearProblem, { hauls, shreds }: YearDecisions, add: Add): number {
  let kgCo2e = 0;
  for (const { option, massKg } of hauls) {
    const { parts, separationCentsPerTonne } = problem.options[option]!;
    const tonnes = massKg / KG_PER_TONNE;
    add("separation", tonnes * separationCentsPerTonne);
    for (const part of parts) {
      add("haulage", tonnes * part.share * part.haulageCentsPerTonne);
      add("gate", tonnes * part.share * part.gateCentsPerTonne);
      kgCo2e += tonnes * part.share * part.kgCo2ePerTonne;
    }
  }
  for (const { shredder, massKg } of shreds) {
    const { centsPerHour, kgPerHour } = problem.shredders[shredder]!;
    add("shredding", (massKg / kgPerHour) * centsPerHour);
    kgCo2e += (massKg / KG_PER_TONNE) * problem.shreddingKgCo2ePerTonne;
  }
  return kgCo2e;
}

function addRounds(problem: YearProblem, { rounds }: YearDecisions, add: Add): number {
  let kgCo2e = 0;
  for (const { shredder: k, stops } of rounds) {
    const shredder = problem.shredders[k]!;
    const km = roundMetres(problem, shredder, stops) / 1000;
    add("setup", stops.length * shredder.setupCents);
    add("mobilisation", shredder.mobilisationCents);
    add("shredderWay", km * shredder.centsPerKm);
    kgCo2e += km * problem.kgCo2ePerShredderKm;
  }
  return kgCo2e;
}

/** kg delivered, by facility */
export function deliveredKg(problem: YearProblem, { hauls }: YearDecisions): number[] {
  const kg = problem.facilities.map(() => 0);
  for (const { option, massKg } of hauls)
    for (const { facility, share } of problem.options[option]!.parts) kg[facility]! += massKg * share;
  return kg;
}

function addPlants(problem: YearProblem, decisions: YearDecisions, add: Add): void {
  const delivered = deliveredKg(problem, decisions);
  problem.facilities.forEach((f, i) => {
    add("minimumQuantity", (Math.max(0, f.minimumKg - delivered[i]!) / KG_PER_TONNE) * f.penaltyCentsPerTonne);
    if (decisions.openSites.includes(i)) add("sites", f.site!.fixedCents);
  });
}

function addMarket(problem: YearProblem, { hauls, sales }: YearDecisions, add: Add): void {
  for (const { option, massKg } of hauls)
    for (const { share, yields } of problem.options[option]!.parts)
      for (const y of yields)
        add("surplus", (massKg / KG_PER_TONNE) * share * y.share * problem.products[y.product]!.surplusCentsPerTonne);
  for (const { buyer: b, facility, massKg } of sales) {
    const buyer = problem.buyers[b]!;
    const tonnes = massKg / KG_PER_TONNE;
    add("surplus", -tonnes * problem.products[buyer.product]!.surplusCentsPerTonne);
    add("sales", tonnes * (buyer.haulageCentsPerTonne[facility]! - buyer.priceCentsPerTonne));
  }
}

/** Left at the end beyond the opening stock, heaps included. */
function closingKg(problem: YearProblem, { hauls, shreds, closedPoints }: YearDecisions): number {
  const out = problem.stores.map(() => new Map<string, number>());
  const count = (store: number, key: string, kg: number) => out[store]!.set(key, (out[store]!.get(key) ?? 0) + kg);
  for (const { week, option, massKg } of hauls) {
    const { store, shredded } = problem.options[option]!;
    count(store, `${shredded ? "heap" : "loose"} ${week}`, massKg);
  }
  for (const { week, store, massKg } of shreds) count(store, `shred ${week}`, massKg);
  return problem.stores.reduce((sum, store, s) => {
    const { arrivalsKg } = inflowOf(problem, s, closedPoints);
    const kg = (what: string, week: number) => out[s]!.get(`${what} ${week}`) ?? 0;
    let loose = store.openingKg;
    let heap = 0;
    problem.weeks.forEach((_, w) => {
      if (w > 0) loose *= 1 - store.looseLossPerWeek;
      loose += arrivalsKg[w]! - kg("shred", w) - kg("loose", w);
      heap = heap * (1 - store.shreddedLossPerWeek) + kg("shred", w) - kg("heap", w);
    });
    return sum + Math.max(0, loose + heap - store.openingKg);
  }, 0);
}
