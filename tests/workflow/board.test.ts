import { afterEach, expect, test } from "vitest";
import { boardUseCases } from "../../functions/usecases/board/actions.ts";
import type { BoardActions, BoardOutcome, BoardView } from "../../functions/usecases/board/view.ts";
import { resultOf } from "../../functions/usecases/run/run.ts";
import { verifyTrust } from "../../functions/usecases/trust/verifyTrust.ts";
import { weekRecord } from "../../functions/usecases/weeks/readWeek.ts";
import { startPlan } from "../../functions/usecases/weeks/startPlan.ts";
import type { Plan } from "../../domain/plan/plan.ts";
import type { Mail } from "../../functions/ports/mailer.ts";
import { plannedSystem, PLANNED, type PlannedSystem } from "../support/plannedSystem.ts";

const DRIVER = "fahrer;driver;;Fahrer Haken;fahrer@example.org;de;;alt-hook;;;;test;true\n";

/** The tiny week is one tour of alt-hook on Tuesday with some loads; its driver has an address. */
function withDriver(files: Record<string, string>): void {
  const [header = "", ...rows] = files["contacts.csv"]!.trim().split("\n");
  const column = (line: string, cell: string): string => line.replace(/^((?:[^;]*;){7})/, `$1${cell};`);
  const wide = [column(header, "vehicleId"), ...rows.map((row) => column(row, ""))];
  files["contacts.csv"] = `${wide.join("\n")}\n${DRIVER}`;
}

interface Board extends PlannedSystem {
  readonly board: BoardActions;
  view(): Promise<BoardView>;
  currentPlan(): Promise<Plan>;
}

let system: Board;
afterEach(() => system.close());

async function openBoard(): Promise<Board> {
  const planned = await plannedSystem(withDriver);
  const board = boardUseCases(planned.ports);
  system = {
    ...{ ...planned, board },
    view: async () => (await board.view(PLANNED))!,
    async currentPlan() {
      const { run } = await weekRecord(planned.ports.store, PLANNED.region, PLANNED.week);
      const bytes = await resultOf(planned.ports.blobs, { ...PLANNED, run: run! }).get("plan.json");
      return JSON.parse(new TextDecoder().decode(bytes)) as Plan;
    },
  };
  return system;
}

function done(outcome: BoardOutcome): BoardView {
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.view;
}

const BERGHEIM = "berg-mixed-loose-farm-1";
const THURSDAY = { vehicleId: "alt-hook", date: "2026-11-26", position: 0 };
const tourOf = (view: BoardView, load: string) => view.tours.find(({ stops }) => stops.some(({ ref }) => ref === load));
const calendar = ({ attachments }: Mail, name: string): string =>
  String(attachments?.find(({ fileName }) => fileName === name)?.content ?? "");
const mailsTo = (name: string): Mail[] => system.mails.filter(({ to }) => to[0]!.address.startsWith(`${name}@`));

