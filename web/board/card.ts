/** A load as a card: which it is, when, how much, what it costs, its signs; and everything one may do to it as buttons. */
import { html } from "hono/html";
import { clockOf } from "../../domain/language/format.ts";
import type { BoardLeft, BoardStop, BoardTour, TourRef } from "../../functions/usecases/board/view.ts";
import { fillDoubt, fillSpeech } from "../fill/fill.ts";
import type { Html } from "../page.ts";
import { softHyphens } from "../softHyphens.ts";
import { stopAddress } from "./address.ts";
import { orderText, type BoardOrder } from "./command.ts";
import { gauge, sign } from "./pictures.ts";
import { violationText, whyText } from "./sentences.ts";
import { atOf, type BoardContext } from "./view.ts";

type Fraction = keyof BoardContext["speech"]["words"]["fractions"];

/** The form that all buttons of the board belong to. */
export const ORDER_FORM = "befehl";

/** `5,2 t holzig, Sammelstelle Altdorf`: what a load is called where it stands alone. */
export function loadName(
  { name, massKg, fraction }: Pick<BoardLeft, "name" | "massKg"> & { readonly fraction?: string | undefined },
  { words, figures }: BoardContext["speech"],
): string {
  const kind = fraction === undefined ? "" : ` ${words.fractions[fraction as Fraction] ?? fraction}`;
  return `${figures.tonnes(massKg)}${kind}, ${name}`;
}

export function orderButton(order: BoardOrder, text: string, about: string, className = ""): Html {
  return html`<button
    form="${ORDER_FORM}"
    name="befehl"
    value="${orderText(order)}"
    ${className === "" ? "" : html`class="${className}"`}
  >
    ${text}<span class="visually-hidden">: ${about}</span>
  </button>`;
}

export function loadCard(stop: BoardStop, tour: BoardTour, context: BoardContext): Html {
  const { speech, view } = context;
  const { words, figures } = speech;
  const { ref = "", position = 0, fraction, violations } = stop;
  const name = loadName({ ...stop, ...(fraction === undefined ? {} : { fraction }) }, speech);
  const kind = fraction === undefined ? "" : (words.fractions[fraction as Fraction] ?? fraction);
  const loads = tour.stops.filter((one) => one.kind === "load").length;
  const to = (place: number): BoardOrder => ({ kind: "move", stop: ref, to: { ...tourRef(tour), position: place } });
  const locked = stop.locked === true;
  const classes = [locked && "is-locked", stop.moved === true && "is-moved", violations.length > 0 && "is-broken"];
  return html`<li
    class="card ${classes.filter(Boolean).join(" ")}"
    data-stop="${ref}"
    data-name="${name}"
    draggable="true"
  >
    <a class="name" href="${stopAddress(atOf(view), ref)}" data-item draggable="false"
      ><time>${clockOf(stop.startsAt)}</time> ${softHyphens(stop.name)}</a
    >
    <p class="what">
      ${gauge(stop.fill)}<span>${figures.tonnes(stop.massKg)} ${kind}</span> ${
        stop.savesCents === undefined || stop.savesCents === null
          ? ""
          : html`<span class="share" title="${words.card.savesHelp}">${figures.money(stop.savesCents)}</span>`
      }<span class="visually-hidden">, ${words.card.fill(figures.percent(stop.fill, 1))}</span>
    </p>
    ${signs(stop, context)}
    <details class="more">
      <summary>
        <span aria-hidden="true">⋯</span><span class="visually-hidden">${words.card.more}: ${name}</span>
      </summary>
      <div class="menu">
        ${position > 0 ? orderButton(to(position - 1), words.card.earlier, name) : ""}
        ${position < loads - 1 ? orderButton(to(position + 1), words.card.later, name) : ""}
        <a href="${stopAddress(atOf(view), ref)}">${words.card.to}<span class="visually-hidden"> ${name}</span></a>
        ${orderButton({ kind: "remove", stop: ref }, words.card.remove, name)} ${lockButton(ref, locked, name, context)}
      </div>
    </details>
  </li>`;
}

