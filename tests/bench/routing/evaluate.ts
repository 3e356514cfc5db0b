/** Prices rows of customers from coordinates alone; shares no code with the solver or its file readers' matrices. */

export interface Rules {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly demand: ArrayLike<number>;
  readonly round: (distance: number) => number;
}

export interface EvaluatedRoute {
  readonly depot: number;
  /** Nodes between leaving the depot and coming back. */
  readonly nodes: readonly number[];
}

/** Throws unless every node from `firstClient` on is visited exactly once. */
export function checkCover(rules: Rules, routes: readonly EvaluatedRoute[], firstClient: number): void {
  const visits = routes.flatMap((route) => route.nodes);
  const seen = new Set(visits);
  const clients = rules.x.length - firstClient;
  if (
    visits.length !== clients ||
    seen.size !== clients ||
    visits.some((node) => !(node >= firstClient && node in rules.x))
  )
    throw new Error(`${visits.length} visits to ${seen.size} of ${clients} customers.`);
}

export function lengthOf(rules: Rules, { depot, nodes }: EvaluatedRoute): number {
  let length = 0;
  let at = depot;
  for (const node of [...nodes, depot]) {
    length += rules.round(Math.hypot(rules.x[at]! - rules.x[node]!, rules.y[at]! - rules.y[node]!));
    at = node;
  }
  return length;
}

export function loadOf(rules: Rules, { nodes }: EvaluatedRoute): number {
  return nodes.reduce((sum, node) => sum + rules.demand[node]!, 0);
}

export const nearest = (distance: number): number => Math.floor(distance + 0.5);
export const exact = (distance: number): number => distance;

/** Equal vehicles from depot 0; throws where a customer is missing or twice, or a vehicle is overloaded. */
export function evaluateCvrp(rules: Rules, capacity: number, rows: readonly (readonly number[])[]): number {
  const routes = rows.map((nodes) => ({ depot: 0, nodes }));
  checkCover(rules, routes, 1);
  routes.forEach((route, index) => {
    const load = loadOf(rules, route);
    if (load > capacity) throw new Error(`Route #${index + 1} carries ${load} of ${capacity}.`);
  });
  return routes.reduce((sum, route) => sum + lengthOf(rules, route), 0);
}