test("a dispatcher moves a stop, locks it, has tours looked for, publishes; drivers hear of what is otherwise for them", async () => {
  const { board, view, idle, mails, ports, plan, run } = await openBoard();
  const before = await view();
  const moved = done(
    await board.change(PLANNED, before.version, { kind: "move", stop: BERGHEIM, to: THURSDAY }, "Dora"),
  );
  const locked = done(await board.change(PLANNED, moved.version, { kind: "lock", stop: BERGHEIM }, "Dora"));

  // What is locked stays, and the other load follows it: one tour less is worth more than leaving the published plan.
  done(await board.optimize(PLANNED, locked.version, "Dora"));
  await idle();
  const kept = await view();
  expect(kept.optimizing).toMatchObject({ state: "done", part: 1 });
  expect(kept.tours.map(({ id }) => id)).toEqual(["2026-11-26-alt-hook"]);
  // Without the lock both days cost the same, and the published one is calm; within it the stops may stand in a cheaper order.
  const free = done(await board.change(PLANNED, kept.version, { kind: "unlock", stop: BERGHEIM }, "Dora"));
  done(await board.optimize(PLANNED, free.version, "Dora"));
  await idle();
  let back = await view();
  expect(back.tours.map(({ id }) => id)).toEqual(before.tours.map(({ id }) => id));
  expect(back.changes.filter(({ kind }) => kind !== "retimed")).toEqual([]);
  expect(back.costCents).toBeLessThanOrEqual(before.costCents!);
  for (let i = 0; i < 3; i++) back = done(await board.change(PLANNED, back.version, { kind: "undo" }, "Dora"));
  expect(back.tours).toEqual(locked.tours);

  const sentBefore = mails.length;
  done(await board.publish(PLANNED, back.version, "Dora"));
  expect(await board.publish(PLANNED, back.version, "Dora")).toMatchObject({ kind: "done" });
  expect(await board.change(PLANNED, back.version, { kind: "undo" }, "Paul")).toMatchObject({ kind: "problem" });
  await idle();
  const published = await view();
  expect(published).toMatchObject({ publishing: { state: "done" }, changes: [], costCents: back.costCents });
  const now = await system.currentPlan();
  expect(now.routes.map(({ id, sequence }) => [id, sequence])).toEqual([
    ["2026-11-24-alt-hook", 1],
    ["2026-11-26-alt-hook", undefined],
  ]);
  expect(now.notices.at(-1)).toBe("Die Touren wurden am 23.11.2026 von der Disposition geändert.");
  // Cost and shares come from the flow: nobody is asked again.
  expect([now.jointCostCents, now.allocation.shares]).toEqual([plan.jointCostCents, plan.allocation.shares]);
  const record = await weekRecord(ports.store, PLANNED.region, PLANNED.week);
  expect(record.run).not.toBe(run);
  expect(record.tours).toHaveLength(2);
  expect([...new Set(record.collections?.map(({ date }) => date))]).toEqual(["2026-11-24", "2026-11-26"]);

  const trust = await resultOf(ports.blobs, { ...PLANNED, run: record.run! }).get("trust.json");
  const text = new TextDecoder().decode(trust);
  expect((await verifyTrust(text, "trust.json", { estimate: ports.travelMatrix })).findings).toEqual([]);

  expect(mails.length - sentBefore).toBe(2);
  for (const name of ["dora", "fahrer"]) {
    const mail = mailsTo(name).at(-1)!;
    expect(mail.attachments?.map(({ fileName }) => fileName)).toEqual([
      ...["2026-11-24-alt-hook.pdf", "2026-11-24-alt-hook.gpx", "2026-11-26-alt-hook.pdf", "2026-11-26-alt-hook.gpx"],
      "touren.ics",
    ]);
    expect(calendar(mail, "touren.ics")).toMatch(
      /METHOD:PUBLISH[^]*UID:tiny-2026-W48-alt-hook-2026-11-24@gruenverbund\r\nSEQUENCE:1\r\n[^]*UID:tiny-2026-W48-alt-hook-2026-11-26@gruenverbund\r\nSEQUENCE:0\r\n/,
    );
  }

  // Back again: the second tour is cancelled, the first changes once more.
  const again = done(
    await board.change(
      PLANNED,
      published.version,
      { kind: "move", stop: BERGHEIM, to: { ...THURSDAY, date: "2026-11-24" } },
      "Dora",
    ),
  );
  expect(again.changes.map(({ kind }) => kind)).toContain("droppedTour");
  done(await board.publish(PLANNED, again.version, "Dora"));
  await idle();
  const cancelled = mailsTo("fahrer").at(-1)!;
  expect(calendar(cancelled, "entfallen.ics")).toMatch(
    /METHOD:CANCEL[^]*UID:tiny-2026-W48-alt-hook-2026-11-26@gruenverbund\r\nSEQUENCE:1\r\n[^]*STATUS:CANCELLED/,
  );
  expect(calendar(cancelled, "touren.ics")).toContain("SEQUENCE:2");

  // A tour that was cancelled comes back with a higher number.
  const third = await view();
  const thursday = done(
    await board.change(PLANNED, third.version, { kind: "move", stop: BERGHEIM, to: THURSDAY }, "Dora"),
  );
  done(await board.publish(PLANNED, thursday.version, "Dora"));
  await idle();
  expect((await system.currentPlan()).routes.map(({ sequence }) => sequence)).toEqual([3, 2]);
  const { items } = await ports.store.query({ pk: "audit#tiny", prefix: "entry#" });
  const logged = items.map(({ data }) => data as { kind: string; data: { madeOf?: string } });
  expect(logged.filter(({ kind, data }) => kind === "plan.published" && data.madeOf !== undefined)).toHaveLength(3);
});

test("a task that is called twice publishes once and mails once", async () => {
  const { board, view, mails, ports, replace } = await openBoard();
  for (const name of ["planBoard", "takeBoard", "notifyTours"]) {
    let calls = 0;
    const real = (await import(`../../functions/handlers/workflow/${name}.ts`)) as {
      createHandler(all: typeof ports): (event: unknown, context: { awsRequestId: string }) => Promise<unknown>;
    };
    const handler = real.createHandler(ports);
    replace(name, async (event, context) => {
      const result = await handler(event, { awsRequestId: context.awsRequestId });
      if (++calls === 1) throw Object.assign(new Error("died after its work"), { name: "Runtime.ExitError" });
      return result;
    });
  }
  const moved = done(
    await board.change(PLANNED, (await view()).version, { kind: "move", stop: BERGHEIM, to: THURSDAY }, "Dora"),
  );
  const before = mails.length;
  done(await board.publish(PLANNED, moved.version, "Dora"));
  await system.advanceTo("2026-11-23T06:10:00Z");
  expect(await view()).toMatchObject({ publishing: { state: "done" }, changes: [] });
  expect(mails.length - before).toBe(2);
  expect((await system.currentPlan()).routes.map(({ sequence }) => sequence)).toEqual([1, undefined]);
});

