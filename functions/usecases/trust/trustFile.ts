/**
 * "Selbst nachrechnen": everything that a published week rests on, in one signed file. Inputs, the distances that were used, and
 * the plan with its prices, tours, costs of every group, split and proofs. No contacts: a plan does not depend on people.
 */
import * as z from "zod";
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Signer } from "../../ports/signer.ts";
import type { ReadRegion } from "../readRegion.ts";
import type { RegionTravel } from "../travel.ts";
import { DetachedJws, signDetached } from "./detachedJws.ts";

const whole = z.number().min(0);

export const TrustContent = z.strictObject({
  region: z.string(),
  week: z.string(),
  /** RFC 3339: reports after it did not count. */
  frozenAt: z.iso.datetime({ offset: true }),
  /** Name of each file of the region folder that the plan depends on, to its text. */
  inputs: z.record(z.string(), z.string()),
  /** Row-major, from × number of places + to. */
  travel: z.strictObject({
    origin: z.string(),
    estimated: z.boolean(),
    places: z.array(z.strictObject({ latitude: z.number(), longitude: z.number() })),
    distanceMetres: z.array(whole),
    durationSeconds: z.array(whole),
  }),
  /** As in plan.json. */
  plan: Plan,
});
export type TrustContent = z.infer<typeof TrustContent>;

export const TrustFile = z.strictObject({
  schema: z.literal("gruenverbund/trust/1"),
  /** Detached, over the canonical JSON (RFC 8785) of `content` in UTF-8. */
  signature: DetachedJws,
  content: TrustContent,
});
export type TrustFile = z.infer<typeof TrustFile>;

export const signedBytes = (content: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(content));

export interface TrustQuestion extends RegionTravel {
  readonly plan: Plan;
  readonly region: Region;
  readonly read: Pick<ReadRegion, "inputs">;
  /** The region folder. */
  readonly input: Blobs;
  readonly frozenAt: string;
}

/** @returns the file's text */
export async function trustFile(signer: Signer, question: TrustQuestion): Promise<string> {
  const { plan, frozenAt, read, input, places, travel } = question;
  const inputs: Record<string, string> = {};
  for (const { file } of read.inputs) inputs[file] = textOf(await input.get(file), file);
  const content = {
    region: plan.region,
    week: plan.week,
    frozenAt,
    inputs,
    travel: {
      origin: travel.origin,
      estimated: travel.estimated,
      places: places.all.map(({ latitude, longitude }) => ({ latitude, longitude })),
      distanceMetres: [...travel.metres],
      durationSeconds: [...travel.seconds],
    },
    // What JSON leaves out is not signed either.
    plan: JSON.parse(JSON.stringify(plan)) as Plan,
  };
  const signature = await signDetached(signer, signedBytes(content));
  return `${JSON.stringify({ schema: "gruenverbund/trust/1", signature, content })}\n`;
}

/** Byte order marks stay, so that the text has the hash of the file. */
function textOf(bytes: Uint8Array | undefined, file: string): string {
  if (bytes === undefined) throw new Error(`the input has no ${file}`);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
