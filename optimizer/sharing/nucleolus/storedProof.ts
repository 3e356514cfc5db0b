/** Certificates in the form in which they are stored and checked (domain/sharing/certificate.ts). */
import type { CoreProof, LeastCoreProof, NucleolusProof } from "../../../domain/sharing/certificate.ts";
import { formatFraction } from "../exact/fraction.ts";
import type { CoreCertificate, LeastCoreCertificate, NucleolusCertificate } from "./certificate.ts";

export function nucleolusProof({ measure, capped, shares, levels }: NucleolusCertificate): NucleolusProof {
  return {
    measure,
    capped,
    shares: shares.map(formatFraction),
    levels: levels.map((level) => ({
      excess: formatFraction(level.excess),
      coalitions: [...level.coalitions],
      weights: level.weights.map(formatFraction),
      cappedPlayers: [...level.cappedPlayers],
      cappedWeights: level.cappedWeights.map(formatFraction),
    })),
  };
}

export function coreProof(certificate: CoreCertificate): CoreProof {
  if (!certificate.empty) return { empty: false, shares: certificate.shares.map(formatFraction) };
  return {
    empty: true,
    coalitions: [...certificate.coalitions],
    weights: certificate.weights.map(formatFraction),
    balancedCost: formatFraction(certificate.balancedCost),
  };
}

export function leastCoreProof(certificate: LeastCoreCertificate): LeastCoreProof {
  return {
    measure: certificate.measure,
    epsilon: formatFraction(certificate.epsilon),
    coalitions: [...certificate.coalitions],
    weights: certificate.weights.map(formatFraction),
    shares: certificate.shares.map(formatFraction),
  };
}
