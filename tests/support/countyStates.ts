/** Every state of the administration's pages, for the browser tests: where it lies, and what leads to it. */
import type { Page } from "playwright-core";
import { createApiKey } from "../../functions/usecases/keys/apiKeys.ts";
import { failWeek, beginWeek } from "../../functions/usecases/weeks/weekStates.ts";
import { sendOnce } from "../../functions/usecases/mail/sendOnce.ts";
import { markBounce } from "../../functions/usecases/mail/markBounce.ts";
import type { CountySite } from "./countySite.ts";

export interface CountyState {
  readonly name: string;
  readonly path: string;
  readonly status: number;
  readonly act?: (page: Page) => Promise<void>;
}

const BASE = "/verwaltung/tiny";
const submit = async (page: Page, selector: string): Promise<void> => {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
};

/** Something of everything that needs the administration: a failed week, a mail that came back, a vote, an office nobody holds. */
export async function countyStates(site: CountySite): Promise<readonly CountyState[]> {
  const { ports } = site;
  await site.propose();
  await troubles(site);
  const { id } = await createApiKey(ports, "tiny", "Sensornetz Nord");
  return [
    { name: "overview", path: BASE, status: 200 },
    { name: "unknown", path: `${BASE}/nirgends`, status: 404 },
    { name: "keys", path: `${BASE}/schluessel`, status: 200 },
    {
      name: "keys-fault",
      path: `${BASE}/schluessel`,
      status: 200,
      act: (page) => submit(page, "main form .button"),
    },
    { name: "keys-revoke", path: `${BASE}/schluessel/${id}`, status: 200 },
    { name: "audit", path: `${BASE}/protokoll`, status: 200 },
    { name: "audit-none", path: `${BASE}/protokoll?was=plan&von=2030-01-01`, status: 200 },
    { name: "audit-wrong", path: `${BASE}/protokoll?von=2026-12-02&bis=2026-12-01`, status: 200 },
  ];
}

export async function troubles({ ports }: CountySite): Promise<void> {
  const failed = { region: "tiny", week: "2026-W47", execution: "x" };
  await beginWeek(ports, { ...failed, run: null, inputSha256: null });
  await failWeek(ports, { ...failed, error: "States.Timeout", cause: "" });
  const to = [{ name: "Dora", address: "dora@example.org" }];
  const about = { region: "tiny", week: "2026-W48", occasion: "tours", contactId: "dora" };
  await sendOnce(ports, { id: "tiny-returned", to, subject: "Touren", text: "Touren" }, about);
  await markBounce(ports.store, "<tiny-returned@test>", "550 mailbox unavailable", ports.clock.now());
}
