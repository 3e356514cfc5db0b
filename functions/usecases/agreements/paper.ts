/**
 * What people decided on paper (KGG Saarland § 18): the signed scan with its hash, the council's resolution, the supervisory
 * decision and the publication. The agreement enters into force on the day after that.
 */
import { STATE_WORDS } from "../../../domain/agreement/stateMachine.ts";
import { localDate } from "../../../domain/localTime.ts";
import type { ProblemItem } from "../../contract/common.ts";
import type { Paper } from "../../contract/agreements.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { sha256 } from "../sha256.ts";
import { isOnPaper } from "./evaluate.ts";
import { readProposal, readRecord, versionOf } from "./readAgreement.ts";
import type { AgreementRecord, PaperRecord, VersionKey } from "./records.ts";
import { move, recordItem, subjectOf } from "./transitions.ts";

type PaperPorts = Pick<Ports, "store" | "clock" | "blobs">;

const ENDINGS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/tiff": "tif",
};

/** What the file begins with, so that a renamed one is noticed. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  "application/pdf": ["25504446"],
  "image/jpeg": ["ffd8ff"],
  "image/png": ["89504e47"],
  "image/tiff": ["49492a00", "4d4d002a"],
};

/**
 * Recorded again it takes the place of what was recorded before, until the agreement is in force; the log keeps both.
 *
 * @param by subject of who records it
 * @throws ApiProblem 409 when the vote has not approved it, or no paper is needed; 422 with every fault
 */
export async function recordPaper(
  ports: PaperPorts,
  key: VersionKey,
  given: Paper & { readonly by: string },
): Promise<{ readonly paper: PaperRecord; readonly inForce: boolean }> {
  const { store, blobs } = ports;
  const { agreement } = await readProposal(store, key);
  if (!isOnPaper(agreement)) throw new ApiProblem(409, "Für diese Vereinbarung ist keine Papierform nötig.");
  const scan = Buffer.from(given.scan, "base64");
  const problems = faultsOf(given, scan, localDate(ports.clock.now()));
  if (problems.length > 0) throw new ApiProblem(422, "Bitte die genannten Stellen berichtigen.", problems);
  const { contentType, resolutionDate, supervisoryDate, publicationDate, by } = given;
  const hash = sha256(scan);
  const { region, agreement: id, version } = key;
  const scanBlob = `regions/${region}/agreements/${id}/v${version}/scan-${hash}.${ENDINGS[contentType]!}`;
  const paper: PaperRecord = {
    ...{ scanSha256: hash, scanBlob, contentType, resolutionDate, supervisoryDate, publicationDate },
  };
  const written = await writePaper(ports, key, paper, by, () => blobs.putAll(new Map([[scanBlob, scan]])));
  if (!written) throw new Error(`agreement ${id} was changed by others too often`);
  const { state } = await enterIntoForce(ports, key);
  return { paper, inForce: state === "inForce" };
}

const MOST_ATTEMPTS = 20;

async function writePaper(
  ports: PaperPorts,
  key: VersionKey,
  paper: PaperRecord,
  by: string,
  putScan: () => Promise<void>,
): Promise<boolean> {
  const { scanSha256, resolutionDate, supervisoryDate, publicationDate } = paper;
  const data = { scanSha256, resolutionDate, supervisoryDate, publicationDate, by };
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { record, itemVersion } = await readRecord(ports.store, key.region, key.agreement);
    const { state } = versionOf(record, key.version);
    if (state !== "approved") throw new ApiProblem(409, `Die Vereinbarung ist ${STATE_WORDS[state]}.`);
    if (JSON.stringify(record.paper) === JSON.stringify(paper)) return true;
    // The scan first: nothing is named that is not there.
    await putScan();
    const next: AgreementRecord = { ...record, paper };
    const outcome = await append(
      ports,
      key.region,
      { kind: "agreement.paper", subject: subjectOf(key), data },
      { also: [{ put: recordItem(next), expected: itemVersion }] },
    );
    if (outcome.kind === "appended") return true;
  }
  return false;
}

/** Once the day after publication has come; before that nothing happens. The reconciler tells everybody. */
export async function enterIntoForce(
  ports: Pick<Ports, "store" | "clock">,
  key: VersionKey,
): Promise<{ readonly state: string }> {
  const outcome = await move(ports, key, { event: "enterIntoForce", kind: "agreement.inForce" });
  return { state: outcome.state.state };
}

function faultsOf(paper: Paper, scan: Buffer, today: string): ProblemItem[] {
  const { contentType, resolutionDate, supervisoryDate, publicationDate } = paper;
  const begins = scan.subarray(0, 4).toString("hex");
  const fault = (pointer: string, cause: string, action: string): ProblemItem => ({
    ...{ code: "agreement.paper", pointer, cause, action },
  });
  const known = BEGINNINGS[contentType]!.some((start) => begins.startsWith(start));
  const order = "Die Daten der Reihe nach angeben: Beschluss, Aufsicht, Bekanntmachung.";
  return [
    ...(known ? [] : [fault("/scan", `Das ist keine Datei der Art ${contentType}.`, "Den Scan als PDF hochladen.")]),
    ...(resolutionDate > today
      ? [fault("/resolutionDate", "Der Beschluss liegt in der Zukunft.", "Das Datum prüfen.")]
      : []),
    ...(supervisoryDate < resolutionDate
      ? [fault("/supervisoryDate", "Die Aufsicht hat vor dem Beschluss entschieden.", order)]
      : []),
    ...(supervisoryDate > today ? [fault("/supervisoryDate", "Die Aufsicht hat noch nicht entschieden.", order)] : []),
    ...(publicationDate < supervisoryDate
      ? [fault("/publicationDate", "Die Bekanntmachung liegt vor der Entscheidung der Aufsicht.", order)]
      : []),
  ];
}
