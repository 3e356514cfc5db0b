// The real bundles of every function: made once here, measured, loaded by Node.
import { createHash } from "node:crypto";
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FUNCTIONS, type Needs } from "../../../functions/contract/functions.ts";
import { bundleFunctions, type Bundle } from "../../../infra/bundling/bundle.ts";
import { cognito } from "../../support/cognito.ts";

const execute = promisify(execFile);
const scratch = mkdtempSync(join(tmpdir(), "gruenverbund-bundles-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Before the first event; Lambda reads no more when a function that someone waits for starts cold. */
const MOST_AT_START = 450_000;
/** With S3, SES and Step Functions, which are loaded when first used. */
const MOST_IN_ALL = 600_000;
/** Some also draw papers (PDF), with fonts and compression that are loaded when somebody asks for one. */
const MOST_WITH_PAPERS = 2_000_000;
const DRAW_PAPERS: readonly string[] = ["readFinanceFile", "readInvoice", "readSettlementFile"];
/** Some solve what a group would have paid, with the planning and an LP engine that are loaded when somebody asks for it. */
const MOST_WITH_ENGINE = 1_300_000;
/** The pages also check passkeys (docs/decisions/0042), with what is loaded when somebody uses one. */
const MOST_OF_PAGES = 2_350_000;
/** The settlement's solves what groups would have paid, and draws invoices; both are loaded when somebody asks for one. */
const MOST_OF_SETTLEMENT = 2_850_000;

let bundles: ReadonlyMap<string, Bundle>;
beforeAll(async () => {
  bundles = await bundleFunctions(join(scratch, "first"));
  // About 20 seconds of one core.
}, 300_000);

/** Sources of which something is left in the bundle. */
const sourcesOf = ({ metafile }: Bundle): string[] =>
  Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );

const hashOf = (folder: string): string =>
  readdirSync(folder)
    .sort()
    .reduce((hash, name) => hash.update(name).update(readFileSync(join(folder, name))), createHash("sha256"))
    .digest("hex");

test("every function of the contract has a bundle with source maps", () => {
  expect([...bundles.keys()]).toEqual(FUNCTIONS.map(({ name }) => name));
  for (const { folder } of bundles.values()) {
    expect(existsSync(join(folder, "index.mjs"))).toBe(true);
    expect(existsSync(join(folder, "index.mjs.map"))).toBe(true);
  }
});

test("the functions of the API and of the pages stay within their budget", () => {
  for (const { name, calledBy, needs } of FUNCTIONS) {
    const { startBytes, allBytes } = bundles.get(name)!;
    if (calledBy !== "api" && calledBy !== "page") continue;
    expect([name, startBytes <= MOST_AT_START || startBytes]).toEqual([name, true]);
    const ofApi = DRAW_PAPERS.includes(name)
      ? MOST_WITH_PAPERS
      : needs.engine === true
        ? MOST_WITH_ENGINE
        : MOST_IN_ALL;
    const ofPages = name === "settlementPage" ? MOST_OF_SETTLEMENT : MOST_OF_PAGES;
    const most = calledBy === "page" ? ofPages : ofApi;
    expect([name, allBytes <= most || allBytes]).toEqual([name, true]);
  }
});

test("the LP engine lies beside the functions that need it, and is in no other", () => {
  for (const { name, needs } of FUNCTIONS) {
    const bundle = bundles.get(name)!;
    const engine = needs.engine === true;
    expect([name, existsSync(join(bundle.folder, "highs.wasm"))]).toEqual([name, engine]);
    expect([name, sourcesOf(bundle).some((path) => path.includes("node_modules/highs/"))]).toEqual([name, engine]);
  }
});

test("the handbook lies beside the function that shows it", () => {
  const { folder } = bundles.get("helpPage")!;
  expect(existsSync(join(folder, "docs/handbuch/bauhof.md"))).toBe(true);
  expect(existsSync(join(folder, "docs/images/handbuch/bauhof-formular.webp"))).toBe(true);
  expect(existsSync(join(bundles.get("pages")!.folder, "docs"))).toBe(false);
});

test("a function holds the clients of the services it needs, and no others", () => {
  const clients: Readonly<Record<string, readonly (keyof Needs)[]>> = {
    "@aws-sdk/client-dynamodb/": ["store"],
    "@aws-sdk/client-s3/": ["blobs", "archive"],
    "@aws-sdk/client-sesv2/": ["mailer"],
    "@aws-sdk/client-kms/": ["signer"],
    "@aws-sdk/client-sfn/": ["workflows"],
    "@aws-sdk/client-secrets-manager/": ["travelMatrix", "secrets"],
  };
  for (const { name, needs } of FUNCTIONS) {
    const inputs = sourcesOf(bundles.get(name)!);
    for (const [path, any] of Object.entries(clients))
      expect([name, path, inputs.some((input) => input.includes(path))]).toEqual([
        name,
        path,
        any.some((need) => need in needs),
      ]);
    expect(inputs.filter((input) => /^(?:local|tests|cli)\//.test(input))).toEqual([]);
  }
});

test("the same sources give the same bytes, wherever they are written", async () => {
  const names = ["readHealth", "startPlan"];
  const again = await bundleFunctions(
    join(scratch, "else", "where"),
    FUNCTIONS.filter(({ name }) => names.includes(name)),
  );
  for (const name of names) expect(hashOf(again.get(name)!.folder)).toBe(hashOf(bundles.get(name)!.folder));
});

describe("loaded by Node as Lambda does", () => {
  const environment = {
    AWS_REGION: "eu-central-1",
    TABLE: "t",
    BUCKET: "b",
    WORKFLOWS: "{}",
    MAIL_FROM: "a@example.org",
    MAIL_CONFIGURATION_SET: "c",
    TRAVEL: "estimate",
    ORIGIN: "https://plan.example.org",
    ISSUER: "https://cognito-idp.eu-central-1.amazonaws.com/pool",
    CLIENT_ID: "c",
    SIGNING_KEY: "k",
    SECRET: "s",
  };
  /** Runs code with the function's `handler`; what it prints last. */
  const run = (name: string, code: string): string => {
    const { folder } = bundles.get(name)!;
    const script = `const { handler } = await import(${JSON.stringify(`file://${folder}/index.mjs`)}); ${code}`;
    return execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: scratch,
      env: { ...environment, FUNCTION: name },
      encoding: "utf8",
    });
  };

  test.each(["startPlan", "pages", "planFlow", "notifyDispatchers", "reconcileWeeks"])("%s gives a handler", (name) => {
    expect(run(name, "console.log(typeof handler)").trim()).toBe("function");
  });

  test("a page that needs no data is answered by the bundle", () => {
    const http = { method: "GET", path: "/nowhere", sourceIp: "192.0.2.1" };
    const requestContext = { requestId: "r", domainName: "x.example", http };
    const event = { version: "2.0", rawPath: "/nowhere", rawQueryString: "", headers: {}, requestContext };
    const printed = run(
      "pages",
      `const r = await handler(${JSON.stringify(event)}, {}); console.log(r.statusCode, r.body.includes("Grünverbund"))`,
    );
    expect(printed.trim().split("\n").at(-1)).toBe("404 true");
  });

  test("the handbook is read by the bundle from beside it", () => {
    const http = { method: "GET", path: "/hilfe/bauhof", sourceIp: "192.0.2.1" };
    const requestContext = { requestId: "r", domainName: "x.example", http };
    const event = { version: "2.0", rawPath: "/hilfe/bauhof", rawQueryString: "", headers: {}, requestContext };
    const printed = run(
      "helpPage",
      `const r = await handler(${JSON.stringify(event)}, {}); console.log(r.statusCode, r.body.includes("Handbuch für den Bauhof"))`,
    );
    expect(printed.trim().split("\n").at(-1)).toBe("200 true");
  });

  test("a sign-in begins in the bundle as it does here", async () => {
    const { issuer } = await cognito();
    const http = { method: "GET", path: "/sign-in", sourceIp: "192.0.2.1" };
    const requestContext = { requestId: "r", domainName: "plan.example.org", http };
    const event = { version: "2.0", rawPath: "/sign-in", rawQueryString: "", headers: {}, requestContext };
    const { folder } = bundles.get("pages")!;
    const script =
      `const { handler } = await import(${JSON.stringify(`file://${folder}/index.mjs`)});` +
      `const r = await handler(${JSON.stringify(event)}, {}); console.log(r.statusCode, r.headers.location)`;
    const env = { ...environment, FUNCTION: "pages", ISSUER: issuer };
    const { stdout } = await execute(process.execPath, ["--input-type=module", "-e", script], { cwd: scratch, env });
    const [status, location] = stdout.trim().split("\n").at(-1)!.split(" ");
    expect([status, new URL(location!).pathname]).toEqual(["302", "/oauth2/authorize"]);
    expect(new URL(location!).searchParams.get("redirect_uri")).toBe("https://plan.example.org/sign-in/callback");
  });

  test("the description of the API is answered by the bundle", () => {
    const event = { headers: {}, requestContext: { requestId: "r", timeEpoch: 0, domainName: "x", http: {} } };
    const printed = run(
      "readOpenApi",
      `const r = await handler(${JSON.stringify(event)}, {}); console.log(r.statusCode, JSON.parse(r.body).openapi)`,
    );
    expect(printed.trim().split("\n").at(-1)).toBe("200 3.1.1");
  });
});
