/** The receipt on the page of who decided, and the public page that confirms it to anybody who holds the paper. */
import { html } from "hono/html";
import { STATE_WORDS } from "../../domain/agreement/stateMachine.ts";
import type { Certificate } from "../../functions/usecases/agreements/certificate.ts";
import { momentOf, money, ROLE_WORDS } from "../../functions/usecases/agreements/words.ts";
import type { Html, PageParts } from "../page.ts";
import { PASSKEY_WORDS } from "./passkeyWords.ts";
import { qrSvg } from "./qrSvg.ts";
import type { Asked, Standing } from "./view.ts";

const VERDICT = { approved: "Zugestimmt", rejected: "Abgelehnt" } as const;

export function receiptCard(asked: Asked, { decided, again, mine }: Extract<Standing, { kind: "decided" }>): Html {
  const { ballot, receiptId, verifyUrl, identity } = decided;
  const identified = PASSKEY_WORDS.de.identity;
  const { member, path } = asked;
  const yes = ballot.decision === "approved";
  return html`<h2>${mine ? "Ihr Beleg" : "Schon entschieden"}</h2>
    ${again ? html`<p class="miss" role="status">Entschieden wird nur einmal. Diese Entscheidung gilt:</p>` : ""}
    <p class="stamp${yes ? "" : " is-no"}">${VERDICT[ballot.decision]}</p>
    <div class="receipt">
      <dl class="terms">
        <div>
          <dt>Für</dt>
          <dd>${member.name}, ${ROLE_WORDS[ballot.role]}${ballot.deputy ? " (in Vertretung)" : ""}</dd>
        </div>
        <div>
          <dt>Anteil</dt>
          <dd><strong>${money(ballot.amountCents)}</strong></dd>
        </div>
        <div>
          <dt>Festgehalten am</dt>
          <dd>${momentOf(ballot.at)}</dd>
        </div>
        ${
          identity === undefined
            ? ""
            : html`<div>
                <dt>${identified.term}</dt>
                <dd>${identified.of[identity]}</dd>
              </div>`
        }
        ${
          ballot.reason === null
            ? ""
            : html`<div>
                <dt>Begründung</dt>
                <dd class="said">${ballot.reason}</dd>
              </div>`
        }
        <div>
          <dt>Belegnummer</dt>
          <dd><code>${receiptId}</code></dd>
        </div>
      </dl>
      ${qrSvg(verifyUrl, "QR-Code zur öffentlichen Prüfseite dieses Belegs")}
      <p class="hint">Wer den Code liest, kommt auf die öffentliche Prüfseite und sieht, dass dieser Beleg echt ist.</p>
      <p class="links">
        <a href="${path}/beleg.pdf">Beleg als PDF</a>
        <a href="${path}/beleg.json" download>Beleg als Datei (JSON)</a>
        <a href="/pruefen/${receiptId}">Prüfseite</a>
      </p>
    </div>`;
}

export function certificatePage(of: Certificate): PageParts {
  const yes = of.decision === "approved";
  const row = (term: string, what: Html | string): Html =>
    html`<div>
      <dt>${term}</dt>
      <dd>${what}</dd>
    </div>`;
  return {
    title: `Beleg ${of.receiptId}`,
    main: html`<p class="eyebrow">${of.regionName} · öffentliche Prüfseite</p>
      <h1>${of.entry.holds ? "Dieser Beleg ist echt." : "Dieser Beleg passt nicht zum Protokoll."}</h1>
      <p class="lead">
        ${
          of.entry.holds
            ? "Die Entscheidung steht im Protokoll des Verbunds, und ihr Eintrag ist unverändert."
            : "Der Eintrag im Protokoll wurde nach der Entscheidung verändert. Bitte wenden Sie sich an den Verbund."
        }
      </p>
      <p class="stamp${yes ? "" : " is-no"}">${VERDICT[of.decision]}</p>
      <dl class="verify">
        ${row("Kommune", `${of.memberName}, ${ROLE_WORDS[of.role]}`)} ${row("Festgehalten am", momentOf(of.at))}
        ${row("Vereinbarung", html`${of.period}, <code>${of.agreementId}</code>, Fassung ${of.version}`)}
        ${row("Stand heute", `Sie ist ${STATE_WORDS[of.state]}.`)}
        ${row("Belegnummer", html`<code>${of.receiptId}</code>`)}
        ${row("Prüfsumme des Vorschlags", html`<code>${of.proposalSha256}</code>`)}
        ${row("Eintrag im Protokoll", html`Nr. ${of.entry.seq}, <code>${of.entry.sha256}</code>`)}
      </dl>
      <section>
        <h2>Selbst prüfen</h2>
        <p>
          Vergleichen Sie Belegnummer und Prüfsumme mit dem Papier. Mit der Datei des Belegs geht es auch ohne diese
          Seite und ohne Netz:
        </p>
        <p><code class="hash">gruenverbund verify beleg.json --keys schluessel.json</code></p>
        <p>
          Die Schlüssel stehen unter <a href="/api/keys">/api/keys</a>. Beträge und Namen von Personen stehen hier
          nicht.
        </p>
      </section>`,
  };
}

export function unknownReceiptPage(): PageParts {
  return {
    title: "Beleg unbekannt",
    main: html`<h1>Diese Belegnummer gibt es nicht.</h1>
      <p class="lead">
        Bitte vergleichen Sie sie Zeichen für Zeichen mit dem Beleg, oder lesen Sie den QR-Code noch einmal ein.
      </p>`,
  };
}