test("a draft that was changed meanwhile keeps the change, and the search says that it was too late", async () => {
  const { board, view, idle, replace, ports } = await openBoard();
  const { createHandler } = await import("../../functions/handlers/workflow/optimizeBoard.ts");
  const handler = createHandler(ports);
  const first = await view();
  const moved = done(
    await board.change(PLANNED, first.version, { kind: "move", stop: BERGHEIM, to: THURSDAY }, "Dora"),
  );
  // While it searches; between reading the draft and writing its result.
  const late = { ...ports, store: { ...ports.store } };
  let changed = false;
  late.store.put = async (item, expected) => {
    if (item.sk.startsWith("board#") && !changed) {
      changed = true;
      done(await board.change(PLANNED, moved.version, { kind: "lock", stop: BERGHEIM }, "Paul"));
    }
    return ports.store.put(item, expected);
  };
  replace("optimizeBoard", createHandler(late));
  done(await board.optimize(PLANNED, moved.version, "Dora"));
  await idle();
  const after = await view();
  expect(after.optimizing).toMatchObject({ state: "overtaken" });
  expect(after.optimizing?.news).toEqual({ kind: "searchOvertaken" });
  expect(after.changed).toMatchObject({ by: "Paul" });
  expect(tourOf(after, BERGHEIM)?.date).toBe(THURSDAY.date);

  // Stopped before its first round it changes nothing either.
  replace("optimizeBoard", async (event, context) => {
    done(await board.stopOptimizing(PLANNED, "Paul"));
    return handler(event, context);
  });
  const free = done(await board.change(PLANNED, after.version, { kind: "unlock", stop: BERGHEIM }, "Paul"));
  done(await board.optimize(PLANNED, free.version, "Dora"));
  await idle();
  const stopped = await view();
  expect(stopped).toMatchObject({ version: free.version, optimizing: { state: "stopped" } });

  // What goes wrong is told.
  system.clock.milliseconds += 1000;
  replace("optimizeBoard", () => Promise.reject(new Error("broken")));
  done(await board.optimize(PLANNED, free.version, "Dora"));
  await idle();
  expect(await view()).toMatchObject({ version: free.version, optimizing: { state: "failed" } });

  // Were the split another one, members would have to be asked: it is not published, however often that is asked for.
  const key = { ...PLANNED, run: system.run };
  const [one, ...others] = system.plan.municipalities;
  const other = { ...system.plan, municipalities: [{ ...one!, shareCents: one!.shareCents + 1 }, ...others] };
  await resultOf(ports.blobs, key).putAll(new Map([["plan.json", JSON.stringify(other)]]));
  for (let time = 0; time < 2; time++) {
    system.clock.milliseconds += 1000;
    done(await board.publish(PLANNED, free.version, "Dora"));
    await idle();
    expect((await view()).publishing?.state).toBe("failed");
  }
  expect((await weekRecord(ports.store, PLANNED.region, PLANNED.week)).run).toBe(system.run);
});

test("a week that is planned anew ends the draft, and whoever looked at it is told; nothing of it is published", async () => {
  const { board, view, idle, ports, replace } = await openBoard();
  const { createHandler } = await import("../../functions/handlers/workflow/takeBoard.ts");
  const handler = createHandler(ports);
  const moved = done(
    await board.change(PLANNED, (await view()).version, { kind: "move", stop: BERGHEIM, to: THURSDAY }, "Dora"),
  );
  const { mails } = system;
  replace("takeBoard", async (event, context) => {
    const { execution } = await startPlan(ports, { ...PLANNED, options: { seed: 2, iterations: 300 } });
    await system.finish(execution);
    return handler(event, context);
  });
  done(await board.publish(PLANNED, moved.version, "Dora"));
  await idle();
  const after = await view();
  expect(after).toMatchObject({
    changes: [],
    history: [],
    changed: { by: "", deed: { kind: "planned" } },
    publishing: { state: "overtaken" },
  });
  expect(mails.filter(({ subject }) => subject.startsWith("Geänderte"))).toEqual([]);
  const stale = await board.change(PLANNED, moved.version, { kind: "undo" }, "Dora");
  expect(stale).toMatchObject({ kind: "conflict", changed: { by: "", deed: { kind: "planned" } } });
});
