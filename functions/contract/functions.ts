/**
 * The functions of the system: what each needs and how large it is. The cloud grants exactly this, the embedded runtime
 * builds the same; `functions/handlers/<folder>/<name>.ts` exports `createHandler(ports)` for each.
 */

export type Right = "read" | "write";

export interface Needs {
  readonly store?: Right;
  /** Region folders, runs and plans. */
  readonly blobs?: Right;
  /** Puts what nobody may change afterwards. */
  readonly archive?: true;
  readonly mailer?: true;
  /** Starts workflows and answers their tokens. */
  readonly workflows?: true;
  readonly travelMatrix?: true;
  /** Signs what leaves the system, or only tells with which keys. */
  readonly signer?: "publicKeys" | "sign";
  /** Where pages are shown and who vouches for people there. */
  readonly site?: true;
  /** Keys of links, codes and forms. */
  readonly secrets?: true;
  /** The LP engine, with its WebAssembly file beside the bundle. */
  readonly engine?: true;
  /** The handbook's texts and pictures, as files beside the bundle. */
  readonly handbook?: true;
}

export interface FunctionSpec {
  readonly name: string;
  /** Folder under functions/handlers: who calls it. */
  readonly calledBy: "api" | "page" | "workflow" | "schedule";
  /**
   * Of a page: the addresses that it answers, whatever the method, as API Gateway writes them (`/verwaltung/{proxy+}`). The page
   * without any takes what nobody else does.
   */
  readonly paths?: readonly string[];
  readonly needs: Needs;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
}

const api = (name: string, needs: Needs): FunctionSpec => ({
  name,
  calledBy: "api",
  needs,
  memoryMegabytes: 512,
  timeoutSeconds: 10,
});

/** Of the API, with plans to read or something to solve. */
const reckoning = (name: string, needs: Needs): FunctionSpec => ({
  ...api(name, needs),
  ...{ memoryMegabytes: 1769, timeoutSeconds: 28 },
});

const task = (name: string, needs: Needs, size: "small" | "large" = "small"): FunctionSpec => ({
  name,
  calledBy: "workflow",
  needs,
  ...(size === "small" ? { memoryMegabytes: 512, timeoutSeconds: 60 } : { memoryMegabytes: 1769, timeoutSeconds: 840 }),
});

const clocked = (name: string, needs: Needs): FunctionSpec => ({ ...task(name, needs), calledBy: "schedule" });

/** Sends mails with links. */
const telling: Needs = { store: "write", mailer: true, site: true, secrets: true };

