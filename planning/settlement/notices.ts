/** What somebody who reads a settlement must know; German sentences. */
import { formatEuros, formatNumber } from "../../domain/money.ts";
import type { AllocationRule } from "../../domain/sharing/keys.ts";
import type { SettledTicket, SettledTour } from "../../domain/settlement/settlement.ts";
import type { PricedGroups } from "./actualGame.ts";
import type { ActualShares } from "./shares.ts";
import type { SettledWeek } from "./unloadings.ts";

/**
 * Why members are promised no amount: a frame promises none, or the settlement reaches beyond the period of an agreement that does.
 */
export type Uncapped =
  | { readonly kind: "frame" }
  | { readonly kind: "beyond"; readonly id: string; readonly firstWeek: string; readonly lastWeek: string };

interface NoticeInput {
  readonly weeks: readonly SettledWeek[];
  readonly tickets: readonly SettledTicket[];
  readonly tours: readonly SettledTour[];
  readonly agreement: object | null;
  readonly uncapped?: Uncapped;
  readonly agreedRule: AllocationRule;
  readonly divided: ActualShares;
  readonly priced: PricedGroups;
  readonly jointCostCents: number;
}

export function noticesOf(input: NoticeInput): string[] {
  const { tickets, tours, divided, priced, agreedRule } = input;
  const { synthetic } = input.weeks[0]!.region.settings;
  const planned = tours.filter(({ basis }) => basis === "planned").length;
  const refused = tickets.filter((ticket) => ticket.refused).length;
  const alone = tickets.filter((ticket) => ticket.tourId === null).length;
  return [
    ...(synthetic === undefined ? [] : [synthetic]),
    planned === tours.length
      ? "Kilometer und Stunden sind die geplanten: gefahrene sind nicht erfasst."
      : `Kilometer und Stunden: ${tours.length - planned} Touren wie gefahren, ${planned} wie geplant.`,
    "Häckseln ist nach den geplanten Einsätzen abgerechnet, Beiträge nach den vereinbarten Sätzen.",
    "Häckseln für Material, das noch liegt, zählt gemeinsam wie allein gleich viel: daraus entsteht keine Einsparung.",
    ...(input.agreement === null
      ? [
          "Für den Zeitraum ist keine Vereinbarung in Kraft; geteilt ist nach dem Schlüssel der Region. Ein Höchstbetrag ist nicht zugesagt: Niemand zahlt mehr als allein.",
        ]
      : []),
    ...(input.uncapped === undefined ? [] : [uncappedNotice(input.uncapped)]),
    ...(divided.rule === agreedRule
      ? []
      : [`Der Schlüssel „${agreedRule}“ hat für diese Kosten keine Lösung; geteilt ist nach „${divided.rule}“.`]),
    ...(divided.poolCents > 0
      ? [
          `Gemeinsam war es um ${formatEuros(divided.poolCents)} teurer als die Garantien zusammen. Niemand zahlt mehr, als die Garantie erlaubt; der Betrag steht im Jahreskonto offen.`,
        ]
      : []),
    ...(refused === 0 ? [] : [`${loads(refused)} abgelehnt; ihre Kosten trägt die Herkunft.`]),
    ...(alone === 0
      ? []
      : [`${alone} Scheine gehören zu keiner Tour, nennen aber ihre Sammelstelle; ihre Annahme trägt die Herkunft.`]),
    ...(priced.leftKg === 0
      ? []
      : [`Im Modell blieben ${formatNumber(priced.leftKg)} kg liegen, für die eine Gruppe keinen Weg hat.`]),
    ...(priced.findings.length === 0 ? [] : ["Die unabhängige Prüfung hat Einwände; siehe „findings“."]),
  ];
}

const uncappedNotice = (why: Uncapped): string =>
  why.kind === "frame"
    ? "Die Vereinbarung ist ein Rahmen und sagt keinen Betrag zu. Es gilt: Niemand zahlt mehr als allein."
    : `Die Beträge der Vereinbarung „${why.id}“ gelten hier nicht: Sie sind für ${why.firstWeek} bis ${why.lastWeek} zugesagt, und der Zeitraum reicht darüber hinaus. Ihre Wochen für sich abzurechnen hält die Zusage.`;

const loads = (count: number): string => (count === 1 ? "Eine Ladung wurde" : `${count} Ladungen wurden`);
