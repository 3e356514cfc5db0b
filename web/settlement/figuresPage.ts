/** The figures of a settlement, down to tickets and tours. Pure. */
import { html } from "hono/html";
import type { Settlement, SettlementView } from "../../domain/settlement/settlement.ts";
import { table, type Cell } from "../county/table.ts";
import type { Html } from "../page.ts";
import type { SettlementSpeech } from "./words/index.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
/** Ids are letters, digits, dots and dashes; an id of a page has no dots, so that it can be named in an address. */
const anchor = (kind: string, id: string): string => `${kind}-${id.replace(/[^A-Za-z0-9_-]/g, "_")}`;

export interface ShownFigures extends Pick<SettlementView, "settlement" | "closed"> {
  /** Where a ticket's paper is, for those who may see it. */
  readonly ticketHref?: (ticket: string) => string;
}

export function figuresSections({ settlement, closed, ticketHref }: ShownFigures, speech: SettlementSpeech): Html {
  const { words, figures, terms } = speech;
  const { settlement: say } = words;
  const saving = settlement.soloTotalCents - settlement.jointCostCents;
  return html`<section class="first" aria-labelledby="betraege">
      <h2 id="betraege">
        ${closed === null ? `${say.head} ${figures.weeks(settlement.period.firstWeek, settlement.period.lastWeek)}` : say.amounts}
      </h2>
      <p>
        ${
          closed === null
            ? html`<strong>${say.preview}</strong>`
            : html`<span class="state is-good">${say.closed}</span> ${figures.moment(closed.closedAt)}`
        }
      </p>
      <dl class="facts">
        ${fact(say.joint, figures.money(settlement.jointCostCents))}
        ${fact(say.solo, figures.money(settlement.soloTotalCents))} ${fact(say.saving, figures.money(saving))}
        ${settlement.poolCents === 0 ? "" : fact(say.pool, figures.money(settlement.poolCents))}
        ${fact(say.rule, terms.rules[settlement.rule].name)}
        ${closed === null ? "" : fact(say.hash, html`<code>${closed.sha256.slice(0, 16)}…</code>`)}
      </dl>
    </section>
    ${membersTable(settlement, speech)} ${linesTable(settlement, speech)} ${vatTable(settlement, speech)}
    ${itemsTable(settlement, speech)} ${ticketsTable(settlement, speech, ticketHref)} ${toursTable(settlement, speech)}
    <section aria-labelledby="hinweise">
      <h2 id="hinweise">${say.notices}</h2>
      <ul lang="de">
        ${settlement.notices.map((notice) => html`<li>${notice}</li>`)}
      </ul>
    </section>`;
}

const fact = (label: string, value: string | Html): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

function membersTable(
  { members }: Settlement,
  { words: { settlement: say }, figures: { money, tonnes } }: SettlementSpeech,
): Html {
  const columns = [
    ["soloCents", say.solo],
    ["ruleShareCents", say.ruleShare],
    ["topUpCents", say.topUp],
    ["shareCents", say.share],
    ["estimationCents", say.estimation],
    ["contributionCents", say.contribution],
    ["providedCents", say.provided],
    ["advanceCents", say.advance],
    ["balanceCents", say.balance],
  ] as const;
  return html`<section aria-labelledby="anteile">
    <h2 id="anteile">${say.members}</h2>
    ${table({
      caption: say.members,
      quiet: true,
      heads: [say.member, say.tonnes, ...columns.map(([, name]) => name)],
      rows: members.map((m) => [m.name, tonnes(m.weighedKg), ...columns.map(([field]) => money(m[field]))]),
      numbers: columns.map((_, i) => i + 1).concat(columns.length + 1),
      ...(members.length < 2
        ? {}
        : {
            total: [
              say.all,
              tonnes(sum(members.map((m) => m.weighedKg))),
              ...columns.map(([field]) => money(sum(members.map((m) => m[field])))),
            ],
          }),
    })}
    <p class="muted small">${say.balanceNote}</p>
  </section>`;
}

function linesTable({ costLines, members }: Settlement, { words, figures: { money } }: SettlementSpeech): Html {
  const { settlement: say, lines } = words;
  const shown = costLines.filter(({ cents, itemIds }) => cents !== 0 || itemIds.length > 0);
  const [own] = members.length === 1 ? members : [];
  return html`<section aria-labelledby="arten">
    <h2 id="arten">${say.lines}</h2>
    ${table({
      caption: say.lines,
      quiet: true,
      heads: [say.line, say.joint, ...(own === undefined ? [] : [own.name])],
      rows: shown.map(({ line, cents }) => [
        lines[line],
        money(cents),
        ...(own === undefined ? [] : [money(own.lines.find((one) => one.line === line)!.shareCents)]),
      ]),
      numbers: [1, 2],
    })}
  </section>`;
}

