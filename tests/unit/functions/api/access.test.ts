import { afterAll, beforeAll, expect, test } from "vitest";
import { parseGrant, ROLES, type Role } from "../../../../domain/access.ts";
import { verifyLogText } from "../../../../domain/audit/exportFile.ts";
import { readAuditLog } from "../../../../functions/contract/audit.ts";
import { sha256 } from "../../../../functions/usecases/sha256.ts";
import { ROUTES } from "../../../../functions/contract/index.ts";
import {
  createApiKey as createRoute,
  listApiKeys as listRoute,
  revokeApiKey as revokeRoute,
} from "../../../../functions/contract/keys.ts";
import { receiveTtnUplink } from "../../../../functions/contract/reports.ts";
import type { Route } from "../../../../functions/contract/route.ts";
import { createApiKey } from "../../../../functions/usecases/keys/apiKeys.ts";
import { callApi, type ApiCall } from "../../../support/apiEvent.ts";
import { testSystem, type TestSystem } from "../../../support/system.ts";

let system: TestSystem;
let key: string;
beforeAll(async () => {
  system = await testSystem();
  ({ key } = await createApiKey(system.ports, "tiny", "Sensoren"));
});
afterAll(() => system.close());

const parameters = {
  ...{ region: "tiny", week: "2026-W48", point: "p-alt", file: "plan.json", key: "0123456789abcdef" },
  ...{ contact: "mayor", passkey: "0".repeat(64) },
};
const grantOf = (role: Role, region: string): string =>
  role === "yard" || role === "mayor" ? `${role}:${region}:99001001` : `${role}:${region}`;

/** Whatever else is wrong with the call, this is about who may make it. */
const refused = async (route: Route, call: ApiCall): Promise<number | "allowed"> => {
  const { status } = await callApi(system, route, { parameters, ...call });
  return status === 401 || status === 403 ? status : "allowed";
};

const byRole = ROUTES.filter(({ access }) => access.kind === "roles");
const matrix = byRole.flatMap((route) => ROLES.map((role) => ({ route, role, name: `${route.name} as ${role}` })));

test.each(matrix)("$name: allowed exactly where the contract says so, and never in another region", async (one) => {
  const { route, role } = one;
  const roles: readonly Role[] = route.access.kind === "roles" ? route.access.roles : [];
  expect(await refused(route, { groups: [grantOf(role, "tiny")] })).toBe(roles.includes(role) ? "allowed" : 403);
  expect(await refused(route, { groups: [grantOf(role, "elsewhere")] })).toBe(403);
});

test.each(byRole)("$name asks whoever is not signed in to sign in", async (route) => {
  expect(await refused(route, {})).toBe(401);
  expect(await refused(route, { headers: { "x-api-key": key } })).toBe(401);
});

test.each(ROUTES.filter(({ access }) => access.kind === "public"))("$name is for anyone", async (route) => {
  expect(await refused(route, {})).toBe("allowed");
});

test.each(ROUTES.filter(({ access }) => access.kind === "apiKey"))(
  "$name takes a key of its region and nothing else",
  async (route) => {
    expect(await refused(route, { headers: { "x-api-key": key }, body: {} })).toBe("allowed");
    expect(await refused(route, { headers: { "x-api-key": `${key}x` }, body: {} })).toBe(401);
    expect(await refused(route, { headers: { "x-api-key": "" }, body: {} })).toBe(401);
    expect(await refused(route, { body: {} })).toBe(401);
    expect(await refused(route, { groups: ["admin:tiny"], body: {} })).toBe(401);
    const elsewhere = { ...parameters, region: "elsewhere" };
    expect(await refused(route, { parameters: elsewhere, headers: { "x-api-key": key }, body: {} })).toBe(401);
  },
);

test("a key is shown once, kept as a hash only, and gone when it is revoked", async () => {
  const admin = { parameters: { region: "tiny" }, groups: ["admin:tiny"] };
  const made = await callApi(system, createRoute, { ...admin, body: { name: "TTN" } });
  expect(made).toMatchObject({
    status: 201,
    json: { name: "TTN", key: expect.stringMatching(/^gv_.{43}$/) as string },
  });
  const { id, key: secret } = made.json as { id: string; key: string };
  const { items } = await system.ports.store.query({ pk: "region#tiny", prefix: "api-key#" });
  expect(JSON.stringify(items)).not.toContain(secret);
  const listed = await callApi(system, listRoute, admin);
  expect((listed.json as { keys: { id: string }[] }).keys.map((one) => one.id)).toContain(id);
  expect(listed.text).not.toContain(secret);
  const use = () => refused(receiveTtnUplink, { headers: { "x-api-key": secret }, body: {} });
  expect(await use()).toBe("allowed");
  const revoke = { ...admin, parameters: { region: "tiny", key: id } };
  expect((await callApi(system, revokeRoute, revoke)).status).toBe(204);
  expect(await use()).toBe(401);
  expect((await callApi(system, revokeRoute, revoke)).status).toBe(404);
});

test("what was decided can be downloaded as a log whose chain holds", async () => {
  const reply = await callApi(system, readAuditLog, { parameters: { region: "tiny" }, groups: ["finance:tiny"] });
  expect(reply.headers["content-type"]).toBe("application/jsonl");
  expect(reply.text).toContain('"kind":"region.imported"');
  expect(verifyLogText(reply.text, "log", { sha256 })).toMatchObject({ kind: "judged", breaks: [] });
});

test("groups of other kinds grant nothing, and a yard or mayor without a municipality is none", () => {
  const void_ = [
    "",
    "admin",
    "admin:",
    "ADMIN:tiny",
    "admin:tiny:1",
    "root:tiny",
    "yard:tiny",
    "mayor:tiny",
    "admin:tiny ",
    "x:y:z",
  ];
  expect(void_.flatMap((group) => parseGrant(group) ?? [])).toEqual([]);
  expect(parseGrant("dispatcher:tiny")).toEqual({ role: "dispatcher", region: "tiny" });
});
