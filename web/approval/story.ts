/** The proposal as a plain story: what we pay, why that is fair, what happens if we say no, how it can be checked. */
import { html } from "hono/html";
import type { Agreement, AgreementMember } from "../../domain/agreement/agreement.ts";
import {
  datesOf,
  LEVEL_WORDS,
  momentOf,
  money,
  namesOf,
  percentOf,
  periodOf,
  ROLE_WORDS,
  ruleOf,
  tonnes,
} from "../../functions/usecases/agreements/words.ts";
import type { Html } from "../page.ts";
import { weekName } from "../words.ts";
import { fairnessPicture } from "./picture.ts";
import type { Asked } from "./view.ts";

export function storyHead({ agreement, member, role, person, deputyFor }: Asked): Html {
  const saving = member.standAloneCostCents - member.shareCents;
  const title =
    saving > 0
      ? `${member.name} spart gemeinsam ${money(saving)}.`
      : `${member.name} zahlt gemeinsam nicht mehr als allein.`;
  return html`<p class="eyebrow">${agreement.regionName} · ${periodOf(agreement)} · Fassung ${agreement.version}</p>
    <h1>${saving < 0 ? `${member.name}: Vorschlag für ${periodOf(agreement)}` : title}</h1>
    <p class="asked">
      Gefragt ist: <strong>${person}</strong>, ${ROLE_WORDS[role]}
      ${member.name}${deputyFor === undefined ? "" : html`, in Vertretung von <strong>${deputyFor}</strong>`}.
    </p>
    ${figures(member)}`;
}

export function figures({ shareCents, standAloneCostCents }: AgreementMember): Html {
  const saving = standAloneCostCents - shareCents;
  return html`<dl class="figures">
    <div class="is-joint">
      <dt>Unser Anteil</dt>
      <dd class="value">${money(shareCents)}</dd>
      <dd>gemeinsam mit den anderen</dd>
    </div>
    <div>
      <dt>Allein würden wir zahlen</dt>
      <dd class="value">${money(standAloneCostCents)}</dd>
      <dd>vom selben Rechner, mit derselben Sorgfalt</dd>
    </div>
    <div class="is-saving">
      <dt>${saving >= 0 ? "Wir sparen" : "Wir zahlen mehr"}</dt>
      <dd class="value">${money(Math.abs(saving))}</dd>
      <dd>${percentOf(Math.abs(saving), standAloneCostCents)} der Alleinkosten</dd>
    </div>
  </dl>`;
}

export function story({ agreement, member, proposalSha256, path }: Asked): Html {
  return html`<section aria-labelledby="fair">
      <h2 id="fair">Warum das gerecht ist</h2>
      ${fairness(agreement)} ${fairnessPicture(agreement, member.ags)} ${numbers(agreement, member.ags)}
    </section>
    <section aria-labelledby="no">
      <h2 id="no">Was passiert, wenn wir Nein sagen</h2>
      ${ifNo(agreement, member)}
    </section>
    <section aria-labelledby="check">
      <h2 id="check">Selbst nachprüfen</h2>
      <p>
        Der Vorschlag beruht auf dem veröffentlichten Plan für ${weekName(agreement.plan.week)}, den ein zweites
        Programm nachgerechnet hat. Seine Prüfsumme ändert sich, sobald auch nur eine Zahl eine andere ist:
      </p>
      <p><code class="hash">${proposalSha256}</code></p>
      <p class="links">
        <a href="${path}/vereinbarung.json" download>Vorschlag als Datei (JSON)</a>
        <a href="${path}/vereinbarung.pdf">Vereinbarung als PDF</a>
        ${member.level === "L3" ? html`<a href="${path}/beschlussvorlage.pdf">Beschlussvorlage als PDF</a>` : ""}
      </p>
    </section>`;
}

/** Says only what the figures of this very proposal bear out. */
function fairness(agreement: Agreement): Html {
  const { members, jointCostCents } = agreement;
  const alone = members.reduce((sum, one) => sum + one.standAloneCostCents, 0);
  const worse = members.filter((one) => one.shareCents > one.standAloneCostCents).map(({ name }) => name);
  const { name, sentence } = ruleOf(agreement);
  return html`<p>
      Alle zusammen zahlen ${money(jointCostCents)} statt ${money(alone)}; die Anteile ergeben zusammen genau diesen
      Betrag.
      ${
        worse.length === 0
          ? "Keine Kommune zahlt mehr, als sie allein zahlen würde."
          : `Mehr als allein zahlt nach diesem Vorschlag: ${namesOf(worse)}.`
      }
    </p>
    <p>Geteilt wird nach dem Schlüssel <strong>${name}</strong>. ${sentence}</p>`;
}

function numbers({ members, jointCostCents }: Agreement, ags: string): Html {
  const kg = members.reduce((sum, one) => sum + one.forecastKg, 0);
  const alone = members.reduce((sum, one) => sum + one.standAloneCostCents, 0);
  return html`<details>
    <summary>Alle Zahlen als Tabelle</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="Zahlen aller Kommunen">
      <table>
        <thead>
          <tr>
            <th scope="col">Kommune</th>
            <th scope="col" class="num">Menge</th>
            <th scope="col" class="num">allein</th>
            <th scope="col" class="num">Anteil</th>
            <th scope="col" class="num">spart</th>
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
            <th scope="row">zusammen</th>
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

function ifNo({ fallbacks, members, deadline }: Agreement, member: AgreementMember): Html {
  const without = fallbacks.find(({ withoutAgs }) => withoutAgs === member.ags);
  const others = members.length - 1;
  const saving = member.standAloneCostCents - member.shareCents;
  return html`<p>
      Dann sorgt ${member.name} selbst für die Entsorgung; das kostet nach dieser Rechnung
      ${money(member.standAloneCostCents)}${saving > 0 ? `, also ${money(saving)} mehr` : ""}.
    </p>
    ${
      without === undefined
        ? html`<p>Für die anderen wird neu gerechnet.</p>`
        : html`<p>
            Die gemeinsame Woche der anderen fällt nicht aus: Die Aufteilung ohne ${member.name} ist schon gerechnet.
            ${others} ${others === 1 ? "Kommune zahlt" : "Kommunen zahlen"} dann zusammen
            ${money(without.jointCostCents)}.
          </p>`
    }
    <p>
      Schweigen ist keine Zustimmung: Ohne Entscheidung bis ${momentOf(deadline)} geschieht dasselbe wie bei einem Nein.
    </p>`;
}

/** Facts at the side: period, deadline, level, guarantee. */
export function terms({ agreement, member }: Asked): Html {
  const { name, sentence } = LEVEL_WORDS[member.level];
  return html`<dl class="terms">
    <div>
      <dt>Zeitraum</dt>
      <dd>${datesOf(agreement)}</dd>
    </div>
    <div>
      <dt>Frist</dt>
      <dd>${momentOf(agreement.deadline)}</dd>
    </div>
    <div>
      <dt>Obergrenze</dt>
      <dd>Mehr als ${money(member.guaranteeCents)} zahlt ${member.name} nicht, was auch kommt.</dd>
    </div>
    <div>
      <dt>${name}</dt>
      <dd>${sentence}</dd>
    </div>
  </dl>`;
}
