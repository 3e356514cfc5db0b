/** Recomputes a trust file with the checker alone: whose it is, whether its inputs are those of the plan, whether the plan is right. */
import type { JSONWebKeySet } from "jose";
import { InputError, type Problem } from "../../../domain/problem.ts";
import { readJson } from "../../../domain/readJson.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { checkPlan } from "../../../optimizer/checker/index.ts";
import type { Matrix, TravelMatrix } from "../../ports/travelMatrix.ts";
import { heldBlobs } from "../heldBlobs.ts";
import { readRegion } from "../readRegion.ts";
import { travelOf } from "../travel.ts";
import { verifyDetached } from "./detachedJws.ts";
import { signedBytes, TrustFile, type TrustContent } from "./trustFile.ts";
import { sha256 } from "../sha256.ts";

export interface TrustVerdict {
  readonly findings: readonly Problem[];
  /** Key that signed; undefined when no keys were given. */
  readonly kid?: string;
  readonly region: string;
  readonly week: string;
}

export interface TrustCheckOptions {
  /** Published keys; without them the signature is not judged. */
  readonly keys?: JSONWebKeySet;
  /** Derives estimated distances again. */
  readonly estimate: (region: Region) => TravelMatrix;
}

/** Whether a text is meant to be a trust file. */
export function isTrustFile(text: string): boolean {
  const json = readJson("trust.json", text);
  return json.ok && (json.value as { schema?: unknown } | null)?.schema === "gruenverbund/trust/1";
}

/** @throws InputError when it cannot be read as a trust file at all, or its region not as a region */
export async function verifyTrust(
  text: string,
  file: string,
  { keys, estimate }: TrustCheckOptions,
): Promise<TrustVerdict> {
  const { parsed, raw } = readTrust(text, file);
  const { content, signature } = parsed;
  const findings: Problem[] = [];
  let kid: string | undefined;
  if (keys !== undefined) {
    const check = await verifyDetached(signature, signedBytes(raw), keys);
    if (check.kind === "valid") kid = check.kid;
    else findings.push(finding(SIGNATURE[check.kind], "signature", check.cause));
  }
  findings.push(...frameFindings(content), ...inputFindings(content));
  const read = await readRegion(heldBlobs(content.inputs), content.frozenAt);
  if (read.region === null) {
    if (findings.length === 0) throw new InputError(read.problems);
    return { findings: [...findings, ...read.problems], region: content.region, week: content.week };
  }
  const { region } = read;
  const { lookup, places, travel } = await travelOf(heldMatrix(content), region);
  if (content.travel.estimated) {
    const { metres, seconds } = (await travelOf(estimate(region), region)).travel;
    const cell = travel.metres.findIndex((m, i) => m !== metres[i] || travel.seconds[i] !== seconds[i]);
    if (cell >= 0) findings.push(finding("trust.travel", `travel[${cell}]`, otherDistance(cell, places.all.length)));
  }
  findings.push(...checkPlan(content.plan, region, lookup));
  return { findings, ...(kid === undefined ? {} : { kid }), region: content.region, week: content.week };
}

const SIGNATURE = { key: "trust.key", header: "trust.header", signature: "trust.signature" } as const;

function readTrust(text: string, file: string): { parsed: TrustFile; raw: unknown } {
  const json = readJson(file, text);
  if (!json.ok) throw new InputError([json.problem]);
  const parsed = TrustFile.safeParse(json.value);
  if (parsed.success) return { parsed: parsed.data, raw: (json.value as { content: unknown }).content };
  const action = "Give the trust.json of a published week as it was downloaded.";
  throw new InputError(
    parsed.error.issues.map(({ path, message }) => ({
      code: "trust.unreadable",
      severity: "error",
      place: { file, field: path.join(".") },
      cause: `${message}.`,
      action,
    })),
  );
}

function frameFindings({ region, week, plan }: TrustContent): Problem[] {
  if (plan.region === region && plan.week === week) return [];
  const cause = `The file is for ${region} ${week}, its plan for ${plan.region} ${plan.week}.`;
  return [finding("trust.frame", "plan", cause)];
}

/** Each input against the hash that the plan names for it. */
function inputFindings({ inputs, plan }: TrustContent): Problem[] {
  const named = new Map(plan.provenance.inputs.map(({ file, sha256 }) => [file, sha256]));
  const files = [...new Set([...named.keys(), ...Object.keys(inputs)])].sort();
  const found = files.flatMap((file) => {
    const text = inputs[file];
    const expected = named.get(file);
    const actual = text === undefined ? "none, for it is not there" : sha256(text);
    if (actual === expected) return [];
    const cause = `The plan was made from ${file} with the hash ${expected ?? "none, for it names no such file"}; here it has ${actual}.`;
    return [finding("trust.input", file, cause)];
  });
  const lines = [...named].map(([file, hash]) => `${hash}  ${file}\n`).join("");
  if (sha256(lines) === plan.provenance.inputsSha256) return found;
  const cause = "The hash over all inputs does not belong to the hashes of the single ones.";
  return [...found, finding("trust.input", "provenance.inputsSha256", cause)];
}

/** The distances of the file, whatever order the places come in. */
function heldMatrix({ travel }: TrustContent): TravelMatrix {
  const n = travel.places.length;
  const at = new Map(travel.places.map(({ latitude, longitude }, i) => [`${latitude} ${longitude}`, i]));
  return {
    matrix: (places): Promise<Matrix> => {
      const index = places.map(({ latitude, longitude }) => at.get(`${latitude} ${longitude}`) ?? -1);
      if (index.includes(-1) || travel.distanceMetres.length !== n * n || travel.durationSeconds.length !== n * n)
        throw new InputError([
          finding("trust.travel", "travel", "It does not hold the distance between every two places."),
        ]);
      const cells = (of: readonly number[]): Float64Array =>
        Float64Array.from(index.flatMap((from) => index.map((to) => of[from * n + to]!)));
      const { origin, estimated, distanceMetres, durationSeconds } = travel;
      return Promise.resolve({
        ...{ origin, estimated },
        distanceMetres: cells(distanceMetres),
        durationSeconds: cells(durationSeconds),
      });
    },
  };
}

const otherDistance = (cell: number, n: number): string =>
  `The way from place ${Math.floor(cell / n)} to place ${cell % n} is not the estimate that the region's settings give.`;

const ACTION = "The file was changed after it was made; download it again and compare.";

function finding(code: string, field: string, cause: string): Problem {
  return { code, severity: "error", place: { field }, cause, action: ACTION };
}
