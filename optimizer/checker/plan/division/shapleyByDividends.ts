/**
 * The Shapley value by another road than the solver's: every coalition's own contribution to the cost (its dividend) is
 * shared equally among its members.
 *
 * Source: J. C. Harsanyi, A simplified bargaining model for the n-person cooperative game, International Economic
 * Review 4, 1963, DOI 10.2307/2525487. Dividends by Möbius inversion, one player at a time; exact in whole numbers.
 */

/**
 * @param values cost by bitmask in whole cents, length `2^players`, `values[0] = 0`
 * @returns whole cents that sum to the cost of all; largest remainder, ties to the earlier player
 */
export function shapleyByDividends(values: readonly number[], players: number): number[] {
  const dividends = dividendsOf(values, players);
  const denominator = leastCommonMultiple(players);
  const shares = Array.from({ length: players }, () => 0n);
  dividends.forEach((dividend, coalition) => {
    if (dividend === 0n) return;
    const inside = membersOf(coalition, players);
    for (const player of inside) shares[player]! += dividend * (denominator / BigInt(inside.length));
  });
  return toCents(shares, denominator);
}

function membersOf(coalition: number, players: number): number[] {
  return Array.from({ length: players }, (_, player) => player).filter(
    (player) => Math.floor(coalition / 2 ** player) % 2 === 1,
  );
}

/** `d(S) = Σ_{T ⊆ S} (−1)^{|S|−|T|} c(T)`. */
function dividendsOf(values: readonly number[], players: number): bigint[] {
  const dividends = values.map(BigInt);
  for (let player = 0; player < players; player++) {
    const bit = 2 ** player;
    dividends.forEach((_, coalition) => {
      if (Math.floor(coalition / bit) % 2 === 1) dividends[coalition]! -= dividends[coalition - bit]!;
    });
  }
  return dividends;
}

function leastCommonMultiple(upTo: number): bigint {
  let multiple = 1n;
  for (let k = 2n; k <= BigInt(upTo); k++) multiple = (multiple / greatestCommonDivisor(multiple, k)) * k;
  return multiple;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

function toCents(shares: readonly bigint[], denominator: bigint): number[] {
  const modulo = (share: bigint) => ((share % denominator) + denominator) % denominator;
  const cents = shares.map((share) => (share - modulo(share)) / denominator);
  let missing = shares.reduce((a, b) => a + b, 0n) / denominator - cents.reduce((a, b) => a + b, 0n);
  const given = new Set<number>();
  while (missing > 0n) {
    let next = -1;
    shares.forEach((share, i) => {
      if (!given.has(i) && (next < 0 || modulo(share) > modulo(shares[next]!))) next = i;
    });
    given.add(next);
    cents[next]! += 1n;
    missing--;
  }
  return cents.map(Number);
}
