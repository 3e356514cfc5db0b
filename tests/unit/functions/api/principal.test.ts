import { expect, test } from "vitest";
import { principalOf } from "../../../../functions/handlers/api/request.ts";

test("a person's grants are groups, as a list or as the HTTP API writes one", () => {
  const expected = [
    { role: "dispatcher", region: "saarlouis" },
    { role: "yard", region: "saarlouis", municipality: "10044111" },
  ];
  for (const groups of [
    ["dispatcher:saarlouis", "yard:saarlouis:10044111", "staff"],
    "[dispatcher:saarlouis yard:saarlouis:10044111 staff]",
  ])
    expect(principalOf({ sub: "p1", client_id: "people", "cognito:groups": groups })?.grants).toEqual(expected);
});

test("a machine's grants are the scopes of its own token", () => {
  const scope = "gruenverbund/dispatcher:saarlouis other/admin:saarlouis admin:saarlouis gruenverbund/nonsense";
  expect(principalOf({ sub: "m1", client_id: "m1", scope })).toEqual({
    subject: "m1",
    name: "m1",
    grants: [{ role: "dispatcher", region: "saarlouis" }],
  });
});

test("scopes of a person's token grant nothing, for whoever signs in may ask for any", () => {
  const scope = "openid gruenverbund/dispatcher:saarlouis";
  expect(principalOf({ sub: "p1", client_id: "people", scope })?.grants).toEqual([]);
  expect(principalOf({ sub: "p1", scope })?.grants).toEqual([]);
});

test("claims without a subject are nobody", () => {
  expect(principalOf({ client_id: "m1", scope: "gruenverbund/admin:saarlouis" })).toBeUndefined();
});
