/** Sentences on tours, in the words of one language. */
import type { Fault, TourWords, Why } from "./shape.ts";

export function saidWhy(words: TourWords, why: Why): string {
  const say = own(words.why, why.code);
  return words.stays(why.load, say === undefined ? words.other(why.code, why.needed, why.limit) : say(why));
}

export function saidFault(words: TourWords, fault: Fault): string {
  const say = own(words.broken, fault.code);
  if (say !== undefined) return say(fault);
  const other = words.other(fault.code, fault.needed, fault.limit);
  return other.slice(0, 1).toUpperCase() + other.slice(1);
}

function own<T>(words: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}
