// Agreements as the administration sees them: all with their state, one with its votes, and what was signed on paper.
import { afterAll, beforeAll, expect, test } from "vitest";
import { countyClient, countySite, type CountySite } from "../../../support/countySite.ts";

let site: CountySite;
let client: Awaited<ReturnType<typeof countyClient>>;
beforeAll(async () => {
  site = await countySite();
  await site.propose();
  client = await countyClient(site);
}, 120_000);
afterAll(async () => {
  await site.closeGateway();
  await site.close();
});

const PATH = "/verwaltung/tiny/vereinbarungen";
const ONE = `${PATH}/2026-W48-period`;

test("each agreement stands there with state, deadline, votes and joint cost", async () => {
  const { text } = await client.get(PATH);
  for (const said of ["2026-W48-period", "angekündigt", "0 von 6"]) expect(text).toContain(said);
});

test("one shows who has decided, every share, and that it needs no paper", async () => {
  const { text } = await client.get(ONE);
  for (const said of ["Altdorf", "Bergheim", "Cronau", "steht aus", "keine Papierform nötig"])
    expect(text).toContain(said);
  expect((await client.get(`${PATH}/nothing`)).status).toBe(404);
});

test("a scan without dates, or for an agreement that needs none, is refused and says why", async () => {
  const empty = await client.upload(`${ONE}/papier`, { fassung: "1" }, {}, "/verwaltung/tiny/schluessel");
  expect(empty.status).toBe(422);
  for (const said of ["Bitte den Scan auswählen.", "Bitte alle drei Daten angeben."])
    expect(empty.text).toContain(said);
  const body = new FormData();
  body.set("csrf", await client.csrfOf("/verwaltung/tiny/schluessel"));
  body.set("fassung", "1");
  for (const name of ["resolutionDate", "supervisoryDate", "publicationDate"]) body.set(name, "2026-11-20");
  body.set("scan", new File(["%PDF-1.7"], "scan.pdf", { type: "application/pdf" }));
  const needless = await client.send(`${ONE}/papier`, { method: "POST", body });
  expect([needless.status, needless.text.includes("Für diese Vereinbarung ist keine Papierform nötig.")]).toEqual([
    409,
    true,
  ]);
});

test("an answer to a question that is not there finds nothing; an empty one is asked for again", async () => {
  const from = "/verwaltung/tiny/schluessel";
  expect(
    (await client.post(`${ONE}/antwort`, { frage: "0123456789abcdef", "antwort-0123456789abcdef": "Ja." }, from))
      .status,
  ).toBe(404);
  expect((await client.post(`${ONE}/antwort`, { frage: "0123456789abcdef" }, from)).status).toBe(422);
});