function vatTable(
  { vat, members }: Settlement,
  { words: { settlement: say }, figures: { money, number } }: SettlementSpeech,
): Html {
  const names = new Map(members.map((m) => [m.ags, m.name]));
  const gross = (scenario: Settlement["vat"]["notTaxable"], ags: string): string =>
    money(scenario.members.find((one) => one.ags === ags)!.grossCents);
  const head = (text: string, holds: boolean): string => `${say.gross}, ${text}${holds ? ` (${say.taxed})` : ""}`;
  return html`<section aria-labelledby="steuer">
    <h2 id="steuer">${say.vat}, ${number(vat.ratePercent)} %</h2>
    ${table({
      caption: say.vat,
      quiet: true,
      heads: [say.member, head(say.vatNot, !vat.taxable), head(say.vatTaxable, vat.taxable)],
      rows: vat.notTaxable.members.map(({ ags }) => [
        names.get(ags) ?? ags,
        gross(vat.notTaxable, ags),
        gross(vat.ifTaxable, ags),
      ]),
      numbers: [1, 2],
    })}
  </section>`;
}

function itemsTable(settlement: Settlement, { words, figures: { money, number } }: SettlementSpeech): Html {
  const { settlement: say, lines } = words;
  const names = new Map(settlement.providers.map(({ id, name }) => [id, name]));
  const evidence = ({ kind, id }: Settlement["items"][number]["evidence"]): Cell =>
    kind === "ticket" || kind === "tour" ? html`<a href="#${anchor(kind, id)}">${id}</a>` : id;
  return html`<section aria-labelledby="posten">
    <h2 id="posten">${say.items}</h2>
    ${table({
      caption: say.items,
      quiet: true,
      heads: [say.item, say.line, say.quantity, say.price, say.amount, say.payee, say.evidence],
      rows: settlement.items.map((item) => [
        html`<span lang="de">${item.label}</span>`,
        lines[item.line],
        html`${number(item.quantity, 2)} <span lang="de">${item.unit}</span>`,
        money(Math.round(item.centsPerUnit)),
        money(item.cents),
        names.get(item.payeeId) ?? item.payeeId,
        evidence(item.evidence),
      ]),
      numbers: [2, 3, 4],
    })}
  </section>`;
}

function ticketsTable(
  { tickets }: Settlement,
  { words: { settlement: say, fractions }, figures }: SettlementSpeech,
  href: ShownFigures["ticketHref"],
): Html {
  return html`<section aria-labelledby="scheine">
    <h2 id="scheine">${say.tickets}</h2>
    ${table({
      caption: say.tickets,
      quiet: true,
      heads: [say.ticketNo, say.when, say.net, say.source, say.tour],
      rows: tickets.map((ticket) => [
        html`<span id="${anchor("ticket", ticket.id)}"
            >${href === undefined ? ticket.number : html`<a href="${href(ticket.id)}">${ticket.number}</a>`}</span
          ><small>${ticket.weighbridge}</small>`,
        figures.moment(ticket.weighedAt),
        html`${figures.tonnes(ticket.netKg)}${ticket.refused ? html`<small>${say.refused}</small>` : ""}`,
        ticket.lots.map((lot) => `${lot.storageId} (${fractions[lot.fraction]})`).join(", "),
        ticket.tourId === null ? say.noTour : html`<a href="#${anchor("tour", ticket.tourId)}">${ticket.tourId}</a>`,
      ]),
      numbers: [2],
    })}
  </section>`;
}

function toursTable({ tours }: Settlement, { words: { settlement: say }, figures }: SettlementSpeech): Html {
  return html`<section aria-labelledby="touren">
    <h2 id="touren">${say.tours}</h2>
    ${table({
      caption: say.tours,
      quiet: true,
      heads: [say.tour, say.vehicle, say.way, say.time, say.basis],
      rows: tours.map((tour) => [
        html`<span id="${anchor("tour", tour.id)}">${tour.id}</span>`,
        html`<span lang="de">${tour.vehicleName}</span>`,
        figures.kilometres(tour.distanceMetres),
        figures.duration(tour.durationSeconds),
        say[tour.basis],
      ]),
      numbers: [2, 3],
    })}
  </section>`;
}
