/** Every operation of the API, in the order in which its description lists them. */
import {
  answerQuestion,
  decideAgreement,
  listAgreements,
  listUndelivered,
  proposeAgreement,
  readAgreement,
  readDecision,
  recordPaper,
  withdrawAgreement,
} from "./agreements.ts";
import { readAuditLog } from "./audit.ts";
import { issueInvoices, putBilling, readBilling, readInvoice, readSettlementFile } from "./documents.ts";
import { readFinanceFile } from "./finance.ts";
import { createApiKey, listApiKeys, revokeApiKey } from "./keys.ts";
import { listPasskeys, removePasskey } from "./passkeys.ts";
import { listPoints, putPoint } from "./points.ts";
import { receiveChirpstackUplink, receiveTtnUplink, submitReports } from "./reports.ts";
import type { Route } from "./route.ts";
import {
  closeSettlement,
  correctSettlement,
  listSettlements,
  previewSettlement,
  readLedger,
  readSettlement,
} from "./settlement.ts";
import { readApiDocs, readHealth, readKeys, readOpenApi } from "./system.ts";
import { startPlan } from "./startPlan.ts";
import { readPlan, readPlanFile, readTour } from "./weeks.ts";
import {
  attachWeighingPhoto,
  decideWeighing,
  importWeighings,
  listWeighingProfiles,
  listWeighings,
  listWorkItems,
  putWeighingProfile,
  readDensities,
  recordTour,
  resolveWorkItem,
} from "./weighings.ts";

export const ROUTES: readonly Route[] = [
  submitReports,
  listPoints,
  putPoint,
  startPlan,
  readPlan,
  readPlanFile,
  readTour,
  readFinanceFile,
  importWeighings,
  listWeighings,
  decideWeighing,
  attachWeighingPhoto,
  listWorkItems,
  resolveWorkItem,
  recordTour,
  putWeighingProfile,
  listWeighingProfiles,
  readDensities,
  previewSettlement,
  closeSettlement,
  listSettlements,
  readSettlement,
  readSettlementFile,
  readInvoice,
  issueInvoices,
  readBilling,
  putBilling,
  correctSettlement,
  readLedger,
  receiveTtnUplink,
  receiveChirpstackUplink,
  proposeAgreement,
  listAgreements,
  readAgreement,
  decideAgreement,
  answerQuestion,
  recordPaper,
  withdrawAgreement,
  readDecision,
  listUndelivered,
  readAuditLog,
  listApiKeys,
  createApiKey,
  revokeApiKey,
  listPasskeys,
  removePasskey,
  readHealth,
  readKeys,
  readOpenApi,
  readApiDocs,
];
