/** What the page of the API says around the API's description, which is German. A text that is missing is a type error. */
import type { Role } from "../domain/access.ts";
import { spaced } from "../domain/language/french.ts";
import type { InEachLanguage } from "./language/speech.ts";
import type { Html } from "./page.ts";
import { html } from "hono/html";

export interface DocsWords {
  readonly title: string;
  /** What machines read instead. */
  machines(link: Html): Html;
  readonly units: string;
  faults(type: Html): Html;
  readonly operations: string;
  readonly shapes: string;
  readonly parameters: string;
  /** Heads of the table of parameters. */
  readonly columns: readonly [string, string, string];
  readonly places: Readonly<Record<"path" | "query" | "header", string>>;
  readonly optional: string;
  readonly example: string;
  readonly content: string;
  readonly answers: string;
  readonly otherwise: string;
  readonly open: string;
  readonly byKey: string;
  byRole(roles: string): string;
  readonly roles: Readonly<Record<Role, string>>;
}

const DE: DocsWords = {
  title: "Schnittstelle",
  machines: (link) => html`Maschinen lesen dasselbe als ${link}.`,
  units: "Geld in Cent, Masse in Kilogramm, Zeiten nach RFC 3339; die Einheit steht im Namen des Feldes.",
  faults: (type) => html`Fehler kommen als ${type} (RFC 9457), mit jedem Fehler der Eingabe auf einmal.`,
  operations: "Vorgänge",
  shapes: "Formen",
  parameters: "Angaben",
  columns: ["Name", "wo", "was"],
  places: { path: "Adresse", query: "Abfrage", header: "Kopf" },
  optional: "freiwillig",
  example: "z. B.",
  content: "Inhalt",
  answers: "Antworten",
  otherwise: "sonst",
  open: "Für alle, ohne Anmeldung.",
  byKey: "Für Maschinen mit einem Schlüssel der Region im Kopf X-Api-Key.",
  byRole: (roles) => `Für ${roles} der Region, angemeldet.`,
  roles: {
    yard: "Bauhof",
    dispatcher: "Disposition",
    mayor: "Bürgermeister/in",
    finance: "Kämmerei",
    admin: "Verwaltung",
  },
};

const FR: DocsWords = spaced<DocsWords>({
  title: "Interface (API)",
  machines: (link) => html`Les machines lisent la même description (en allemand) en ${link}.`,
  units: "Montants en centimes, masses en kilogrammes, dates selon RFC 3339 ; l’unité figure dans le nom du champ.",
  faults: (type) =>
    html`Les erreurs arrivent en ${type} (RFC 9457), avec toutes les erreurs de la saisie en une fois, en allemand.`,
  operations: "Opérations",
  shapes: "Structures",
  parameters: "Paramètres",
  columns: ["Nom", "où", "quoi"],
  places: { path: "adresse", query: "requête", header: "en-tête" },
  optional: "facultatif",
  example: "p. ex.",
  content: "Contenu",
  answers: "Réponses",
  otherwise: "sinon",
  open: "Pour tous, sans connexion.",
  byKey: "Pour les machines, avec une clé de la région dans l’en-tête X-Api-Key.",
  byRole: (roles) => `Après connexion, dans la région : ${roles}.`,
  roles: {
    yard: "service technique",
    dispatcher: "coordination",
    mayor: "maire",
    finance: "finances",
    admin: "administration",
  },
});

const EN: DocsWords = {
  title: "API",
  machines: (link) => html`Machines read the same description (in German) as ${link}.`,
  units: "Money in cents, mass in kilograms, times by RFC 3339; the unit is in the name of the field.",
  faults: (type) => html`Problems come as ${type} (RFC 9457), every fault of the input at once, in German.`,
  operations: "Operations",
  shapes: "Shapes",
  parameters: "Parameters",
  columns: ["Name", "where", "what"],
  places: { path: "path", query: "query", header: "header" },
  optional: "optional",
  example: "e.g.",
  content: "Content",
  answers: "Answers",
  otherwise: "otherwise",
  open: "For everybody, without signing in.",
  byKey: "For machines, with a key of the region in the header X-Api-Key.",
  byRole: (roles) => `Signed in, for these of the region: ${roles}.`,
  roles: {
    yard: "building yard",
    dispatcher: "dispatcher",
    mayor: "mayor",
    finance: "finance",
    admin: "administration",
  },
};

export const DOCS_WORDS: InEachLanguage<DocsWords> = { de: DE, fr: FR, en: EN };
