/** Every word about passkeys on the approval page, in German, French and English. */
import { spaced } from "../../domain/language/french.ts";
import type { PasskeyRefusal } from "../../functions/usecases/agreements/passkeys/register.ts";
import type { InEachLanguage } from "../language/speech.ts";

export interface PasskeyWords {
  readonly head: string;
  readonly what: string;
  readonly signInFirst: string;
  readonly signIn: string;
  readonly setUp: string;
  readonly create: {
    readonly head: string;
    readonly what: string;
    readonly name: string;
    readonly nameHelp: string;
    readonly button: string;
    readonly back: string;
  };
  /** @param day such as 25.11.2026 */
  readonly since: (day: string) => string;
  /** One that its owner gave a name. */
  readonly named: (name: string, day: string) => string;
  readonly usedOn: (day: string) => string;
  readonly remove: string;
  readonly others: string;
  readonly done: { readonly registered: string; readonly removed: string };
  readonly sign: {
    readonly approve: string;
    readonly reject: string;
    readonly or: string;
    /** Asks for a one-time code, which is not sent unasked to who has a passkey. */
    readonly code: string;
  };
  readonly script: {
    readonly needed: string;
    readonly unsupported: string;
    readonly cancelled: string;
    readonly known: string;
  };
  readonly refused: Readonly<Record<PasskeyRefusal, string>>;
  readonly identity: {
    readonly term: string;
    readonly of: Readonly<Record<"code" | "signIn" | "passkey", string>>;
  };
}

const DE: PasskeyWords = {
  head: "Mit Passkey entscheiden",
  what: "Ein Passkey liegt auf Ihrem Gerät und wird mit Fingerabdruck, Gesicht oder PIN freigegeben. Damit unterschreiben Sie genau diesen Vorschlag, ohne Code und ohne Anmeldung.",
  signInFirst: "Zum Einrichten melden Sie sich einmal mit dem eigenen Konto an.",
  signIn: "Anmelden und Passkey einrichten",
  setUp: "Passkey auf diesem Gerät einrichten",
  create: {
    head: "Passkey einrichten",
    what: "Ihr Gerät fragt gleich nach Fingerabdruck, Gesicht oder PIN. Entschieden wird dabei nichts.",
    name: "Name des Geräts (freiwillig)",
    nameHelp: "Zum Beispiel „Diensthandy“. Er steht auf dem Beleg.",
    button: "Jetzt einrichten",
    back: "Zurück",
  },
  since: (day) => `Passkey vom ${day}`,
  named: (name, day) => `Passkey „${name}“ vom ${day}`,
  usedOn: (day) => `zuletzt benutzt am ${day}`,
  remove: "Entfernen",
  others: "unter einem anderen Konto eingerichtet",
  done: { registered: "Der Passkey ist eingerichtet.", removed: "Der Passkey ist entfernt." },
  sign: {
    approve: "Mit Passkey verbindlich zustimmen",
    reject: "Mit Passkey verbindlich ablehnen",
    or: "Oder auf einem der anderen Wege:",
    code: "Stattdessen einen Einmalcode schicken",
  },
  script: {
    needed: "Ein Passkey braucht JavaScript. Ohne geht es auf den anderen Wegen.",
    unsupported: "Dieser Browser kann keine Passkeys.",
    cancelled: "Der Passkey wurde nicht benutzt. Entschieden ist nichts; Sie können es noch einmal versuchen.",
    known: "Auf diesem Gerät ist schon ein Passkey eingerichtet.",
  },
  refused: {
    unknown: "Dieser Link gilt nicht mehr.",
    account: "Dafür bitte mit dem Konto anmelden, das hier gefragt ist.",
    address: "Unter dieser Adresse kennen Browser keine Passkeys.",
    tooMany: "Mehr als zehn Passkeys gehen nicht. Bitte erst einen entfernen.",
    answer: "Die Antwort des Geräts war ungültig oder kam zu spät. Bitte noch einmal versuchen.",
  },
  identity: { term: "Ausgewiesen mit", of: { code: "Einmalcode", signIn: "Anmeldung", passkey: "Passkey" } },
};

