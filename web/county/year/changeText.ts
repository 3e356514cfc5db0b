/** What is different in a year, in words. */
import { isBase, type YearChange } from "../../../domain/year/scenario.ts";
import type { YearChoices } from "../../../functions/usecases/year/yearChoices.ts";
import type { CountySpeech } from "../words/index.ts";
import { YEAR_WORDS } from "./words/index.ts";

type Names = Pick<YearChoices, "members" | "plants">;

/** One piece for each change; an id where nothing of this name is there any more. */
export function changeList(change: YearChange, { members, plants }: Names, speech: CountySpeech): string[] {
  const { change: say } = YEAR_WORDS[speech.language];
  const { figures } = speech;
  const signed = (percent: number): string => `${percent > 0 ? "+" : ""}${figures.percent(percent, 100)}`;
  const { without, site, closed, gatePercent, haulagePercent, co2CentsPerTonne, overflowChance } = change;
  return [
    ...(without === null ? [] : [say.without(members.find(({ ags }) => ags === without)?.name ?? without)]),
    ...(site === null ? [] : [say.site(site.name)]),
    ...(closed === null ? [] : [say.closed(plants.find(({ id }) => id === closed)?.name ?? closed)]),
    ...(gatePercent === 0 ? [] : [say.gate(signed(gatePercent))]),
    ...(haulagePercent === 0 ? [] : [say.haulage(signed(haulagePercent))]),
    ...(co2CentsPerTonne === null ? [] : [say.co2(figures.money(co2CentsPerTonne))]),
    ...(overflowChance === null ? [] : [say.chance(figures.percent(overflowChance, 1))]),
  ];
}

/** `CO₂ zu 100,00 € je Tonne, Transport +20,0 %`, begun with a capital. */
export function changeText(change: YearChange, names: Names, speech: CountySpeech): string {
  if (isBase(change)) return YEAR_WORDS[speech.language].change.asIs;
  const text = changeList(change, names, speech).join(", ");
  return text.charAt(0).toLocaleUpperCase(speech.language) + text.slice(1);
}
