/**
 * One ticket with the photo of its paper, and the form that attaches one; works without JavaScript. For those who work with tickets of
 * the whole region: papers carry names of drivers and plates.
 */
import type { Hono } from "hono";
import { html } from "hono/html";
import { ApiProblem } from "../../functions/usecases/apiProblem.ts";
import { attachPhoto, MOST_TICKET_PHOTO_BYTES, readTicketPhoto } from "../../functions/usecases/weighings/photo.ts";
import { findWeighing } from "../../functions/usecases/weighings/records.ts";
import { field, hidden, notice } from "../county/frame.ts";
import { PRIVATE } from "../private.ts";
import { pathOf, ROOT, type Seated, type SettlementPorts, type SettlementSeat } from "./seat.ts";

const PATH = `${ROOT}/:region/schein/:ticket`;
/** What a form of several parts has around its file. */
const FORM_BYTES = 4000;

export const ticketPath = (region: string, ticket: string, rest = ""): string =>
  pathOf(region, `schein/${encodeURIComponent(ticket)}${rest}`);

/** Which sentence a refused photo gets, by the status of what was thrown. */
const FAULTS: Readonly<Record<number, "changed" | "tooLarge" | "noJpeg">> = {
  ...{ 412: "changed", 413: "tooLarge", 422: "noJpeg" },
};

export const TICKET_STYLE = `
.paper { display: block; max-width: min(100%, 48rem); max-height: 80vh; height: auto; border: 1px solid var(--edge); }`;

export function addTicketPages(app: Hono, ports: SettlementPorts, seated: Seated): void {
  const working = (use: (seat: SettlementSeat, ticket: string) => Promise<Response>) =>
    seated((seat) => (seat.works ? use(seat, seat.c.req.param("ticket") ?? "") : seat.unknown()));

  app.get(
    PATH,
    working((seat, ticket) => ticketPage(ports, seat, ticket)),
  );

  app.get(
    `${PATH}/foto`,
    working(async ({ c, region, unknown }, ticket) => {
      const bytes = await readTicketPhoto(ports, region.id, ticket);
      if (bytes === undefined) return unknown();
      return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { ...PRIVATE, "content-type": "image/jpeg" });
    }),
  );

  app.post(
    `${PATH}/foto`,
    working(async (seat, ticket) => {
      const { c, region, person, speech, about, gate, leave } = seat;
      const { ticket: say, refused } = speech.words;
      const posted = await gate.readFiles(c, about, MOST_TICKET_PHOTO_BYTES + FORM_BYTES);
      if (!("form" in posted)) {
        // A form that is too large is a photo that is.
        const large = posted.kind === "form" && Number(c.req.header("content-length") ?? 0) > MOST_TICKET_PHOTO_BYTES;
        return ticketPage(ports, seat, ticket, large ? say.tooLarge : refused[posted.kind], large ? 413 : 403);
      }
      const file = posted.form.get("foto");
      if (!(file instanceof File) || file.size === 0) return ticketPage(ports, seat, ticket, say.choose, 422);
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        await attachPhoto(ports, region.id, { ticket, bytes, by: person.subject });
      } catch (error) {
        const sentence = error instanceof ApiProblem ? FAULTS[error.status] : undefined;
        if (error instanceof ApiProblem && error.status === 404) return seat.unknown();
        if (sentence === undefined) throw error;
        return ticketPage(ports, seat, ticket, say[sentence], (error as ApiProblem).status);
      }
      return leave(`schein/${encodeURIComponent(ticket)}?erledigt=foto`);
    }),
  );
}

async function ticketPage(
  ports: SettlementPorts,
  { c, region, csrf, speech, show, unknown }: SettlementSeat,
  id: string,
  fault?: string,
  status = 200,
): Promise<Response> {
  const found = await findWeighing(ports.store, region.id, id);
  if (found === undefined) return unknown();
  const { ticket } = found.weighing;
  // The name stays when its years are over; the photo does not.
  const photo = (await readTicketPhoto(ports, region.id, id)) !== undefined;
  const { ticket: say, settlement, empty } = speech.words;
  const title = `${settlement.ticketNo} ${ticket.number}`;
  const done = fault === undefined && c.req.query("erledigt") === "foto" ? say.attached : undefined;
  const facts = [
    [say.scale, ticket.weighbridge],
    [settlement.when, speech.figures.moment(ticket.weighedAt)],
    [settlement.net, speech.figures.tonnes(ticket.netKg)],
    [settlement.vehicle, ticket.vehicle === "" ? "–" : ticket.vehicle],
  ];
  const faults = fault === undefined ? [] : [{ field: "foto", text: fault }];
  const main = html`${notice(done)}
    <h1>${title}</h1>
    <dl class="facts">
      ${facts.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <section aria-labelledby="papier">
      <h2 id="papier">${say.head}</h2>
      ${
        photo
          ? html`<p>
              <img class="paper" src="${ticketPath(region.id, id, "/foto")}" alt="${say.alt(ticket.number)}" />
            </p>`
          : html`<p>${say.none}</p>`
      }
      <form
        class="screen-only"
        method="post"
        action="${ticketPath(region.id, id, "/foto")}"
        enctype="multipart/form-data"
      >
        ${hidden("csrf", csrf)}
        ${field({
          ...{ id: "foto", label: photo ? say.replace : say.file, help: say.help, faults },
          input: { type: "file", accept: "image/jpeg,.jpg,.jpeg", required: true },
        })}
        <p class="actions">
          <button class="button">${say.attach}</button>
          <a class="button quiet" href="${pathOf(region.id)}">${empty.back}</a>
        </p>
      </form>
    </section>`;
  return show({ title, main, policy: ["img-src 'self'"] }, status);
}
