import { afterEach, beforeEach, expect, test } from "vitest";
import { openSticker, replaceSticker, stickerToken } from "../../../../../functions/usecases/stickers/stickers.ts";
import { testSystem, type TestSystem } from "../../../../support/system.ts";

const PLACE = { region: "tiny", storageId: "alt-mixed" };
let system: TestSystem;
beforeEach(async () => {
  system = await testSystem();
});
afterEach(() => system.close());

const tokenOf = (place = PLACE): Promise<string> => stickerToken(system.ports, place);
const kindOf = async (token: string): Promise<string> => (await openSticker(system.ports, token)).kind;

test("a sticker opens its own storage, and looking writes nothing", async () => {
  const before = system.writes();
  const token = await tokenOf();
  expect(await openSticker(system.ports, token)).toEqual({ kind: "open", ...PLACE });
  expect(await tokenOf()).toBe(token);
  expect(token).toMatch(/^tiny~alt-mixed~1~[A-Za-z0-9_-]{22}$/);
  expect(system.writes()).toBe(before);
});

test("a token that was changed anywhere opens nothing", async () => {
  const token = await tokenOf();
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === "A" ? "B" : "A";
    expect([at, await kindOf(token.slice(0, at) + other + token.slice(at + 1))]).toEqual([at, "unknown"]);
  }
});

test("what is no token opens nothing", async () => {
  const token = await tokenOf();
  const mac = token.slice(-22);
  for (const wrong of [
    ...["", "~", "~~~", "tiny", token.slice(0, -1), `${token}A`, `${token}~`, `~${token}`, ` ${token}`],
    ...[`tiny~alt-mixed~0~${mac}`, `tiny~alt-mixed~01~${mac}`, `tiny~alt-mixed~1e0~${mac}`, `tiny~no-such~1~${mac}`],
    ...[`TINY~alt-mixed~1~${mac}`, `tiny~alt-mixed~-1~${mac}`, "x".repeat(10_000)],
  ])
    expect([wrong, await kindOf(wrong)]).toEqual([wrong, "unknown"]);
});

test("the token of one storage or region is none of another, and another key's is none", async () => {
  const mac = (await tokenOf()).slice(-22);
  expect(await kindOf(`tiny~alt-woody~1~${mac}`)).toBe("unknown");
  expect(await kindOf(`other~alt-mixed~1~${mac}`)).toBe("unknown");
  // Rightly made, for a region that is not here.
  expect(await kindOf(await tokenOf({ region: "other", storageId: "alt-mixed" }))).toBe("unknown");
  const secrets = { key: () => Promise.resolve(new Uint8Array(32).fill(1)) };
  const foreign = await stickerToken({ ...system.ports, secrets }, PLACE);
  expect(await kindOf(foreign)).toBe("unknown");
});

test("a sticker that was replaced opens nothing any more, the new one does, others stay", async () => {
  const [old, other] = [await tokenOf(), await tokenOf({ ...PLACE, storageId: "alt-woody" })];
  await Promise.all([1, 2].map(() => replaceSticker(system.ports, { ...PLACE, by: "dora" })));
  expect(await kindOf(old)).toBe("withdrawn");
  expect(await tokenOf()).toMatch(/~3~/);
  expect([await kindOf(await tokenOf()), await kindOf(other)]).toEqual(["open", "open"]);
  const { items } = await system.ports.store.query({ pk: "audit#tiny", prefix: "entry#" });
  const replaced = items.map(({ data }) => data as { kind: string; subject: string; data: unknown });
  expect(replaced.filter(({ kind }) => kind === "sticker.replaced")).toMatchObject([
    { subject: "storages/alt-mixed", data: { generation: 2, by: "dora" } },
    { subject: "storages/alt-mixed", data: { generation: 3, by: "dora" } },
  ]);
});

test("the sticker of a storage that is not there cannot be replaced", async () => {
  await expect(replaceSticker(system.ports, { region: "tiny", storageId: "x", by: "dora" })).rejects.toMatchObject({
    status: 404,
  });
});