function lockButton(ref: string, locked: boolean, name: string, { speech: { words } }: BoardContext): Html {
  return locked
    ? orderButton({ kind: "unlock", stop: ref }, words.card.unlock, name)
    : orderButton({ kind: "lock", stop: ref }, words.card.lock, name);
}

function signs({ ref, locked, moved, violations }: BoardStop, { view, speech }: BoardContext): Html | "" {
  const doubt = fillDoubt(ref === undefined ? undefined : view.fills[ref], fillSpeech(speech.language));
  if (locked !== true && moved !== true && violations.length === 0 && doubt === undefined) return "";
  const { words } = speech;
  return html`<ul class="signs">
    ${locked === true ? html`<li>${sign("lock")} ${words.card.locked}</li>` : ""}
    ${moved === true ? html`<li>${sign("moved")} ${words.card.moved}</li>` : ""}
    ${violations.map((one) => html`<li class="is-warn">${sign("warn")} ${violationText(one, speech)}</li>`)}
    ${doubt === undefined ? "" : html`<li title="${doubt.todo}">${sign("warn")} ${doubt.mark}</li>`}
  </ul>`;
}

/** A load on no tour: why not, and its price. */
export function leftCard(left: BoardLeft, context: BoardContext): Html {
  const { speech, view } = context;
  const { words, figures } = speech;
  const name = loadName(left, speech);
  const { ref, best, locked } = left;
  return html`<li
    class="card is-left${locked ? " is-locked" : ""}"
    data-stop="${ref}"
    data-name="${name}"
    draggable="true"
  >
    <a class="name" href="${stopAddress(atOf(view), ref)}" data-item draggable="false">${softHyphens(left.name)}</a>
    <p class="what">
      <span>${figures.tonnes(left.massKg)} ${words.fractions[left.fraction as Fraction] ?? left.fraction}</span>
      <span class="share"
        >${left.priceCents === null ? words.left.noPrice : words.left.price(figures.money(left.priceCents))}</span
      >
    </p>
    <p class="why">
      ${left.why === null ? "" : html`<span>${whyText(left.why, speech)}</span> `}${words.left.waiting(figures.money(left.waitingCents))}.
    </p>
    ${
      left.taken || locked
        ? html`<ul class="signs">
            ${left.taken ? html`<li>${sign("moved")} ${words.left.taken}</li>` : ""}
            ${locked ? html`<li>${sign("lock")} ${words.card.locked}</li>` : ""}
          </ul>`
        : ""
    }
    <details class="more">
      <summary>
        <span aria-hidden="true">⋯</span><span class="visually-hidden">${words.card.more}: ${name}</span>
      </summary>
      <div class="menu">
        ${best === null ? "" : orderButton({ kind: "move", stop: ref, to: best }, words.left.best, name)}
        <a href="${stopAddress(atOf(view), ref)}">${words.card.to}<span class="visually-hidden"> ${name}</span></a>
        ${lockButton(ref, locked, name, context)}
      </div>
    </details>
  </li>`;
}

/** What is no load: unloading and breaks, small between the cards. */
export function betweenCard(stop: BoardStop, { speech }: BoardContext): Html | "" {
  if (stop.kind === "depot" || stop.kind === "load") return "";
  const { words, figures } = speech;
  const broken = stop.violations.map(
    (one) => html`<span class="is-warn">${sign("warn")} ${violationText(one, speech)}</span>`,
  );
  return stop.kind === "break"
    ? html`<li class="between"><time>${clockOf(stop.startsAt)}</time> ${words.card.brk} ${broken}</li>`
    : html`<li class="between">
        ${sign("tip")}<time>${clockOf(stop.startsAt)}</time>
        ${softHyphens(stop.name)}${stop.massKg === 0 ? "" : html`, ${figures.tonnes(stop.massKg)}`} ${broken}
      </li>`;
}

export const tourRef = ({ vehicleId, date }: TourRef): TourRef => ({ vehicleId, date });
