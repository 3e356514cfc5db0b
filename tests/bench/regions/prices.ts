/** What AWS asks in eu-central-1, in US dollars without tax: an assumption, see docs/costs.md. */
import { FUNCTIONS } from "../../../functions/contract/functions.ts";
import type { Meter } from "./meter.ts";

export const PRICES = {
  lambdaGbSecond: 0.0000133334,
  lambdaRequest: 0.2e-6,
  stateTransition: 25e-6,
  writeUnit: 0.7625e-6,
  readUnit: 0.1525e-6,
  blobPut: 5.4e-6,
  blobGet: 0.43e-6,
  mail: 0.1e-3,
} as const;

/** AWS gives a function of this size one processor, and less of it to a smaller one in proportion. */
const ONE_PROCESSOR_MB = 1769;

/** GB-seconds billed: a small function takes longer for the same work, so that memory cancels out but for waiting. */
export function gbSeconds(meter: Meter): number {
  return Object.entries(meter.seconds).reduce((sum, [name, processorSeconds]) => {
    const { memoryMegabytes } = FUNCTIONS.find((spec) => spec.name === name)!;
    const share = Math.min(1, memoryMegabytes / ONE_PROCESSOR_MB);
    return sum + (processorSeconds / share) * (memoryMegabytes / 1024);
  }, 0);
}

export interface Bill {
  readonly lambda: number;
  readonly transitions: number;
  readonly store: number;
  readonly blobs: number;
  readonly mails: number;
}

/** Dollars for one planned week of one region. */
export function billOf(meter: Meter, transitions: number): Bill {
  const calls = Object.values(meter.calls).reduce((sum, count) => sum + count, 0);
  return {
    lambda: gbSeconds(meter) * PRICES.lambdaGbSecond + calls * PRICES.lambdaRequest,
    transitions: transitions * PRICES.stateTransition,
    store: meter.writeUnits * PRICES.writeUnit + meter.readUnits * PRICES.readUnit,
    blobs: meter.blobPuts * PRICES.blobPut + meter.blobGets * PRICES.blobGet,
    mails: meter.mails * PRICES.mail,
  };
}