const FR = spaced<PasskeyWords>({
  head: "Décider avec une clé d’accès",
  what: "Une clé d’accès (passkey) se trouve sur votre appareil et s’utilise avec l’empreinte, le visage ou un code PIN. Elle signe exactement cette proposition, sans code et sans connexion.",
  signInFirst: "Pour la créer, connectez-vous une fois avec votre propre compte.",
  signIn: "Se connecter et créer une clé d’accès",
  setUp: "Créer une clé d’accès sur cet appareil",
  create: {
    head: "Créer une clé d’accès",
    what: "Votre appareil va demander l’empreinte, le visage ou le code PIN. Rien n’est décidé par là.",
    name: "Nom de l’appareil (facultatif)",
    nameHelp: "Par exemple « téléphone de service ». Il figure sur le reçu.",
    button: "Créer maintenant",
    back: "Retour",
  },
  since: (day) => `Clé d’accès du ${day}`,
  named: (name, day) => `Clé d’accès « ${name} » du ${day}`,
  usedOn: (day) => `utilisée la dernière fois le ${day}`,
  remove: "Supprimer",
  others: "créée avec un autre compte",
  done: { registered: "La clé d’accès est créée.", removed: "La clé d’accès est supprimée." },
  sign: {
    approve: "Approuver définitivement avec la clé d’accès",
    reject: "Refuser définitivement avec la clé d’accès",
    or: "Ou par une autre voie :",
    code: "Envoyer plutôt un code à usage unique",
  },
  script: {
    needed: "Une clé d’accès nécessite JavaScript. Sans lui, utilisez les autres voies.",
    unsupported: "Ce navigateur ne connaît pas les clés d’accès.",
    cancelled: "La clé d’accès n’a pas été utilisée. Rien n’est décidé ; vous pouvez réessayer.",
    known: "Une clé d’accès existe déjà sur cet appareil.",
  },
  refused: {
    unknown: "Ce lien n’est plus valable.",
    account: "Connectez-vous avec le compte de la personne interrogée ici.",
    address: "À cette adresse, les navigateurs ne connaissent pas de clés d’accès.",
    tooMany: "Dix clés d’accès au plus. Supprimez-en une d’abord.",
    answer: "La réponse de l’appareil était invalide ou trop tardive. Veuillez réessayer.",
  },
  identity: {
    term: "Identité prouvée par",
    of: { code: "code à usage unique", signIn: "connexion", passkey: "clé d’accès (passkey)" },
  },
});

const EN: PasskeyWords = {
  head: "Decide with a passkey",
  what: "A passkey is kept on your device and used with fingerprint, face or PIN. It signs this very proposal, without a code and without signing in.",
  signInFirst: "To set one up, sign in once with your own account.",
  signIn: "Sign in and set up a passkey",
  setUp: "Set up a passkey on this device",
  create: {
    head: "Set up a passkey",
    what: "Your device will ask for fingerprint, face or PIN. Nothing is decided by that.",
    name: "Name of the device (optional)",
    nameHelp: "Such as “office phone”. It stands on the receipt.",
    button: "Set up now",
    back: "Back",
  },
  since: (day) => `Passkey of ${day}`,
  named: (name, day) => `Passkey “${name}” of ${day}`,
  usedOn: (day) => `last used on ${day}`,
  remove: "Remove",
  others: "set up under another account",
  done: { registered: "The passkey is set up.", removed: "The passkey is removed." },
  sign: {
    approve: "Approve with a passkey, binding",
    reject: "Reject with a passkey, binding",
    or: "Or in one of the other ways:",
    code: "Send a one-time code instead",
  },
  script: {
    needed: "A passkey needs JavaScript. Without it, use one of the other ways.",
    unsupported: "This browser knows no passkeys.",
    cancelled: "The passkey was not used. Nothing is decided; you can try again.",
    known: "There is a passkey on this device already.",
  },
  refused: {
    unknown: "This link no longer holds.",
    account: "Please sign in with the account that is asked here.",
    address: "Browsers know no passkeys under this address.",
    tooMany: "No more than ten passkeys. Please remove one first.",
    answer: "The device's answer was not valid or came too late. Please try again.",
  },
  identity: { term: "Identified by", of: { code: "one-time code", signIn: "sign-in", passkey: "passkey" } },
};

export const PASSKEY_WORDS: InEachLanguage<PasskeyWords> = { de: DE, fr: FR, en: EN };
