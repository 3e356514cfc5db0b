import { expect, test } from "vitest";
import { matchTickets, type MatchedTicket } from "../../../../planning/settlement/matchTickets.ts";
import type { Decision, Weighing } from "../../../../domain/settlement/weighing.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";
import { unloading, weighing } from "../../../support/weighings.ts";

const region = tinyValidRegion();
const short = (matched: readonly MatchedTicket[]) =>
  matched.map(({ weighing: { ticket }, state, why, match }) => [
    ticket.number,
    why ?? state,
    match?.tourId ?? null,
    match?.stop ?? null,
  ]);
const decided = (decision: Decision): Pick<Weighing, "decisions"> => ({
  decisions: [{ decision, at: "2026-11-30T09:00:00+01:00", by: "test" }],
});

test("a ticket of the same facility and day belongs to the only unloading, and its parts to where they came from", () => {
  const [one] = matchTickets([weighing()], [unloading()], region);
  expect(one!.match).toMatchObject({ how: "automatic", week: "2026-W48", tourId: "2026-11-24-alt-hook", stop: 2 });
  expect(one!.match!.lots).toMatchObject([{ storageId: "alt-woody", plannedKg: 8000, weighedKg: 8100 }]);
});

test("the weight of a load from two places is divided as it was planned", () => {
  const lot = unloading().lots[0]!;
  const two = unloading({
    plannedKg: 9000,
    lots: [
      { ...lot, plannedKg: 6000 },
      { ...lot, storageId: "berg-woody", plannedKg: 3000 },
    ],
  });
  // 8,100 kg · 6/9 = 5,400 and · 3/9 = 2,700.
  expect(matchTickets([weighing()], [two], region)[0]!.match!.lots.map((one) => one.weighedKg)).toEqual([5400, 2700]);
});

test("two unloadings fit a ticket without a vehicle: a person chooses, nothing is guessed", () => {
  const other = unloading({
    tourId: "2026-11-24-kraft-hook",
    vehicleId: "kraft-hook",
    arrivalAt: "2026-11-24T10:20:00+01:00",
  });
  const [one] = matchTickets([weighing()], [unloading(), other], region);
  expect([one!.state, one!.why, one!.match]).toEqual(["open", "ambiguous", null]);
  expect(one!.candidates.map(({ tourId }) => tourId)).toEqual(["2026-11-24-alt-hook", "2026-11-24-kraft-hook"]);
});

test("weight and time that fit one unloading alone decide", () => {
  const other = unloading({ tourId: "2026-11-24-kraft-hook", plannedKg: 3000, arrivalAt: "2026-11-24T15:00:00+01:00" });
  expect(short(matchTickets([weighing()], [unloading(), other], region))).toEqual([
    ["1", "matched", "2026-11-24-alt-hook", 2],
  ]);
});

test("loads of one vehicle stand in the order of time; the order of the file plays no part", () => {
  const loads = [2, 4, 6].map((stop) => unloading({ stop, arrivalAt: `2026-11-24T${8 + stop}:00:00+01:00` }));
  const tickets = [2, 4, 6].map((stop, i) =>
    weighing({
      number: String(3 - i),
      vehicleId: "alt-hook",
      weighedAt: `2026-11-24T${String(9 + stop).padStart(2, "0")}:30:00+01:00`,
    }),
  );
  const expected = [
    ["1", "matched", "2026-11-24-alt-hook", 6],
    ["2", "matched", "2026-11-24-alt-hook", 4],
    ["3", "matched", "2026-11-24-alt-hook", 2],
  ];
  expect(short(matchTickets(tickets, loads, region))).toEqual(expected);
  expect(short(matchTickets([...tickets].reverse(), [...loads].reverse(), region))).toEqual(expected);
});

test("two tickets for one unloading are both asked about", () => {
  expect(
    short(matchTickets([weighing(), weighing({ number: "2" })], [unloading()], region)).map(([, why]) => why),
  ).toEqual(["ambiguous", "ambiguous"]);
});

test("what a person decided comes first: matched by hand, set aside, refused", () => {
  const byHand = weighing({}, decided({ kind: "match", tourId: "2026-11-24-alt-hook", stop: 2 }));
  const aside = weighing({ number: "2" }, decided({ kind: "void", reason: "Bauschutt" }));
  const refused = weighing({ number: "3", facilityId: "farm" }, decided({ kind: "refuse", reason: "Störstoffe" }));
  const other = unloading({ facilityId: "farm", tourId: "2026-11-24-kraft-hook" });
  expect(short(matchTickets([byHand, aside, refused], [unloading(), other], region))).toEqual([
    ["1", "matched", "2026-11-24-alt-hook", 2],
    ["2", "void", null, null],
    ["3", "refused", "2026-11-24-kraft-hook", 2],
  ]);
});

test("a net of nothing, a net that is not gross less tare, and an unknown facility never count", () => {
  const wrong = [
    weighing({ netKg: 0 }),
    weighing({ number: "2", grossKg: 22_000, tareKg: 14_000, netKg: 8100 }),
    weighing({ number: "3", facilityId: null }),
  ];
  expect(short(matchTickets(wrong, [unloading()], region)).map(([, why]) => why)).toEqual([
    "negativeNet",
    "negativeNet",
    "unknownFacility",
  ]);
});

test("a ticket that names its storage belongs there when no tour was at the scale that day", () => {
  const [one] = matchTickets([weighing({ storageId: "cron-mixed", facilityId: "farm" })], [unloading()], region);
  expect(one!.match).toMatchObject({
    how: "stated",
    tourId: null,
    lots: [{ storageId: "cron-mixed", weighedKg: 8100 }],
  });
});