export const FUNCTIONS: readonly FunctionSpec[] = [
  api("submitReports", { store: "write" }),
  api("listPoints", { store: "read" }),
  api("putPoint", { store: "write" }),
  { ...api("startPlan", { store: "write", blobs: "write", workflows: true }), timeoutSeconds: 28 },
  api("readPlan", { store: "read" }),
  api("readPlanFile", { store: "read", blobs: "read" }),
  api("readTour", { store: "read", blobs: "read" }),
  // Reckons a plan's rules again with the checker, and draws papers.
  { ...api("readFinanceFile", { store: "read", blobs: "read" }), memoryMegabytes: 1769, timeoutSeconds: 28 },
  api("importWeighings", { store: "write", blobs: "read" }),
  reckoning("listWeighings", { store: "read", blobs: "read" }),
  api("decideWeighing", { store: "write" }),
  api("attachWeighingPhoto", { store: "write", blobs: "write" }),
  reckoning("listWorkItems", { store: "read", blobs: "read" }),
  api("resolveWorkItem", { store: "write" }),
  api("recordTour", { store: "write" }),
  api("putWeighingProfile", { store: "write" }),
  api("listWeighingProfiles", { store: "read" }),
  reckoning("readDensities", { store: "read", blobs: "read" }),
  // Price what every group would have paid for what was weighed.
  reckoning("previewSettlement", { store: "read", blobs: "write", travelMatrix: true, engine: true, workflows: true }),
  reckoning("closeSettlement", { store: "write", blobs: "write", travelMatrix: true, engine: true, workflows: true }),
  api("listSettlements", { store: "read" }),
  api("readSettlement", { store: "read", blobs: "read" }),
  // Draw papers and workbooks.
  reckoning("readSettlementFile", { store: "read", blobs: "read" }),
  reckoning("readInvoice", { store: "read", blobs: "read" }),
  reckoning("issueInvoices", { store: "write", blobs: "write" }),
  api("readBilling", { store: "read" }),
  api("putBilling", { store: "write" }),
  reckoning("correctSettlement", { store: "write", blobs: "write", travelMatrix: true, engine: true, workflows: true }),
  api("readLedger", { store: "read", blobs: "read" }),
  api("receiveTtnUplink", { store: "write" }),
  api("receiveChirpstackUplink", { store: "write" }),
  api("proposeAgreement", { store: "write", blobs: "read", workflows: true }),
  api("listAgreements", { store: "read" }),
  api("readAgreement", { store: "read" }),
  api("decideAgreement", { store: "write", site: true, secrets: true, workflows: true }),
  api("answerQuestion", { store: "write" }),
  { ...api("recordPaper", { store: "write", blobs: "write" }), timeoutSeconds: 28 },
  api("withdrawAgreement", { store: "write", workflows: true }),
  api("readDecision", { store: "read" }),
  api("listUndelivered", { store: "read" }),
  api("readAuditLog", { store: "read" }),
  api("listApiKeys", { store: "read" }),
  api("createApiKey", { store: "write" }),
  api("revokeApiKey", { store: "write" }),
  api("listPasskeys", { store: "read" }),
  api("removePasskey", { store: "write" }),
  api("readHealth", { store: "read" }),
  api("readKeys", { signer: "publicKeys" }),
  api("readOpenApi", {}),
  api("readApiDocs", {}),

  // Whatever is no route of the API.
  {
    ...api("pages", { store: "write", site: true, mailer: true, workflows: true, secrets: true }),
    calledBy: "page",
  },
  // Reckons a plan's rules again with the checker before it shows them.
  {
    ...api("financePage", { store: "read", blobs: "read", site: true }),
    ...{ calledBy: "page", paths: ["/finanzen"], memoryMegabytes: 1769 },
  },
  // Prices what every group would have paid for what was weighed.
  {
    ...api("settlementPage", {
      ...{ store: "write", blobs: "write", site: true, secrets: true, travelMatrix: true, engine: true },
      workflows: true,
      mailer: true,
    }),
    ...{ calledBy: "page", paths: ["/abrechnung", "/abrechnung/{proxy+}"], memoryMegabytes: 1769, timeoutSeconds: 28 },
  },
  // Reads plans to show what everybody may see of them.
  {
    ...api("publicPage", { store: "read", blobs: "read", site: true }),
    calledBy: "page",
    paths: [
      "/oeffentlich",
      "/offene-daten",
      "/offene-daten/{proxy+}",
      "/barrierefreiheit",
      "/datenschutz",
      "/impressum",
    ],
    memoryMegabytes: 1769,
  },
  // Prices a move in the time that a hand takes to hold still.
  {
    ...api("boardPage", {
      ...{ store: "write", blobs: "read", workflows: true, travelMatrix: true, secrets: true, site: true },
    }),
    ...{
      calledBy: "page",
      paths: ["/disposition", "/disposition/{proxy+}"],
      memoryMegabytes: 1769,
      timeoutSeconds: 28,
    },
  },
  {
    ...api("yardPage", { store: "write", blobs: "write", site: true, secrets: true }),
    ...{ calledBy: "page", paths: ["/m/{proxy+}", "/meldung", "/meldung/{proxy+}"] },
  },
  // One place for what is large and the same on every page with a map; browsers keep it.
  { ...api("assets", {}), calledBy: "page", paths: ["/assets/{proxy+}"] },
  { ...api("helpPage", { site: true, handbook: true }), calledBy: "page", paths: ["/hilfe", "/hilfe/{proxy+}"] },
  // Checks whole regions before it takes them, and divides costs among some members.
  {
    ...api("countyPage", {
      ...{ store: "write", blobs: "write", site: true, secrets: true, workflows: true, engine: true },
    }),
    ...{ calledBy: "page", paths: ["/verwaltung", "/verwaltung/{proxy+}"], memoryMegabytes: 1769, timeoutSeconds: 28 },
  },

  // weekly-planning, in order
  task("askReports", { ...telling, blobs: "read" }),
  task("freezeInput", { store: "write", blobs: "write" }),
  task("forecastWeek", { store: "write", blobs: "write" }),
  task("planFlow", { store: "write", blobs: "write", travelMatrix: true, engine: true }, "large"),
  task("startCoalitionCosts", { workflows: true }),
  task("closeGame", { store: "write", blobs: "write", travelMatrix: true, engine: true }, "large"),
  task("routeWeek", { store: "write", blobs: "write", travelMatrix: true }, "large"),
  task("pickRoutes", { blobs: "write" }),
  task("priceWeek", { store: "write", blobs: "write", travelMatrix: true, engine: true, signer: "sign" }, "large"),
  task("publishWeek", { store: "write", blobs: "read" }),
  task("notifyDispatchers", { store: "write", blobs: "read", mailer: true }),
  task("proposeSplit", { store: "write", blobs: "read", mailer: true, workflows: true }),
  task("failWeek", { store: "write" }),

  // board-optimization, board-publication
  task("optimizeBoard", { store: "write", blobs: "read", travelMatrix: true }, "large"),
  task("planBoard", { store: "write", blobs: "write", travelMatrix: true, engine: true, signer: "sign" }, "large"),
  task("takeBoard", { store: "write", blobs: "read" }),
  task("notifyTours", { store: "write", blobs: "read", mailer: true }),
  task("endBoardWork", { store: "write" }),

  // coalition-costs
  task("priceCoalitions", { store: "write", blobs: "write", travelMatrix: true, engine: true }, "large"),
  task("answerCaller", { workflows: true }),

  // settlement-reckoning
  task("reckonSettlement", { store: "read", blobs: "write", travelMatrix: true, engine: true }, "large"),

  // year-planning
  task("planYear", { store: "write", blobs: "write", travelMatrix: true, engine: true }, "large"),

  // agreement-approval
  task("informMembers", { ...telling, signer: "sign" }),
  task("openBallots", telling),
  task("nextBallotStep", { store: "read" }),
  task("awaitDecision", { store: "write", workflows: true }),
  task("remindApprover", telling),
  task("evaluateVote", { store: "write", workflows: true }),
  task("proposeWithout", { store: "write", blobs: "read", workflows: true, travelMatrix: true, engine: true }, "large"),
  task("notifyResult", telling),

  clocked("startScheduledWeek", { store: "write", workflows: true }),
  clocked("reconcileWeeks", { store: "write", blobs: "write", workflows: true }),
  // It may have to reckon a split anew.
  {
    ...clocked("reconcileAgreements", {
      ...{ ...telling, blobs: "read", workflows: true, travelMatrix: true, engine: true },
    }),
    timeoutSeconds: 300,
  },
  clocked("importRegion", { store: "write", blobs: "write" }),
  clocked("mailAuditHeads", { store: "write", archive: true, mailer: true }),
  clocked("recordBounce", telling),
  // Opens the plans of some weeks for every region.
  { ...clocked("askWeighings", { ...telling, blobs: "read" }), memoryMegabytes: 1769, timeoutSeconds: 300 },
];
