/**
 * Simulated annealing as in SISR: a candidate is taken when it costs less than the current plan plus `-T ln U`, T falling
 * exponentially over the budget. Temperatures are shares of what serving one client costs on average, so that one
 * setting fits cents and metres, tours of two stops and of fifty.
 */
export interface Cooling {
  readonly hot: number;
  readonly cold: number;
}

export function temperatureAt(cooling: Cooling, share: number): number {
  return cooling.hot * (cooling.cold / cooling.hot) ** share;
}

export function coolingFor(costPerClient: number, hotShare: number, coldShare: number): Cooling {
  const unit = Math.max(costPerClient, 1e-3);
  return { hot: hotShare * unit, cold: coldShare * unit };
}
