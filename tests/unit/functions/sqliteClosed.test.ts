import { expect, test } from "vitest";
import { sqliteStore } from "../../../functions/adapters/sqlite/sqliteStore.ts";
import { systemClock } from "../../../functions/adapters/system/systemClock.ts";

test("a write that comes when the store is closed is refused, and ends nothing else", async () => {
  const store = sqliteStore(":memory:", systemClock);
  const before = store.put({ pk: "a", sk: "1", data: 1 }, "absent");
  store.close();
  const after = store.put({ pk: "a", sk: "2", data: 2 }, "absent");
  expect(await before).toMatchObject({ status: "written" });
  await expect(after).rejects.toThrow("not open");
});
