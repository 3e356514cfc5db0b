// The finance page without a browser: who sees what, the plan's figures in three languages, what there is when there is nothing.
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseGrant } from "../../../../domain/access.ts";
import { figuresOf as writing } from "../../../../domain/language/figures.ts";
import { LOOK } from "../../../../planning/report/style/look.ts";
import { financePages } from "../../../../web/finance/routes.ts";
import { financeUseCases, type FinanceActions } from "../../../../web/finance/useCases.ts";
import { ALTDORF, BERGHEIM } from "../../../support/approval.ts";
import { PLANNED, plannedSystem, type PlannedSystem } from "../../../support/plannedSystem.ts";

let system: PlannedSystem;
beforeAll(async () => {
  system = await plannedSystem();
}, 60_000);
afterAll(() => system.close());

interface Shown {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

async function open(
  groups: readonly string[] | null,
  query = "",
  change: Partial<FinanceActions> = {},
): Promise<Shown> {
  const principal = { subject: "karla", name: "Karla", grants: (groups ?? []).flatMap((one) => parseGrant(one) ?? []) };
  const app = financePages({
    actions: () => Promise.resolve({ ...financeUseCases(system.ports), ...change }),
    ...{ log: system.ports.log, look: LOOK, origin: "https://plan.example.org" },
    principal: () => Promise.resolve(groups === null ? undefined : principal),
  });
  const answer = await app.request(`https://plan.example.org/finanzen${query}`);
  return { status: answer.status, location: answer.headers.get("location"), body: await answer.text() };
}

test("whoever is not signed in signs in first and comes back to the same figures", async () => {
  const { status, location } = await open(null, "?region=tiny&woche=2026-W48");
  expect([status, location]).toEqual([302, "/sign-in?to=%2Ffinanzen%3Fregion%3Dtiny%26woche%3D2026-W48"]);
});

test.each([["mayor"], ["yard"]])("a %s is told whom the page is for", async (role) => {
  const { status, body } = await open([`${role}:tiny:${ALTDORF}`]);
  expect(status).toBe(403);
  expect(body).toContain("Diese Seite ist für die Kämmerei.");
  expect(body).not.toContain("€");
});

test("another region, a week that is not there and one that is no week have no figures", async () => {
  for (const query of ["?region=elsewhere", "?woche=2026-W49", "?woche=x", "?woche=..%2F.."])
    expect([query, (await open(["finance:tiny"], query)).status]).toEqual([query, 404]);
});

test("before the first week is published the page says so", async () => {
  const { status, body } = await open(["finance:tiny"], "", { weeks: () => Promise.resolve([]) });
  expect(status).toBe(200);
  expect(body).toContain("Noch keine Zahlen");
});

test.each(["de", "fr", "en"] as const)("%s: every share and every total is the plan's", async (language) => {
  const { money } = writing(language);
  const { body } = await open(["admin:tiny"], `?lang=${language}`);
  const { plan } = system;
  for (const m of plan.municipalities)
    for (const cents of [m.standAloneCostCents, m.shareCents, m.savingCents]) expect(body).toContain(money(cents));
  // Members, cost lines, weeks and months each end in the same two sums.
  for (const cents of [plan.standAloneTotalCents, plan.jointCostCents])
    expect(body.split(`<td class="num">${money(cents)}</td>`).length - 1).toBeGreaterThanOrEqual(4);
  expect(body).toContain(`<html lang="${language}">`);
  expect(body).not.toMatch(/undefined|NaN|\[object/);
});

test("whoever counts for one municipality reads about it first, and nobody else's cost lines", async () => {
  const { body } = await open([`finance:tiny:${BERGHEIM}`]);
  const { money } = writing("de");
  const own = system.plan.municipalities.find(({ ags }) => ags === BERGHEIM)!;
  expect(body).toContain(`Bergheim spart ${money(own.savingCents)}`);
  expect(body).toContain("Bergheim: nach Kostenart");
  expect(body).not.toContain("Altdorf: nach Kostenart");
});

test("the agreement's version and state stand beside the shares", async () => {
  expect((await open(["finance:tiny"])).body).toContain("noch keine Vereinbarung vorgeschlagen");
  await system.propose();
  const { body } = await open(["finance:tiny"]);
  expect(body).toMatch(/vorgeschlagen<\/strong>\s*Fassung 1 \(2026-W48-period\)/);
});

test("what cannot be reckoned with is shown again with what is expected, and counts as no change", async () => {
  const { money } = writing("de");
  const { body } = await open(["finance:tiny"], "?annahme=viel&transport=400");
  expect(body.split("Bitte eine Zahl von −90 bis 300 eingeben.").length - 1).toBe(2);
  expect(body).toContain('value="viel"');
  expect(body).toContain(
    `Annahme 0\u00A0%, Transport 0\u00A0%</th><td class="num">${money(system.plan.standAloneTotalCents)}`,
  );
  expect((await open(["finance:tiny"], `?annahme=${encodeURIComponent('"><b>')}`)).body).not.toContain("<b>");
});

test("links to the files name the week that is shown", async () => {
  const { body } = await open(["finance:tiny"]);
  for (const file of ["finance.xlsx", "finance.csv", "finance.machine.csv", "finance.pdf"])
    expect(body).toContain(`href="/api/regions/${PLANNED.region}/weeks/${PLANNED.week}/finance/${file}"`);
});
