/** The routes of API keys. */
import type { Hono } from "hono";
import { createApiKey, listApiKeys, revokeApiKey } from "../../functions/usecases/keys/apiKeys.ts";
import { COPY_POLICY } from "./clientFiles.ts";
import type { Fault } from "./frame.ts";
import { keysPage, revokePage } from "./keys.ts";
import { readForm } from "./posted.ts";
import { ROOT, type PageSeat, type PartOptions } from "./seat.ts";

const MOST_NAME = 100;

export function addKeys(app: Hono, { ports, forAdmin }: PartOptions): void {
  const path = `${ROOT}/:region/schluessel`;
  const list = async ({ region }: PageSeat) => listApiKeys(ports, region.id);
  const shown = async (seat: PageSeat, more: { typed?: string; faults?: readonly Fault[] }, status: number) => {
    const view = { region: seat.region.id, keys: await list(seat), csrf: seat.csrf, ...more };
    return seat.answer(keysPage(view, seat.speech), status);
  };

  app.get(
    path,
    forAdmin("schluessel", async (seat) => {
      const view = { region: seat.region.id, keys: await list(seat), csrf: seat.csrf };
      return seat.answer(keysPage({ ...view, revoked: seat.c.req.query("erledigt") === "gesperrt" }, seat.speech));
    }),
  );

  app.post(
    path,
    forAdmin("schluessel", async (seat) => {
      const form = await readForm(seat);
      if (!form.ok) return shown(seat, { faults: [{ text: form.cause }] }, 403);
      const { create } = seat.speech.words.keys;
      const name = (form.fields.get("name") ?? "").trim();
      const fault = (text: string) => shown(seat, { typed: name, faults: [{ field: "name", text }] }, 422);
      if (name.length === 0 || name.length > MOST_NAME) return fault(create.missing);
      // A page loaded again sends its form again: that must not make another key.
      if ((await list(seat)).some((one) => one.name === name)) return fault(create.taken);
      const { key: secret } = await createApiKey(ports, seat.region.id, name, seat.person.subject);
      const view = { region: seat.region.id, keys: await list(seat), csrf: seat.csrf, secret };
      return seat.answer({ ...keysPage(view, seat.speech), policy: COPY_POLICY });
    }),
  );

  app.get(
    `${path}/:key`,
    forAdmin("schluessel", async (seat) => {
      const found = (await list(seat)).find(({ id }) => id === seat.c.req.param("key"));
      if (found === undefined) return seat.unknown();
      return seat.answer(revokePage(seat.region.id, found, seat.csrf, seat.speech));
    }),
  );

  app.post(
    `${path}/:key`,
    forAdmin("schluessel", async (seat) => {
      const form = await readForm(seat);
      if (!form.ok) return shown(seat, { faults: [{ text: form.cause }] }, 403);
      const found = (await list(seat)).find(({ id }) => id === seat.c.req.param("key"));
      // Gone already, as was wanted.
      if (found !== undefined) await revokeApiKey(ports, seat.region.id, found.id, seat.person.subject);
      return seat.leave("schluessel?erledigt=gesperrt");
    }),
  );
}
