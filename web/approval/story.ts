/** The proposal as a plain story: what we pay, why that is fair, what happens if we say no, how it can be checked. */
import { html } from "hono/html";
import type { Agreement, AgreementMember } from "../../domain/agreement/agreement.ts";
import type { Html } from "../page.ts";
import { fairnessPicture } from "./picture.ts";
import type { Asked } from "./view.ts";
import type { ApprovalSpeech } from "./words/index.ts";

export const periodOf = ({ period }: Pick<Agreement, "period">, { figures }: ApprovalSpeech): string =>
  figures.weeks(period.firstWeek, period.lastWeek);

/** Which region, period and version this is about. */
export function eyebrow(agreement: Agreement, speech: ApprovalSpeech): Html {
  const facts = [agreement.regionName, periodOf(agreement, speech), speech.words.version(agreement.version)];
  return html`<p class="eyebrow">${facts.join(" · ")}</p>`;
}

export function storyHead({ agreement, member, role, person, deputyFor }: Asked, speech: ApprovalSpeech): Html {
  const { words, figures: write } = speech;
  const saving = member.standAloneCostCents - member.shareCents;
  const title = saving > 0 ? words.head.saves(member.name, write.money(saving)) : words.head.notMore(member.name);
  const strong = (name: string): Html => html`<strong>${name}</strong>`;
  return html`${eyebrow(agreement, speech)}
    <h1>${saving < 0 ? words.head.proposal(member.name, periodOf(agreement, speech)) : title}</h1>
    <p class="asked">
      ${words.head.asked(
        strong(person),
        speech.terms.office(role, member.name),
        deputyFor === undefined ? undefined : strong(deputyFor),
      )}
    </p>
    ${figures(member, speech)}`;
}

export function figures(
  { shareCents, standAloneCostCents }: AgreementMember,
  { words: { figures: words }, figures: { money, percent } }: ApprovalSpeech,
): Html {
  const saving = standAloneCostCents - shareCents;
  return html`<dl class="figures">
    <div class="is-joint">
      <dt>${words.share}</dt>
      <dd class="value">${money(shareCents)}</dd>
      <dd>${words.shareNote}</dd>
    </div>
    <div>
      <dt>${words.alone}</dt>
      <dd class="value">${money(standAloneCostCents)}</dd>
      <dd>${words.aloneNote}</dd>
    </div>
    <div class="is-saving">
      <dt>${saving >= 0 ? words.saves : words.more}</dt>
      <dd class="value">${money(Math.abs(saving))}</dd>
      <dd>${words.note(percent(Math.abs(saving), standAloneCostCents))}</dd>
    </div>
  </dl>`;
}

export function story({ agreement, member, proposalSha256, path }: Asked, speech: ApprovalSpeech): Html {
  const { fair, no, check } = speech.words;
  return html`<section aria-labelledby="fair">
      <h2 id="fair">${fair.head}</h2>
      ${fairness(agreement, speech)} ${fairnessPicture(agreement, member.ags, speech)}
      ${numbers(agreement, member.ags, speech)}
    </section>
    <section aria-labelledby="no">
      <h2 id="no">${no.head}</h2>
      ${ifNo(agreement, member, speech)}
    </section>
    <section aria-labelledby="check">
      <h2 id="check">${check.head}</h2>
      <p>${check.text(speech.figures.weeks(agreement.plan.week))}</p>
      <p><code class="hash">${proposalSha256}</code></p>
      <p class="links">
        <a href="${path}/vereinbarung.json" download>${check.file}</a>
        <a href="${path}/vereinbarung.pdf" hreflang="de">${check.agreement}</a>
        ${member.level === "L3" ? html`<a href="${path}/beschlussvorlage.pdf" hreflang="de">${check.council}</a>` : ""}
      </p>
    </section>`;
}

/** Says only what the figures of this very proposal bear out. */
function fairness({ members, jointCostCents, rule }: Agreement, { words, figures, terms }: ApprovalSpeech): Html {
  const alone = members.reduce((sum, one) => sum + one.standAloneCostCents, 0);
  const worse = members.filter((one) => one.shareCents > one.standAloneCostCents).map(({ name }) => name);
  const { name, sentence } = terms.rules[rule];
  return html`<p>
      ${words.fair.total(figures.money(jointCostCents), figures.money(alone))}
      ${worse.length === 0 ? words.fair.nobodyWorse : words.fair.worse(figures.list(worse))}
    </p>
    <p>${words.fair.key(html`<strong>${name}</strong>`)} ${sentence}</p>`;
}

function numbers(
  { members, jointCostCents }: Agreement,
  ags: string,
  { words: { table: words }, figures: { money, tonnes } }: ApprovalSpeech,
): Html {
  const kg = members.reduce((sum, one) => sum + one.forecastKg, 0);
  const alone = members.reduce((sum, one) => sum + one.standAloneCostCents, 0);
  return html`<details>
    <summary>${words.summary}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.label}">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.municipality}</th>
            <th scope="col" class="num">${words.mass}</th>
            <th scope="col" class="num">${words.alone}</th>
            <th scope="col" class="num">${words.share}</th>
            <th scope="col" class="num">${words.saves}</th>
          </tr>
        </thead>
        <tbody>
          ${members.map(
            (one) =>
              html`<tr class="${one.ags === ags ? "is-own" : ""}">
                <th scope="row">${one.name}</th>
                <td class="num">${tonnes(one.forecastKg)}</td>
                <td class="num">${money(one.standAloneCostCents)}</td>
                <td class="num">${money(one.shareCents)}</td>
                <td class="num">${money(one.standAloneCostCents - one.shareCents)}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${words.total}</th>
            <td class="num">${tonnes(kg)}</td>
            <td class="num">${money(alone)}</td>
            <td class="num">${money(jointCostCents)}</td>
            <td class="num">${money(alone - jointCostCents)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  </details>`;
}

function ifNo(
  { fallbacks, members, deadline }: Agreement,
  member: AgreementMember,
  { words: { no: words }, figures: { money, moment } }: ApprovalSpeech,
): Html {
  const without = fallbacks.find(({ withoutAgs }) => withoutAgs === member.ags);
  const saving = member.standAloneCostCents - member.shareCents;
  const others = (cents: number): string => words.others(member.name, members.length - 1, money(cents));
  return html`<p>
      ${words.alone(member.name, money(member.standAloneCostCents), saving > 0 ? money(saving) : undefined)}
    </p>
    <p>${without === undefined ? words.recomputed : others(without.jointCostCents)}</p>
    <p>${words.silence(moment(deadline))}</p>`;
}

/** Facts at the side: period, deadline, level, guarantee. */
export function terms(
  { agreement: { period, deadline }, member }: Asked,
  { words: { terms: words }, figures: { days, moment, money }, terms: { levels } }: ApprovalSpeech,
): Html {
  const { name, sentence } = levels[member.level];
  const row = (term: string, said: string): Html =>
    html`<div>
      <dt>${term}</dt>
      <dd>${said}</dd>
    </div>`;
  return html`<dl class="terms">
    ${row(words.period, days(period.firstWeek, period.lastWeek))} ${row(words.deadline, moment(deadline))}
    ${row(words.limit, words.limitText(money(member.guaranteeCents), member.name))} ${row(name, sentence)}
  </dl>`;
}
